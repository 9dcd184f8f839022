/** Counts of clusterings: for each mention the gold entity and the predicted one. */
export interface Clustered {
  readonly gold: string;
  readonly found: string;
}

/** Precision, recall and F1, in percent. */
export interface Measure {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

function measure(precision: number, recall: number): Measure {
  return {
    precision: 100 * precision,
    recall: 100 * recall,
    f1: precision + recall === 0 ? 0 : (200 * precision * recall) / (precision + recall),
  };
}

function overlapsOf(items: readonly Clustered[]): {
  readonly gold: Map<string, number>;
  readonly found: Map<string, number>;
  readonly both: Map<string, Map<string, number>>;
} {
  const gold = new Map<string, number>();
  const found = new Map<string, number>();
  const both = new Map<string, Map<string, number>>();
  for (const item of items) {
    gold.set(item.gold, (gold.get(item.gold) ?? 0) + 1);
    found.set(item.found, (found.get(item.found) ?? 0) + 1);
    const row = both.get(item.gold) ?? new Map<string, number>();
    both.set(item.gold, row);
    row.set(item.found, (row.get(item.found) ?? 0) + 1);
  }
  return { gold, found, both };
}

/** B³ (Bagga and Baldwin 1998): for each mention the share of its cluster that is of its entity, and the other way round; averaged. */
export function bCubed(items: readonly Clustered[]): Measure {
  const { gold, found, both } = overlapsOf(items);
  let precision = 0;
  let recall = 0;
  for (const [entity, row] of both) {
    for (const [cluster, count] of row) {
      precision += (count * count) / (found.get(cluster) ?? 1);
      recall += (count * count) / (gold.get(entity) ?? 1);
    }
  }
  return measure(precision / Math.max(1, items.length), recall / Math.max(1, items.length));
}

/** CEAF-e (Luo 2005): the best one-to-one alignment of entities and clusters, each pair worth 2|both| / (|entity| + |cluster|). */
export function ceafEntity(items: readonly Clustered[]): Measure {
  const { gold, found, both } = overlapsOf(items);
  const entities = [...gold.keys()];
  const clusters = [...found.keys()];
  const columns = new Map(clusters.map((cluster, index) => [cluster, index]));
  const size = Math.max(entities.length, clusters.length);
  const worth = Array.from({ length: size }, () => new Float64Array(size));
  for (const [row, entity] of entities.entries()) {
    for (const [cluster, count] of both.get(entity) ?? []) {
      const line = worth[row];
      if (line !== undefined) line[columns.get(cluster) ?? 0] = (2 * count) / ((gold.get(entity) ?? 0) + (found.get(cluster) ?? 0));
    }
  }
  const total = bestAssignment(worth);
  return measure(total / Math.max(1, clusters.length), total / Math.max(1, entities.length));
}

/** The largest sum of one number from each row and column of a square table: the Hungarian method with potentials, cubic. */
export function bestAssignment(worth: readonly Float64Array[]): number {
  const size = worth.length;
  const rowPotential = new Float64Array(size + 1);
  const columnPotential = new Float64Array(size + 1);
  const rowOf = new Int32Array(size + 1);
  const way = new Int32Array(size + 1);
  const cost = (row: number, column: number): number => -(worth[row - 1]?.[column - 1] ?? 0);
  for (let row = 1; row <= size; row++) {
    rowOf[0] = row;
    let column = 0;
    const least = new Float64Array(size + 1).fill(Infinity);
    const used = new Uint8Array(size + 1);
    do {
      used[column] = 1;
      const current = rowOf[column] ?? 0;
      let delta = Infinity;
      let next = 0;
      for (let other = 1; other <= size; other++) {
        if (used[other] === 1) continue;
        const reduced = cost(current, other) - (rowPotential[current] ?? 0) - (columnPotential[other] ?? 0);
        if (reduced < (least[other] ?? 0)) {
          least[other] = reduced;
          way[other] = column;
        }
        if ((least[other] ?? 0) < delta) {
          delta = least[other] ?? 0;
          next = other;
        }
      }
      for (let other = 0; other <= size; other++) {
        if (used[other] === 1) {
          const of = rowOf[other] ?? 0;
          rowPotential[of] = (rowPotential[of] ?? 0) + delta;
          columnPotential[other] = (columnPotential[other] ?? 0) - delta;
        } else least[other] = (least[other] ?? 0) - delta;
      }
      column = next;
    } while (rowOf[column] !== 0);
    while (column !== 0) {
      const before = way[column] ?? 0;
      rowOf[column] = rowOf[before] ?? 0;
      column = before;
    }
  }
  let total = 0;
  for (let column = 1; column <= size; column++) total -= cost(rowOf[column] ?? 0, column);
  return total;
}
