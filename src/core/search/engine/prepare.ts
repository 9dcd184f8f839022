import { termsOf } from "../analyse/analyser";
import type { PhraseNode, QueryNode, TextField, WordNode } from "../query/ast";
import { printQuery } from "../query/printQuery";
import { dayOf } from "./articleStore";
import { Expansion, type Sequence, type Step } from "./expand";
import type { ValueField, Zone } from "./searchable";
import type { TermDictionary } from "./termDictionary";

/** A node of a query, ready to be evaluated. `cost` is about how many articles or postings have to be looked at. */
export type Prepared = { readonly cost: number } & (
  | { readonly kind: "everything" | "undated" | "duplicate" }
  | { readonly kind: "sequence"; readonly sequence: Sequence; readonly zone: Zone | null }
  | { readonly kind: "near"; readonly left: Sequence; readonly right: Sequence; readonly distance: number; readonly zone: Zone | null }
  /** `words` is looked for in values as `KnownValue` has them. */
  | { readonly kind: "value"; readonly fields: readonly ValueField[]; readonly words: string }
  /** Days as `dayOf` has them, inclusive. */
  | { readonly kind: "date"; readonly from: number; readonly to: number }
  | { readonly kind: "not"; readonly child: Prepared }
  /** In the order in which they are best evaluated. */
  | { readonly kind: "and" | "or"; readonly children: readonly Prepared[] }
);

/** A word or phrase of the query that counts for a match, or the two sides of a NEAR. */
export interface Used {
  readonly sequences: readonly Sequence[];
  /** How far the two may be apart; null for a single one. */
  readonly distance: number | null;
  readonly zone: Zone | null;
}

/** A query over the terms of a corpus. */
export interface PreparedQuery {
  readonly root: Prepared;
  /** In the order of the query: to rank and to mark, also where nothing has them all. */
  readonly used: readonly Used[];
  /** Whether words that occur nowhere were left as they are because there are too many of them. */
  readonly isCut: boolean;
}

/** The fields whose values are looked for, with what an article knows them as. */
export const valueFields: Readonly<Partial<Record<TextField, readonly ValueField[]>>> = {
  author: ["author"], source: ["source"], agency: ["agency"], place: ["place"], file: ["file"], lang: ["lang"], person: ["person"], org: ["org"],
  // An entity is a person, an organisation, a place or another one.
  entity: ["person", "org", "place", "entity"], story: ["story"],
};

/** A text is read for a phrase: it costs as much as so many postings. */
const readingCost = 40;

/** In how many articles at most one of the terms stands. */
export function articlesWith({ terms }: Step, dictionary: TermDictionary): number {
  let count = 0;
  for (const term of terms) count += dictionary.frequency(term);
  return count;
}

function zoneOf(field: TextField | null): Zone | null {
  return field === "title" || field === "body" ? field : null;
}

class Preparation {
  readonly used: Used[] = [];
  readonly expansion: Expansion;
  readonly #dictionary: TermDictionary;
  readonly #articles: number;

  constructor(dictionary: TermDictionary, articles: number) {
    this.#dictionary = dictionary;
    this.#articles = articles;
    this.expansion = new Expansion(dictionary);
  }

  /** `isWanted` is false below a NOT: what is left out is neither ranked nor marked. */
  *node(node: QueryNode, isWanted: boolean): Generator<undefined, Prepared> {
    const cost = this.#articles;
    switch (node.kind) {
      case "word":
      case "phrase":
        yield;
        return this.#words(node, isWanted);
      case "near": {
        const left = this.expansion.of(node.left);
        yield;
        const right = this.expansion.of(node.right);
        if (left === null || right === null) return { kind: "everything", cost };
        const zone = zoneOf(node.left.field ?? node.right.field);
        if (isWanted) this.used.push({ sequences: [left, right], distance: node.distance, zone });
        return { kind: "near", left, right, distance: node.distance, zone, cost: 2 * readingCost * Math.min(this.#rarest(left), this.#rarest(right)) };
      }
      case "date":
        return { kind: "date", from: node.from === null ? 1 : dayOf(node.from), to: node.to === null ? Number.POSITIVE_INFINITY : dayOf(node.to), cost };
      case "undated":
        return { kind: "undated", cost };
      case "is":
        return { kind: "duplicate", cost };
      case "not": {
        const child = yield* this.node(node.child, false);
        return { kind: "not", child, cost: child.cost + cost };
      }
      case "and":
      case "or": {
        const children: Prepared[] = [];
        for (const child of distinct(node.children)) children.push(yield* this.node(child, isWanted));
        return { kind: node.kind, children: children.sort(node.kind === "and" ? byCost : byYield), cost: children.reduce((sum, child) => sum + child.cost, 0) };
      }
    }
  }

  #words(node: WordNode | PhraseNode, isWanted: boolean): Prepared {
    const fields = node.field === null ? undefined : valueFields[node.field];
    if (fields !== undefined) {
      const words = termsOf(node.text).join(" ");
      // The last word may be begun only.
      const isBegun = node.kind === "word" && node.match === "prefix";
      return { kind: "value", fields, words: words === "" ? "" : ` ${words}${isBegun ? "" : " "}`, cost: this.#articles };
    }
    const sequence = this.expansion.of(node);
    if (sequence === null) return { kind: "everything", cost: this.#articles };
    const zone = zoneOf(node.field);
    if (isWanted) this.used.push({ sequences: [sequence], distance: null, zone });
    return { kind: "sequence", sequence, zone, cost: this.#rarest(sequence) * (sequence.steps.length > 1 || zone !== null ? readingCost : 1) };
  }

  #rarest({ steps }: Sequence): number {
    return Math.min(...steps.map((step) => articlesWith(step, this.#dictionary)));
  }
}

/** What leaves little to look at for the others first. */
function byCost(a: Prepared, b: Prepared): number {
  return Number(a.kind === "not") - Number(b.kind === "not") || a.cost - b.cost;
}

/** Frequent words first: nothing more needs to be looked at once all articles match. */
function byYield(a: Prepared, b: Prepared): number {
  return Number(b.kind === "sequence") - Number(a.kind === "sequence") || b.cost - a.cost;
}

/** What is said twice is looked for once. */
function distinct(children: readonly QueryNode[]): readonly QueryNode[] {
  return [...new Map(children.map((child) => [printQuery(child), child])).values()];
}

/**
 * Finds out what the words of a query stand for, and in which order it is best evaluated, for a corpus of so many articles.
 * Pauses between two words.
 */
export function* prepare(root: QueryNode, dictionary: TermDictionary, articles: number): Generator<undefined, PreparedQuery> {
  const preparation = new Preparation(dictionary, articles);
  const prepared = yield* preparation.node(root, true);
  return { root: prepared, used: preparation.used, isCut: preparation.expansion.isCut };
}
