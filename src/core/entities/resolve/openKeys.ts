/** No name's key has a comma. */
const divider = ", ";

/** Whether a key is of a name that its article leaves open: a last name with an office, or of one of several people. */
export function isOpenKey(key: string): boolean {
  return key.includes(divider);
}

/** The key of a last name that its article gives with an office: "berg, defense minister". */
export function keyWithOffice(word: string, office: string): string {
  return `${word}${divider}${office}`;
}

/** The last name and the office of such a key; null for any other key. */
export function splitOffice(key: string): { readonly word: string; readonly office: string } | null {
  const [word = "", office, ...others] = key.split(divider);
  return office === undefined || others.length > 0 ? null : { word, office };
}

/** The key of a name by which an article may mean one of several people, who have these keys: at least two. */
export function keyBetween(word: string, keys: readonly string[]): string {
  return [word, ...[...keys].sort()].join(divider);
}

/** The name and the keys of the people of such a key; null for any other key. */
export function splitBetween(key: string): { readonly word: string; readonly keys: readonly string[] } | null {
  const [word = "", ...keys] = key.split(divider);
  return keys.length < 2 ? null : { word, keys };
}
