import type { PageDocument } from "./pageDom";

/** What a page says of its article beside the text; an empty list and null for what it does not say. One line each. */
export interface PageFacts {
  readonly title: string | null;
  readonly authors: readonly string[];
  readonly date: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  /** The text itself, where the page's data have it. */
  readonly body: string | null;
}

/** Longer values are no titles or names. In UTF-16 code units. */
const longestValue = 500;
const longestData = 2_000_000;
const deepestData = 6;

const articleType = /(?:^|[/:])(?:\w*NewsArticle|Article|Report|BlogPosting|LiveBlogPosting|SocialMediaPosting)$/;

const metaNames = {
  title: ["og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title", "headline", "title"],
  author: [
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "og:article:author",
    "citation_author",
  ],
  date: [
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "date",
    "citation_publication_date",
  ],
  publisher: ["og:site_name", "dc.publisher", "dcterms.publisher", "publisher", "application-name", "citation_journal_title"],
  url: ["og:url", "parsely-link"],
} as const;

type Data = Readonly<Record<string, unknown>>;

function isData(value: unknown): value is Data {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

/** A value as one line; null where it is none. */
function line(value: unknown): string | null {
  if (typeof value !== "string") return null;
  const text = value.replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, " ").trim();
  return text === "" || text.length > longestValue ? null : text;
}

/** The name of a person or body in linked data: itself, or that of an object. */
function nameOf(value: unknown): string | null {
  return line(isData(value) ? (line(value["name"]) ?? value["legalName"]) : value);
}

/** The first object that is an article in the linked data of a page (schema.org's JSON-LD). */
function articleData(document: PageDocument): Data | null {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const text = script.textContent ?? "";
    if (text.length > longestData) continue;
    try {
      const found = articleIn(JSON.parse(text.replace(/^\s*<!\[CDATA\[|\]\]>\s*$/g, "")), 0);
      if (found !== null) return found;
    } catch {
      // What is not JSON says nothing.
    }
  }
  return null;
}

function articleIn(value: unknown, depth: number): Data | null {
  if (depth > deepestData) return null;
  if (isData(value)) {
    if (listOf(value["@type"]).some((type) => typeof type === "string" && articleType.test(type))) return value;
    for (const key of ["@graph", "mainEntity", "mainEntityOfPage", "itemListElement"]) {
      const found = articleIn(value[key], depth + 1);
      if (found !== null) return found;
    }
    return null;
  }
  for (const one of listOf(value)) {
    const found = isData(one) || Array.isArray(one) ? articleIn(one, depth + 1) : null;
    if (found !== null) return found;
  }
  return null;
}

function isAddress(text: string): boolean {
  return /^https?:\/\//i.test(text);
}

/** What the meta tags, the linked data and the links of a page say. */
export function pageFacts(document: PageDocument): PageFacts {
  const metas = new Map<string, string[]>();
  for (const meta of document.querySelectorAll("meta")) {
    const name = (meta.getAttribute("property") ?? meta.getAttribute("name") ?? meta.getAttribute("itemprop") ?? "").trim().toLowerCase();
    const value = line(meta.getAttribute("content"));
    if (name === "" || value === null) continue;
    metas.set(name, [...(metas.get(name) ?? []), value]);
  }
  const meta = (names: readonly string[]): readonly string[] =>
    names.map((name) => metas.get(name) ?? []).find((values) => values.length > 0) ?? [];
  const data = articleData(document) ?? {};
  const dataAuthors = listOf(data["author"] ?? data["creator"]).flatMap((author) => nameOf(author) ?? []);
  const authors =
    dataAuthors.length > 0
      ? dataAuthors
      : (metaNames.author.map((name) => metas.get(name) ?? []).find((values) => values.some((value) => !isAddress(value))) ?? []);
  const timeElement = [...document.querySelectorAll('time[itemprop="datePublished"], [itemprop="datePublished"], time[pubdate]')][0];
  const canonical = [...document.querySelectorAll('link[rel="canonical"]')][0]?.getAttribute("href");
  const url = [
    line(canonical),
    meta(metaNames.url)[0],
    line(data["url"]),
    line(isData(data["mainEntityOfPage"]) ? data["mainEntityOfPage"]["@id"] : data["mainEntityOfPage"]),
  ];
  const body = data["articleBody"];
  return {
    title: line(data["headline"]) ?? meta(metaNames.title)[0] ?? null,
    authors: [...new Set(authors.filter((author) => !isAddress(author)).map((author) => author.replace(/^by\s+/i, "")))].slice(0, 20),
    date:
      line(data["datePublished"]) ??
      meta(metaNames.date)[0] ??
      line(timeElement?.getAttribute("datetime")) ??
      line(timeElement?.getAttribute("content")) ??
      null,
    publisher: nameOf(listOf(data["publisher"])[0]) ?? meta(metaNames.publisher)[0] ?? null,
    url: url.find((one): one is string => one !== null && one !== undefined && isAddress(one)) ?? null,
    body: typeof body === "string" ? body : null,
  };
}
