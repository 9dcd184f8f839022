import { findArticles } from "../../../core/corpus/titleSearch";
import { findEntities } from "../../../core/entities/index/findEntities";
import { facets, type Facet } from "../../../core/search/engine/searchEngine";
import { queryFields } from "../../../core/search/query/fields";
import { wordAt, type TypedWord } from "../../../core/search/query/wordAt";
import type { SuggestParams, Suggestion } from "../../../protocol/search";
import type { Services } from "../../main/services";

const mostWords = 5;
const mostNames = 4;
const mostTitles = 3;
const mostValues = 12;
/** A shorter beginning may become anything. */
const shortest = 2;

const nameFields = { PER: "person", ORG: "org", LOC: "place", EVENT: "entity" } as const;

/** What the word before the cursor may become: words of the corpus, names, titles, fields and their values. */
export function suggestions(services: Services, { query, cursor }: SuggestParams): Suggestion[] {
  const word = wordAt(query, cursor);
  if (word === null) return [];
  const complete = (kind: Suggestion["kind"], label: string, text: string): Suggestion => completed(kind, label, text, query, word);
  const meant = word.field === null ? undefined : queryFields.get(word.field)?.name;
  if (meant === "said")
    return findEntities(services.names.view, word.value, mostValues, null)
      .filter(({ type }) => type === "PER" || type === "ORG")
      .map(({ name }) => complete("value", name, `${word.field ?? ""}:${phrase(name)}`));
  if (word.field !== null && meant !== undefined) {
    const facet = facets.find((candidate) => candidate === meant);
    return facet === undefined
      ? []
      : valuesOf(services, facet, word.value).map((value) => complete("value", value, `${word.field ?? ""}:${phrase(value)}`));
  }
  const typed = word.field === null ? word.value : `${word.field}:${word.value}`;
  if (typed.length < shortest) return [];
  const fields = [...queryFields]
    .filter(([name, field]) => name.startsWith(typed.toLowerCase()) && field.name === name)
    .map(([name]) => name);
  return [
    ...services.search.engine.suggest(typed, mostWords).map((term) => complete("word", term, term)),
    ...findEntities(services.names.view, typed, mostNames, null).map(({ name, type }) =>
      complete("name", name, `${nameFields[type]}:${phrase(name)}`),
    ),
    ...fields.map((name) => complete("field", `${name}:`, `${name}:`)),
    ...findArticles(services.corpus, typed, mostTitles).map(({ displayTitle }) =>
      complete("title", displayTitle, `title:${phrase(displayTitle)}`),
    ),
  ];
}

function valuesOf({ search, stories }: Services, facet: Facet, typed: string): readonly string[] {
  // Stories are put together once somebody asks for them.
  if (facet === "story" && stories.current.stories.length === 0) return [];
  return search.engine.values(facet, typed, mostValues).map(({ value }) => value);
}

function phrase(value: string): string {
  const plain = value.replace(/["“”„]/gu, "");
  return /^[\p{L}\p{N}]+$/u.test(plain) ? plain : `"${plain}"`;
}

function completed(kind: Suggestion["kind"], label: string, text: string, query: string, { span, lead }: TypedWord): Suggestion {
  const before = query.slice(0, span.start) + lead + text;
  const space = kind === "field" || query.startsWith(" ", span.end) ? "" : " ";
  return { kind, label, query: before + space + query.slice(span.end), cursor: before.length + space.length };
}
