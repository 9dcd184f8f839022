/** Engines copy shorter pieces, and make a view of longer ones. */
const shortestView = 13;
/** So many arguments a call takes everywhere. */
const mostUnits = 1024;

/**
 * The same string in memory of its own. Engines implement `slice` as a view that keeps the whole text alive; a
 * name that outlives a text of hundreds of megabytes must not hold it.
 */
export function ownCopy(piece: string): string {
  if (piece.length >= shortestView && piece.length <= mostUnits) {
    const units: number[] = [];
    for (let at = 0; at < piece.length; at++) units.push(piece.charCodeAt(at));
    return String.fromCharCode(...units);
  }
  // A concatenation is flattened into a new string before it can be sliced: the view then holds only that.
  return ` ${piece}`.slice(1);
}
