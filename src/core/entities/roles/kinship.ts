import type { Mention } from "../mention";
import { fold } from "./phrases";

/** Nouns for kin. */
const kin =
  /^(?:(?:step|half-|grand|great-grand)?(?:father|mother|son|daughter|brother|sister)|wife|husband|widow|widower|cousin|uncle|aunt|nephew|niece|twin)(?:-in-law)?$/iu;

/** The end of a sentence: no stop of an initial or of a short title. */
const sentenceEnd = /(?<!\b(?:\p{Lu}|Mr|Mrs|Ms|Dr|St|Gen|Lt|Col|Sen|Rep|Gov|Prof))[.!?]["”’]?\s+(?=["“‘]?\p{Lu})|\n\s*\n/gu;

function lastWord(name: string): string {
  return name.split(" ").at(-1) ?? name;
}

/** The fullest name of the person who is called `name`, or null where two have that last name. */
function fullestOf(name: string, known: readonly string[]): string | null {
  if (name.includes(" ")) return name;
  const bearers = new Set(known.filter((other) => other.includes(" ") && lastWord(other) === name));
  return bearers.size > 1 ? null : ([...bearers][0] ?? name);
}

/** The one person named in the sentence that ends at `offset`, or in the one before it where this one names nobody; null where two are. */
function antecedent(text: string, offset: number, persons: readonly Mention[], nameOf: (mention: Mention) => string): string | null {
  const from = Math.max(0, offset - 500);
  const ends = [...text.slice(from, offset).matchAll(sentenceEnd)].map((match) => from + match.index + match[0].length);
  for (const start of [ends.at(-1) ?? from, ends.at(-2) ?? from]) {
    const names = persons.filter((person) => person.start >= start && person.end <= offset).map(nameOf);
    if (names.length === 0) continue;
    return new Set(names.map(lastWord)).size === 1 ? ([...names].sort((a, b) => b.length - a.length)[0] ?? null) : null;
  }
  return null;
}

/**
 * "brother of Viktor Hallam" for "his brother" and for "Hallam's brother" at `start` to `end` of the text, or null where it is no kinship
 * or it is not clear whose. `mentions` are those before the bearer's, in order.
 */
export function kinship(text: string, start: number, end: number, mentions: readonly Mention[]): string | null {
  const phrase = fold(text.slice(start, end)).split(/\s(?:and|who|whose)\s/u)[0] ?? "";
  const opening = /^(?:(his|her)\s|(?:[^\s]+\s){0,3}[^\s]+['’]s\s)?((?:[\p{Ll}-]+\s){0,2}[\p{Ll}-]+)$/iu.exec(phrase);
  const relation = opening?.[2]?.toLowerCase();
  if (relation === undefined || !kin.test(relation.split(" ").at(-1) ?? "")) return null;
  const persons = mentions.filter((mention) => mention.type === "PER");
  const nameOf = (mention: Mention): string => fold(text.slice(mention.start, mention.end)).replace(/['’]s$/u, "");
  const known = persons.map(nameOf);
  let whose: string | null = null;
  if (opening?.[1] !== undefined) whose = antecedent(text, start, persons, nameOf);
  else {
    const owner = [...persons]
      .reverse()
      .find(
        (person) =>
          person.end > start - 4 &&
          person.end <= end &&
          /^(?:['’]s)?\s*$/u.test(text.slice(person.end, Math.max(person.end, start))) &&
          person.start >= start - 60,
      );
    if (owner !== undefined && /['’]s/u.test(text.slice(owner.start, end))) whose = nameOf(owner);
  }
  const full = whose === null ? null : fullestOf(whose, known);
  return full === null ? null : `${relation} of ${full}`;
}
