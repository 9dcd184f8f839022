import type { CancellationToken } from "../../cancellation";
import type { StoredArticle } from "./articleStore";
import type { Sequence, Step } from "./expand";
import { articlesWith, type Prepared } from "./prepare";
import { slotOf } from "./postings";
import type { Zone } from "./searchable";
import type { TermDictionary } from "./termDictionary";
import type { ValueTable } from "./valueTable";
import { Finder, NearFinder } from "./verify";

/** How an article matches: not, in what ranks, or only in site text. */
export const Match = { None: 0, Content: 1, Site: 2 } as const;

/** One number of `Match` for each slot. */
export type Matches = Uint8Array;

/** What a query is evaluated against. */
export interface Evaluation {
  readonly dictionary: TermDictionary;
  readonly values: ValueTable;
  /** By slot; null is dead. */
  readonly articles: readonly (StoredArticle | null)[];
  readonly token: CancellationToken;
}

/** So many texts are read between two looks at the token. */
const readsBetween = 256;

/** Whether no slot matches. */
export function isEmpty(matches: Matches): boolean {
  return !matches.includes(Match.Content) && !matches.includes(Match.Site);
}

/** Whether nothing can be added to it. */
function isFull(matches: Matches): boolean {
  return !matches.includes(Match.None) && !matches.includes(Match.Site);
}

/** A word that may stand anywhere: its postings are the answer. */
function matchWord({ terms }: Step, { dictionary, articles }: Evaluation): Matches {
  const matches = new Uint8Array(articles.length);
  for (const term of terms) {
    const site = dictionary.site(term);
    if (site === undefined) continue;
    const { packed, length } = site;
    for (let at = 0; at < length; at++) {
      const slot = slotOf(packed[at] ?? 0);
      if (matches[slot] === Match.None) matches[slot] = Match.Site;
    }
  }
  let left = matches.length;
  for (const term of terms) {
    const { packed, length } = dictionary.content(term);
    for (let at = 0; at < length; at++) {
      const slot = slotOf(packed[at] ?? 0);
      if (matches[slot] === Match.Content) continue;
      matches[slot] = Match.Content;
      left--;
    }
    // Thousands of words with one beginning: the first of them often stand in all articles.
    if (left === 0) break;
  }
  return matches;
}

/** More words of a phrase than this need not be known of an article before it is read. */
const mostKnown = 8;

/** The slots in which each of the steps has a term somewhere, as numbers other than 0. */
function withAll(steps: readonly Step[], within: Matches | null, evaluation: Evaluation): Matches {
  const { dictionary } = evaluation;
  const rarestFirst = [...steps].sort((a, b) => articlesWith(a, dictionary) - articlesWith(b, dictionary)).slice(0, mostKnown);
  let found = within;
  for (const step of rarestFirst) {
    const own = matchWord(step, evaluation);
    if (found !== null) for (let slot = 0; slot < own.length; slot++) if (found[slot] === Match.None) own[slot] = Match.None;
    found = own;
    if (isEmpty(found)) break;
  }
  return found ?? new Uint8Array(evaluation.articles.length);
}

/** Reads the articles that have all the steps, and asks of each of their zones whether it matches. */
function matchTexts(steps: readonly Step[], zone: Zone | null, within: Matches | null, evaluation: Evaluation, isIn: (sequence: Uint32Array, from: number, to: number) => boolean): Matches {
  const { articles, token } = evaluation;
  const matches = withAll(steps, within, evaluation);
  let reads = 0;
  for (let slot = 0; slot < matches.length; slot++) {
    if (matches[slot] === Match.None) continue;
    const article = articles[slot];
    // A cancelled search answers nothing: what is left is as good as anything.
    if (++reads % readsBetween === 0 && token.isCancellationRequested) break;
    matches[slot] = article ? matchIn(article, zone, isIn) : Match.None;
  }
  return matches;
}

function matchIn({ sequence, titleEnd, bodyEnd }: StoredArticle, zone: Zone | null, isIn: (sequence: Uint32Array, from: number, to: number) => boolean): number {
  if (zone === "title") return isIn(sequence, 0, titleEnd) ? Match.Content : Match.None;
  if (zone === "body") return isIn(sequence, titleEnd, bodyEnd) ? Match.Content : Match.None;
  if (isIn(sequence, 0, bodyEnd)) return Match.Content;
  return isIn(sequence, bodyEnd, sequence.length) ? Match.Site : Match.None;
}

function finder(sequence: Sequence, { dictionary }: Evaluation): Finder {
  const counts = sequence.steps.map((step) => articlesWith(step, dictionary));
  return new Finder(sequence, dictionary.size, counts.indexOf(Math.min(...counts)));
}

function matchSequence(sequence: Sequence, zone: Zone | null, within: Matches | null, evaluation: Evaluation): Matches {
  const [only] = sequence.steps;
  if (sequence.steps.length === 1 && only !== undefined && zone === null) return matchWord(only, evaluation);
  const own = finder(sequence, evaluation);
  return matchTexts(sequence.steps, zone, within, evaluation, (terms, from, to) => own.places(terms, from, to, 1).length > 0);
}

function where(evaluation: Evaluation, holds: (article: StoredArticle) => boolean): Matches {
  const { articles } = evaluation;
  const matches = new Uint8Array(articles.length);
  for (let slot = 0; slot < matches.length; slot++) {
    const article = articles[slot];
    if (article && holds(article)) matches[slot] = Match.Content;
  }
  return matches;
}

/** Both must match; a match in site text only makes the whole one. */
function both(a: Matches, b: Matches): Matches {
  for (let slot = 0; slot < a.length; slot++) {
    const left = a[slot] ?? 0;
    const right = b[slot] ?? 0;
    a[slot] = left === Match.None || right === Match.None ? Match.None : left > right ? left : right;
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

/**
 * Which articles match, and where. `NOT` leaves out articles that match in what ranks; site text does not count. Only slots
 * that `within` has are sure to be right; the slots of dead articles are not. Nothing is looked at any more once nothing
 * can match; when cancelled, the answer is unfinished.
 */
export function evaluate(node: Prepared, within: Matches | null, evaluation: Evaluation): Matches {
  switch (node.kind) {
    case "everything":
      return where(evaluation, () => true);
    case "sequence":
      return matchSequence(node.sequence, node.zone, within, evaluation);
    case "near": {
      const near = new NearFinder(finder(node.left, evaluation), finder(node.right, evaluation), node.distance, evaluation.dictionary.size);
      return matchTexts([...node.left.steps, ...node.right.steps], node.zone, within, evaluation, (terms, from, to) => near.isIn(terms, from, to));
    }
    case "value": {
      if (node.words === "") return new Uint8Array(evaluation.articles.length);
      const wanted = evaluation.values.having(node.fields, node.words);
      return where(evaluation, ({ values }) => values.some((value) => wanted[value] === 1));
    }
    case "date":
      return where(evaluation, ({ day }) => day >= node.from && day <= node.to);
    case "undated":
      return where(evaluation, ({ day }) => day === 0);
    case "duplicate":
      return where(evaluation, ({ duplicates }) => duplicates !== null);
    case "not": {
      const inner = evaluate(node.child, within, evaluation);
      for (let slot = 0; slot < inner.length; slot++) inner[slot] = inner[slot] === Match.Content ? Match.None : Match.Content;
      return inner;
    }
    case "and":
    case "or":
      return group(node.kind, node.children, within, evaluation);
  }
}

function group(kind: "and" | "or", children: readonly Prepared[], within: Matches | null, evaluation: Evaluation): Matches {
  let matches: Matches | null = null;
  for (const child of children) {
    if (evaluation.token.isCancellationRequested) break;
    if (kind === "or") {
      const own = evaluate(child, within, evaluation);
      matches = matches === null ? own : either(matches, own);
      if (isFull(matches)) break;
      continue;
    }
    const own = evaluate(child, matches ?? within, evaluation);
    matches = matches === null ? own : both(matches, own);
    if (isEmpty(matches)) break;
  }
  return matches ?? new Uint8Array(evaluation.articles.length);
}
