/** Letters that Unicode does not decompose but that readers type without their stroke or as two letters. */
const foldedLetters: ReadonlyMap<string, string> = new Map([
  ["ø", "o"], ["ł", "l"], ["đ", "d"], ["ð", "d"], ["ħ", "h"], ["ı", "i"], ["ß", "ss"], ["æ", "ae"], ["œ", "oe"], ["þ", "th"],
]);

/** Small letters as they are typed without their strokes, or as two. */
export function withoutStrokes(text: string): string {
  return text.replace(/[øłđðħıßæœþ]/g, (letter) => foldedLetters.get(letter) ?? letter);
}

const asciiOnly = /^[\x20-\x7e]*$/;

/**
 * `text` as it is compared with what somebody types: lower case, without the accents of Latin, Greek and Cyrillic
 * letters (marks of other scripts carry meaning and stay), without invisible characters, every kind of space a
 * plain one, curly quotes straight. Offsets do not survive.
 */
export function fold(text: string): string {
  if (asciiOnly.test(text)) return text.toLowerCase();
  const small = text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff]/g, "")
    .normalize("NFC")
    .toLowerCase();
  return withoutStrokes(small)
    .replace(/[‘’‚‛]/g, "'")
    .replace(/[“”„‟]/g, '"')
    .replace(/\s/g, " ");
}

/** The letters and digits of `text`, folded, single spaces between words: titles that differ in dress are equal. */
export function foldWords(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}\p{M}]+/gu, " ").trim();
}
