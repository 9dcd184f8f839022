/** What may stand at one place of a sequence. */
interface Test<T> {
  has(value: T): boolean;
}

/** Where in [from, to) of `values` the steps stand one after the other, ascending. */
export function positionsOf<T>(values: ArrayLike<T>, from: number, to: number, steps: readonly Test<T>[]): readonly number[] {
  const found: number[] = [];
  const [first] = steps;
  if (first === undefined) return found;
  const last = to - steps.length;
  for (let at = from; at <= last; at++) {
    if (!first.has(values[at] as T)) continue;
    let step = 1;
    while (step < steps.length && steps[step]?.has(values[at + step] as T) === true) step++;
    if (step === steps.length) found.push(at);
  }
  return found;
}

/**
 * Those of the places `a` (each `lengthA` long) that have one of `b` before or behind them, with at most `distance` places
 * between and without an overlap. Both lists ascend.
 */
export function nearOf(a: readonly number[], lengthA: number, b: readonly number[], lengthB: number, distance: number): readonly number[] {
  const near: number[] = [];
  let firstB = 0;
  for (const left of a) {
    while (firstB < b.length && (b[firstB] ?? 0) + lengthB + distance < left) firstB++;
    for (let at = firstB; at < b.length; at++) {
      const right = b[at] ?? 0;
      if (right > left + lengthA + distance) break;
      if (right < left + lengthA && left < right + lengthB) continue;
      near.push(left);
      break;
    }
  }
  return near;
}
