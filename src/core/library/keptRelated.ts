import type { Comparison, DuplicateKind } from "../related/duplicates/comparison";
import type { KeptTopics } from "../related/similarity/topicTable";
import { textHash } from "../text/textHash";
import { packFile, unpackFile } from "../util/packedFile";
import { VarintReader, VarintWriter } from "../util/varints";

const kind = "CNRL";
/** To be raised with every change of the layout, and of what relatedness finds out about the same texts. */
const version = 1;

const kinds: readonly DuplicateKind[] = ["same", "edited", "excerpt"];
/** Behind the kinds: the two were compared, and are no near-duplicates. */
const noKind = kinds.length;

/** Which text of which article: its id, and the hashes of its text and of the shared lines that it was read with. */
export function articleState(id: string, hash: number, template: number): string {
  return `${textHash(id, { start: 0, end: id.length })} ${hash} ${template}`;
}

/** Two articles that were compared, by their places among all; null for no near-duplicates. */
export interface KeptComparison {
  readonly a: number;
  readonly b: number;
  readonly comparison: Comparison | null;
}

/** The topics, and how many changes there were since they were trained. */
export interface TrainedTopics {
  /** Null where there were too few articles. */
  readonly topics: KeptTopics | null;
  readonly changes: number;
}

/**
 * What was found out about related articles that takes long, kept beside the segments. All of it is said of states of articles: what is
 * known of an article that has another text now is never asked for. So it need not be as new as the segments.
 */
export class KeptRelated {
  readonly count: number;
  /** Null where none were trained. */
  readonly trained: TrainedTopics | null;
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #comparisons = new Map<number, Comparison | null>();

  private constructor(states: readonly string[], comparisons: readonly KeptComparison[], trained: TrainedTopics | null) {
    this.count = states.length;
    this.trained = trained;
    this.#numbers = new Map(states.map((state, at) => [state, at]));
    for (const { a, b, comparison } of comparisons) this.#comparisons.set(this.#pair(a, b), comparison);
  }

  #pair(a: number, b: number): number {
    return Math.min(a, b) * this.count + Math.max(a, b);
  }

  /** The place of an article in a state, as `articleState` has it. */
  placeOf(state: string): number | undefined {
    return this.#numbers.get(state);
  }

  /** How two articles in these states compare; null for no near-duplicates, undefined where that is not known. */
  comparison(a: string, b: string): Comparison | null | undefined {
    const [inA, inB] = [this.placeOf(a), this.placeOf(b)];
    return inA === undefined || inB === undefined ? undefined : this.#comparisons.get(this.#pair(inA, inB));
  }

  /** Null where the bytes are damaged, of another version, or of another program than `identity`. */
  static open(bytes: Uint8Array, identity: string): KeptRelated | null {
    const file = unpackFile(kind, version, bytes);
    if ("fault" in file) return null;
    const reader = new VarintReader(file.body);
    if (reader.text() !== identity) return null;
    const states = Array.from({ length: reader.count() }, () => `${reader.next() >>> 0} ${reader.next() >>> 0} ${reader.next() >>> 0}`);
    const comparisons = Array.from({ length: reader.count() }, (): KeptComparison => {
      const [a, b] = [reader.next(), reader.next()];
      const found = kinds[reader.next()];
      if (found === undefined) return { a, b, comparison: null };
      const [similarity = 0, containment = 0] = new Float64Array(copied(reader.block()));
      return { a, b, comparison: { similarity, containment, kind: found } };
    });
    if (reader.next() === 0) return new KeptRelated(states, comparisons, null);
    const changes = reader.next();
    const topicCount = reader.next();
    if (topicCount === 0) return new KeptRelated(states, comparisons, { topics: null, changes });
    const terms = Array.from({ length: reader.count() }, () => reader.text() ?? "");
    const loadings = new Float32Array(copied(reader.block()));
    const values = new Int8Array(copied(reader.block()));
    const isKnown = new Uint8Array(copied(reader.block()));
    return new KeptRelated(states, comparisons, { topics: { topicCount, terms, loadings, values, isKnown }, changes });
  }
}

/** Packs what `KeptRelated.open` reads; `values` of the topics are those of the articles, in their order. */
export function packRelated(
  identity: string,
  states: readonly string[],
  comparisons: readonly KeptComparison[],
  trained: TrainedTopics | null,
): Uint8Array {
  const out = new VarintWriter();
  out.text(identity);
  out.put(states.length);
  for (const state of states) for (const part of state.split(" ")) out.put(Number(part));
  out.put(comparisons.length);
  for (const { a, b, comparison } of comparisons) {
    out.put(a);
    out.put(b);
    out.put(comparison === null ? noKind : kinds.indexOf(comparison.kind));
    if (comparison !== null) out.block(bytesOf(Float64Array.of(comparison.similarity, comparison.containment)));
  }
  out.put(trained === null ? 0 : 1);
  if (trained !== null) {
    const { topics, changes } = trained;
    out.put(changes);
    out.put(topics?.topicCount ?? 0);
    if (topics !== null) {
      out.put(topics.terms.length);
      for (const term of topics.terms) out.text(term);
      for (const block of [topics.loadings, topics.values, topics.isKnown]) out.block(bytesOf(block));
    }
  }
  return packFile(kind, version, out.take());
}

function bytesOf({ buffer, byteOffset, byteLength }: Float64Array | Float32Array | Int8Array | Uint8Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/** In memory of its own, where it begins at a multiple of every number's length. */
function copied(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
