/** Compared at once; engines compare substrings much faster than a loop does its units. */
const block = 4096;

/** How many code units two texts have in common at their beginning and, behind that, at their end. */
export function commonEnds(a: string, b: string): { readonly prefix: number; readonly suffix: number } {
  const shorter = Math.min(a.length, b.length);
  let prefix = 0;
  while (prefix + block <= shorter && a.slice(prefix, prefix + block) === b.slice(prefix, prefix + block)) prefix += block;
  while (prefix < shorter && a.charCodeAt(prefix) === b.charCodeAt(prefix)) prefix++;
  const left = shorter - prefix;
  let suffix = 0;
  while (
    suffix + block <= left &&
    a.slice(a.length - suffix - block, a.length - suffix) === b.slice(b.length - suffix - block, b.length - suffix)
  )
    suffix += block;
  while (suffix < left && a.charCodeAt(a.length - suffix - 1) === b.charCodeAt(b.length - suffix - 1)) suffix++;
  return { prefix, suffix };
}
