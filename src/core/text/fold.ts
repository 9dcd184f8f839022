/** Letters that Unicode does not decompose but that readers type without their stroke or as two letters. */
const foldedLetters: ReadonlyMap<string, string> = new Map([
  ["ø", "o"],
  ["ł", "l"],
  ["đ", "d"],
  ["ð", "d"],
  ["ħ", "h"],
  ["ı", "i"],
  ["ß", "ss"],
  ["æ", "ae"],
  ["œ", "oe"],
  ["þ", "th"],
  ["ς", "σ"],
  // Arabic: forms of one letter that writers do not tell apart, and those of Persian and Urdu keyboards.
  ["ٱ", "ا"],
  ["ى", "ي"],
  ["ی", "ي"],
  ["ة", "ه"],
  ["ۃ", "ه"],
  ["ہ", "ه"],
  ["ھ", "ه"],
  ["ە", "ه"],
  ["ک", "ك"],
  // Chinese characters that have two forms in use.
  ["髙", "高"],
  ["﨑", "崎"],
  ["臺", "台"],
  ["濵", "浜"],
  ["邉", "辺"],
  ["邊", "辺"],
]);
const isFolded = new RegExp(`[${[...foldedLetters.keys()].join("")}]`, "g");

/** Small letters as they are typed without their strokes, or as two. */
export function withoutStrokes(text: string): string {
  return text.replace(isFolded, (letter) => foldedLetters.get(letter) ?? letter);
}

const asciiOnly = /^[\x20-\x7e]*$/;

/**
 * `text` as it is compared with what somebody types: lower case, without the accents of Latin, Greek and Cyrillic letters and without
 * the vowel signs of Arabic and Hebrew (marks of other scripts carry meaning and stay), without invisible characters, Arabic digits as
 * others, every kind of space a plain one, curly quotes straight. Offsets do not survive.
 */
export function fold(text: string): string {
  if (asciiOnly.test(text)) return text.toLowerCase();
  const small = text
    .normalize("NFKD")
    .replace(
      /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0640\u064b-\u065f\u0670\u00ad\u200b-\u200f\u2060\ufeff]/g,
      "",
    )
    .normalize("NFC")
    .toLowerCase();
  return withoutStrokes(small)
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(/[‘’‚‛]/g, "'")
    .replace(/[“”„‟]/g, '"')
    .replace(/\s/g, " ");
}

/** The letters and digits of `text`, folded, single spaces between words: titles that differ in dress are equal. */
export function foldWords(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, " ")
    .trim();
}

/** What `foldedUnit` gives for a code unit that does not fold by itself into one. */
export const unfoldable = 0xffff;
const unitTable = new Uint16Array(0x10000);

/** Beyond these, signs that follow a letter may join it when they are folded together. */
function standsAlone(unit: number): boolean {
  return unit < 0x0590 || (unit >= 0x05d0 && unit <= 0x05ea) || (unit >= 0x0620 && unit <= 0x06ff) || (unit >= 0xac00 && unit <= 0xd7a3);
}

/** The one code unit that a code unit folds into, or `unfoldable`. `fold` of a text of others is these of its units. */
export function foldedUnit(unit: number): number {
  const known = unitTable[unit] ?? 0;
  if (known !== 0) return known;
  const folded = standsAlone(unit) ? fold(String.fromCharCode(unit)) : "";
  const found = folded.length === 1 ? folded.charCodeAt(0) : unfoldable;
  unitTable[unit] = found;
  return found;
}
