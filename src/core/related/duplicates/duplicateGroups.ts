import type { DuplicateKind } from "./comparison";

/** Two near-duplicates by their ids. */
export interface Linked {
  readonly a: string;
  readonly b: string;
  readonly kind: DuplicateKind;
}

/**
 * Which articles hold the same text: each with the smallest id of its group. Excerpts join nothing: a week in brief has
 * a piece of each of its stories, and does not make one text of them.
 */
export function duplicateGroups(pairs: Iterable<Linked>): ReadonlyMap<string, string> {
  const parents = new Map<string, string>();
  const rootOf = (id: string): string => {
    let root = id;
    for (let parent = parents.get(root); parent !== undefined && parent !== root; parent = parents.get(root)) root = parent;
    for (let at = id; at !== root; ) {
      const next = parents.get(at) ?? root;
      parents.set(at, root);
      at = next;
    }
    return root;
  };
  for (const { a, b, kind } of pairs) {
    if (kind === "excerpt") continue;
    const rootA = rootOf(a);
    const rootB = rootOf(b);
    const root = rootA < rootB ? rootA : rootB;
    for (const id of [a, b, rootA, rootB]) parents.set(id, root);
  }
  return new Map([...parents.keys()].map((id) => [id, rootOf(id)]));
}
