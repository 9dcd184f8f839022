import assert from "node:assert/strict";
import type { Span } from "../../../src/core/text/span";
import { LineIndex } from "../../../src/core/text/lineIndex";
import { parseArticle } from "../../../src/core/article/parseArticle";

/** An article as plain data: lines 1-based and inclusive, `[first, last]`. */
export function articleFields(text: string, attributes: Readonly<Record<string, string>> = {}, fileName: string | null = "velm-2044.txt") {
  const lines = new LineIndex(text);
  const article = parseArticle(text, lines, { start: 0, end: text.length }, { fileName, attributes: new Map(Object.entries(attributes)) });
  const range = (span: Span | null): [number, number] | null =>
    span === null ? null : [lines.lineAt(span.start) + 1, lines.lineAt(Math.max(span.start, span.end - 1)) + 1];
  return {
    headline: article.headline?.value ?? null,
    headlineLine: range(article.headline?.span ?? null)?.[0] ?? null,
    title: `${article.displayTitleKind}: ${article.displayTitle}`,
    byline: article.byline?.value ?? null,
    authors: article.authors.map(({ name, kind }) => (kind === "person" ? name : `${name} (organization)`)),
    publisher: article.publisher?.value ?? null,
    publisherOrigin: article.publisher?.origin ?? null,
    publisherLine: range(article.publisher?.span ?? null)?.[0] ?? null,
    agency: article.agency?.value ?? null,
    cities: article.dateline?.cities ?? [],
    place: article.dateline?.text ?? null,
    prefix: article.prefix === null ? null : text.slice(article.prefix.start, article.prefix.end),
    date: article.datePublished?.iso ?? null,
    time: article.datePublished?.time ?? null,
    dateSource: article.datePublished?.source ?? null,
    habit: article.datePublished?.habit ?? null,
    ambiguous: article.datePublished?.ambiguous ?? null,
    body: range(article.body),
    paragraphs: article.paragraphs.map(({ pieces }) =>
      pieces.map(({ start, end }) => text.slice(start, end).replace(/\s+/g, " ")).join(" "),
    ),
    broken: article.paragraphs
      .filter(({ pieces }) => pieces.length > 1)
      .map(({ pieces }) => [range(pieces[0] ?? null)?.[0], range(pieces.at(-1) ?? null)?.[1]]),
    subheadings: article.subheadings.map(({ start, end }) => text.slice(start, end)),
    credit: article.creditLine?.value ?? null,
    creditLines: range(article.creditLine?.span ?? null),
    related: article.related.map(({ title }) => title),
    relatedLines: range(article.relatedList),
    url: article.url?.value ?? null,
    urlLine: range(article.url?.span ?? null)?.[0] ?? null,
    urlLines: range(article.urlBlock),
    boilerplate: article.boilerplate.map(range),
    problems: article.problems.map(({ code }) => code),
  };
}

export type Expected = Partial<ReturnType<typeof articleFields>>;

/** A text, what is expected of it, and the attributes of its envelope. */
export type Fixture = readonly [string, Expected, Readonly<Record<string, string>>?];

/** Compares the fields that `expected` names. */
export function check(input: string, expected: Expected, attributes: Readonly<Record<string, string>> = {}): void {
  const all = articleFields(input, attributes);
  const found = Object.fromEntries(Object.keys(expected).map((key) => [key, all[key as keyof Expected]]));
  assert.deepEqual(found, expected);
}

/** Runs one test a fixture. */
export function checkAll(fixtures: Readonly<Record<string, Fixture>>): void {
  for (const [name, [input, expected, attributes]] of Object.entries(fixtures))
    it(name, () => {
      check(input, expected, attributes);
    });
}

/** Three paragraphs of news that never happened, for fixtures that are about what stands around them. */
export const prose = `The council of Velm voted on Monday to close the old bridge over the Arda, ending a dispute that has divided the town for years.

Mayor Ilse Brandt said the decision was difficult but could not wait. "The pillars will not stand another spring flood," she told reporters.

Opponents said they would appeal to the regional court in Tarn before the end of the month.`;
