import type { Article } from "../../corpus/article";
import type { ParsedDocument } from "../../corpus/parseDocument";
import type { Span } from "../../text/span";
import { uncovered } from "../../text/uncovered";
import type { SearchableArticle, TextRun, ValueField } from "./searchable";

/** What an article's own text does not say, or says only to the corpus. */
export interface SearchableContext {
  readonly id: string;
  readonly text: string;
  /** The path that `file:` looks in, relative to its folder, with the key inside a bundle behind it. */
  readonly path: string;
  readonly folder: string;
  /** As the corpus resolved it (day or month first), which may differ from the article's own reading. */
  readonly date: string | null;
  readonly duplicates: string | null;
  /** From the entity index, while it is there: names and aliases. */
  readonly entities?: Readonly<Partial<Record<"person" | "org" | "place" | "entity", readonly string[]>>>;
  readonly story?: string;
}

function present(values: readonly (string | null | undefined)[]): readonly string[] {
  return values.filter((value): value is string => value !== null && value !== undefined && value !== "");
}

function bodyOf(article: Article): readonly TextRun[] {
  const runs: TextRun[] = article.paragraphs.map(({ pieces }) => pieces);
  const fields = [article.prefix, article.byline?.span, article.creditLine?.span, ...article.subheadings, ...article.related.map(({ span }) => span)];
  for (const span of fields) if (span) runs.push([span]);
  return runs.filter((run) => run.length > 0).sort((a, b) => (a[0]?.start ?? 0) - (b[0]?.start ?? 0));
}

/** Site text, and the lines that are none of the rest: dates, labels, addresses. Whatever can be read can be found. */
function siteOf(article: Article, covered: readonly TextRun[]): readonly TextRun[] {
  const rest = uncovered(article.content ?? article.span, [...covered.flat(), ...article.boilerplate]);
  return [...article.boilerplate, ...rest].sort((a, b) => a.start - b.start).map((span) => [span]);
}

/** An article as the search index takes it. */
export function searchableOf(article: Article, context: SearchableContext): SearchableArticle {
  const { entities } = context;
  const values: Partial<Record<ValueField, readonly string[]>> = {
    author: article.authors.map(({ name }) => name),
    source: present([article.publisher?.value ?? article.agency?.value]),
    agency: present([article.agency?.value]),
    place: [...(article.dateline?.cities ?? []), ...(entities?.place ?? [])],
    file: [context.path],
    folder: [context.folder],
    person: entities?.person ?? [],
    org: entities?.org ?? [],
    entity: entities?.entity ?? [],
    story: present([context.story]),
  };
  const title: TextRun | null = article.headline?.span ? [article.headline.span] : null;
  const body = bodyOf(article);
  return {
    id: context.id,
    text: context.text,
    title,
    body,
    site: siteOf(article, title === null ? body : [title, ...body]),
    date: context.date,
    values,
    duplicates: context.duplicates,
  };
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
    duplicates: null,
  };
}
