import type { Span } from "../../text/span";
import { analyse } from "../analyse/analyser";
import type { HighlightPlan, PlanItem, PlanStep } from "../engine/highlightPlan";
import { nearOf, positionsOf } from "../engine/positions";
import type { SearchableText, TextRun, Zone } from "../engine/searchable";

/** A place in the document's text that a query matches: a word, or a phrase as a whole. */
export interface TextMatch extends Span {
  readonly zone: Zone;
}

/** The terms of an article in the order in which the index has them; null stands between runs. */
class Terms {
  readonly values: (string | null)[] = [];
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];

  read(text: string, runs: readonly TextRun[]): number {
    for (const run of runs) {
      const before = this.values.length;
      for (const { start, end } of run) {
        analyse(text, start, end, (term, from, to) => {
          this.#push(term, from, to);
        });
      }
      if (this.values.length > before) this.#push(null, 0, 0);
    }
    return this.values.length;
  }

  #push(term: string | null, start: number, end: number): void {
    this.values.push(term);
    this.#starts.push(start);
    this.#ends.push(end);
  }

  span(first: number, length: number): Span {
    return { start: this.#starts[first] ?? 0, end: this.#ends[first + length - 1] ?? 0 };
  }
}

function placesOf(item: PlanItem, values: readonly (string | null)[], from: number, to: number): readonly (readonly [at: number, length: number])[] {
  const { sequence, near } = item;
  const steps: readonly { has(value: string | null): boolean }[] = sequence.map(nullable);
  const own = positionsOf(values, from, to, steps);
  if (near === null || own.length === 0) return own.map((at) => [at, sequence.length]);
  const other = positionsOf(values, from, to, near.sequence.map(nullable));
  return [
    ...nearOf(own, sequence.length, other, near.sequence.length, near.distance).map((at) => [at, sequence.length] as const),
    ...nearOf(other, near.sequence.length, own, sequence.length, near.distance).map((at) => [at, near.sequence.length] as const),
  ];
}

function nullable(step: PlanStep): { has(value: string | null): boolean } {
  return { has: (value) => value !== null && step.has(value) };
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

/**
 * Where what the query looked for stands in an article, in the order of the text: offsets into its document. The same
 * analysis and the same comparison as in the index, so that what is marked is what was found.
 */
export function findMatches(article: SearchableText, plan: HighlightPlan): readonly TextMatch[] {
  if (plan.length === 0) return [];
  const terms = new Terms();
  const titleEnd = terms.read(article.text, article.title === null ? [] : [article.title]);
  const bodyEnd = terms.read(article.text, article.body);
  const siteEnd = terms.read(article.text, article.site);
  const matches: TextMatch[] = [];
  for (const item of plan) {
    const stretches: readonly (readonly [from: number, to: number])[] = item.zone === "title" ? [[0, titleEnd]] : item.zone === "body" ? [[titleEnd, bodyEnd]] : [[0, bodyEnd], [bodyEnd, siteEnd]];
    for (const [from, to] of stretches) {
      for (const [at, length] of placesOf(item, terms.values, from, to)) {
        matches.push({ ...terms.span(at, length), zone: at < titleEnd ? "title" : at < bodyEnd ? "body" : "site" });
      }
    }
  }
  return merged(matches);
}

/** The same in a title that stands by itself in a list. */
export function findInTitle(title: string, plan: HighlightPlan): readonly Span[] {
  return findMatches({ text: title, title: [{ start: 0, end: title.length }], body: [], site: [] }, plan);
}
