export interface BCubed {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/**
 * B-cubed precision and recall (Bagga and Baldwin 1998) of a clustering over the items that `gold` labels; an item that `found`
 * does not know is a cluster of its own.
 */
export function bCubed(gold: ReadonlyMap<string, string>, found: ReadonlyMap<string, string>): BCubed {
  const items = [...gold.keys()];
  const cluster = (id: string): string => found.get(id) ?? `alone ${id}`;
  let [precision, recall] = [0, 0];
  for (const id of items) {
    const together = items.filter((other) => cluster(other) === cluster(id));
    const same = items.filter((other) => gold.get(other) === gold.get(id));
    const right = together.filter((other) => gold.get(other) === gold.get(id)).length;
    precision += right / together.length;
    recall += right / same.length;
  }
  precision /= items.length || 1;
  recall /= items.length || 1;
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall || 1) };
}
