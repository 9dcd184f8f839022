/**
 * Keys without repetition, in the order given: the first of its kind keeps its key, the next are `key~2`, `key~3`,
 * skipping what another article already bears as its own name.
 */
export function uniqueKeys(keys: readonly string[]): string[] {
  const taken = new Set(keys);
  const last = new Map<string, number>();
  return keys.map((key) => {
    const previous = last.get(key);
    if (previous === undefined) {
      last.set(key, 1);
      return key;
    }
    let number = previous + 1;
    while (taken.has(`${key}~${number}`)) number++;
    const unique = `${key}~${number}`;
    taken.add(unique);
    last.set(key, number);
    return unique;
  });
}
