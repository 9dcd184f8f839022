import { nameKey } from "../names/nameKey";
import type { PersonName } from "../names/personName";
import { sexOfGiven, sexOfNoun, sexOfTitle, type Sex } from "../names/sex";
import { headOf } from "../roles/phrases";
import { singular } from "../roles/roleWords";
import type { Candidate } from "./candidate";

/** "Gen." for "General": by the key of the shorter. */
const longTitles: ReadonlyMap<string, string> = new Map([
  ["dr", "doctor"],
  ["prof", "professor"],
  ["gen", "general"],
  ["col", "colonel"],
  ["maj", "major"],
  ["lt", "lieutenant"],
  ["sgt", "sergeant"],
  ["capt", "captain"],
  ["adm", "admiral"],
  ["brig", "brigadier"],
  ["cpl", "corporal"],
  ["sen", "senator"],
  ["rep", "representative"],
  ["gov", "governor"],
  ["rev", "reverend"],
  ["hon", "honourable"],
  ["pres", "president"],
  ["supt", "superintendent"],
  ["insp", "inspector"],
  ["det", "detective"],
]);
const ranks = new Set([
  ...longTitles.values(),
  "judge",
  "justice",
  "rabbi",
  "bishop",
  "archbishop",
  "cardinal",
  "pastor",
  "sir",
  "lord",
  "lady",
  "dame",
  "sheikh",
  "imam",
]);

export type Generation = "elder" | "younger";

const youngerKin = /^(?:son|daughter|grandson|granddaughter|nephew|niece|stepson|stepdaughter)$/u;
const elderKin = /^(?:father|mother|grandfather|grandmother|uncle|aunt|stepfather|stepmother)$/u;

/** The words that stand between white space in front of an offset, the nearest first, folded, at most `count` of them. */
export function wordsBefore(text: string, offset: number, count: number): readonly string[] {
  const left = text.slice(Math.max(0, offset - 80), offset);
  return left
    .trimEnd()
    .split(/\s+/u)
    .slice(-count)
    .reverse()
    .map((word) => nameKey(word));
}

/** The titles of a name, in front of it or taken into it, by their keys: "mr", "doctor", "lady". */
export function titlesOf(text: string, one: Candidate): readonly string[] {
  const own = nameKey(one.clean).split(" ").slice(0, -1);
  // A full stop or a comma before the name ends another sentence, but for an abbreviation's.
  const isApart = /[^\s.][,;:!?]\s*$|\p{L}{5}\.\s*$/u.test(text.slice(Math.max(0, one.start - 12), one.start));
  const before = isApart ? [] : wordsBefore(text, one.start, 2);
  const titles: string[] = [];
  for (const word of [...own.reverse(), ...before]) {
    const long = longTitles.get(word) ?? word;
    if (sexOfTitle(word) === null && !ranks.has(long)) {
      if (titles.length > 0 || !own.includes(word)) break;
      continue;
    }
    titles.push(long);
  }
  return titles;
}

/** What an article says of a person whose full name it gives. */
export class PersonFacts {
  readonly key: string;
  readonly name: PersonName;
  /** The first place of the full name. */
  readonly first: Candidate;
  readonly titles = new Set<string>();
  /** What the article says the person is, folded. */
  readonly roles: string[] = [];
  sex: Sex | null = null;
  generation: Generation | null = null;
  /** Whether the article introduces the person by somebody else: "his wife", "the son of". */
  isKin = false;

  constructor(key: string, name: PersonName, first: Candidate) {
    this.key = key;
    this.name = name;
    this.first = first;
    if (name.suffix !== "") this.generation = name.suffix === "sr" ? "elder" : "younger";
  }

  /** Takes in what stands at one place of the name. */
  add(text: string, one: Candidate): void {
    for (const title of titlesOf(text, one)) this.titles.add(title);
    for (const phrase of one.roles) this.#addRole(phrase);
  }

  #addRole(phrase: string): void {
    const role = nameKey(phrase);
    if (this.roles.includes(role)) return;
    this.roles.push(role);
    const head = singular(nameKey(headOf(phrase)));
    const sex = sexOfNoun(head);
    if (sex !== null) this.sex ??= sex;
    if (sex === null) return;
    if (youngerKin.test(head) || /\byounger\b/u.test(role)) this.generation ??= "younger";
    if (elderKin.test(head) || /\b(?:elder|older)\b/u.test(role)) this.generation ??= "elder";
    this.isKin = true;
  }

  /** To be called when all places have been taken in: what titles and the given name tell where nothing else did. */
  settle(): void {
    for (const title of this.titles) this.sex ??= sexOfTitle(title);
    this.sex ??= sexOfGiven(this.name.given);
  }

  /**
   * How well an office fits: 2 for one that the person has, 1 for one that a former holder had, 0 for none. The words of
   * the office have to stand in a role.
   */
  fitsOffice(office: string): 0 | 1 | 2 {
    const words = office.split(" ").map(singular);
    let best: 0 | 1 | 2 = [...this.titles].includes(office) ? 2 : 0;
    for (const role of this.roles) {
      const there = new Set(role.split(" ").map(singular));
      if (!words.every((word) => there.has(word))) continue;
      const fits = there.has("former") || there.has("ex") || there.has("late") ? 1 : 2;
      if (fits > best) best = fits;
    }
    return best;
  }
}
