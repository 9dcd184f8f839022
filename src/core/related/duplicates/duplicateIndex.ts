import { candidatePairs, candidatesOf } from "./nearDuplicates";
import { signatureSize, type Signature } from "./signature";

/** Two articles by their ids, `a` before `b` in the order of ids, that may be near-duplicates. */
export interface IdPair {
  readonly a: string;
  readonly b: string;
}

/** With more changes than this a sweep over all bands is cheaper than a scan for each article. */
const scanLimit = 24;

/**
 * The signatures of all articles and which pairs of them may be near-duplicates, changed one article at a time. 256
 * bytes an article for the signature and about 100 for its id. After any sequence of changes the pairs are those that
 * an index built afresh would give, once `update` has run; until then those that were known before.
 */
export class DuplicateIndex {
  readonly #slots = new Map<string, number>();
  readonly #ids: (string | null)[] = [];
  readonly #free: number[] = [];
  readonly #sizes: number[] = [];
  #signatures = new Uint16Array(64 * signatureSize);
  readonly #changed = new Set<string>();
  #pairs = new Map<string, Set<string>>();
  /** Whether some band was left out because too many articles share it: then one change may bring it back. */
  #isCrowded = false;

  get size(): number {
    return this.#slots.size;
  }

  /** Bytes held for signatures. */
  get signatureBytes(): number {
    return this.#signatures.byteLength;
  }

  /** Sets an article's signature, in place of what it had; null for an article without words. */
  set(id: string, signature: Signature | null): void {
    this.delete(id);
    if (signature === null) return;
    const slot = this.#free.pop() ?? this.#ids.length;
    if ((slot + 1) * signatureSize > this.#signatures.length) {
      const larger = new Uint16Array(Math.ceil((slot + 1) * 1.25) * signatureSize);
      larger.set(this.#signatures);
      this.#signatures = larger;
    }
    this.#signatures.set(signature.values, slot * signatureSize);
    this.#sizes[slot] = signature.size;
    this.#ids[slot] = id;
    this.#slots.set(id, slot);
    this.#changed.add(id);
  }

  /** Takes an article out; nothing happens if it is not there. */
  delete(id: string): void {
    const slot = this.#slots.get(id);
    if (slot === undefined) return;
    this.#slots.delete(id);
    this.#ids[slot] = null;
    this.#free.push(slot);
    this.#changed.add(id);
  }

  /** The ids that may be near-duplicates of `id`, in no order. */
  candidates(id: string): ReadonlySet<string> {
    return this.#pairs.get(id) ?? none;
  }

  /** Every pair that may be near-duplicates, ordered by ids. */
  pairs(): readonly IdPair[] {
    const pairs: IdPair[] = [];
    for (const [a, others] of this.#pairs) for (const b of others) if (a < b) pairs.push({ a, b });
    return pairs.sort((x, y) => compare(x.a, y.a) || compare(x.b, y.b));
  }

  /** Finds the pairs of what has changed. To be driven in slices; nothing may be set or deleted meanwhile. */
  *update(): Generator<undefined, void> {
    if (this.#changed.size === 0) return;
    if (this.#changed.size > scanLimit || this.#isCrowded || !(yield* this.#scanChanged())) yield* this.#sweep();
    this.#changed.clear();
  }

  /** Looks for the partners of what changed alone; false where a band is too full for that. */
  *#scanChanged(): Generator<undefined, boolean> {
    const taken = [...this.#changed];
    for (const id of taken) this.#unpair(id);
    for (const id of taken) {
      const slot = this.#slots.get(id);
      if (slot === undefined) continue;
      const found = candidatesOf(slot, { values: this.#signatures, sizes: this.#sizes, ids: this.#ids });
      if (found === null) return false;
      for (const other of found) this.#pair(id, this.#ids[other] ?? "");
      yield;
    }
    return true;
  }

  *#sweep(): Generator<undefined, void> {
    const { pairs, isCrowded } = yield* candidatePairs({ values: this.#signatures, sizes: this.#sizes, ids: this.#ids });
    this.#pairs = new Map();
    for (const { a, b } of pairs) this.#pair(this.#ids[a] ?? "", this.#ids[b] ?? "");
    this.#isCrowded = isCrowded;
  }

  #pair(a: string, b: string): void {
    for (const [one, other] of [[a, b], [b, a]] as const) {
      const partners = this.#pairs.get(one);
      if (partners === undefined) this.#pairs.set(one, new Set([other]));
      else partners.add(other);
    }
  }

  #unpair(id: string): void {
    for (const other of this.#pairs.get(id) ?? []) {
      const partners = this.#pairs.get(other);
      partners?.delete(id);
      if (partners?.size === 0) this.#pairs.delete(other);
    }
    this.#pairs.delete(id);
  }
}

const none: ReadonlySet<string> = new Set();

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
