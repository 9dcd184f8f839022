import type { LocalSentence } from "../index/articleNames";
import type { IndexedArticle } from "../index/entityIndex";
import type { Entity, EntityView } from "../index/entityView";
import { foldWords } from "../../text/fold";
import type { FactsOf } from "./articleFacts";

/** A sentence about an entity, before its text is read. */
export interface SentencePlace {
  readonly article: IndexedArticle;
  readonly sentence: LocalSentence;
}

/** Leaves out what the reader has before their eyes: an article, what it is a copy of, and its sentences. */
export interface Besides {
  readonly article: IndexedArticle | null;
}

/**
 * Places of the sentences that tell most about an entity, best first, no two of them the same words, at most `limit`.
 * Sentences of an article that is a copy are not offered beside its original's.
 */
export function tellingPlaces(view: EntityView, entity: Entity, facts: FactsOf, besides: Besides, limit: number): readonly SentencePlace[] {
  const here = besides.article;
  const hereFacts = here === null ? null : facts(here);
  const taken = new Set(here?.names.sentences.map((sentence) => sentence.hash) ?? []);
  const found: (SentencePlace & { readonly date: string })[] = [];
  for (const { articleId, local } of view.places(entity)) {
    const article = view.index.article(articleId);
    if (article === null || articleId === here?.id || articleId === hereFacts?.copyOf) continue;
    const known = facts(article);
    if (known === null || (here !== null && known.copyOf === here.id) || (known.copyOf !== null && known.copyOf === hereFacts?.copyOf)) continue;
    for (const sentence of article.names.sentences) {
      const first = article.names.locals[sentence.local]?.mentions[0];
      if (first === undefined || article.localOf[first] !== local || taken.has(sentence.hash)) continue;
      // A copy's sentences come behind all others of the same worth.
      found.push({ article, sentence, date: known.copyOf === null ? (known.date ?? "") : "" });
    }
  }
  found.sort((a, b) => b.sentence.score - a.sentence.score || (a.date === b.date ? comparePlaces(a, b) : a.date < b.date ? 1 : -1));
  const chosen: SentencePlace[] = [];
  const later: SentencePlace[] = [];
  const articles = new Set<string>();
  for (const { article, sentence } of found) {
    if (chosen.length >= limit) break;
    if (taken.has(sentence.hash)) continue;
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

/** Whether two sentences are one text in two dresses: by the Jaccard index of their words. */
export function isSameText(a: string, b: string): boolean {
  const first = new Set(foldWords(a).split(" "));
  const second = new Set(foldWords(b).split(" "));
  let both = 0;
  for (const word of first) if (second.has(word)) both++;
  return both >= sameShare * (first.size + second.size - both);
}
