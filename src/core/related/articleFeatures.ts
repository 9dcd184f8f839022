import type { Article } from "../article/article";
import { articleText, type ArticleText } from "../search/engine/articleText";
import { TermNumbers } from "../search/engine/termNumbers";
import type { Span } from "../text/span";
import { stem } from "../text/stem";
import { stopWords } from "../text/stopWords";
import { signatureOf, type Signature } from "./duplicates/signature";
import { termHash } from "./duplicates/wordHashes";
import { weighTerms, type TermWeights } from "./similarity/articleTerms";

/** What is kept of an article to find its near-duplicates, related articles and story. Holds on to no text. */
export interface ArticleFeatures {
  /** Null for a text without words. */
  readonly signature: Signature | null;
  /** The words of its body as hashes. */
  readonly words: Uint32Array;
  readonly terms: TermWeights;
}

/** The parts of an article that are shown as its text: paragraphs and headline, neither dateline nor lists nor site text. */
export function textParts(article: Article): { readonly title: Span | null; readonly body: readonly Span[] } {
  return { title: article.headline?.span ?? null, body: article.paragraphs.flatMap((paragraph) => paragraph.pieces) };
}

/** Says what the numbers of a sequence of terms mean. */
interface TermNames {
  nameOf(number: number): string;
}

/** The terms of an article, and where its title and its paragraphs stand among them. */
export type ProseText = Pick<ArticleText, "sequence" | "titleEnd" | "prose">;

/** Terms that are shorter or longer, in code units, are none of content. */
const shortest = 2;
const longest = 40;

/** What the terms of a dictionary are to near-duplicates and to relatedness, found out once for each. */
export class TermFeatures {
  readonly #names: TermNames;
  readonly #hashes: number[] = [];
  readonly #stems: (string | null)[] = [];

  constructor(names: TermNames) {
    this.#names = names;
  }

  /** As `termHash` has it. */
  hash(number: number): number {
    return (this.#hashes[number] ??= termHash(this.#names.nameOf(number)));
  }

  /** Null for a word that carries no content. */
  stem(number: number): string | null {
    let found = this.#stems[number];
    if (found === undefined) {
      const term = this.#names.nameOf(number);
      found = term.length < shortest || term.length > longest || stopWords.has(term) || !/^[\p{L}\p{N}]/u.test(term) ? null : stem(term);
      this.#stems[number] = found;
    }
    return found;
  }
}

/** The words of an article's paragraphs as hashes: what near-duplicates are compared by. */
export function bodyWords({ sequence, prose }: ProseText, terms: TermFeatures): Uint32Array {
  const words: number[] = [];
  for (let range = 1; range < prose.length; range += 2) {
    const end = prose[range + 1] ?? 0;
    for (let at = prose[range] ?? 0; at < end; at++) {
      const number = sequence[at] ?? 0;
      if (number !== 0) words.push(terms.hash(number));
    }
  }
  return Uint32Array.from(words);
}

/** The features of an article, from its terms. Linear. */
export function featuresOf(text: ProseText, terms: TermFeatures): ArticleFeatures {
  const words = bodyWords(text, terms);
  return { signature: signatureOf(words), words, terms: weighTerms(text, (number) => terms.stem(number)) };
}

/** The features of an article that is read for them alone. */
export function articleFeatures(text: string, article: Article): ArticleFeatures {
  const numbers = new TermNumbers();
  return featuresOf(articleText(text, article, numbers), new TermFeatures(numbers));
}
