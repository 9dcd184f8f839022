/** So many are sorted, or merged, between two chances for others. */
const step = 1000;

/** Numbers in the order of `compare`, which never finds two equal: a merge sort, to be driven in slices. */
export function* sortInSlices(values: Uint32Array, compare: (a: number, b: number) => number): Generator<undefined, Uint32Array> {
  for (let start = 0; start < values.length; start += step) {
    values.subarray(start, start + step).sort(compare);
    yield;
  }
  let from = values;
  let to: Uint32Array = new Uint32Array(values.length);
  for (let width = step; width < values.length; width *= 2) {
    for (let start = 0; start < values.length; start += 2 * width) {
      const middle = Math.min(start + width, values.length);
      const end = Math.min(start + 2 * width, values.length);
      let [left, right] = [start, middle];
      for (let at = start; at < end; at++) {
        const isLeft = right === end || (left < middle && compare(from[left] ?? 0, from[right] ?? 0) < 0);
        to[at] = from[isLeft ? left++ : right++] ?? 0;
        if (at % step === 0) yield;
      }
    }
    [from, to] = [to, from];
  }
  return from;
}
