import { fold } from "../../text/fold";
import type { Span } from "../../text/span";
import { languageOf } from "../analyse/language";
import { Capitals, hashOf, isOtherSpelling, longestTerm, readWords, type WordSink } from "../analyse/readWords";
import { placesOfRun } from "../analyse/runs";
import type { HighlightPlan, PlanItem, PlanSequence, PlanStep } from "../engine/highlightPlan";
import { nearOf } from "../engine/positions";
import type { SearchableText, TextRun, Zone } from "../engine/searchable";

/** A place in the document's text that a query matches: a word, or a phrase as a whole. */
export interface TextMatch extends Span {
  readonly zone: Zone;
}

/**
 * The terms of an article in the order in which the index has them; null stands between runs, and for what nobody asks about;
 * spellings behind their zone.
 */
class Terms implements WordSink {
  readonly values: (string | null)[] = [];
  readonly capitals: number[] = [];
  readonly glued: boolean[] = [];
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  readonly #wanted: Wanted;
  /** Whether places count beyond their run: then runs in which nothing can be found have to be read too. */
  readonly #readsAll: boolean;
  #spellings: [term: string, start: number, end: number][] = [];

  constructor(wanted: Wanted, readsAll: boolean) {
    this.#wanted = wanted;
    this.#readsAll = readsAll;
  }

  read(text: string, runs: readonly TextRun[], isTitle: boolean): number {
    for (const run of runs) {
      if (!this.#readsAll && !mayHold(text, run, this.#wanted)) continue;
      const before = this.values.length;
      for (const { start, end } of run) readWords(text, start, end, isTitle, this);
      if (this.values.length > before) this.#push(null, 0, 0, 0, false);
    }
    if (this.#spellings.length > 0) {
      for (const [term, start, end] of this.#spellings) this.#push(term, start, end, Capitals.Opening, false);
      this.#push(null, 0, 0, 0, false);
      this.#spellings = [];
    }
    return this.values.length;
  }

  plain(text: string, start: number, end: number, hash: number, capitals: number): void {
    if (this.#wanted.hashes?.has(hash) === false) this.#push(null, start, end, capitals, false);
    else this.#push(fold(text.slice(start, Math.min(end, start + longestTerm))), start, end, capitals, false);
  }

  word(term: string, start: number, end: number, capitals: number, glued: boolean): void {
    this.#push(term, start, end, capitals, glued);
  }

  spelling(term: string, start: number, end: number): void {
    this.#spellings.push([term, start, end]);
  }

  #push(term: string | null, start: number, end: number, capitals: number, glued: boolean): void {
    this.values.push(term);
    this.capitals.push(capitals);
    this.glued.push(glued);
    this.#starts.push(start);
    this.#ends.push(end);
  }

  span(first: number, length: number): Span {
    return { start: this.#starts[first] ?? 0, end: this.#ends[first + length - 1] ?? 0 };
  }

  /** Where a run stands in the words of a script without spaces. */
  runs(run: string, from: number, to: number): readonly Span[] {
    const found: Span[] = [];
    for (let at = from; at < to;) {
      const first = this.values[at] ?? "";
      let text = isOtherSpelling(first) ? "" : first;
      const ends = [text.length];
      let end = at + 1;
      while (end < to && this.glued[end] === true) {
        text += this.values[end++] ?? "";
        ends.push(text.length);
      }
      for (const place of placesOfRun(text, ends, run))
        found.push({ start: this.#offset(at, ends, place, false), end: this.#offset(at, ends, place + run.length, true) });
      at = end;
    }
    return found;
  }

  /** Where a place in the words from `first` on stands in the text; where folding changed a word's length, the word's own end. */
  #offset(first: number, ends: readonly number[], place: number, isEnd: boolean): number {
    let word = 0;
    while (word + 1 < ends.length && (isEnd ? (ends[word] ?? 0) < place : (ends[word] ?? 0) <= place)) word++;
    const start = this.#starts[first + word] ?? 0;
    const end = this.#ends[first + word] ?? 0;
    const begins = ends[word - 1] ?? 0;
    if (end - start !== (ends[word] ?? 0) - begins) return isEnd ? end : start;
    return start + place - begins;
  }
}

function placesOf(
  { sequence, near }: PlanItem,
  { values, capitals }: Terms,
  from: number,
  to: number,
  language: string | null,
): readonly (readonly [at: number, length: number])[] {
  const placed = (steps: PlanSequence): readonly number[] => {
    const found: number[] = [];
    const [first] = steps;
    const holds = (step: PlanStep | undefined, at: number): boolean => {
      const term = values[at] ?? null;
      return term !== null && step?.has(term, capitals[at] ?? 0, language) === true;
    };
    for (let at = from; at <= to - steps.length && first !== undefined; at++) {
      let step = 0;
      while (step < steps.length && holds(steps[step], at + step)) step++;
      if (step === steps.length) found.push(at);
    }
    return found;
  };
  const own = placed(sequence);
  if (near === null || own.length === 0) return own.map((at) => [at, sequence.length]);
  const other = placed(near.sequence);
  return [
    ...nearOf(own, sequence.length, other, near.sequence.length, near.distance).map((at) => [at, sequence.length] as const),
    ...nearOf(other, near.sequence.length, own, sequence.length, near.distance).map((at) => [at, near.sequence.length] as const),
  ];
}

/** Overlapping matches are one ("peace" in "peace talks"), neighbours stay two. In the order of the text. */
function merged(matches: readonly TextMatch[]): readonly TextMatch[] {
  const result: { start: number; end: number; zone: Zone }[] = [];
  for (const { start, end, zone } of [...matches].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = result.at(-1);
    if (last !== undefined && start < last.end) last.end = Math.max(last.end, end);
    else result.push({ start, end, zone });
  }
  return result;
}

/** The terms that a query asks for in texts. */
interface Wanted {
  /** Of all terms; null where any may be asked for. */
  readonly hashes: ReadonlySet<number> | null;
  /** The letters and digits of those that an English text can have; null where they are many, or any. */
  readonly letters: readonly string[] | null;
}

/** So many words are looked for in a run before it is read word by word. */
const mostLookedFor = 40;

/** What has been asked for of each plan: a page of texts has one. */
const wantedOf = new WeakMap<HighlightPlan, Wanted>();

function wantedBy(plan: HighlightPlan): Wanted {
  let wanted = wantedOf.get(plan);
  if (wanted === undefined) wantedOf.set(plan, (wanted = newWanted(plan)));
  return wanted;
}

function newWanted(plan: HighlightPlan): Wanted {
  const hashes = new Set<number>();
  const letters = new Set<string>();
  for (const { sequence, near } of plan) {
    for (const { names } of [...sequence, ...(near?.sequence ?? [])]) {
      if (names === undefined) return { hashes: null, letters: null };
      for (const name of names) {
        hashes.add(hashOf(name));
        const own = isOtherSpelling(name) ? name.slice(1) : name;
        if (plainAscii.test(own)) letters.add(lettersOf(own));
      }
    }
  }
  return { hashes, letters: letters.size > mostLookedFor || letters.has("") ? null : [...letters] };
}

/** ASCII, with the quotation marks, hyphens, dots and spaces of print. */
const plainAscii = /^[\0-\u007f\u00a0\u2010-\u2027\u202f]*$/u;

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]+/gu, "");
}

/** Whether a run may hold a term that is wanted: its letters stand together where all that is no letter is left out. */
function mayHold(text: string, run: TextRun, { letters }: Wanted): boolean {
  if (letters === null) return true;
  return run.some(({ start, end }) => {
    const piece = text.slice(start, end);
    if (!plainAscii.test(piece)) return true;
    const own = lettersOf(piece);
    return letters.some((wanted) => own.includes(wanted));
  });
}

/**
 * Where what the query looked for stands in an article, in the order of the text: offsets into its document. The same
 * analysis and the same comparison as in the index, so that what is marked is what was found. What somebody said is found in
 * an article of the index, by its `id`, alone.
 */
export function findMatches(article: SearchableText, plan: HighlightPlan, id: string | null = null): readonly TextMatch[] {
  if (plan.length === 0) return [];
  const readsAll = plan.some(({ near, within, run }) => near !== null || within !== undefined || typeof run === "string");
  const terms = new Terms(wantedBy(plan), readsAll);
  const titleEnd = terms.read(article.text, article.title === null ? [] : [article.title], true);
  const bodyEnd = terms.read(article.text, article.body, false);
  const siteEnd = terms.read(article.text, article.site, false);
  const needsLanguage = plan.some(({ sequence, near }) =>
    [...sequence, ...(near?.sequence ?? [])].some(({ isByLanguage }) => isByLanguage === true),
  );
  const language = needsLanguage ? languageOf(article.text, [...article.body.flat(), ...(article.title ?? [])]) : null;
  const matches: TextMatch[] = [];
  for (const item of plan) {
    const said = item.within === undefined ? null : id === null ? [] : item.within(id);
    if (said !== null && item.sequence.length === 0 && typeof item.run !== "string") {
      for (const { start, end } of said) if (end <= siteEnd) matches.push({ ...terms.span(start, end - start), zone: "body" });
      continue;
    }
    const stretches: readonly (readonly [from: number, to: number])[] =
      said !== null
        ? said.map(({ start, end }) => [start, Math.min(end, siteEnd)] as const)
        : item.zone === "title"
          ? [[0, titleEnd]]
          : item.zone === "body"
            ? [[titleEnd, bodyEnd]]
            : [
                [0, bodyEnd],
                [bodyEnd, siteEnd],
              ];
    for (const [from, to] of stretches) {
      if (typeof item.run === "string") {
        for (const span of terms.runs(item.run, from, to))
          matches.push({ ...span, zone: from < titleEnd && isInTitle(article, span) ? "title" : from < bodyEnd ? "body" : "site" });
        continue;
      }
      for (const [at, length] of placesOf(item, terms, from, to, language)) {
        matches.push({ ...terms.span(at, length), zone: at < titleEnd ? "title" : at < bodyEnd ? "body" : "site" });
      }
    }
  }
  return merged(matches);
}

function isInTitle({ title }: SearchableText, { start }: Span): boolean {
  return title?.some((piece) => start >= piece.start && start < piece.end) === true;
}

/** The same in a title that stands by itself in a list. */
export function findInTitle(title: string, plan: HighlightPlan): readonly Span[] {
  return findMatches({ text: title, title: [{ start: 0, end: title.length }], body: [], site: [] }, plan);
}
