import { compare, Shingled, type Comparison } from "./comparison";
import { duplicateGroups } from "./duplicateGroups";
import type { Signature } from "./signature";
import { DuplicateIndex, type IdPair } from "./duplicateIndex";

/** Two near-duplicates: their ids, `a` before `b`, and how they compare. */
export interface DuplicatePair extends Comparison {
  readonly a: string;
  readonly b: string;
}

/** How many texts' shingles are kept while pairs are compared; a text takes about 10 kilobytes. */
const cacheLimit = 400;

/** Key, value and chain of an entry of a hash table that is half full. */
const mapEntryBytes = 48;

interface Compared {
  readonly comparison: Comparison | null;
  /** The texts' versions when they were compared. */
  readonly versionA: number;
  readonly versionB: number;
}

/**
 * The near-duplicates of a corpus: what the index of signatures finds, compared word by word. The words are asked for
 * when they are needed; comparing a pair again is only needed when one of the two has changed.
 */
export class DuplicatePairs {
  readonly #index = new DuplicateIndex();
  /** By the smaller id, then the other. */
  #compared = new Map<string, Map<string, Compared>>();
  readonly #versions = new Map<string, number>();
  readonly #cache = new Map<string, Shingled>();
  #version = 0;

  /** How many articles have words. */
  get size(): number {
    return this.#index.size;
  }

  /** Bytes held for the articles themselves: signatures, and an estimate of two map entries each. */
  get bytes(): number {
    return this.#index.signatureBytes + this.#index.size * 2 * mapEntryBytes;
  }

  /** Sets an article's signature; what it was compared with does not count any more. */
  set(id: string, signature: Signature | null): void {
    this.#cache.delete(id);
    this.#versions.set(id, ++this.#version);
    this.#index.set(id, signature);
  }

  delete(id: string): void {
    this.#cache.delete(id);
    this.#versions.delete(id);
    this.#index.delete(id);
  }

  /**
   * The pairs that nobody has compared as they are, those of one text together, so that it is read once. To be driven in slices; nothing may be set or deleted
   * meanwhile. What is known of pairs that have gone is forgotten.
   */
  *uncompared(): Generator<undefined, readonly IdPair[]> {
    yield* this.#index.update();
    const left: IdPair[] = [];
    const compared = new Map<string, Map<string, Compared>>();
    for (const pair of this.#index.pairs()) {
      const known = this.#known(pair.a, pair.b);
      if (known === undefined) left.push(pair);
      else put(compared, pair.a, pair.b, known);
    }
    this.#compared = compared;
    const groups = duplicateGroups(left.map((pair) => ({ ...pair, kind: "same" })));
    const groupOf = ({ a }: IdPair): string => groups.get(a) ?? a;
    return left.map((pair) => ({ pair, group: groupOf(pair) })).sort((x, y) => (x.group === y.group ? 0 : x.group < y.group ? -1 : 1)).map(({ pair }) => pair);
  }

  /** Compares a pair by its words. */
  compare({ a, b }: IdPair, wordsOf: (id: string) => Uint32Array): void {
    const comparison = compare(this.#shingled(a, wordsOf), this.#shingled(b, wordsOf));
    put(this.#compared, a, b, { comparison, versionA: this.#versions.get(a) ?? 0, versionB: this.#versions.get(b) ?? 0 });
  }

  /** The near-duplicates that are known, ordered by ids. */
  *pairs(): Generator<DuplicatePair, void> {
    for (const { a, b } of this.#index.pairs()) {
      const comparison = this.#known(a, b)?.comparison;
      if (comparison) yield { a, b, ...comparison };
    }
  }

  /** The near-duplicates of one article that are known, most similar first. */
  of(id: string): readonly DuplicatePair[] {
    const found: DuplicatePair[] = [];
    for (const other of this.#index.candidates(id)) {
      const [a, b] = id < other ? [id, other] : [other, id];
      const comparison = this.#known(a, b)?.comparison;
      if (comparison) found.push({ a, b, ...comparison });
    }
    return found.sort((x, y) => y.similarity - x.similarity || (x.a + x.b < y.a + y.b ? -1 : 1));
  }

  #known(a: string, b: string): Compared | undefined {
    const known = this.#compared.get(a)?.get(b);
    return known !== undefined && known.versionA === this.#versions.get(a) && known.versionB === this.#versions.get(b) ? known : undefined;
  }

  #shingled(id: string, wordsOf: (id: string) => Uint32Array): Shingled {
    let known = this.#cache.get(id);
    if (known !== undefined) return known;
    known = new Shingled(wordsOf(id));
    if (this.#cache.size >= cacheLimit) this.#cache.delete(this.#cache.keys().next().value ?? "");
    this.#cache.set(id, known);
    return known;
  }
}

function put(into: Map<string, Map<string, Compared>>, a: string, b: string, value: Compared): void {
  const others = into.get(a);
  if (others === undefined) into.set(a, new Map([[b, value]]));
  else others.set(b, value);
}
