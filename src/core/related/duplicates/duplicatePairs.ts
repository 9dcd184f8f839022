import { Candidates, type CandidatePairs } from "./candidates";
import { Comparer, type Comparison } from "./comparison";
import { inChainOrder } from "./pairOrder";
import type { Signature } from "./signature";
import { SignatureTable } from "./signatureTable";
import { WordStore } from "./wordStore";

/** Two near-duplicates: their ids, `a` before `b`, and how they compare. */
export interface DuplicatePair extends Comparison {
  readonly a: string;
  readonly b: string;
}

/** How two articles compare; null for no near-duplicates, undefined where that is to be found out. */
export type KnownComparison = (a: string, b: string) => Comparison | null | undefined;

const nothingKnown: KnownComparison = () => undefined;

const pairsPerStep = 20;
/** More pairs than this are put into an order that spares reading texts again. */
const orderFloor = 1000;
/** With more changes than this, or than this share of the articles, a sweep over all bands is cheaper than a search for each. */
const searchLimit = 100;
const searchShare = 0.01;
/** Key, value and chain of an entry of a hash table that is half full. */
const mapEntryBytes = 48;

interface Partner {
  readonly slot: number;
  readonly comparison: Comparison;
}

/** Pairs that wait to be compared: those whose slots have not been filled anew since. */
interface Waiting {
  pairs: CandidatePairs;
  isOrdered: boolean;
  /** By slot, the last pair that it is in; null for a few pairs. */
  last: Int32Array | null;
  readonly fillings: number;
  /** Of the candidates, when they were found. */
  readonly revision: number;
  next: number;
}

/**
 * The near-duplicates of a corpus, changed one article at a time: what signatures find, compared word by word. About 530 bytes
 * an article, and what its near-duplicates take. After any sequence of changes, and once it has settled, the pairs are
 * those that would be found afresh; a change costs a search in each band, and comparisons with its candidates alone.
 */
export class DuplicatePairs {
  readonly #table = new SignatureTable();
  readonly #candidates = new Candidates(this.#table);
  readonly #words = new WordStore();
  readonly #comparer = new Comparer();
  readonly #partners: (readonly Partner[] | undefined)[] = [];
  /** Changes that wait for `settle`, while they are few. */
  readonly #queue = new Map<string, { readonly signature: Signature | null; readonly words: Uint32Array | null }>();
  /** When there were many, the slots that were filled or freed since the last sweep. */
  #unswept: Set<number> | null = new Set();
  #waiting: Waiting[] = [];
  /** Counts how often slots were filled, and says at which count each was last. */
  #fillings = 0;
  readonly #filledAt: number[] = [];
  #groups = new Map<number, string>();
  /** Articles whose near-duplicates have changed. */
  readonly #regrouped = new Set<string>();
  /** Whether some known pairs may be no candidates any more. */
  #mustRecheck = false;

  /**
   * Bytes held for the articles themselves: signatures, the index of their bands, and an estimate of a map entry and two array
   * elements each.
   */
  get bytes(): number {
    return this.#table.bytes + this.#candidates.bytes + this.#table.size * (mapEntryBytes + 24);
  }

  /** Sets an article's signature, null for one without words, and its words: they are held for a while, if there is room. */
  set(id: string, signature: Signature | null, words: Uint32Array | null = null): void {
    this.#unlink(id);
    if (this.#unswept !== null) {
      this.#replace(id, signature, words, this.#unswept);
      return;
    }
    this.#queue.set(id, { signature, words });
    if (this.#queue.size <= Math.max(searchLimit, searchShare * this.#table.size)) return;
    this.#unswept = new Set();
    for (const [queued, change] of this.#queue) this.#replace(queued, change.signature, change.words, this.#unswept);
    this.#queue.clear();
  }

  /** Takes an article out; nothing happens if it is not there. */
  delete(id: string): void {
    if (this.#table.slotOf(id) !== undefined || this.#queue.has(id)) this.set(id, null);
  }

  #replace(id: string, signature: Signature | null, words: Uint32Array | null, unswept: Set<number>): void {
    const slot = this.#table.slotOf(id);
    if (slot !== undefined) {
      this.#table.remove(slot);
      this.#words.forget(slot);
    }
    if (signature !== null) unswept.add(this.#fill(id, signature, words));
  }

  #fill(id: string, signature: Signature, words: Uint32Array | null): number {
    const slot = this.#table.add(id, signature);
    this.#filledAt[slot] = ++this.#fillings;
    this.#partners[slot] = undefined;
    if (words !== null) this.#words.offer(slot, words);
    return slot;
  }

  /**
   * Finds out what the changes since the last time have brought; returns whether there were any. To be driven in slices. Where it yields
   * an id, it wants the words of that article: `next(words)`. Where `known` says how two compare, they are not compared again. If anything
   * is set or deleted meanwhile, another is to be begun.
   */
  *settle(known: KnownComparison = nothingKnown): Generator<string | null, boolean, Uint32Array | undefined> {
    const hasChanged = this.#unswept !== null || this.#queue.size > 0 || this.#waiting.length > 0;
    if (this.#unswept !== null) yield* this.#sweep(this.#unswept);
    else yield* this.#search();
    if (this.#mustRecheck) yield* this.#recheckAll();
    for (let batch = this.#waiting[0]; batch !== undefined; batch = this.#waiting[0]) {
      if (!batch.isOrdered) {
        batch.pairs = yield* inChainOrder(batch.pairs, this.#table.slotCount);
        batch.last = lastPairs(batch.pairs, this.#table.slotCount);
        this.#words.keep(batch.last);
        batch.isOrdered = true;
      }
      yield* this.#compareAll(batch, known);
      this.#waiting.shift();
    }
    this.#words.clear();
    return hasChanged;
  }

  *#sweep(unswept: ReadonlySet<number>): Generator<null, void> {
    const { revision } = this.#candidates;
    this.#wait(yield* this.#candidates.sweep((slot) => unswept.has(slot)));
    this.#unswept = null;
    this.#mustRecheck ||= this.#candidates.revision !== revision;
  }

  *#recheckAll(): Generator<null, void> {
    for (const slot of this.#partners.keys()) {
      this.#recheck(slot);
      if (slot % 1000 === 0) yield null;
    }
    this.#mustRecheck = false;
  }

  *#search(): Generator<null, void> {
    if (this.#queue.size > 0) yield* this.#candidates.prepare();
    for (const [id, { signature, words }] of this.#queue) {
      this.#queue.delete(id);
      const slot = this.#table.slotOf(id);
      if (slot !== undefined) {
        this.#wait(this.#candidates.remove(slot));
        this.#table.remove(slot);
        this.#words.forget(slot);
      }
      if (signature !== null) {
        const { pairs, loosened } = this.#candidates.add(this.#fill(id, signature, words));
        this.#wait(pairs);
        for (const other of loosened) this.#recheck(other);
      }
      yield null;
    }
  }

  #wait(pairs: CandidatePairs): void {
    if (pairs.a.length > 0)
      this.#waiting.push({
        pairs,
        isOrdered: pairs.a.length < orderFloor,
        last: null,
        fillings: this.#fillings,
        revision: this.#candidates.revision,
        next: 0,
      });
  }

  *#compareAll(batch: Waiting, known: KnownComparison): Generator<string | null, void, Uint32Array | undefined> {
    const words = this.#words;
    for (; batch.next < batch.pairs.a.length; batch.next++) {
      const a = batch.pairs.a[batch.next] ?? 0;
      const b = batch.pairs.b[batch.next] ?? 0;
      const [idA, idB] = [this.#table.idAt(a), this.#table.idAt(b)];
      if (idA === null || idB === null || !this.#isToCompare(a, b, batch)) continue;
      let comparison = known(idA, idB);
      if (comparison === undefined) {
        if (!words.has(a)) words.hold(a, (yield idA) ?? new Uint32Array(0));
        const one = words.shingled(a);
        if (!words.has(b)) words.hold(b, (yield idB) ?? new Uint32Array(0));
        comparison = this.#comparer.compare(one, words.shingled(b));
      }
      if (comparison !== null) this.#pair(a, b, comparison);
      if (batch.last?.[a] === batch.next) words.forget(a);
      if (batch.last?.[b] === batch.next) words.forget(b);
      if (batch.next % pairsPerStep === 0) yield null;
    }
  }

  #isToCompare(a: number, b: number, { fillings, revision }: Waiting): boolean {
    if ((this.#filledAt[a] ?? 0) > fillings || (this.#filledAt[b] ?? 0) > fillings) return false;
    if (this.#candidates.revision !== revision && !this.#candidates.has(a, b)) return false;
    return !this.#partnersOf(a).some(({ slot }) => slot === b);
  }

  #pair(a: number, b: number, comparison: Comparison): void {
    this.#partners[a] = [...this.#partnersOf(a), { slot: b, comparison }];
    this.#partners[b] = [...this.#partnersOf(b), { slot: a, comparison }];
    this.#regroup(a, b);
  }

  #partnersOf(slot: number): readonly Partner[] {
    return this.#partners[slot] ?? [];
  }

  #unlink(id: string): void {
    const slot = this.#table.slotOf(id);
    if (slot === undefined) return;
    for (const partner of this.#partnersOf(slot)) this.#unpair(slot, partner.slot);
  }

  #unpair(a: number, b: number): void {
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const left = this.#partnersOf(one).filter(({ slot }) => slot !== other);
      this.#partners[one] = left.length === 0 ? undefined : left;
    }
    this.#regroup(a, b);
  }

  #regroup(...slots: readonly number[]): void {
    for (const slot of slots) this.#regrouped.add(this.#table.idAt(slot) ?? "");
    this.#groups.clear();
  }

  /**
   * What comparing has found out, of all that have to be compared: null for no near-duplicates. Once it has settled; to be driven in
   * slices, and nothing is to be set or deleted meanwhile.
   */
  *compared(): Generator<null, readonly { readonly a: string; readonly b: string; readonly comparison: Comparison | null }[]> {
    const { a, b } = yield* new Candidates(this.#table).sweep(() => true);
    return a.map((one, at) => {
      const other = b[at] ?? 0;
      const comparison = this.#partnersOf(one).find(({ slot }) => slot === other)?.comparison ?? null;
      return { a: this.#table.idAt(one) ?? "", b: this.#table.idAt(other) ?? "", comparison };
    });
  }

  /** The articles whose near-duplicates or group have changed since the last call; some may have gone. */
  takeRegrouped(): ReadonlySet<string> {
    const found = new Set(this.#regrouped);
    this.#regrouped.clear();
    for (const id of found) {
      const slot = this.#table.slotOf(id);
      if (slot !== undefined) for (const partner of this.#partnersOf(slot)) found.add(this.#table.idAt(partner.slot) ?? "");
    }
    return found;
  }

  /** Parts a slot from those that are no candidates any more because a crowd stands between them. */
  #recheck(slot: number): void {
    for (const partner of this.#partnersOf(slot)) if (!this.#candidates.has(slot, partner.slot)) this.#unpair(slot, partner.slot);
  }

  /** The near-duplicates that are known, ordered by ids. */
  pairs(): readonly DuplicatePair[] {
    const found = [...this.#partners.keys()].flatMap((slot) => this.#pairsAt(slot).filter(({ a }) => a === this.#table.idAt(slot)));
    return found.sort((x, y) => byText(x.a, y.a) || byText(x.b, y.b));
  }

  /** The near-duplicates of one article that are known, most similar first. */
  of(id: string): readonly DuplicatePair[] {
    const slot = this.#table.slotOf(id);
    if (slot === undefined) return [];
    return [...this.#pairsAt(slot)].sort((x, y) => y.similarity - x.similarity || byText(x.a, y.a) || byText(x.b, y.b));
  }

  #pairsAt(slot: number): readonly DuplicatePair[] {
    const id = this.#table.idAt(slot) ?? "";
    return this.#partnersOf(slot).map((partner) => {
      const other = this.#table.idAt(partner.slot) ?? "";
      return id < other ? { a: id, b: other, ...partner.comparison } : { a: other, b: id, ...partner.comparison };
    });
  }

  /**
   * The id that stands for all articles with the same text: the smallest, and its own where there is no other. Excerpts join
   * nothing: a week in brief has a piece of each of its stories, and does not make one text of them.
   */
  groupOf(id: string): string {
    const start = this.#table.slotOf(id);
    if (start === undefined) return id;
    const known = this.#groups.get(start);
    if (known !== undefined) return known;
    const members = new Set([start]);
    let smallest = id;
    for (const slot of members) {
      const own = this.#table.idAt(slot) ?? id;
      if (own < smallest) smallest = own;
      for (const partner of this.#partnersOf(slot)) if (partner.comparison.kind !== "excerpt") members.add(partner.slot);
    }
    for (const slot of members) this.#groups.set(slot, smallest);
    return smallest;
  }
}

/** By slot, the last of the pairs that it is in; -1 for none. */
function lastPairs({ a, b }: CandidatePairs, slotCount: number): Int32Array {
  const last = new Int32Array(slotCount).fill(-1);
  for (let at = 0; at < a.length; at++) {
    last[a[at] ?? 0] = at;
    last[b[at] ?? 0] = at;
  }
  return last;
}

function byText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
