import type { DuplicatePairs } from "../../src/core/related/duplicates/duplicatePairs";

/** Compares all near-duplicates, without pauses. */
export function settle(pairs: DuplicatePairs, wordsOf: (id: string) => Uint32Array): void {
  const work = pairs.settle();
  for (let step = work.next(); step.done !== true;) step = work.next(step.value === null ? undefined : wordsOf(step.value));
}
