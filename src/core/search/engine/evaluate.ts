import type { PhraseNode, QueryNode, TextField, WordNode } from "../query/ast";
import type { StoredArticle } from "./articleStore";
import { termsOf } from "../analyse/analyser";
import { printQuery } from "../query/printQuery";
import { expand, type Alternatives, type Sequence } from "./expand";
import { nearOf, positionsOf, positionsOfNumbers } from "./positions";
import type { ValueField, Zone } from "./searchable";
import type { TermDictionary } from "./termDictionary";

/** How an article matches: not, in what ranks, or only in site text. */
export const Match = { None: 0, Content: 1, Site: 2 } as const;

/** One number of `Match` for each slot. */
export type Matches = Uint8Array;

/** What a query is evaluated against. */
export interface Evaluation {
  readonly dictionary: TermDictionary;
  /** By slot; null is dead. */
  readonly articles: readonly (StoredArticle | null)[];
  /** What was looked for and counts for a match, collected on the way for ranking and marking. */
  readonly used: Used[];
  /** Nothing can match any more: words are only collected, to be ranked and marked in articles that have some of them. */
  readonly isHopeless?: boolean;
  /** Where the rest of the query matches so far: texts of other articles need not be read. */
  readonly within?: Matches;
}

/** A word or phrase of the query, or the two sides of a NEAR. */
export interface Used {
  readonly sequences: readonly Sequence[];
  /** How far the two may be apart; null for a single one. */
  readonly distance: number | null;
  readonly zone: Zone | null;
}

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly match: 1 | 2;
}

function stretchesOf(article: StoredArticle, field: TextField | null): readonly Stretch[] {
  if (field === "title") return [{ from: 0, to: article.titleEnd, match: Match.Content }];
  if (field === "body") return [{ from: article.titleEnd, to: article.bodyEnd, match: Match.Content }];
  return [
    { from: 0, to: article.bodyEnd, match: Match.Content },
    { from: article.bodyEnd, to: article.sequence.length, match: Match.Site },
  ];
}

/** Slots that can match at all: those of the rarest step. */
function candidates(steps: readonly Alternatives[], dictionary: TermDictionary): ReadonlySet<number> {
  let best: Alternatives | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const step of steps) {
    let count = 0;
    for (const term of step.keys()) count += dictionary.frequency(term);
    if (count < least) {
      least = count;
      best = step;
    }
  }
  const slots = new Set<number>();
  for (const term of best?.keys() ?? []) {
    for (const slot of dictionary.postings(term).slots) slots.add(slot);
    for (const slot of dictionary.sitePostings(term)) slots.add(slot);
  }
  return slots;
}

/** Where in an article a word or phrase stands, at most `limit` places. */
function placesIn(article: StoredArticle, { from, to }: Stretch, { steps, numbers }: Sequence, limit: number): readonly number[] {
  const { sequence } = article;
  if (numbers !== null) return positionsOfNumbers(sequence, from, to, numbers, limit);
  const [only] = steps;
  // A word with its inflections: each is looked for by itself, which is faster than asking every term of the text.
  if (steps.length === 1 && only !== undefined && only.size <= fewAlternatives) {
    return [...only.keys()].flatMap((number) => positionsOfNumbers(sequence, from, to, [number], limit)).sort((a, b) => a - b);
  }
  return positionsOf(sequence, from, to, steps);
}

const fewAlternatives = 12;

function matchSequence(sequence: Sequence, field: TextField | null, evaluation: Evaluation): Matches {
  const { articles, dictionary } = evaluation;
  const matches = new Uint8Array(articles.length);
  const [only] = sequence.steps;
  if (sequence.steps.length === 1 && only !== undefined && field === null) {
    for (const term of only.keys()) {
      for (const slot of dictionary.sitePostings(term)) if (matches[slot] === Match.None) matches[slot] = Match.Site;
      for (const slot of dictionary.postings(term).slots) matches[slot] = Match.Content;
    }
    for (let slot = 0; slot < articles.length; slot++) if (articles[slot] === null) matches[slot] = Match.None;
    return matches;
  }
  for (const slot of candidates(sequence.steps, dictionary)) {
    const article = articles[slot];
    if (!article || evaluation.within?.[slot] === Match.None) continue;
    const zone = stretchesOf(article, field).find((stretch) => placesIn(article, stretch, sequence, 1).length > 0);
    if (zone !== undefined) matches[slot] = zone.match;
  }
  return matches;
}

/** Where else to look for a value: an entity is a person, an organisation, a place or another one. */
const wider: Readonly<Partial<Record<ValueField, readonly ValueField[]>>> = { entity: ["person", "org", "place", "entity"] };

const valueFields: Readonly<Partial<Record<TextField, ValueField>>> = {
  author: "author", source: "source", agency: "agency", place: "place", file: "file", lang: "lang", person: "person", org: "org", entity: "entity", story: "story",
};

/** Articles that have a value with these words next to each other; the last one may be begun only. */
function matchValue(field: ValueField, node: WordNode | PhraseNode, evaluation: Evaluation): Matches {
  const matches = new Uint8Array(evaluation.articles.length);
  const wanted = ` ${termsOf(node.text).join(" ")}${node.kind === "word" && node.match === "prefix" ? "" : " "}`;
  if (wanted.trim() === "") return matches;
  const fields = wider[field] ?? [field];
  for (const [slot, article] of evaluation.articles.entries()) {
    if (article !== null && fields.some((one) => article.words.get(one)?.some((words) => words.includes(wanted)) === true)) matches[slot] = Match.Content;
  }
  return matches;
}

function where(evaluation: Evaluation, holds: (article: StoredArticle) => boolean): Matches {
  const matches = new Uint8Array(evaluation.articles.length);
  for (const [slot, article] of evaluation.articles.entries()) if (article !== null && holds(article)) matches[slot] = Match.Content;
  return matches;
}

function matchNear(left: Sequence, right: Sequence, distance: number, field: TextField | null, evaluation: Evaluation): Matches {
  const matches = new Uint8Array(evaluation.articles.length);
  const withRight = candidates(right.steps, evaluation.dictionary);
  for (const slot of candidates(left.steps, evaluation.dictionary)) {
    const article = evaluation.articles[slot];
    if (!article || !withRight.has(slot) || evaluation.within?.[slot] === Match.None) continue;
    for (const stretch of stretchesOf(article, field)) {
      const a = placesIn(article, stretch, left, Infinity);
      const b = a.length === 0 ? [] : placesIn(article, stretch, right, Infinity);
      if (nearOf(a, left.steps.length, b, right.steps.length, distance).length === 0) continue;
      matches[slot] = stretch.match;
      break;
    }
  }
  return matches;
}

function zoneOf(field: TextField | null): Zone | null {
  return field === "title" || field === "body" ? field : null;
}

function leaf(node: WordNode | PhraseNode, evaluation: Evaluation): Matches {
  const field = node.field === null ? undefined : valueFields[node.field];
  if (field !== undefined) return matchValue(field, node, evaluation);
  const sequence = expand(node, evaluation.dictionary);
  if (sequence === null) return where(evaluation, () => true);
  evaluation.used.push({ sequences: [sequence], distance: null, zone: zoneOf(node.field) });
  if (evaluation.isHopeless === true) return new Uint8Array(evaluation.articles.length);
  return matchSequence(sequence, node.field, evaluation);
}

/** Both must match; a match in site text only makes the whole one. */
function both(a: Matches, b: Matches): Matches {
  for (let slot = 0; slot < a.length; slot++) {
    const left = a[slot] ?? 0;
    const right = b[slot] ?? 0;
    a[slot] = left === Match.None || right === Match.None ? Match.None : Math.max(left, right);
  }
  return a;
}

function either(a: Matches, b: Matches): Matches {
  for (let slot = 0; slot < a.length; slot++) {
    const right = b[slot] ?? 0;
    if (a[slot] !== Match.Content && right !== Match.None) a[slot] = right;
  }
  return a;
}

function all(children: readonly QueryNode[], evaluation: Evaluation): Matches {
  let matches: Matches | null = null;
  let isHopeless = evaluation.isHopeless === true;
  for (const child of distinct(children)) {
    const own = evaluate(child, matches === null ? evaluation : { ...evaluation, isHopeless, within: matches });
    matches = matches === null ? own : both(matches, own);
    isHopeless ||= !matches.some((match) => match !== Match.None);
  }
  return matches ?? new Uint8Array(evaluation.articles.length);
}

/** What is said twice is looked for once. */
function distinct(children: readonly QueryNode[]): readonly QueryNode[] {
  return [...new Map(children.map((child) => [printQuery(child), child])).values()];
}

/** Which articles match the tree, and where. `NOT` leaves out articles that match in what ranks; site text does not count. */
export function evaluate(node: QueryNode, evaluation: Evaluation): Matches {
  switch (node.kind) {
    case "word":
    case "phrase":
      return leaf(node, evaluation);
    case "near": {
      const left = expand(node.left, evaluation.dictionary);
      const right = expand(node.right, evaluation.dictionary);
      if (left === null || right === null) return where(evaluation, () => true);
      const field = node.left.field ?? node.right.field;
      evaluation.used.push({ sequences: [left, right], distance: node.distance, zone: zoneOf(field) });
      if (evaluation.isHopeless === true) return new Uint8Array(evaluation.articles.length);
      return matchNear(left, right, node.distance, field, evaluation);
    }
    case "date":
      return where(evaluation, ({ date }) => date !== null && (node.from === null || date >= node.from) && (node.to === null || date <= node.to));
    case "undated":
      return where(evaluation, ({ date }) => date === null);
    case "is":
      return where(evaluation, ({ duplicates }) => duplicates !== null);
    case "not": {
      const inner = evaluate(node.child, { ...evaluation, used: [] });
      return where(evaluation, () => true).map((live, slot) => (live === Match.Content && inner[slot] !== Match.Content ? Match.Content : Match.None));
    }
    case "and":
      return all(node.children, evaluation);
    case "or":
      return distinct(node.children).map((child) => evaluate(child, evaluation)).reduce(either);
  }
}
