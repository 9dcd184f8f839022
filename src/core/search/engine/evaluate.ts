import { noGroup, type ArticleTable } from "./articleTable";
import type { Sequence, Step } from "./expand";
import { articlesWith, type Prepared, type PreparedSaid } from "./prepare";
import { anyCapitals, capitalsIn, slotOf, type Postings } from "./postings";
import { eachSaid } from "./saidPlaces";
import type { Zone } from "./searchable";
import type { TermDictionary } from "./termDictionary";
import type { ValueTable } from "./valueTable";
import { Finder, NearFinder, type Stretch } from "./verify";

/** How an article matches: not, in what ranks, or only in site text. */
export const Match = { None: 0, Content: 1, Site: 2 } as const;

/** One number of `Match` for each slot. */
export type Matches = Uint8Array;

/** What a query is evaluated against. */
export interface Evaluation {
  readonly dictionary: TermDictionary;
  readonly values: ValueTable;
  readonly articles: ArticleTable;
}

/** So many texts are read between two pauses: about a millisecond. */
const readsBetween = 512;
/** So many postings likewise. */
export const postingsBetween = 200_000;

/** Whether no slot matches. */
export function isEmpty(matches: Matches): boolean {
  return !matches.includes(Match.Content) && !matches.includes(Match.Site);
}

/** Whether nothing can be added to it. */
function isFull(matches: Matches): boolean {
  return !matches.includes(Match.None) && !matches.includes(Match.Site);
}

/** A word that may stand anywhere: its postings are the answer. */
function* matchWord(step: Step, { dictionary, articles }: Evaluation): Generator<undefined, Matches> {
  const matches = new Uint8Array(articles.size);
  const { terms } = step;
  for (let index = 0; index < terms.length; index++) mark(dictionary.site, step, index, Match.Site, matches, articles);
  let left = matches.length;
  let read = 0;
  for (let index = 0; index < terms.length; index++) {
    left -= mark(dictionary.content, step, index, Match.Content, matches, articles);
    // Thousands of words with one beginning: the first of them often stand in all articles.
    if (left === 0) break;
    read += dictionary.content.length(terms[index] ?? 0);
    if (read < postingsBetween) continue;
    read = 0;
    yield;
  }
  return matches;
}

/** Marks the slots that have one of a step's terms as it asks; content goes before site text. How many were not marked so. */
function mark(
  postings: Postings,
  { terms, capitals, languages }: Step,
  index: number,
  match: number,
  matches: Matches,
  articles: ArticleTable,
): number {
  const term = terms[index] ?? 0;
  const bits = capitals[index] ?? anyCapitals;
  const language = languages[index] ?? 0;
  const { data } = postings;
  const start = postings.start(term);
  const end = start + postings.length(term);
  let marked = 0;
  for (let at = start; at < end; at++) {
    const packed = data[at] ?? 0;
    const slot = slotOf(packed);
    const before = matches[slot] ?? 0;
    if (before === match || before === Match.Content) continue;
    if (bits !== anyCapitals && (capitalsIn(packed) & bits) === 0) continue;
    if (language !== 0 && articles.languages[slot] !== language) continue;
    matches[slot] = match;
    marked++;
  }
  return marked;
}

/** More words of a phrase than this need not be known of an article before it is read. */
const mostKnown = 8;

/** The slots in which each of the steps has a term somewhere, as numbers other than 0. */
function* withAll(steps: readonly Step[], within: Matches | null, evaluation: Evaluation): Generator<undefined, Matches> {
  const { dictionary } = evaluation;
  const rarestFirst = [...steps].sort((a, b) => articlesWith(a, dictionary) - articlesWith(b, dictionary)).slice(0, mostKnown);
  let found = within;
  for (const step of rarestFirst) {
    const own = yield* matchWord(step, evaluation);
    if (found !== null) for (let slot = 0; slot < own.length; slot++) if (found[slot] === Match.None) own[slot] = Match.None;
    found = own;
    if (isEmpty(found)) break;
  }
  return found ?? new Uint8Array(evaluation.articles.size);
}

/** Whether something stands in a stretch of a text. */
type IsIn = (stretch: Stretch) => boolean;

/** Reads the articles that have all the steps, and asks of each of their zones whether it matches. */
function* matchTexts(
  steps: readonly Step[],
  zone: Zone | null,
  within: Matches | null,
  evaluation: Evaluation,
  isIn: IsIn,
): Generator<undefined, Matches> {
  const matches = yield* withAll(steps, within, evaluation);
  let reads = 0;
  for (let slot = 0; slot < matches.length; slot++) {
    if (matches[slot] === Match.None) continue;
    matches[slot] = matchIn(slot, zone, evaluation.articles, isIn);
    if (++reads % readsBetween === 0) yield;
  }
  return matches;
}

function matchIn(slot: number, zone: Zone | null, articles: ArticleTable, isIn: IsIn): number {
  if (!articles.isAlive(slot)) return Match.None;
  const chunk = articles.chunk(slot);
  const language = articles.languages[slot] ?? 0;
  const start = articles.starts[slot] ?? 0;
  const titleEnd = start + (articles.titleEnds[slot] ?? 0);
  const bodyEnd = start + (articles.bodyEnds[slot] ?? 0);
  const end = start + (articles.lengths[slot] ?? 0);
  if (zone === "title") return isIn({ chunk, from: start, to: titleEnd, language }) ? Match.Content : Match.None;
  if (zone === "body") return isIn({ chunk, from: titleEnd, to: bodyEnd, language }) ? Match.Content : Match.None;
  if (isIn({ chunk, from: start, to: bodyEnd, language })) return Match.Content;
  return bodyEnd < end && isIn({ chunk, from: bodyEnd, to: end, language }) ? Match.Site : Match.None;
}

function finder(sequence: Sequence, { dictionary }: Evaluation): Finder {
  const counts = sequence.steps.map((step) => articlesWith(step, dictionary));
  return new Finder(sequence, dictionary, counts.indexOf(Math.min(...counts)));
}

function* matchSequence(
  sequence: Sequence,
  zone: Zone | null,
  within: Matches | null,
  evaluation: Evaluation,
): Generator<undefined, Matches> {
  const [only] = sequence.steps;
  if (sequence.steps.length === 1 && sequence.run === null && only !== undefined && zone === null)
    return yield* matchWord(only, evaluation);
  const own = finder(sequence, evaluation);
  return yield* matchTexts(sequence.steps, zone, within, evaluation, (stretch) => own.isIn(stretch));
}

function where({ articles }: Evaluation, holds: (slot: number) => boolean): Matches {
  const matches = new Uint8Array(articles.size);
  for (let slot = 0; slot < matches.length; slot++) if (holds(slot)) matches[slot] = Match.Content;
  return matches;
}

/** The articles with one of the values that are marked. */
export function withValues(wanted: Uint8Array, { values, size }: ArticleTable): Matches {
  const { numbers } = values;
  const matches = new Uint8Array(size);
  for (let slot = 0; slot < size; slot++) {
    const end = values.end(slot);
    for (let at = values.start(slot); at < end; at++) {
      if (wanted[numbers[at] ?? 0] !== 1) continue;
      matches[slot] = Match.Content;
      break;
    }
  }
  return matches;
}

/** Whether what a part of a query asks for stands in a stretch of a text: parts that `isSayable` in the parser. */
function testOf(node: Prepared, evaluation: Evaluation): IsIn {
  switch (node.kind) {
    case "sequence": {
      const own = finder(node.sequence, evaluation);
      return (stretch) => own.isIn(stretch);
    }
    case "near": {
      const near = new NearFinder(finder(node.left, evaluation), finder(node.right, evaluation), node.distance, evaluation.dictionary.size);
      return (stretch) => near.isIn(stretch);
    }
    case "and":
    case "or": {
      const tests = node.children.map((child) => testOf(child, evaluation));
      return node.kind === "and" ? (stretch) => tests.every((test) => test(stretch)) : (stretch) => tests.some((test) => test(stretch));
    }
    case "everything":
      return () => true;
    case "nothing":
    case "undated":
    case "duplicate":
    case "value":
    case "date":
    case "said":
    case "not":
      return () => false;
  }
}

/**
 * Finds, in an article, the quotations that are asked for: calls `visit` with where their words stand in its sequence, until it
 * returns true. Returns whether it did.
 */
export function saidFinder(
  { wanted, isQuoted, words }: PreparedSaid,
  evaluation: Evaluation,
): (slot: number, visit: (start: number, end: number) => boolean) => boolean {
  const { articles } = evaluation;
  const test = words === null ? null : testOf(words, evaluation);
  return (slot, visit) => {
    const { said } = articles;
    const base = articles.starts[slot] ?? 0;
    const length = articles.lengths[slot] ?? 0;
    const chunk = articles.chunk(slot);
    const language = articles.languages[slot] ?? 0;
    return eachSaid(said.numbers, said.start(slot), said.end(slot), wanted, isQuoted, (start, end) => {
      const to = Math.min(end, length);
      return start < to && (test === null || test({ chunk, from: base + start, to: base + to, language })) && visit(start, to);
    });
  };
}

function* matchSaid(node: PreparedSaid, within: Matches | null, evaluation: Evaluation): Generator<undefined, Matches> {
  const { articles } = evaluation;
  let found = node.wanted === null ? null : withValues(node.wanted, articles);
  if (node.words !== null) {
    const withWords = yield* evaluate(node.words, found ?? within, evaluation);
    found = found === null ? withWords : both(found, withWords);
  }
  const matches = found ?? new Uint8Array(articles.size).fill(Match.Content);
  const find = saidFinder(node, evaluation);
  let reads = 0;
  for (let slot = 0; slot < matches.length; slot++) {
    if (matches[slot] === Match.None) continue;
    matches[slot] = articles.isAlive(slot) && find(slot, () => true) ? Match.Content : Match.None;
    if (++reads % readsBetween === 0) yield;
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
 * Which articles match, and where, with a pause about every millisecond. `NOT` leaves out articles that match in what ranks; site
 * text does not count. Only slots that `within` has are sure to be right; the slots of dead articles are not. Nothing is looked
 * at any more once nothing can match.
 */
export function* evaluate(node: Prepared, within: Matches | null, evaluation: Evaluation): Generator<undefined, Matches> {
  const { days, groups } = evaluation.articles;
  switch (node.kind) {
    case "everything":
      return where(evaluation, () => true);
    case "nothing":
      return new Uint8Array(evaluation.articles.size);
    case "sequence":
      return yield* matchSequence(node.sequence, node.zone, within, evaluation);
    case "near": {
      const near = new NearFinder(finder(node.left, evaluation), finder(node.right, evaluation), node.distance, evaluation.dictionary.size);
      return yield* matchTexts([...node.left.steps, ...node.right.steps], node.zone, within, evaluation, (stretch) => near.isIn(stretch));
    }
    case "value":
      if (node.words === "") return new Uint8Array(evaluation.articles.size);
      return withValues(yield* evaluation.values.having(node.fields, node.words), evaluation.articles);
    case "date":
      return where(evaluation, (slot) => (days[slot] ?? 0) >= node.from && (days[slot] ?? 0) <= node.to);
    case "undated":
      return where(evaluation, (slot) => days[slot] === 0);
    case "duplicate":
      return where(evaluation, (slot) => groups[slot] !== noGroup);
    case "said":
      return yield* matchSaid(node, within, evaluation);
    case "not": {
      const inner = yield* evaluate(node.child, within, evaluation);
      for (let slot = 0; slot < inner.length; slot++) inner[slot] = inner[slot] === Match.Content ? Match.None : Match.Content;
      return inner;
    }
    case "and":
    case "or":
      return yield* group(node.kind, node.children, within, evaluation);
  }
}

function* group(
  kind: "and" | "or",
  children: readonly Prepared[],
  within: Matches | null,
  evaluation: Evaluation,
): Generator<undefined, Matches> {
  let matches: Matches | null = null;
  for (const child of children) {
    const own: Matches = yield* evaluate(child, kind === "or" ? within : (matches ?? within), evaluation);
    matches = matches === null ? own : kind === "or" ? either(matches, own) : both(matches, own);
    if (kind === "or" ? isFull(matches) : isEmpty(matches)) break;
    yield;
  }
  return matches ?? new Uint8Array(evaluation.articles.size);
}
