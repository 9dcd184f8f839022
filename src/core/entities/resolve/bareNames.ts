import { nameKey } from "../names/nameKey";
import { familyName, type PersonName } from "../names/personName";
import { sexOfGiven, sexOfNoun, sexOfTitle, type Sex } from "../names/sex";
import { headOf } from "../roles/phrases";
import { isRoleHead, singular } from "../roles/roleWords";
import type { Candidate } from "./candidate";
import { keyBetween } from "./openKeys";
import { titlesOf, wordsBefore, type Generation, type PersonFacts } from "./personFacts";
import { sentencesBetween } from "./sentenceBreaks";

/** A single word that names a person. */
export interface BareName {
  readonly one: Candidate;
  /** The word, folded; two of a family name that has two. */
  readonly word: string;
  /** "jr", "iii" behind it; empty for none. */
  readonly suffix: string;
}

/** Which part of a full name a word is: 0 the family name, 1 the given name, 2 another part; null for none. */
function partOf(word: string, name: PersonName): number | null {
  // "Ruiz-Vega": a family name of two words.
  if (word.includes(" ")) return name.words.join(" ").endsWith(` ${word}`) ? 0 : null;
  if (familyName(name) === word) return 0;
  if (name.given === word) return 1;
  if (name.family === word || name.words.includes(word)) return 2;
  return null;
}

/** The people by each word that is part of their names, and by the last two words. */
function peopleByWord(people: readonly PersonFacts[]): ReadonlyMap<string, readonly PersonFacts[]> {
  const byWord = new Map<string, PersonFacts[]>();
  for (const person of people) {
    const { name } = person;
    for (const word of new Set([...name.words, name.given, name.family, familyName(name), name.words.slice(-2).join(" ")])) {
      const known = byWord.get(word);
      if (known === undefined) byWord.set(word, [person]);
      else known.push(person);
    }
  }
  return byWord;
}

/** Those of the people whose name the word is the most telling part of. */
function bearersOf(word: string, people: readonly PersonFacts[]): readonly PersonFacts[] {
  let best: PersonFacts[] = [];
  let least = Infinity;
  for (const person of people) {
    const part = partOf(word, person.name);
    if (part === null || part > least) continue;
    if (part < least) best = [];
    least = part;
    best.push(person);
  }
  return best;
}

/** What stands beside a single word and tells whose it is. */
interface Clues {
  readonly sex: Sex | null;
  /** "Mr. and Mrs. Alder" are two. */
  readonly isCouple: boolean;
  /** Words for the sex come from a title, which is sure, or from a pronoun behind, which is not. */
  readonly offices: readonly string[];
  readonly generation: Generation | null;
}

const couple = /\b(?:Mr|Herr|Señor|Senhor|Monsieur|M)\.?\s+(?:and|&|und|et|y|e)\s+(?:Mrs|Ms|Frau|Señora|Senhora|Madame|Mme)\.?\s+$/u;
const noOffice = new Set(["the", "a", "an", "former", "acting", "then", "late"]);

function cluesOf(text: string, { one, suffix }: BareName): Clues {
  const titles = titlesOf(text, one);
  const before = wordsBefore(text, one.start, 3);
  const offices = titles.filter(
    (title) => sexOfTitle(title) === null || title === "sir" || title === "lady" || title === "lord" || title === "dame",
  );
  if (one.office !== null) offices.push(one.office);
  let sex = titles.map(sexOfTitle).find((known) => known !== null) ?? null;
  let generation: Generation | null = suffix === "" ? null : suffix === "sr" ? "elder" : "younger";
  const age = before.slice(0, 2).find((word) => word === "younger" || word === "elder" || word === "older");
  if (age !== undefined) generation ??= age === "younger" ? "younger" : "elder";
  const behind = text.slice(one.end, one.end + 40);
  if (/^(?:['’]s)?,?\s+(?:Sr|senior|the (?:elder|father|mother))\b/u.test(behind)) generation ??= "elder";
  if (/^(?:['’]s)?,?\s+(?:Jr|junior|I{2,3}|the (?:younger|son|daughter))\b/u.test(behind)) generation ??= "younger";
  for (const phrase of one.roles) {
    const role = nameKey(phrase);
    const head = singular(nameKey(headOf(phrase)));
    sex ??= sexOfNoun(head);
    if (isRoleHead(head) && sexOfNoun(head) === null) offices.push(head);
    if (/\byounger\b/u.test(role)) generation ??= "younger";
    if (/\b(?:elder|older)\b/u.test(role)) generation ??= "elder";
  }
  return {
    sex,
    isCouple: couple.test(text.slice(Math.max(0, one.start - 24), one.start)),
    offices: [...new Set(offices)].filter((office) => !noOffice.has(office)),
    generation,
  };
}

type Verdict =
  | { readonly person: PersonFacts; readonly because: string }
  /** Not one: which of these is not told. */
  | { readonly between: readonly PersonFacts[] }
  /** Somebody whom the article does not name in full. */
  | "stranger";

/** A name that has been taken for somebody, or for one of several. */
interface Trace {
  readonly one: Candidate;
  readonly sentence: number;
  readonly keys: readonly string[];
}

/** Of more people with one name none is told from the others. */
const mostBearers = 200;
/** So many names back are looked at: an article that has more is a list. */
const mostTraces = 2000;
/** Names this many sentences back are too far away to say who is meant. */
const farthest = 5;
/** In a headline, one who is named this many times as often as all others is meant. */
const prominent = 3;

const preposition =
  /(?:^|\s)(?:of|by|with|to|for|from|against|between|than|about|at|on|over|like|beside|toward|towards|de|von|mit|avec|con|contra)$/iu;

/** Whether a name hangs on a preposition or another noun: "the son of |NAME|", "against Judge |NAME|", "|NAME|'s house". */
function isEmbedded(text: string, one: Candidate): boolean {
  if (/^['’]s\b/u.test(text.slice(one.end, one.end + 3))) return true;
  const left = text
    .slice(Math.max(0, one.start - 60), one.start)
    .trimEnd()
    .split(/\s+/u);
  while (left.length > 0) {
    const word = left.at(-1) ?? "";
    if (!/^\p{Lu}[\p{L}.-]*$|^(?:the|a|an|his|her|their|its)$/u.test(word) && !isRoleHead(word)) break;
    left.pop();
  }
  return preposition.test(left.at(-1) ?? "");
}

/** Whether a name does what its sentence tells: a verb or an apposition follows it and nothing it hangs on stands before. */
function isSubject(text: string, one: Candidate): boolean {
  return (
    !isEmbedded(text, one) &&
    /^(?:['’]s)?(?:,|\s+(?!(?:and|or|of|in|on|at|to|for|by|with|from|as|und|et|y)\b)\p{Ll})/u.test(text.slice(one.end, one.end + 24))
  );
}

/** Decides on the single words of an article in the order of its text. */
class BareNames {
  readonly #text: string;
  readonly #traces: Trace[] = [];
  readonly #people: ReadonlyMap<string, PersonFacts>;
  /** In which sentence each name stands. */
  readonly #sentenceOf: ReadonlyMap<Candidate, number>;

  constructor(text: string, people: readonly PersonFacts[], sentenceOf: ReadonlyMap<Candidate, number>) {
    this.#text = text;
    this.#people = new Map(people.map((person) => [person.key, person]));
    this.#sentenceOf = sentenceOf;
  }

  /** Says for whom a name was taken. */
  note(one: Candidate, keys: readonly string[]): void {
    this.#traces.push({ one, keys, sentence: this.#sentenceOf.get(one) ?? 0 });
  }

  decide(bare: BareName, bearers: readonly PersonFacts[], later: ReadonlyMap<string, number>): Verdict {
    const { one, word } = bare;
    const clues = cluesOf(this.#text, bare);
    const quoted = `“${one.clean}”`;
    let left = bearers;
    if (clues.isCouple && bearers.length > 1) return { between: bearers };
    const isGiven = bearers.every(({ name }) => partOf(word, name) === 1);
    // "Mr. Martin" is nobody's given name; "Sir Martin" and "Queen Ana" are.
    if (isGiven && clues.sex !== null && /^(?:mr|mrs|ms|miss|herr|frau|mme|senor|senora)$/u.test(titlesOf(this.#text, one)[0] ?? ""))
      return "stranger";
    if (clues.sex !== null) {
      const fitting = left.filter(({ sex }) => sex === clues.sex);
      const open = left.filter(({ sex }) => sex === null || sex === clues.sex);
      // A title of the other sex: "Mrs. Berg" where the article has Olof Berg only.
      if (open.length === 0) return "stranger";
      left = fitting.length > 0 ? fitting : open;
      const [only] = left;
      if (left.length === 1 && only !== undefined && bearers.length > 1)
        return { person: only, because: `${quoted} is a ${clues.sex === "female" ? "woman" : "man"}, as “${only.first.clean}” is` };
    }
    const [first] = left;
    if (left.length === 1 && first !== undefined) return { person: first, because: `${quoted} stands near “${first.first.clean}”` };
    if (clues.generation !== null) {
      const fitting = left.filter(({ generation, name }) =>
        bare.suffix === "" ? generation === clues.generation : name.suffix === bare.suffix,
      );
      const rest = left.filter(({ generation }) => generation === null);
      // Of two of whom one is the son, the elder is the other.
      const chosen = fitting.length === 1 ? fitting : fitting.length === 0 && rest.length === 1 && left.length === 2 ? rest : [];
      const [only] = chosen;
      if (only !== undefined) return { person: only, because: `${quoted} is the ${clues.generation}, as “${only.first.clean}” is` };
    }
    for (const office of clues.offices) {
      const fits = left.map((person) => ({ person, fit: person.fitsOffice(office) })).filter(({ fit }) => fit > 0);
      const most = Math.max(0, ...fits.map(({ fit }) => fit));
      const best = fits.filter(({ fit }) => fit === most);
      const [only] = best;
      if (best.length === 1 && only !== undefined)
        return { person: only.person, because: `the article calls “${only.person.first.clean}” ${office}, as it does ${quoted}` };
      if (best.length > 1) left = best.map(({ person }) => person);
    }
    const near = this.#nearest(one, left, later);
    if (near === null) {
      const told = this.#byPronoun(one, left);
      return told === null
        ? { between: left }
        : { person: told, because: `${quoted} is followed by a word for a ${told.sex === "female" ? "woman" : "man"}` };
    }
    return { person: near, because: `${quoted} stands near “${near.first.clean}”` };
  }

  /** Who was named last before a name; null where that were several, or nobody near. */
  #nearest(one: Candidate, people: readonly PersonFacts[], later: ReadonlyMap<string, number>): PersonFacts | null {
    const keys = new Set(people.map(({ key }) => key));
    const here = this.#sentenceOf.get(one) ?? 0;
    let sentence = -1;
    const last: Trace[] = [];
    const until = Math.max(0, this.#traces.length - mostTraces);
    for (let at = this.#traces.length - 1; at >= until; at--) {
      const trace = this.#traces[at];
      if (trace?.keys.some((key) => keys.has(key)) !== true) continue;
      // What stands in the same sentence is as likely the one as another: "Adam said Korin would return".
      if (trace.sentence === here) return null;
      if (sentence >= 0 && trace.sentence !== sentence) break;
      sentence = trace.sentence;
      last.push(trace);
    }
    if (last.length === 0) return until > 0 ? null : this.#mostNamed(people, later);
    if (here - sentence > farthest) return null;
    const named = new Set(last.flatMap((trace) => trace.keys.filter((key) => keys.has(key))));
    const [only] = named;
    if (named.size === 1 && only !== undefined) return this.#unlessPassing(only, one, people);
    // Two in one sentence: the one that it tells of, where the other hangs on a preposition.
    const subjects = last.filter((trace) => trace.keys.length === 1 && isSubject(this.#text, trace.one));
    const [subject] = new Set(subjects.map(({ keys: [key = ""] }) => key));
    if (subject === undefined || !isSubject(this.#text, one)) return null;
    const others = last.filter(({ keys: of }) => !of.includes(subject));
    return others.length > 0 &&
      others.every((trace) => isEmbedded(this.#text, trace.one)) &&
      subjects.every(({ keys: of }) => of.includes(subject))
      ? (this.#people.get(subject) ?? null)
      : null;
  }

  /** Who is named once as somebody's wife or brother is not the one of whom the article goes on to tell. */
  #unlessPassing(key: string, one: Candidate, people: readonly PersonFacts[]): PersonFacts | null {
    const person = this.#people.get(key) ?? null;
    if (person?.isKin !== true) return person;
    const before = this.#traces.slice(-mostTraces).filter((trace) => trace.one.start < one.start && trace.keys.length === 1);
    const times = (of: string): number => before.filter((trace) => trace.keys[0] === of).length;
    return people.some((other) => other.key !== key && !other.isKin && times(other.key) > times(key)) ? null : person;
  }

  /** In a headline: the one whose full name stands far more often behind it than any other's. */
  #mostNamed(people: readonly PersonFacts[], later: ReadonlyMap<string, number>): PersonFacts | null {
    const [first, second] = [...people].sort((a, b) => (later.get(b.key) ?? 0) - (later.get(a.key) ?? 0));
    if (first === undefined || second === undefined) return first ?? null;
    return (later.get(first.key) ?? 0) >= prominent * (later.get(second.key) ?? 0) && !first.isKin && second.isKin ? first : null;
  }

  /** "Berg left. He …": the only one of that sex, where the name does what its sentence tells and nobody else is named in it. */
  #byPronoun(one: Candidate, people: readonly PersonFacts[]): PersonFacts | null {
    if (!isSubject(this.#text, one)) return null;
    const behind = this.#text.slice(one.end, one.end + 240);
    const ends = /[.!?]["”’]?\s+(?=\p{Lu})/u.exec(behind);
    const rest = ends === null ? behind : behind.slice(0, ends.index);
    const next = ends === null ? "" : behind.slice(ends.index + ends[0].length);
    if (/\s\p{Lu}\p{Ll}+/u.test(rest)) return null;
    const isReport = /^\s+(?:said|says|told|added|believes|thinks|claims|claimed|insisted)\b/u.test(rest);
    const own = isReport ? null : (/\b(?:himself|herself)\b/u.exec(rest) ?? /^(?:\s+[\p{Ll}'’-]+){1,4}?\s+(his|her)\b/u.exec(rest));
    const word = own === null ? /^(?:He|She)\b/u.exec(next)?.[0] : (own[1] ?? own[0]);
    if (word === undefined) return null;
    const sex: Sex = /^(?:he|his|himself)$/iu.test(word) ? "male" : "female";
    const fitting = people.filter((person) => person.sex === sex);
    return fitting.length === 1 && people.every((person) => person.sex !== null) ? (fitting[0] ?? null) : null;
  }
}

/**
 * Decides whom the single words of an article mean, and gives them that person's key: by sex, by "Jr." and "the elder", by office, by
 * who was
 * named last. What the text leaves open gets a key of all whom it may mean; what fits nobody stays `bare`. `persons` are all names of
 * people in order; `bearers` says whose name each full one is.
 */
export function linkBareNames(
  text: string,
  persons: readonly Candidate[],
  bearers: ReadonlyMap<Candidate, PersonFacts>,
  people: readonly PersonFacts[],
  bare: readonly BareName[],
): void {
  const sentenceOf = new Map<Candidate, number>();
  let sentence = 0;
  let end = persons[0]?.start ?? 0;
  const times = new Map<string, number>();
  for (const one of persons) {
    sentence += sentencesBetween(text, end, one.start);
    sentenceOf.set(one, sentence);
    end = one.end;
    const person = bearers.get(one);
    if (person !== undefined) times.set(person.key, (times.get(person.key) ?? 0) + 1);
  }
  const names = new BareNames(text, people, sentenceOf);
  const words = new Map(bare.map((name) => [name.one, name]));
  const having = peopleByWord(people);
  const byWord = new Map<string, readonly PersonFacts[]>();
  for (const one of persons) {
    const person = bearers.get(one);
    if (person !== undefined) names.note(one, [person.key]);
    const name = words.get(one);
    if (name === undefined) continue;
    let fitting = byWord.get(name.word);
    if (fitting === undefined) byWord.set(name.word, (fitting = bearersOf(name.word, having.get(name.word) ?? []).slice(0, mostBearers)));
    const verdict = fitting.length === 0 ? "stranger" : names.decide(name, fitting, times);
    if (verdict === "stranger") {
      one.bare = true;
      const sex = titlesOf(text, one)
        .map(sexOfTitle)
        .find((known) => known !== null);
      one.office ??= sex === undefined ? null : sex === "female" ? "mrs" : "mr";
    } else if ("person" in verdict) {
      one.key = verdict.person.key;
      one.because = verdict.because;
      names.note(one, [one.key]);
    } else {
      const keys = verdict.between.map(({ key }) => key);
      one.key = keyBetween(name.word, keys);
      one.because = `“${one.clean}” may be ${verdict.between.map(({ first }) => `“${first.clean}”`).join(" or ")} here`;
      names.note(one, keys);
    }
  }
}

/** Whether somebody with this given name can be meant by a title that is given to one sex ("mr", "mrs"). */
export function suitsTitle(given: string, title: string): boolean {
  const sex = sexOfGiven(given);
  return sex === null || sex === (title === "mrs" ? "female" : "male");
}
