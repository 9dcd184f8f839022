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
