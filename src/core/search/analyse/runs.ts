/**
 * Where `run`, words of a script without spaces, stands in a stretch of such words, ascending. `ends` are the ends of the stretch's
 * words, ascending, the last one its length. What is cut out of a word must leave two characters of it, on one side only: 部长 stands in
 * 外交部|长, but 中国 not in 发展|中|国家, nor 市长 in 南京市|长江. Or it begins or ends a single word. Linear but for what overlaps.
 */
export function placesOfRun(stretch: string, ends: readonly number[], run: string): readonly number[] {
  const found: number[] = [];
  for (let at = stretch.indexOf(run); at >= 0; at = stretch.indexOf(run, at + 1)) {
    const left = cutAt(ends, at);
    const right = cutAt(ends, at + run.length);
    const isInOne = left.word === right.word && (left.before === 0 || right.after === 0);
    if (
      isInOne ||
      ((left.before === 0 || left.before > 1) && (right.after === 0 || right.after > 1) && (left.before === 0 || right.after === 0))
    )
      found.push(at);
  }
  return found;
}

/** Which word a place is in, and how much of it stands before and after; both 0 between two words. */
function cutAt(ends: readonly number[], place: number): { readonly word: number; readonly before: number; readonly after: number } {
  let word = 0;
  while (word < ends.length && (ends[word] ?? 0) < place) word++;
  const end = ends[word] ?? place;
  if (end === place) return { word, before: 0, after: 0 };
  return { word, before: place - (ends[word - 1] ?? 0), after: end - place };
}
