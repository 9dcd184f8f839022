/**
 * The same string in memory of its own. Engines implement `slice` as a view that keeps the whole text alive; a
 * name that outlives a text of hundreds of megabytes must not hold it.
 */
export function ownCopy(piece: string): string {
  // A concatenation is flattened into a new string before it can be sliced: the view then holds only that.
  return ` ${piece}`.slice(1);
}
