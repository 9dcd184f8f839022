import type { Article } from "../../corpus/article";
import type { Span } from "../../text/span";
import type { SearchableArticle, ValueField } from "./searchable";

/** What an article's own text does not say, or says only to the corpus. */
export interface SearchableContext {
  readonly id: string;
  readonly text: string;
  /** The path that `file:` looks in, relative to its folder. */
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

function spansOf(article: Article): readonly Span[] {
  const spans = [...article.paragraphs.flatMap(({ pieces }) => pieces), ...article.subheadings];
  for (const field of [article.byline, article.creditLine]) if (field?.span) spans.push(field.span);
  for (const { span } of article.related) spans.push(span);
  return spans.sort((a, b) => a.start - b.start);
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
  return {
    id: context.id,
    text: context.text,
    title: article.headline?.span ?? null,
    body: spansOf(article),
    site: article.boilerplate,
    date: context.date,
    values,
    duplicates: context.duplicates,
  };
}
