/** What stands above a text in a form for programs, as clippers, scrapers and site builders write it. */
export interface FrontMatter {
  /** Where the text itself begins, in code units. */
  readonly end: number;
  /** The names of its fields, in lower case. */
  readonly keys: ReadonlySet<string>;
}

/** No head is longer than this. */
const mostUnits = 16_384;
const fences: readonly (readonly [open: RegExp, close: RegExp])[] = [
  [/---[ \t]*\r?\n/y, /^(?:---|\.\.\.)[ \t]*$/m],
  [/\+\+\+[ \t]*\r?\n/y, /^\+\+\+[ \t]*$/m],
  [/(?:```|~~~)[ \t]?(?:json|ya?ml|toml)[ \t]*\r?\n/iy, /^(?:```|~~~)[ \t]*$/m],
];
const key = /^[ \t]{0,4}"?(\p{L}[\p{L}\w.:-]{0,39}?(?: [\p{L}\w-]{1,20}){0,2})"?[ \t]*[:=](?=\s|"|\[|$)/gmu;

/** The front matter that `text` begins with; null where there is none with at least one field. */
export function frontMatterOf(text: string): FrontMatter | null {
  const start = /^\s{0,20}/.exec(text)?.[0].length ?? 0;
  for (const [open, close] of fences) {
    open.lastIndex = start;
    const opened = open.exec(text);
    if (opened === null) continue;
    const from = start + opened[0].length;
    const head = text.slice(from, from + mostUnits);
    const closed = close.exec(head);
    if (closed === null) continue;
    const keys = keysOf(head.slice(0, closed.index));
    return keys.size === 0 ? null : { end: from + closed.index + closed[0].length, keys };
  }
  return null;
}

function keysOf(head: string): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const [, name = ""] of head.matchAll(key)) keys.add(name.toLowerCase());
  return keys;
}

/** The fields that only what was published has, by kind; any spelling of a kind counts once. */
const publishedFields: readonly (readonly [weight: number, names: ReadonlySet<string>])[] = [
  [0.4, new Set(["title", "headline"])],
  [1.2, new Set(["author", "authors", "byline", "creator", "writer", "by", "autor", "auteur", "автор", "作者"])],
  [
    0.8,
    new Set([
      "date",
      "published",
      "publishdate",
      "publish_date",
      "published_date",
      "date_published",
      "datepublished",
      "pubdate",
      "publication_date",
      "created",
      "fecha",
      "datum",
      "data",
      "дата",
      "时间",
      "日期",
    ]),
  ],
  [
    1.4,
    new Set([
      "url",
      "source",
      "source_url",
      "source-url",
      "link",
      "original_url",
      "canonical",
      "canonical_url",
      "permalink_url",
      "fonte",
      "quelle",
      "источник",
      "来源",
    ]),
  ],
  [
    1.4,
    new Set([
      "hostname",
      "host",
      "sitename",
      "site_name",
      "site",
      "og:site_name",
      "publisher",
      "outlet",
      "newspaper",
      "publication",
      "domain",
      "agency",
    ]),
  ],
  [0.4, new Set(["description", "excerpt", "summary", "lead", "subtitle", "deck"])],
  [
    0.6,
    new Set(["clippings", "clipped", "retrieved", "accessed", "archived", "scraped_at", "scraped", "fetched", "fingerprint", "dateline"]),
  ],
];

/** How much like that of a published article the fields are: 0 to 4. */
export function publishedFieldsWeight({ keys }: FrontMatter): number {
  let weight = 0;
  for (const [each, names] of publishedFields) if ([...keys].some((name) => names.has(name))) weight += each;
  return Math.min(4, weight);
}
