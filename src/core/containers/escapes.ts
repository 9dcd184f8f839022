/** Names of SGML's and HTML's entities that news text has; the others stay as they are written. */
const named: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
  hyph: "-",
  mdash: "—",
  ndash: "–",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  hellip: "…",
  blank: " ",
  para: "¶",
  sect: "§",
  cent: "¢",
  pound: "£",
  yen: "¥",
  euro: "€",
  copy: "©",
  reg: "®",
  deg: "°",
  frac12: "½",
  bull: "•",
  aacute: "á",
  agrave: "à",
  acirc: "â",
  auml: "ä",
  aring: "å",
  atilde: "ã",
  aelig: "æ",
  ccedil: "ç",
  eacute: "é",
  egrave: "è",
  ecirc: "ê",
  euml: "ë",
  iacute: "í",
  igrave: "ì",
  icirc: "î",
  iuml: "ï",
  ntilde: "ñ",
  oacute: "ó",
  ograve: "ò",
  ocirc: "ô",
  ouml: "ö",
  oslash: "ø",
  otilde: "õ",
  uacute: "ú",
  ugrave: "ù",
  ucirc: "û",
  uuml: "ü",
  yacute: "ý",
  szlig: "ß",
  Aacute: "Á",
  Agrave: "À",
  Acirc: "Â",
  Auml: "Ä",
  Aring: "Å",
  Ccedil: "Ç",
  Eacute: "É",
  Egrave: "È",
  Ecirc: "Ê",
  Iacute: "Í",
  Ntilde: "Ñ",
  Oacute: "Ó",
  Ocirc: "Ô",
  Ouml: "Ö",
  Oslash: "Ø",
  Uacute: "Ú",
  Uuml: "Ü",
};

/** One code unit for one entity; null for what is none, or needs two units. */
export function entityUnit(entity: string): string | null {
  const body = entity.slice(1).replace(/;$/, "");
  if (!body.startsWith("#")) return named[body] ?? null;
  const code = /^#[xX]/.test(body) ? parseInt(body.slice(2), 16) : Number(body.slice(1));
  if (!Number.isInteger(code) || code <= 0 || code > 0xffff || (code >= 0xd800 && code <= 0xdfff)) return null;
  // Control characters frame a text in old collections; to a reader they are nothing.
  return code < 32 && code !== 9 && code !== 10 && code !== 13 ? " " : String.fromCharCode(code);
}

export const entityPattern = /&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,8});?/g;

/** `raw` with its entities read, for a value that is shown. */
export function withoutEntities(raw: string): string {
  return raw.includes("&") ? raw.replace(entityPattern, (entity) => entityUnit(entity) ?? entity) : raw;
}
