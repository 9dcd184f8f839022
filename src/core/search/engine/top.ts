/**
 * The first `limit` items in the order of `compare`, in that order: as `Array.from(items).sort(compare).slice(0, limit)`, but most
 * items are compared once only, with the last of the best so far (a heap). `compare` must not find two of them equal.
 */
export function topOf<T>(items: ArrayLike<T>, limit: number, compare: (a: T, b: T) => number): readonly T[] {
  if (limit * 4 >= items.length) return Array.from(items).sort(compare).slice(0, limit);
  if (limit <= 0) return [];
  // The worst of the best stands first.
  const heap = Array.from({ length: limit }, (_, index) => items[index] as T).sort((a, b) => compare(b, a));
  for (let next = limit; next < items.length; next++) {
    const item = items[next] as T;
    if (compare(item, heap[0] as T) >= 0) continue;
    sink(heap, item, compare);
  }
  return heap.sort(compare);
}

/** Puts `item` in the place of the first, and further down until none below it is worse. */
function sink<T>(heap: T[], item: T, compare: (a: T, b: T) => number): void {
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && compare(heap[child + 1] as T, heap[child] as T) > 0) child++;
    if (compare(heap[child] as T, item) <= 0) break;
    heap[at] = heap[child] as T;
    at = child;
  }
  heap[at] = item;
}
