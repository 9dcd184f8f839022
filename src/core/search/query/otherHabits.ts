import type { QueryToken } from "./lexer";

type Habit = readonly [pattern: RegExp, told: (match: RegExpExecArray) => string];

/** How far words may be apart in other programs: a sentence, a paragraph, a number. */
const distance = "Type NEAR/5 for at most five words between the two.";

/** What other programs understand by a single word, and what to type here instead. The first that fits is told. */
const ofWords: readonly Habit[] = [
  [/^(?:XOR|LIKE|SAME|INCLUDES)$/u, ([word]) => `“${word}” is looked for as a word; there are AND, OR, NOT and NEAR/5.`],
  [/^BUT$/u, () => "“BUT” is looked for as a word; type NOT alone to leave out."],
  [/^(?:UND|ET|Y|E|И)$/u, ([word]) => `“${word}” is looked for as a word; type AND, or nothing.`],
  [/^(?:ODER|OU|ИЛИ|OF|LUB)$/u, ([word]) => `“${word}” is looked for as a word; type OR for one of two.`],
  [/^(?:NICHT|SAUF|PAS|НЕ|NIET)$/u, ([word]) => `“${word}” is looked for as a word; type NOT, or a minus sign, to leave out.`],
  [/^<(?:and|or|not|near)\b.*>$/iu, ([word]) => `“${word}” is looked for as a word; type AND, OR, NOT or NEAR/5 without brackets.`],
  [/^(?:w|n|pre|near|onear|adj|within)\/.+$/iu, ([word]) => `“${word}” is looked for as words. ${distance}`],
  [/^(?:WITHIN|ONEAR|near)$/u, ([word]) => `“${word}” is looked for as a word. ${distance}`],
  [/^\/(?:\d+|[sp])$/iu, ([word]) => `“${word}” is looked for as a word. ${distance}`],
  [/^@\d+$/u, ([word]) => `“${word}” is looked for as a word; type "peace talks"~4 for words that stand apart.`],
  [/^at-?least\d+$/iu, ([word]) => `“${word}” is looked for as a word: how often a word must occur cannot be asked.`],
  [/^(\d{4})\.\.(\d{4})$/u, ([word]) => `“${word}” is looked for as words; type date:${word} for the articles of these years.`],
  [/^\S+?\.\.\S.*/su, ([word]) => `“${word}” is looked for as words; only dates have ranges: date:2013..2015.`],
  [
    /^(\p{L}{2,16})(?:=|[<>]=?)[^=<>]/u,
    ([, field]) => `“${field}” with this sign is looked for as words; fields take a colon, as title: or date:>2013.`,
  ],
  [/^(\p{L}{3,})[!$#%]$/u, ([word, begun]) => `“${word}” is looked for without its sign; type ${begun}* for words that begin so.`],
  [
    /^(\p{L}+)[!$#%](\p{L}+)$/u,
    ([word, left, right]) => `“${word}” is looked for as words; type ${left}?${right} for one letter, ${left}*${right} for any.`,
  ],
  [/^[#@]\p{L}/u, ([sign]) => `“${sign.charAt(0)}” is ignored.`],
  [/^=\p{L}.*$/u, ([word]) => `“=” is ignored; type "${word.slice(1)}" in quotes for the word as it is.`],
  [/[\\[\]{}]/u, ([sign]) => `“${sign}” is ignored here.`],
  [/^\*+$/u, () => "A star by itself is ignored; it stands for letters of a word, and in quotes for a word."],
];

/** What calls itself so in front of a parenthesis asks for capitals, elsewhere. */
const askForCapitals = /^(?:all)?caps$/iu;

/**
 * In words what to type instead, where a word of a query means something to other programs (Google, LexisNexis, Westlaw, ProQuest,
 * Factiva, Lucene, SQL) and not here; null for an ordinary word. `behind` is the token that follows.
 */
export function otherHabit({ value, end }: QueryToken, behind: QueryToken | undefined): string | null {
  if (behind?.kind === "open" && behind.start === end && /^\p{L}{2,}\d*$/u.test(value)) {
    return askForCapitals.test(value)
      ? `“${value}(…)” is looked for as words; type case:WHO for a word as it is written.`
      : `“${value}(…)” is looked for as words; fields take a colon, as title:(peace talks).`;
  }
  for (const [pattern, told] of ofWords) {
    const match = pattern.exec(value);
    if (match !== null) return told(match);
  }
  return null;
}
