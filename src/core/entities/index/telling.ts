import type { LocalSentence } from "./articleNames";
import type { ArticlePlace, IndexedArticle } from "./entityIndex";
import type { Entity } from "./entity";
import type { EntityView } from "./entityView";
import { markScore } from "./placeMark";
import { Best } from "../../util/best";
import { foldWords } from "../../text/fold";
import type { FactsOf } from "./articleFacts";

/** A sentence about an entity, before its text is read. */
export interface SentencePlace {
  readonly article: ArticlePlace;
  readonly sentence: LocalSentence;
}

/** A sentence that is worth telling, with what decides between several of them. */
export interface TellingCandidate extends SentencePlace {
  /** Of its article; empty for undated ones and for copies, which come behind all others of the same worth. */
  readonly date: string;
  readonly copyOf: string | null;
}

function compareCandidates(a: TellingCandidate, b: TellingCandidate): number {
  return b.sentence.score - a.sentence.score || (a.date === b.date ? comparePlaces(a, b) : a.date < b.date ? 1 : -1);
}

/** A local entity of an article, with what its best sentence is worth. */
interface TellingPlace {
  readonly article: number;
  readonly local: number;
  readonly score: number;
  readonly date: string;
  readonly id: string;
}

function comparePlacesByWorth(a: TellingPlace, b: TellingPlace): number {
  if (a.score !== b.score) return b.score - a.score;
  if (a.date !== b.date) return a.date < b.date ? 1 : -1;
  if (a.id !== b.id) return a.id < b.id ? -1 : 1;
  return a.local - b.local;
}

/**
 * The sentences that tell most about an entity, best first, at most `limit`; linear in its articles. Only articles whose best
 * sentence can be among them are read.
 */
export function tellingCandidates(view: EntityView, entity: Entity, facts: FactsOf, limit: number): readonly TellingCandidate[] {
  const places = new Best<TellingPlace>(limit, comparePlacesByWorth);
  let least = 0;
  view.eachPlace(entity, (article, local, _, mark) => {
    const score = markScore(mark);
    if (score < least) return;
    const known = facts(article);
    if (known === null) return;
    places.add({ article, local, score, date: known.copyOf === null ? (known.date ?? "") : "", id: known.id });
    if (places.items.length === limit) least = places.items.at(-1)?.score ?? least;
  });
  const candidates: TellingCandidate[] = [];
  for (const { article: number, local, date } of places.items) {
    const article = view.index.placeNumbered(number);
    const copyOf = facts(number)?.copyOf ?? null;
    if (article === null) continue;
    for (const sentence of view.index.sentencesOf(number))
      if (sentence.local === local) candidates.push({ article, sentence, copyOf, date });
  }
  return candidates.sort(compareCandidates).slice(0, limit);
}

/**
 * Chooses of the candidates, best first, no two of them the same words, at most `limit`. What the reader has before them is
 * left out: the article `here`, what it is a copy of (`copyOfHere`), its copies, and its sentences.
 */
export function tellingPlaces(
  candidates: readonly TellingCandidate[],
  here: IndexedArticle | null,
  copyOfHere: string | null,
  limit: number,
): readonly SentencePlace[] {
  const taken = new Set(here?.names.sentences.map((sentence) => sentence.hash) ?? []);
  const chosen: SentencePlace[] = [];
  const later: SentencePlace[] = [];
  const articles = new Set<string>();
  for (const { article, sentence, copyOf } of candidates) {
    if (chosen.length >= limit) break;
    if (taken.has(sentence.hash) || article.id === here?.id || article.id === copyOfHere) continue;
    if (copyOf !== null && (copyOf === here?.id || copyOf === copyOfHere)) continue;
    taken.add(sentence.hash);
    // Different articles first; a second sentence of one where there are no others.
    if (articles.has(article.id)) {
      if (later.length < limit) later.push({ article, sentence });
      continue;
    }
    articles.add(article.id);
    chosen.push({ article, sentence });
  }
  return [...chosen, ...later].slice(0, limit);
}

function comparePlaces(a: SentencePlace, b: SentencePlace): number {
  if (a.article.id === b.article.id) return a.sentence.start - b.sentence.start;
  return a.article.id < b.article.id ? -1 : 1;
}

/** Sentences that share this part of their words are one for a reader: an agency's text that an outlet edited. */
const sameShare = 0.6;

/** The words of a sentence as they are compared. */
export function wordsOf(sentence: string): ReadonlySet<string> {
  return new Set(foldWords(sentence).split(" "));
}

/** Whether two sentences, by their words, are one text in two dresses: by the Jaccard index. */
export function isSameText(first: ReadonlySet<string>, second: ReadonlySet<string>): boolean {
  let both = 0;
  for (const word of first) if (second.has(word)) both++;
  return both >= sameShare * (first.size + second.size - both);
}
