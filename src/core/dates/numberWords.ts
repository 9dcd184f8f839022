const small = (
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen " +
  "nineteen twenty"
).split(" ");
const tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const ordinals = (
  "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth " +
  "seventeenth eighteenth nineteenth twentieth twenty-first"
).split(" ");

/** A count as running text writes it, as the source of a pattern: "a", "three", "twenty-five", "14". */
export const countWords = `\\d{1,3}|an?|(?:${tens.slice(2).join("|")})[-\\s](?:${small.slice(1, 10).join("|")})|(?:${[...small.slice(1).reverse(), ...tens.slice(3)].join("|")})(?!-)`;

/** What `countWords` found means; 1 for what it does not know. */
export function countOf(words: string): number {
  if (/^\d/.test(words)) return Number(words);
  const [first = "", second = ""] = words.toLowerCase().split(/[-\s]/);
  const ten = tens.indexOf(first);
  if (ten >= 2) return ten * 10 + Math.max(0, small.indexOf(second));
  return Math.max(1, small.indexOf(first));
}

/** The source of a pattern for ordinals to 21: "18th", "nineteenth". */
export const ordinalWords = `\\d{1,2}(?:st|nd|rd|th)|${[...ordinals.slice(1)].reverse().join("|")}`;

/** What `ordinalWords` found means; 0 for what it does not know. */
export function ordinalOf(words: string): number {
  return /^\d/.test(words) ? Number.parseInt(words, 10) : Math.max(0, ordinals.indexOf(words.toLowerCase()));
}
