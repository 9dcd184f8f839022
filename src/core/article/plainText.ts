import { isInvisible, isSpace } from "./characters";

/** Longest stretch of text that is looked at as one line; nothing longer is a headline, byline or date line. */
export const plainLimit = 1000;

/** With one level of brackets inside the text; bounded, as all of this runs on hostile text. */
const link = /!?\[((?:[^[\]]|\[[^[\]]{0,100}\]){0,400})\]\(\s*(?:<?[^()\s]{1,600}>?)?(?:\s{1,9}"[^"]{0,200}")?\s{0,9}\)/g;
/** In lower case, or too long for a stock ticker: "BORDER & CO <B>" keeps its own. */
const htmlTag =
  /<\/?(?:h[1-6]|b|i|u|em|strong|p|br|span|div|a|small|sup|sub|font|H[1-6]|STRONG|SPAN|DIV|FONT|EM|BR)(?:\s[^<>]{0,300})?\/?>/g;
/** "*By Jane Roe* | *4 March 2031*". */
const emphasis = /(?<![\p{L}\p{N}*\\])\*(?=[^\s*])([^*]{1,200}[^\s*\\])\*(?![\p{L}\p{N}*])/gu;
const entity = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z]{2,8}\d{0,2}));/g;
/** HTML's names of the characters from U+00A0 on, in their order. */
const latin1 =
  "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest " +
  "Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig " +
  "agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";
const entities = new Map([
  ["amp", "&"],
  ["quot", '"'],
  ["apos", "'"],
  ["lt", "<"],
  ["gt", ">"],
  ["lsquo", "‘"],
  ["rsquo", "’"],
  ["sbquo", "‚"],
  ["ldquo", "“"],
  ["rdquo", "”"],
  ["bdquo", "„"],
  ["ndash", "–"],
  ["mdash", "—"],
  ["hellip", "…"],
  ["bull", "•"],
  ["euro", "€"],
  ["trade", "™"],
  ["lsaquo", "‹"],
  ["rsaquo", "›"],
  ["Scaron", "Š"],
  ["scaron", "š"],
  ["OElig", "Œ"],
  ["oelig", "œ"],
  ["ensp", " "],
  ["emsp", " "],
  ["thinsp", " "],
  ...latin1.split(" ").map((name, index): [string, string] => [name, name === "nbsp" ? " " : String.fromCharCode(0xa0 + index)]),
]);

/** The character that an HTML entity stands for; itself where it is none. */
function characterOf(found: string, decimal: string | undefined, hex: string | undefined, name: string | undefined): string {
  if (name !== undefined) return entities.get(name) ?? found;
  const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : found;
}

/**
 * What may not be plain or tidy: markup signs, white space but for single spaces, what cannot be seen, and rarely used
 * ranges around these. Regular expressions of the engine pass over text several times as fast as a loop does.
 */
const notPlain =
  /[^ -"$%'()+-;=?@A-Z^`a-z{-~\u00a1-\u00ac\u00ae-\u167f\u2010-\u2027\u2030-\u205e\u20a0-\u2fff\u3001-\ufefe\uff00-\uffef]|  |^ | $/;
const notTidy = /[^ -~\u00a1-\u00ac\u00ae-\u167f\u2010-\u2027\u2030-\u205e\u20a0-\u2fff\u3001-\ufefe\uff00-\uffef]|  |^ | $/;

/** One kind of space, no runs of it, nothing invisible. */
export function tidySpaces(raw: string): string {
  const untidy = raw.search(notTidy);
  if (untidy < 0) return raw;
  let out = "";
  let pending = false;
  // What is taken over is taken in pieces: from `from` up to what is left out.
  let from = 0;
  for (let at = untidy > 0 && raw.charCodeAt(untidy - 1) === 32 ? untidy - 1 : untidy; at < raw.length; at++) {
    const unit = raw.charCodeAt(at);
    const space = isSpace(unit);
    if (!space && !isInvisible(unit)) {
      if (pending) out += " ";
      pending = false;
      continue;
    }
    if (from < at) out += raw.slice(from, at);
    from = at + 1;
    if (space) pending = out !== "";
  }
  return from < raw.length ? out + raw.slice(from) : out;
}

function withoutWrapping(text: string, mark: string): string {
  const inner = text.slice(mark.length, -mark.length);
  const wrapped = text.length > 2 * mark.length && text.startsWith(mark) && text.endsWith(mark);
  return wrapped && !inner.includes(mark) ? inner.trim() : text;
}

/**
 * A line as a reader sees it: Markdown and HTML markup removed, links replaced by their text, every space a plain
 * one, nothing invisible. Reads at most `plainLimit` code units.
 */
export function plainText(raw: string): string {
  const bounded = raw.length > plainLimit ? raw.slice(0, plainLimit) : raw;
  if (!notPlain.test(bounded)) return bounded;
  let text = tidySpaces(bounded);
  if (text.includes("](")) text = text.replace(link, "$1");
  if (text.includes("<")) text = text.replace(htmlTag, "");
  if (text.includes("&")) {
    text = text.replace(entity, characterOf);
  }
  if (text.startsWith("#")) text = text.replace(/^#{1,6}\s+/, "").replace(/\s{1,99}#+$/, "");
  if (text.startsWith(">")) text = text.replace(/^>+\s*/, "");
  if (text.includes("**") || text.includes("__"))
    text = text.replaceAll(/(?<![\p{L}\p{N}])\*\*|\*\*(?![\p{L}\p{N}])/gu, "").replaceAll(/(?<![\p{L}\p{N}/])__|__(?![\p{L}\p{N}/])/gu, "");
  text = text.trim();
  if (text.includes("*")) text = text.replace(emphasis, "$1");
  text = withoutWrapping(withoutWrapping(text, "*"), "_");
  if (text.includes("\\")) text = text.replace(/\\([!-/:-@[-`{-~])/g, "$1");
  return tidySpaces(text);
}
