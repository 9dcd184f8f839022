/** What a UTF-16 code unit is to a tokeniser. */
export const CharClass = {
  Other: 1,
  Space: 2,
  Lower: 3,
  Upper: 4,
  /** A letter without case, or a combining mark. */
  Letter: 5,
  Digit: 6,
  Apostrophe: 7,
  Hyphen: 8,
  /** Takes no room and means nothing: soft hyphen, zero-width space and joiners, byte order mark. */
  Invisible: 9,
} as const;

const classes = new Uint8Array(0x10000);

function classify(unit: number): number {
  const char = String.fromCharCode(unit);
  if (unit === 0xad || (unit >= 0x200b && unit <= 0x200f) || unit === 0x2060 || unit === 0xfeff) return CharClass.Invisible;
  if (/\s/.test(char)) return CharClass.Space;
  if (unit === 0x27 || unit === 0x2019 || unit === 0x2bc) return CharClass.Apostrophe;
  if (unit === 0x2d || unit === 0x2010 || unit === 0x2011) return CharClass.Hyphen;
  if (/\p{Lu}|\p{Lt}/u.test(char)) return CharClass.Upper;
  if (/\p{Ll}/u.test(char)) return CharClass.Lower;
  if (/\p{L}|\p{M}/u.test(char)) return CharClass.Letter;
  if (/\p{Nd}/u.test(char)) return CharClass.Digit;
  return CharClass.Other;
}

/** The class of a code unit (0–0xffff); surrogates are `Other`. Computed once for each code unit that occurs. */
export function charClass(unit: number): number {
  const known = classes[unit];
  if (known !== undefined && known !== 0) return known;
  const found = classify(unit);
  classes[unit] = found;
  return found;
}

/** Whether the code unit can be part of a word by itself: a letter, a mark or a digit. */
export function isWordUnit(unit: number): boolean {
  const found = charClass(unit);
  return found >= CharClass.Lower && found <= CharClass.Digit;
}
