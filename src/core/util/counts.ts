/** Beyond this many different keys they are looked up in a map. */
const mostInList = 24;

/**
 * How often each of a few whole numbers stands. Most have one or two keys: those are a short list of pairs, a quarter of
 * what a map takes.
 */
export type Counts = number[] | Map<number, number>;

/** `counts` with `by` more of a key; keys that come to nothing go. Changes what it is given, and may return another. */
export function counted(counts: Counts, key: number, by: number): Counts {
  if (!Array.isArray(counts)) {
    const count = (counts.get(key) ?? 0) + by;
    if (count === 0) counts.delete(key);
    else counts.set(key, count);
    return counts;
  }
  for (let at = 0; at < counts.length; at += 2) {
    if (counts[at] !== key) continue;
    const count = (counts[at + 1] ?? 0) + by;
    if (count === 0) counts.splice(at, 2);
    else counts[at + 1] = count;
    return counts;
  }
  if (counts.length >= 2 * mostInList) return counted(new Map(entriesOf(counts)), key, by);
  // Exactly as long as it is: a list that has been pushed to holds room for sixteen more.
  return counts.length === 0 ? [key, by] : [...counts, key, by];
}

export function* entriesOf(counts: Counts): Generator<readonly [key: number, count: number], void, undefined> {
  if (!Array.isArray(counts)) {
    yield* counts;
    return;
  }
  for (let at = 0; at < counts.length; at += 2) yield [counts[at] ?? 0, counts[at + 1] ?? 0];
}

/** How often one key stands; 0 for none. */
export function countOf(counts: Counts, key: number): number {
  if (!Array.isArray(counts)) return counts.get(key) ?? 0;
  for (let at = 0; at < counts.length; at += 2) if (counts[at] === key) return counts[at + 1] ?? 0;
  return 0;
}

export function sizeOf(counts: Counts): number {
  return Array.isArray(counts) ? counts.length / 2 : counts.size;
}
