/** Words `from` to `to` (exclusive) of one article that stand in another from `other` on. */
export interface SharedRun {
  readonly from: number;
  readonly to: number;
  readonly other: number;
}

/** Shorter runs of words are common speech. */
const fewestWords = 8;
const gramLength = 5;
/** A run of words that stands more often in an article is a refrain. */
const mostPlaces = 20;
/** Between two shared runs at most so many words differ, or it is no change of wording. */
const longestChange = 12;

/**
 * The runs of at least eight words that two articles share, longest first in choice, without overlaps, in the order of
 * the first. Seeds are runs of five words; each is extended as far as the words agree (greedy string tiling: Wise 1993).
 */
export function sharedRuns(a: readonly string[], b: readonly string[]): readonly SharedRun[] {
  const places = new Map<string, number[]>();
  for (let at = 0; at + gramLength <= b.length; at++) {
    const gram = b.slice(at, at + gramLength).join(" ");
    const known = places.get(gram);
    if (known === undefined) places.set(gram, [at]);
    else if (known.length < mostPlaces) known.push(at);
  }
  const found: SharedRun[] = [];
  for (let at = 0; at + gramLength <= a.length; at++) {
    for (const other of places.get(a.slice(at, at + gramLength).join(" ")) ?? []) {
      // Not the start of a run: it was found from there.
      if (at > 0 && other > 0 && a[at - 1] === b[other - 1]) continue;
      let length = gramLength;
      while (at + length < a.length && a[at + length] === b[other + length]) length++;
      if (length >= fewestWords) found.push({ from: at, to: at + length, other });
    }
  }
  found.sort((x, y) => y.to - y.from - (x.to - x.from) || x.from - y.from || x.other - y.other);
  const takenA = new Uint8Array(a.length);
  const takenB = new Uint8Array(b.length);
  const runs: SharedRun[] = [];
  for (const { from, to, other } of found) {
    let low = from;
    let high = to;
    while (low < high && (takenA[low] === 1 || takenB[other + low - from] === 1)) low++;
    while (high > low && (takenA[high - 1] === 1 || takenB[other + high - 1 - from] === 1)) high--;
    if (high - low < fewestWords) continue;
    takenA.fill(1, low, high);
    takenB.fill(1, other + low - from, other + high - from);
    runs.push({ from: low, to: high, other: other + low - from });
  }
  return runs.sort((x, y) => x.from - y.from);
}

/** Where two articles that share the words before and behind have other words between: `[from, to)` in each. */
export interface WordingChange {
  readonly from: number;
  readonly to: number;
  readonly otherFrom: number;
  readonly otherTo: number;
}

/** The changes of wording between runs that follow each other in both articles. */
export function wordingChanges(runs: readonly SharedRun[]): readonly WordingChange[] {
  return runs.slice(1).flatMap((next, at): WordingChange[] => {
    const before = runs[at];
    if (before === undefined) return [];
    const otherFrom = before.other + before.to - before.from;
    const change = { from: before.to, to: next.from, otherFrom, otherTo: next.other };
    const [own, other] = [change.to - change.from, change.otherTo - change.otherFrom];
    // Where only one has a word, the next one shows where: "al-Assad", "Assad".
    if ((own === 0) !== (other === 0))
      return own + other <= longestChange ? [{ ...change, to: change.to + 1, otherTo: change.otherTo + 1 }] : [];
    return own >= 0 && other >= 0 && own + other > 0 && own <= longestChange && other <= longestChange ? [change] : [];
  });
}
