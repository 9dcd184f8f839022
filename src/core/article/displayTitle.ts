import { plainText } from "./plainText";
import { isDanglingWord } from "./sentence";

/** How long a derived title gets at most, in UTF-16 code units. */
const longest = 80;

const sentenceEnd = /[.!?。！？][”"’')]*\s+(?=["“'‘«(]?[\p{Lu}\p{Lo}\d])/u;

/**
 * A title made of a lead that has no dateline any more: its first sentence where that is short enough; else its first
 * words, at most 80 characters, without trailing words that something has to follow, and an ellipsis.
 */
export function deriveTitle(lead: string): string {
  const text = plainText(lead.slice(0, 400));
  const end = sentenceEnd.exec(text);
  const sentence = end !== null && end.index >= 20 && end.index < longest ? text.slice(0, end.index) : text;
  if (sentence.length <= longest && lead.length <= 400) return sentence.replace(/(?<![.\s])\.$/, "");
  if (sentence.length <= longest) return sentence;
  let cut = sentence.slice(0, longest + 1);
  const space = cut.lastIndexOf(" ");
  // Scripts without spaces are cut anywhere but inside a surrogate pair.
  cut = space > longest / 3 ? cut.slice(0, space) : sentence.slice(0, longest / 2).replace(/[\uD800-\uDBFF]$/, "");
  const words = cut.split(" ");
  while (words.length > 3) {
    const word = (words.at(-1) ?? "").replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
    if (word !== "" && !isDanglingWord(word)) break;
    words.pop();
  }
  return `${words.join(" ").replace(/[\s,;:–—("“-]+$/u, "")}…`;
}

/** A file's name as a title: without folders and extension. */
export function titleOfFile(fileName: string): string {
  const base = fileName.replace(/^.*[\\/]/, "");
  return base.replace(/(?<=.)\.[A-Za-z]{1,8}$/, "") || base;
}
