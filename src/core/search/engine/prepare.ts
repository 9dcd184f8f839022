import { termsOf } from "../analyse/analyser";
import type { PhraseNode, QueryNode, SaidNode, WordNode } from "../query/ast";
import { valuesOf, zoneOf } from "../query/fields";
import { printQuery } from "../query/printQuery";
import { dayOf } from "./articleStore";
import type { ArticleTable } from "./articleTable";
import { Expansion, type Meaning, type Sequence, type Step } from "./expand";
import { anyCapitals } from "./postings";
import type { ValueField, Zone } from "./searchable";
import type { TermDictionary } from "./termDictionary";
import type { ValueTable } from "./valueTable";

/** A node of a query, ready to be evaluated. `cost` is about how many articles or postings have to be looked at. */
export type Prepared = { readonly cost: number } & (
  | { readonly kind: "everything" | "nothing" | "undated" | "duplicate" }
  | { readonly kind: "sequence"; readonly sequence: Sequence; readonly zone: Zone | null }
  | { readonly kind: "near"; readonly left: Sequence; readonly right: Sequence; readonly distance: number; readonly zone: Zone | null }
  /** `words` is looked for in values as `KnownValue` has them. */
  | { readonly kind: "value"; readonly fields: readonly ValueField[]; readonly words: string }
  /** Days as `dayOf` has them, inclusive. */
  | { readonly kind: "date"; readonly from: number; readonly to: number }
  | ({ readonly kind: "said" } & PreparedSaid)
  | { readonly kind: "not"; readonly child: Prepared }
  /** In the order in which they are best evaluated. */
  | { readonly kind: "and" | "or"; readonly children: readonly Prepared[] }
);

/** What somebody said, ready to be looked for. */
export interface PreparedSaid {
  /** 1 at the values that are such a speaker; null for anybody. */
  readonly wanted: Uint8Array | null;
  readonly isQuoted: boolean;
  /** Within what was said; null for anything. */
  readonly words: Prepared | null;
}

/** A word or phrase of the query that counts for a match, or the two sides of a NEAR. */
export interface Used {
  readonly sequences: readonly Sequence[];
  /** How far the two may be apart; null for a single one. */
  readonly distance: number | null;
  readonly zone: Zone | null;
  /** How much it counts in the ranking: 1, or less for another spelling. */
  readonly worth: number;
  /** The quotations that it counts in; null where it need not be said. Without sequences the quotation itself is meant. */
  readonly said?: PreparedSaid;
}

/** A query over the terms of a corpus. */
export interface PreparedQuery {
  readonly root: Prepared;
  /** In the order of the query: to rank and to mark, also where nothing has them all. */
  readonly used: readonly Used[];
  /** Whether words that occur nowhere were left as they are because there are too many of them. */
  readonly isCut: boolean;
  /** The names of speakers whom nobody quotes. */
  readonly unknownSpeakers: readonly string[];
}

/** A text is read for a phrase: it costs as much as so many postings. */
const readingCost = 40;

/** In how many articles at most one of the terms stands. */
export function articlesWith({ terms }: Step, dictionary: TermDictionary): number {
  let count = 0;
  for (const term of terms) count += dictionary.frequency(term);
  return count;
}

const otherSpelling = 0.5;

/** What is asked for with a field, or is to be left out, is taken as it was typed. */
function meaningOf({ field }: WordNode | PhraseNode, isWanted: boolean): Meaning {
  return { isGuessed: isWanted && field === null, isCased: field === "case" };
}

class Preparation {
  readonly used: Used[] = [];
  readonly unknownSpeakers: string[] = [];
  readonly #values: ValueTable;
  readonly expansion: Expansion;
  readonly #dictionary: TermDictionary;
  readonly #articles: number;

  constructor(dictionary: TermDictionary, articles: ArticleTable, values: ValueTable) {
    this.#values = values;
    this.#dictionary = dictionary;
    this.#articles = articles.size;
    this.expansion = new Expansion(dictionary, articles);
  }

  /** `isWanted` is false below a NOT: what is left out is neither ranked nor marked. */
  *node(node: QueryNode, isWanted: boolean): Generator<undefined, Prepared> {
    const cost = this.#articles;
    switch (node.kind) {
      case "word":
      case "phrase":
        yield;
        return this.#words(node, isWanted, []);
      case "near": {
        const left = this.expansion.of(node.left, meaningOf(node.left, isWanted));
        yield;
        const right = this.expansion.of(node.right, meaningOf(node.right, isWanted));
        if (left === null || right === null) return { kind: "everything", cost };
        const zone = zoneOf(node.left.field ?? node.right.field);
        if (isWanted) this.used.push({ sequences: [left, right], distance: node.distance, zone, worth: 1 });
        return {
          kind: "near",
          left,
          right,
          distance: node.distance,
          zone,
          cost: 2 * readingCost * Math.min(this.#rarest(left), this.#rarest(right)),
        };
      }
      case "date":
        return {
          kind: "date",
          from: node.from === null ? 1 : dayOf(node.from),
          to: node.to === null ? Number.POSITIVE_INFINITY : dayOf(node.to),
          cost,
        };
      case "nothing":
        return { kind: "nothing", cost: 0 };
      case "undated":
        return { kind: "undated", cost };
      case "is":
        return { kind: "duplicate", cost };
      case "said":
        return yield* this.#said(node, isWanted);
      case "not": {
        const child = yield* this.node(node.child, false);
        return { kind: "not", child, cost: child.cost + cost };
      }
      case "and":
      case "or": {
        const children: Prepared[] = [];
        const asked = distinct(node.children);
        for (const [at, child] of asked.entries()) {
          if (node.kind === "and" && child.kind === "word") {
            yield;
            children.push(this.#words(child, isWanted, [this.#joined(asked[at - 1], child), this.#joined(child, asked[at + 1])]));
          } else children.push(yield* this.node(child, isWanted));
        }
        return {
          kind: node.kind,
          children: children.sort(node.kind === "and" ? byCost : byYield),
          cost: children.reduce((sum, child) => sum + child.cost, 0),
        };
      }
    }
  }

  *#said({ speakers, words: asked, isQuoted }: SaidNode, isWanted: boolean): Generator<undefined, Prepared> {
    let wanted: Uint8Array | null = null;
    for (const speaker of speakers) {
      const words = valueWords(speaker);
      const own: Uint8Array = words === "" ? new Uint8Array(0) : yield* this.#values.having(["said"], words);
      if (!own.includes(1)) this.unknownSpeakers.push(speaker.text);
      if (wanted === null) wanted = own;
      else for (let number = 0; number < own.length; number++) if (own[number] === 1) wanted[number] = 1;
    }
    const before = this.used.length;
    const words = asked === null ? null : yield* this.node(asked, isWanted);
    const said: PreparedSaid = { wanted, isQuoted, words };
    if (isWanted && asked === null) this.used.push({ sequences: [], distance: null, zone: null, worth: 1, said });
    for (const [at, used] of this.used.entries()) if (at >= before) this.used[at] = { ...used, said };
    return { kind: "said", ...said, cost: words === null ? this.#articles : this.#articles + 2 * words.cost };
  }

  /** The word that two words side by side also are: "cease fire". */
  #joined(left: QueryNode | undefined, right: QueryNode | undefined): number | undefined {
    return left?.kind === "word" && right?.kind === "word" && left.field === right.field && left.field !== "case"
      ? this.expansion.joined(left, right)
      : undefined;
  }

  /** `others` are further terms that the word may stand for. */
  #words(node: WordNode | PhraseNode, isWanted: boolean, others: readonly (number | undefined)[]): Prepared {
    const fields = node.field === null ? undefined : valuesOf(node.field);
    if (fields !== undefined) {
      return { kind: "value", fields, words: valueWords(node), cost: this.#articles };
    }
    const plain = this.expansion.of(node, meaningOf(node, isWanted && others.every((other) => other === undefined)));
    if (plain === null) return { kind: "everything", cost: this.#articles };
    const zone = zoneOf(node.field);
    const main = this.#sequence(withOthers(plain, others), zone, 1, isWanted);
    if (node.kind === "phrase" || node.field === "case") return main;
    const spellings = this.expansion.spellingsOf(node).map((sequence) => this.#sequence(sequence, zone, otherSpelling, isWanted));
    return spellings.length === 0
      ? main
      : { kind: "or", children: [main, ...spellings], cost: spellings.reduce((sum, { cost }) => sum + cost, main.cost) };
  }

  #sequence(sequence: Sequence, zone: Zone | null, worth: number, isWanted: boolean): Prepared {
    if (isWanted) this.used.push({ sequences: [sequence], distance: null, zone, worth });
    const isRead = sequence.steps.length > 1 || zone !== null || sequence.run !== null;
    return { kind: "sequence", sequence, zone, cost: this.#rarest(sequence) * (isRead ? readingCost : 1) };
  }

  #rarest({ steps }: Sequence): number {
    return Math.min(...steps.map((step) => articlesWith(step, this.#dictionary)));
  }
}

/** The words of a value that is asked for, as `KnownValue` has them; empty for none. */
function valueWords(node: WordNode | PhraseNode): string {
  const words = termsOf(node.text).join(" ");
  // The last word may be begun only.
  const isBegun = node.kind === "word" && (node.match === "prefix" || node.match === "begun" || node.match === "pattern");
  return words === "" ? "" : ` ${words}${isBegun ? "" : " "}`;
}

const otherWeight = 0.5;

/** A word's sequence with other terms that it may stand for. */
function withOthers(sequence: Sequence, others: readonly (number | undefined)[]): Sequence {
  const more = others.filter((term) => term !== undefined);
  const [only] = sequence.steps;
  if (more.length === 0 || only === undefined || sequence.steps.length > 1 || sequence.run !== null) return sequence;
  const terms = more.filter((term) => !only.terms.includes(term));
  const step: Step = {
    terms: [...only.terms, ...terms],
    weights: [...only.weights, ...terms.map(() => otherWeight)],
    capitals: [...only.capitals, ...terms.map(() => anyCapitals)],
    languages: [...only.languages, ...terms.map(() => 0)],
    test: only.test,
  };
  return { ...sequence, steps: [step] };
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
export function* prepare(
  root: QueryNode,
  { dictionary, articles, values }: { readonly dictionary: TermDictionary; readonly articles: ArticleTable; readonly values: ValueTable },
): Generator<undefined, PreparedQuery> {
  const preparation = new Preparation(dictionary, articles, values);
  const prepared = yield* preparation.node(root, true);
  return { root: prepared, used: preparation.used, isCut: preparation.expansion.isCut, unknownSpeakers: preparation.unknownSpeakers };
}
