/**
 * The base form of a regular English inflection, by its letters alone: plural -s, past -ed, participle -ing. `word` is folded.
 * Null where it shows no such ending. Which words these rules get wrong is in `englishForms`.
 */
export function regularBase(word: string): string | null {
  const { length } = word;
  if (length < 4) return length === 3 && word.endsWith("s") && !/[suia]s$/u.test(word) ? word.slice(0, -1) : null;
  if (word.endsWith("s")) {
    if (/(?:ss|us|is)$/u.test(word)) return null;
    if (length > 4 && word.endsWith("ies")) return `${word.slice(0, -3)}y`;
    if (/(?:ch|sh|x|ss|zz|o)es$/u.test(word)) return word.slice(0, -2);
    return word.slice(0, -1);
  }
  if (word.endsWith("ed")) {
    if (length > 4 && word.endsWith("ied")) return `${word.slice(0, -3)}y`;
    return word.endsWith("eed") ? null : withEnding(word.slice(0, -2));
  }
  return word.endsWith("ing") ? withEnding(word.slice(0, -3)) : null;
}

const vowel = /[aeiouy]/u;

/** The verb of a stem: a consonant that was doubled is single again, an e that was dropped is back. */
function withEnding(stem: string): string | null {
  if (stem.length < 2 || !vowel.test(stem)) return null;
  if (/([bdgmnprt])\1$/u.test(stem)) return stem.slice(0, -1);
  // "travelled", but "called".
  if (stem.endsWith("ll") && /[aeiouy][^aeiouy]+[aeiouy]+ll$/u.test(stem)) return stem.slice(0, -1);
  return needsE.test(stem) ? `${stem}e` : stem;
}

/**
 * Stems that have lost an e: in -v, -c, -u, -z, -dg, a consonant with l, one vowel and one consonant behind the first consonants of
 * the word ("hope"), and what verbs in -ate, -ise, -ure, -ine and the like end in.
 */
const needsE = new RegExp(
  [
    "[vcuz]$",
    "[lnrd]g$",
    "[bcdfgkptz]l$",
    "[nr]s$",
    "[aeiouy]s$",
    "[ptc]r$",
    "^[^aeiouy]*[aeiouy][bcdfgklmnprt]$",
    "(?<![aeiouy])at$",
    "[ei]at$",
    "(?<![aeiouy])(?:ur|ar|ir|ut|id|ud|in|ag|im|um|uc|ib|ik|ok|ak|ul|il)$",
  ].join("|"),
  "u",
);
