import { englishBases, englishFormsOf } from "../../text/englishBases";
import { fold } from "../../text/fold";
import { stopWords } from "../../text/stopWords";
import { termsOf } from "../analyse/analyser";
import { Capitals, capitalsOf, isOtherSpelling, isUnspaced, pairMark, spellingMark } from "../analyse/readWords";
import type { PhraseNode, WordNode } from "../query/ast";
import { globOf, hasWildcard } from "../query/glob";
import type { ArticleTable } from "./articleTable";
import { arabicArticles, koreanParticles, languageForms } from "./languageForms";
import { anyCapitals, slotOf } from "./postings";
import type { Correction } from "./searchEngine";
import type { TermDictionary } from "./termDictionary";

/** The terms that may stand at one place, in columns. */
export interface Step {
  readonly terms: readonly number[];
  /** How much each counts (1: the word itself). */
  readonly weights: readonly number[];
  /** A bit for each of `Capitals` with which it counts. */
  readonly capitals: readonly number[];
  /** The number of the only language in which it counts; 0 for all. */
  readonly languages: readonly number[];
  /** What is asked of a term, where that is all; else null. */
  readonly test: ((term: string) => boolean) | null;
}

/** A word (one step) or a phrase (one step a word) over the corpus's terms. Empty steps match nothing. */
export interface Sequence {
  readonly steps: readonly Step[];
  /** In scripts without spaces: what stands in a row there; the steps are its pairs of characters, in any order. Else null. */
  readonly run: string | null;
  readonly correction: Correction | null;
}

const formWeight = 0.1;
const prefixWeight = 0.5;
const spellingWeight = 0.6;
const distanceWeights: readonly number[] = [1, 0.6, 0.3];
const lowerBit = (1 << Capitals.Lower) | (1 << Capitals.Opening);
const nameBits = anyCapitals & ~(1 << Capitals.Lower);
/** So many different words of a query are compared with all terms of the corpus at least... */
const fewestFuzzy = 8;
/** ...and more while they are not compared with more terms than this together: some milliseconds. */
const mostCompared = 1_000_000;

/** How many edits a word of this length may have and still be the same word, mistyped. */
export function editLimit(term: string): number {
  return term.length < 4 ? 0 : term.length < 7 ? 1 : 2;
}

/** Collects what may stand at one place. */
class StepOf implements Step {
  readonly terms: number[] = [];
  readonly weights: number[] = [];
  readonly capitals: number[] = [];
  readonly languages: number[] = [];
  readonly test: ((term: string) => boolean) | null;
  readonly #dictionary: TermDictionary;
  readonly #known = new Set<number>();

  constructor(dictionary: TermDictionary, test: ((term: string) => boolean) | null = null) {
    this.#dictionary = dictionary;
    this.test = test;
  }

  /** Takes a term that occurs. */
  add(term: number | undefined, weight: number, capitals = anyCapitals, language = 0): void {
    if (term === undefined || this.#dictionary.frequency(term) === 0) return;
    this.#known.add(term);
    this.terms.push(term);
    this.weights.push(weight);
    this.capitals.push(capitals);
    this.languages.push(language);
  }

  has(term: number | undefined): boolean {
    return term !== undefined && this.#known.has(term);
  }
}

/** What somebody means by a word: what it may be guessed to be, and how its capitals count. */
export interface Meaning {
  /** Whether a word that occurs nowhere is taken for misspelt. What is left out, and what a field has, is never guessed. */
  readonly isGuessed: boolean;
  /** Whether only the capitals that were typed count. */
  readonly isCased: boolean;
}

/**
 * Finds out what the words of one query stand for in this corpus. A word also stands for its inflections and its other spellings; one
 * that occurs nowhere stands for what it may have been meant to be, and the correction says so. A phrase is exact. Words that
 * analyse into several terms ("peace-talks") are phrases.
 */
export class Expansion {
  readonly #dictionary: TermDictionary;
  readonly #articles: ArticleTable;
  readonly #compared = new Map<string, ReadonlyMap<number, number>>();
  readonly #fuzzyLimit: number;
  #isCut = false;

  constructor(dictionary: TermDictionary, articles: ArticleTable) {
    this.#dictionary = dictionary;
    this.#articles = articles;
    this.#fuzzyLimit = Math.max(fewestFuzzy, mostCompared / dictionary.size);
  }

  /** Whether there were more unknown words than similar ones are looked for. */
  get isCut(): boolean {
    return this.#isCut;
  }

  /** Null where no term is left of what was typed. */
  of(node: WordNode | PhraseNode, { isGuessed, isCased }: Meaning): Sequence | null {
    const run = runOf(node.text);
    if (run !== null && !hasWildcard(node.text)) return this.#run(run);
    if (node.kind === "phrase" || node.match === "pattern") {
      const pieces = node.text.split(/\s+/u);
      if (pieces.some(hasWildcard)) {
        const steps = pieces.flatMap((piece) =>
          hasWildcard(piece) ? [this.#pattern(piece)] : termsOf(piece).map((term) => this.#exact(term)),
        );
        return { steps, run: null, correction: null };
      }
    }
    const terms = termsOf(behindElision(node));
    const [only] = terms;
    if (only === undefined) return null;
    if (isCased) return this.#sequence(terms.map((term, at) => this.#cased(term, casedPieces(node.text)[at] ?? node.text)));
    if (node.kind === "phrase" || terms.length > 1) {
      const isBegun = node.kind === "word" && (node.match === "prefix" || node.match === "begun");
      return this.#sequence(terms.map((term, index) => (isBegun && index === terms.length - 1 ? this.#begun(term, 1) : this.#exact(term))));
    }
    if (node.match === "prefix") return this.#sequence([this.#begun(only, prefixWeight)]);
    const found = this.#forms(node.text, only);
    if (node.match === "begun") {
      for (const number of this.#dictionary.withPrefix(only)) if (!found.has(number)) found.add(number, prefixWeight);
      return this.#sequence([found]);
    }
    if (node.match === "fuzzy") {
      for (const [number, weight] of this.#similar(only)) if (!found.has(number)) found.add(number, weight);
      return this.#sequence([found]);
    }
    if (found.terms.length > 0 || !isGuessed) return this.#sequence([found]);
    const similar = this.#similar(only);
    const best = this.#bestOf(similar);
    const guessed = new StepOf(this.#dictionary);
    for (const [number, weight] of similar) guessed.add(number, weight);
    return { steps: [guessed], run: null, correction: best === null ? null : { typed: node.text, meant: this.#dictionary.nameOf(best) } };
  }

  /**
   * How else a word may be written: in two words, or in one where a hyphen joins two. A sequence each; none where nothing in the
   * corpus is written so.
   */
  spellingsOf(node: WordNode): readonly Sequence[] {
    if (node.match !== "exact") return [];
    const terms = termsOf(behindElision(node));
    const [only] = terms;
    if (only === undefined) return [];
    if (terms.length > 1) {
      const step = new StepOf(this.#dictionary);
      const one = terms.join("");
      if (/\p{L}/u.test(one)) for (const term of [one, spellingMark + one]) step.add(this.#dictionary.find(term), spellingWeight);
      return step.terms.length === 0 ? [] : [this.#sequence([step])];
    }
    const found: Sequence[] = [];
    for (let at = 1; at < only.length && found.length < 3; at++) {
      const [left, right] = [only.slice(0, at), only.slice(at)];
      const isNumbered = /\p{L}$/u.test(left) && /^\d+$/u.test(right);
      if (
        !isNumbered &&
        !(left === "per" && right === "cent") &&
        (at < 3 || right.length < 3 || stopWords.has(left) || stopWords.has(right))
      )
        continue;
      const steps = [left, right].map((term) => this.#exact(term));
      if (steps.every((step) => step.terms.length > 0)) found.push(this.#sequence(steps));
    }
    return found;
  }

  /** Lets two words that stand side by side in a query also be one in the text: "cease fire". Their sequences with that word added. */
  joined(left: WordNode, right: WordNode): number | undefined {
    if (left.match !== "exact" || right.match === "fuzzy" || right.match === "pattern") return undefined;
    const [a, b] = [termsOf(left.text), termsOf(right.text)];
    const [first = "", second = ""] = [a[0], b[0]];
    if (a.length !== 1 || b.length !== 1 || first.length + second.length < 5 || isUnspaced(first.charCodeAt(0))) return undefined;
    const number = this.#dictionary.find(first + second);
    return number !== undefined && this.#dictionary.frequency(number) > 0 ? number : undefined;
  }

  #sequence(steps: readonly Step[]): Sequence {
    return { steps, run: null, correction: null };
  }

  #exact(term: string): Step {
    const step = new StepOf(this.#dictionary);
    step.add(this.#dictionary.find(term), 1);
    return step;
  }

  /** With the capitals that were typed; a sentence may have given a name its capital. */
  #cased(term: string, typed: string): Step {
    const step = new StepOf(this.#dictionary);
    const capitals = capitalsOf(typed);
    step.add(this.#dictionary.find(term), 1, capitals === Capitals.Name ? (1 << Capitals.Name) | (1 << Capitals.Opening) : 1 << capitals);
    return step;
  }

  #begun(prefix: string, weight: number): Step {
    const step = new StepOf(this.#dictionary, (term) => term.startsWith(prefix));
    const itself = this.#dictionary.find(prefix);
    for (const number of this.#dictionary.withPrefix(prefix)) step.add(number, number === itself ? 1 : weight);
    return step;
  }

  #pattern(typed: string): Step {
    const glob = globOf(typed);
    const step = new StepOf(this.#dictionary, (term) => !isOtherSpelling(term) && glob.matches(term));
    const prefix = glob.prefix.length === 0 ? null : this.#dictionary.withPrefix(glob.prefix);
    const numbers =
      prefix === null
        ? this.#dictionary.matching((units, start, end) => glob.matchesUnits(units, start, end))
        : prefix.filter((number) => glob.matches(this.#dictionary.nameOf(number)));
    for (const number of numbers) step.add(number, prefixWeight);
    return step;
  }

  /** A run of a script without spaces: all its pairs must stand in an article, and then it in a row. */
  #run(run: string): Sequence {
    if (run.length < 2) return this.#sequence([this.#exact(run)]);
    const steps = Array.from({ length: run.length - 1 }, (_, at) => this.#exact(pairMark + run.slice(at, at + 2)));
    return { steps, run, correction: null };
  }

  /** The word itself, its inflections, and what else is the same word. */
  #forms(typed: string, term: string): StepOf {
    const dictionary = this.#dictionary;
    const step = new StepOf(dictionary);
    const capitals = capitalsOf(typed);
    const itself = dictionary.find(term);
    if (capitals === Capitals.Lower) step.add(itself, 1);
    else {
      const meant = capitals === Capitals.All ? anyCapitals & ~lowerBit : nameBits;
      step.add(itself, 1, meant);
      step.add(itself, capitals === Capitals.All ? 0.15 : 0.6, anyCapitals & ~meant);
    }
    step.add(dictionary.find(spellingMark + term), spellingWeight);
    const spelledOut = fold(typed.normalize("NFC").replace(/[äöü]/giu, (letter) => `${letter.normalize("NFD").charAt(0)}e`));
    if (spelledOut !== term && /[äöü]/iu.test(typed.normalize("NFC"))) step.add(dictionary.find(spelledOut), spellingWeight);
    if (capitals === Capitals.All) {
      step.add(dictionary.find(`${term}s`), formWeight, 1 << Capitals.Name);
    } else if (/^[a-z]{3,}$/u.test(term) && capitals === Capitals.Lower) this.#english(term, step);
    else if (/^[\uac00-\ud7a3]+$/u.test(term)) this.#korean(term, step);
    else if (/^[\u0620-\u064a\u0671-\u06d3]{3,}$/u.test(term)) this.#arabic(term, step);
    this.#otherLanguages(term, capitals, step);
    return step;
  }

  #english(term: string, step: StepOf): void {
    for (const base of englishBases(term)) {
      for (const form of englishFormsOf(base)) {
        if (form === term) continue;
        for (const written of [form, spellingMark + form]) {
          const number = this.#dictionary.find(written);
          if (!step.has(number)) step.add(number, formWeight, lowerBit);
        }
      }
    }
  }

  #korean(term: string, step: StepOf): void {
    const stems = new Set([
      term,
      ...koreanParticles
        .filter((particle) => term.endsWith(particle) && term.length >= particle.length + 2)
        .map((particle) => term.slice(0, -particle.length)),
    ]);
    for (const stem of stems) {
      for (const form of [stem, ...koreanParticles.map((particle) => stem + particle)]) {
        const number = this.#dictionary.find(form);
        if (!step.has(number)) step.add(number, spellingWeight);
      }
    }
  }

  #arabic(term: string, step: StepOf): void {
    const article =
      [...arabicArticles].sort((a, b) => b.length - a.length).find((one) => term.startsWith(one) && term.length >= one.length + 3) ?? "";
    const stem = term.slice(article.length);
    for (const form of [stem, ...arabicArticles.map((one) => one + stem)]) {
      const number = this.#dictionary.find(form);
      if (!step.has(number)) step.add(number, spellingWeight);
    }
  }

  /** Inflections that count in articles of that language only. */
  #otherLanguages(term: string, capitals: number, step: StepOf): void {
    for (const { language, stem, letters, hasCapitalNouns } of languageForms) {
      const number = this.#articles.languageNumber(language);
      if (number === 0 || !letters.test(term) || (capitals !== Capitals.Lower && !hasCapitalNouns)) continue;
      const own = stem(term);
      if (own.length < 3) continue;
      for (const other of this.#dictionary.withPrefix(own.slice(0, Math.max(3, own.length - 1)))) {
        if (!step.has(other) && stem(this.#dictionary.nameOf(other)) === own && this.#isIn(other, number))
          step.add(other, formWeight, hasCapitalNouns ? anyCapitals : lowerBit, number);
      }
    }
  }

  /** Whether an article in that language has the term. */
  #isIn(term: number, language: number): boolean {
    const { content } = this.#dictionary;
    const start = content.start(term);
    return content.data
      .subarray(start, start + content.length(term))
      .some((packed) => this.#articles.languages[slotOf(packed)] === language);
  }

  #similar(term: string): ReadonlyMap<number, number> {
    const known = this.#compared.get(term);
    if (known !== undefined) return known;
    const found = new Map<number, number>();
    const limit = editLimit(term);
    if (limit === 0) return found;
    if (this.#compared.size >= this.#fuzzyLimit) {
      this.#isCut = true;
      return found;
    }
    this.#compared.set(term, found);
    for (const { number, distance } of this.#dictionary.similar(term, limit)) {
      if (distance > 0 && this.#dictionary.frequency(number) > 0) found.set(number, distanceWeights[distance] ?? 0.3);
    }
    return found;
  }

  /** The most frequent of the nearest terms. */
  #bestOf(similar: ReadonlyMap<number, number>): number | null {
    const dictionary = this.#dictionary;
    const [best] = [...similar].sort(
      (a, b) =>
        b[1] - a[1] ||
        dictionary.frequency(b[0]) - dictionary.frequency(a[0]) ||
        (dictionary.nameOf(a[0]) < dictionary.nameOf(b[0]) ? -1 : 1),
    );
    return best?.[0] ?? null;
  }
}

/** What was typed as one run of a script without spaces, folded; null for anything else. */
function runOf(text: string): string | null {
  const run = fold(text).trim();
  if (run === "") return null;
  for (let at = 0; at < run.length; at++) if (!isUnspaced(run.charCodeAt(at))) return null;
  return run;
}

/** The words as typed, where one word gives one term. */
function casedPieces(text: string): readonly string[] {
  return text.split(/[\s-]+/u).filter((piece) => piece !== "");
}

/** What counts of a word: "l'accord" is "accord", but a name keeps what it begins with ("D'Amico"). */
function behindElision({ kind, text }: WordNode | PhraseNode): string {
  return kind === "phrase"
    ? text
    : text.replace(/^\p{Ll}{1,8}['’](?=\p{L}{2})/u, (article) => (termsOf(`${article}aa`).length > 1 ? "" : article));
}
