import type { CandidatePairs } from "./candidates";
import { signatureSize } from "./signature";

const pairsPerStep = 20_000;

/**
 * The same pairs in an order in which those of like texts stand together, so that few texts must be at hand at a time: articles are
 * chained as single-linkage clustering joins them, most alike first, and pairs follow the chain, each under its later article, which is
 * its `a`. Near-linear. To be driven in slices.
 */
export function* inChainOrder(pairs: CandidatePairs, slotCount: number): Generator<null, CandidatePairs> {
  const places = yield* chain(pairs, slotCount);
  const count = pairs.a.length;
  const later = (at: number): number => Math.max(places[pairs.a[at] ?? 0] ?? 0, places[pairs.b[at] ?? 0] ?? 0);
  const starts = new Uint32Array(slotCount + 1);
  for (let at = 0; at < count; at++) {
    const next = later(at) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let place = 0; place < slotCount; place++) starts[place + 1] = (starts[place + 1] ?? 0) + (starts[place] ?? 0);
  yield null;
  const zeros = (): number[] => new Array<number>(count).fill(0);
  const ordered = { a: zeros(), b: zeros(), equal: zeros() };
  for (let at = 0; at < count; at++) {
    const place = later(at);
    const to = starts[place] ?? 0;
    starts[place] = to + 1;
    const [a, b] = [pairs.a[at] ?? 0, pairs.b[at] ?? 0];
    const isLater = places[a] === place;
    ordered.a[to] = isLater ? a : b;
    ordered.b[to] = isLater ? b : a;
    ordered.equal[to] = pairs.equal[at] ?? 0;
    if (at % pairsPerStep === 0) yield null;
  }
  return ordered;
}

/** The place of each slot in the chain. */
function* chain({ a, b, equal }: CandidatePairs, slotCount: number): Generator<null, Uint32Array> {
  const parents = Uint32Array.from({ length: slotCount }, (_, slot) => slot);
  const rootOf = (slot: number): number => {
    let root = slot;
    while (parents[root] !== root) root = parents[root] = parents[parents[root] ?? 0] ?? 0;
    return root;
  };
  const heads = parents.slice();
  const tails = parents.slice();
  const next = new Int32Array(slotCount).fill(-1);
  const byLikeness = Array.from({ length: signatureSize + 1 }, (): number[] => []);
  for (const [at, likeness] of equal.entries()) byLikeness[likeness]?.push(at);
  for (const ats of byLikeness.reverse()) {
    for (const [step, at] of ats.entries()) {
      const one = rootOf(a[at] ?? 0);
      const other = rootOf(b[at] ?? 0);
      if (step % pairsPerStep === 0) yield null;
      if (one === other) continue;
      parents[other] = one;
      next[tails[one] ?? 0] = heads[other] ?? 0;
      tails[one] = tails[other] ?? 0;
    }
  }
  const places = new Uint32Array(slotCount);
  let place = 0;
  for (let slot = 0; slot < slotCount; slot++) {
    if (parents[slot] !== slot) continue;
    for (let at = heads[slot] ?? -1; at >= 0; at = next[at] ?? -1) places[at] = place++;
  }
  return places;
}
