import type { Article } from "../article/article";
import type { Span } from "../text/span";
import { signatureOf, type Signature } from "./duplicates/signature";
import { wordHashes } from "./duplicates/wordHashes";
import { articleTerms, type TermWeights, type TermZones } from "./similarity/articleTerms";

/** What is kept of an article to find its near-duplicates, related articles and story. Holds on to no text. */
export interface ArticleFeatures {
  /** Null for a text without words. */
  readonly signature: Signature | null;
  /** The words of its body as hashes. */
  readonly words: Uint32Array;
  readonly terms: TermWeights;
  /** The terms of the headline: what a story is called by. */
  readonly titleTerms: readonly string[];
}

/** The parts of an article that count: paragraphs and headline, neither dateline nor lists nor site text. */
export function termZones(article: Article): TermZones {
  const body = article.paragraphs.flatMap((paragraph) => paragraph.pieces);
  return { title: article.headline?.span ?? null, lead: body[0] ?? null, body };
}

/** The words of an article's body as hashes: what near-duplicates are compared by. */
export function bodyWords(text: string, article: Article): Uint32Array {
  return wordHashes(text, article.paragraphs.flatMap((paragraph): readonly Span[] => paragraph.pieces));
}

/** The features of an article. Linear in its text. */
export function articleFeatures(text: string, article: Article): ArticleFeatures {
  const zones = termZones(article);
  const { title } = zones;
  const words = bodyWords(text, article);
  return {
    signature: signatureOf(words),
    words,
    terms: articleTerms(text, zones),
    titleTerms: title === null ? [] : [...articleTerms(text, { title: null, lead: null, body: [title] }).keys()],
  };
}
