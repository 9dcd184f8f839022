import * as vocabulary from "./vocabulary";

/** The vocabularies; the place of each is its bit in what `vocabulariesOf` returns. */
const vocabularies: readonly ReadonlySet<string>[] = [
  vocabulary.reporting, vocabulary.weekdays, vocabulary.firstAndSecondPerson, vocabulary.thirdPerson,
  vocabulary.publicAffairs, vocabulary.legalese, vocabulary.softwareTerms, vocabulary.scholarly, vocabulary.cookery,
];

/** Places in `WordTally.counts`. */
export const Vocabulary = { Reporting: 0, Weekdays: 1, FirstAndSecond: 2, Third: 3, PublicAffairs: 4, Legalese: 5, Software: 6, Scholarly: 7, Cookery: 8 } as const;

export const vocabularyCount = vocabularies.length;

const bitsOf = new Map<string, number>();
vocabularies.forEach((words, index) => {
  for (const word of words) bitsOf.set(word, (bitsOf.get(word) ?? 0) | (1 << index));
});

/** The lower case of the code units that have one of the same length, up to here; 0 for the others. */
const lower = new Uint16Array(0x600);
for (let unit = 0; unit < lower.length; unit++) {
  const folded = String.fromCharCode(unit).toLowerCase();
  lower[unit] = folded.length === 1 ? folded.charCodeAt(0) : 0;
}
const typographicApostrophe = 0x2019;
const apostrophe = 0x27;

function next(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/** Which hashes known words have: most words of a text are told to be unknown without making a string of them. */
const taken = new Uint8Array(0x10000);

function slot(hash: number): number {
  return (hash ^ (hash >>> 16)) & 0xffff;
}

for (const word of bitsOf.keys()) {
  let hash = 0;
  for (let at = 0; at < word.length; at++) hash = next(hash, word.charCodeAt(at));
  taken[slot(hash)] = 1;
}

/** The vocabularies that have the word `text.slice(from, to)`, in any case and with either apostrophe: a bit for each. */
export function vocabulariesOf(text: string, from: number, to: number): number {
  let hash = 0;
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    const folded = unit === typographicApostrophe ? apostrophe : unit < lower.length ? (lower[unit] ?? 0) : unit;
    // Where lower case is not unit by unit, or not known here, the string itself is asked.
    if (folded === 0 || (folded >= lower.length && folded < 0xd800)) return bitsOfText(text, from, to);
    hash = next(hash, folded);
  }
  return taken[slot(hash)] === 1 ? bitsOfText(text, from, to) : 0;
}

function bitsOfText(text: string, from: number, to: number): number {
  return bitsOf.get(text.slice(from, to).toLowerCase().replace("’", "'")) ?? 0;
}
