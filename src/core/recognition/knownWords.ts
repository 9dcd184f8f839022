import * as vocabulary from "./vocabulary";

/** The vocabularies; the place of each is its bit in what `vocabulariesOf` returns. */
const vocabularies: readonly ReadonlySet<string>[] = [
  vocabulary.reporting,
  vocabulary.weekdays,
  vocabulary.firstAndSecondPerson,
  vocabulary.thirdPerson,
  vocabulary.publicAffairs,
  vocabulary.legalese,
  vocabulary.softwareTerms,
  vocabulary.scholarly,
  vocabulary.cookery,
  vocabulary.smallWords,
];

/** Places in `WordTally.counts`. */
export const Vocabulary = {
  Reporting: 0,
  Weekdays: 1,
  FirstAndSecond: 2,
  Third: 3,
  PublicAffairs: 4,
  Legalese: 5,
  Software: 6,
  Scholarly: 7,
  Cookery: 8,
  Small: 9,
} as const;

export const vocabularyCount = vocabularies.length;

const bitsOf = new Map<string, number>();
vocabularies.forEach((words, index) => {
  for (const word of words) bitsOf.set(word, (bitsOf.get(word) ?? 0) | (1 << index));
});

/** What a code unit adds to the hash of a word: its lower case; 0 for units that are not folded one by one. */
const folded = new Uint16Array(0x600);
for (let unit = 0; unit < folded.length; unit++) {
  const lower = String.fromCharCode(unit).toLowerCase();
  folded[unit] = lower.length === 1 ? lower.charCodeAt(0) : 0;
}
const typographicApostrophe = 0x2019;
const apostrophe = 0x27;

/** Which hashes known words have: most words of a text are told to be unknown without making a string of them. */
const taken = new Uint8Array(0x10000);
/** The hash of a word that only its string can be looked up by. */
export const unhashed = -1;

/** `hash` (0 for no units yet) with one more unit of a word. */
export function hashedWith(hash: number, unit: number): number {
  const lower = unit < folded.length ? (folded[unit] ?? 0) : unit === typographicApostrophe ? apostrophe : 0;
  return lower === 0 || hash === unhashed ? unhashed : Math.imul(hash ^ lower, 0x01000193) & 0x7fffffff;
}

function slot(hash: number): number {
  return (hash ^ (hash >>> 16)) & 0xffff;
}

for (const word of bitsOf.keys()) {
  let hash = 0;
  for (let at = 0; at < word.length; at++) hash = hashedWith(hash, word.charCodeAt(at));
  taken[slot(hash)] = 1;
}

/** The vocabularies that have the word `text.slice(from, to)` of that hash, in any case and with either apostrophe: a bit for each. */
export function vocabulariesOf(text: string, from: number, to: number, hash: number): number {
  if (hash !== unhashed && taken[slot(hash)] !== 1) return 0;
  return bitsOf.get(text.slice(from, to).toLowerCase().replace("’", "'")) ?? 0;
}
