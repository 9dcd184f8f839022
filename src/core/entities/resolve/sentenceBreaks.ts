const blankLine = /(?:\r\n?|\n)[ \t\u00a0]*(?:\r\n?|\n)/u;
/** Words whose full stop ends no sentence, and initials. */
const abbreviation =
  /(?:^|[^\p{L}])(?:\p{L}|Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|St|Lt|Col|Maj|Capt|Sgt|Rev|Fr|Hon|Sra?|Srta|Mme|Jr|No|vs|Inc|Co|Corp|Ltd|etc|Jan|Feb|Aug|Sept|Oct|Nov|Dec)$/u;

/**
 * How many sentences end between two offsets of a text: behind a full stop, a question or an exclamation mark that a capital
 * follows, and at blank lines. What stands at `to` is looked at for a capital. Linear in the distance.
 */
export function sentencesBetween(text: string, from: number, to: number): number {
  const part = text.slice(from, to + 1);
  let count = 0;
  for (const match of part.matchAll(/[.!?…][)\]"'”’»]*\s+(?=[(["'“‘«„]*[\p{Lu}\p{Lo}\d])|(?:\r\n?|\n)[ \t\u00a0]*(?:\r\n?|\n)\s*/gu)) {
    if (
      match[0].startsWith(".") &&
      !blankLine.test(match[0]) &&
      abbreviation.test(text.slice(Math.max(0, from + match.index - 6), from + match.index))
    )
      continue;
    count++;
  }
  return count;
}
