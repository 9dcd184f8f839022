import type { Article } from "../../article/article";
import type { ParsedDocument } from "../../corpus/parseDocument";
import type { Span } from "../../text/span";
import { languageOf } from "../analyse/language";
import type { SaidFact, SearchableArticle, SearchableFacts, SearchableText, TextRun, ValueField } from "./searchable";

/** What is left of `whole` when `parts` (in any order, overlaps allowed) are taken out, in order. */
function uncovered(whole: Span, parts: readonly Span[]): readonly Span[] {
  const rest: Span[] = [];
  let at = whole.start;
  for (const { start, end } of [...parts].sort((a, b) => a.start - b.start)) {
    if (start > at) rest.push({ start: at, end: Math.min(start, whole.end) });
    at = Math.max(at, end);
    if (at >= whole.end) return rest;
  }
  rest.push({ start: at, end: whole.end });
  return rest;
}

/** What an article's own text does not say, or says only to the corpus. */
export interface SearchableContext {
  /** The path that `file:` looks in, relative to its folder, with the key inside a bundle behind it. */
  readonly path: string;
  /** The folder, or the bundle. */
  readonly folder: string;
  /** As the corpus resolved it (day or month first), which may differ from the article's own reading. */
  readonly date: string | null;
  /** From the entity index, while it is there. */
  readonly names?: ArticleNameValues;
  /** The group of near-duplicates. */
  readonly duplicates?: string | null;
  readonly story?: string | null;
  /** Who said what, where the article has been read for names. */
  readonly said?: readonly SaidFact[];
}

/** The names of the entities of an article, and their other names, by field. */
export interface ArticleNameValues {
  readonly values: Readonly<Partial<Record<NameField, readonly string[]>>>;
  readonly aliases: Readonly<Partial<Record<NameField, readonly string[]>>>;
}

export type NameField = Extract<ValueField, "person" | "org" | "place" | "entity">;

function present(values: readonly (string | null | undefined)[]): readonly string[] {
  return values.filter((value): value is string => value !== null && value !== undefined && value !== "");
}

function byStart(a: TextRun, b: TextRun): number {
  return (a[0]?.start ?? 0) - (b[0]?.start ?? 0);
}

/** All that an article says, whatever part of it the parser could name: site text and the address alone do not rank. */
function bodyOf(article: Article, title: TextRun | null, site: readonly Span[]): readonly TextRun[] {
  const runs: TextRun[] = article.paragraphs.map(({ pieces }) => pieces);
  const fields = [
    article.prefix,
    article.byline?.span,
    article.creditLine?.span,
    ...article.subheadings,
    ...article.related.map(({ span }) => span),
  ];
  for (const span of fields) if (span) runs.push([span]);
  // What is left out of an article that is too long is told of as a problem.
  const cut = article.problems.flatMap(({ code, span }) => (code === "text-cut" ? [span] : []));
  const rest = uncovered(article.content ?? article.span, [...(title ?? []), ...runs.flat(), ...site, ...cut]);
  return [...runs, ...rest.map((span) => [span])].filter((run) => run.length > 0).sort(byStart);
}

/** What of an article's text the search index reads. */
export function searchableText(text: string, article: Article): SearchableText {
  const title: TextRun | null = article.headline?.span ? [article.headline.span] : null;
  const site = [...article.boilerplate, ...(article.urlBlock === null ? [] : [article.urlBlock])].sort((a, b) => a.start - b.start);
  return { text, title, body: bodyOf(article, title, site), site: site.map((span) => [span]) };
}

/** The values of the article's fields. */
export function searchableFacts(
  { publisher, agency, authors, dateline, language }: FactFields,
  { path, folder, date, names, duplicates, story, said = [] }: SearchableContext,
): SearchableFacts {
  return {
    date,
    values: {
      author: authors,
      source: present([publisher ?? agency]),
      agency: present([agency]),
      place: [...new Set([...dateline, ...(names?.values.place ?? [])])],
      file: [path],
      folder: [folder],
      lang: present([language]),
      person: names?.values.person ?? [],
      org: names?.values.org ?? [],
      entity: names?.values.entity ?? [],
      story: present([story]),
      said: [...new Set(present(said.map(({ speaker }) => speaker)))],
    },
    aliases: { ...names?.aliases, lang: present([languageName(language)]) },
    duplicates: duplicates ?? null,
    said,
  };
}

/** The article's own values, which its facts begin with. */
export interface FactFields {
  readonly publisher: string | null;
  readonly agency: string | null;
  readonly authors: readonly string[];
  readonly dateline: readonly string[];
  /** ISO 639-1; null where the text is too short to tell. */
  readonly language: string | null;
}

/** `text` is the document's. */
export function factFields(text: string, { publisher, agency, authors, dateline, paragraphs, content }: Article): FactFields {
  const language = languageOf(text, paragraphs.length > 0 || content === null ? paragraphs.flatMap(({ pieces }) => pieces) : [content]);
  return {
    publisher: publisher?.value ?? null,
    agency: agency?.value ?? null,
    authors: authors.map(({ name }) => name),
    dateline: dateline?.cities ?? [],
    language,
  };
}

let languageNames: Intl.DisplayNames | null = null;

/** In English: `lang:english` finds what `lang:en` does. */
function languageName(language: string | null): string | null {
  if (language === null) return null;
  languageNames ??= new Intl.DisplayNames("en", { type: "language" });
  return languageNames.of(language) ?? null;
}

/** An article as the search index takes it. */
export function searchableOf(id: string, text: string, article: Article, context: SearchableContext): SearchableArticle {
  return { id, ...searchableText(text, article), ...searchableFacts(factFields(text, article), context) };
}

/** The id of what stands in a bundle outside its articles. No article has it: a URI escapes the question mark. */
export function outsideId(uri: string): string {
  return `${uri}?outside`;
}

/** What stands in a bundle outside its articles, as one more thing to find; null where there is nothing. */
export function searchableOutside(document: ParsedDocument, uri: string, path: string, folder: string): SearchableArticle | null {
  if (document.outside.length === 0) return null;
  return {
    id: outsideId(uri),
    text: document.text,
    title: null,
    body: [],
    site: document.outside.map((span: Span) => [span]),
    date: null,
    values: { file: [path], folder: [folder] },
    aliases: {},
    duplicates: null,
  };
}
