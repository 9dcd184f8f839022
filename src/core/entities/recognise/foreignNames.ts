import { spanOdds, type Candidate } from "./candidates";
import { latinOf } from "./cyrillic";
import { hashText } from "./hash";
import { nameTypes } from "./labels";
import type { NameLanguage } from "./languages";
import { Listed, wordKey } from "./lexicon";
import type { NameModel } from "./model";
import type { Sentence } from "./sentence";
import type { Tagging } from "./tagging";
import { WordFlag, type Word } from "./words";

const person = nameTypes.indexOf("PER");
const organization = nameTypes.indexOf("ORG");
const place = nameTypes.indexOf("LOC");
const threeTypes = [person, organization, place];
const placeLists = Listed.Country | Listed.BigCity | Listed.Region;
/** What a rule is worth, in log-odds, where it is sure, and where it is a guess. */
const sure = 8;
const guess = 2;
/** The model's own say on the kind, in log-odds, is no more than this. */
const clip = 6;
/** Names have at most so many words. */
const longest = 6;

/** What a place's name begins with in the languages of the Romans' and of Russia. */
const landmarks = new Set(
  (
    "rio río rua avenida calle plaza praça rue avenue boulevard lac mont monte montaña isla islas ilha ilhas île îles lago mar mer golfo golfe baía bahía estado provincia província ciudad cidade région puerto porto costa " +
    "улица площадь проспект река озеро остров острова море гора"
  ).split(" "),
);

/** The countries' names of a language, in lower case; made once for each. */
const countries = new Map<string, ReadonlySet<string>>();

function countriesOf(code: string): ReadonlySet<string> {
  const known = countries.get(code);
  if (known !== undefined) return known;
  const names = new Set<string>();
  const display = new Intl.DisplayNames([code], { type: "region", fallback: "none" });
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  for (const one of letters)
    for (const two of letters) {
      const name = display.of(one + two);
      if (name !== undefined) names.add(name.toLowerCase());
    }
  countries.set(code, names);
  return names;
}

/** What is known of one word in the article's language. */
class Reader {
  readonly #language: NameLanguage;
  readonly #model: NameModel;
  readonly #countries: ReadonlySet<string>;
  readonly #lists = new Map<string, number>();

  constructor(language: NameLanguage, model: NameModel) {
    this.#language = language;
    this.#model = model;
    this.#countries = countriesOf(language.code);
  }

  /** `Listed` bits, of a Cyrillic word as English spells it, with and without its case ending. */
  lists(word: Word): number {
    if (!/\p{Script=Cyrillic}/u.test(word.lower)) return word.lists;
    const known = this.#lists.get(word.lower);
    if (known !== undefined) return known;
    let bits = 0;
    for (const form of caseForms(word.lower)) bits |= this.#model.lexicon.lists(wordKey(hashText(latinOf(form).toLowerCase())));
    this.#lists.set(word.lower, bits);
    return bits;
  }

  isCountry(words: readonly Word[], first: number, last: number): boolean {
    const written = words
      .slice(first, last + 1)
      .map(({ lower }) => lower)
      .join(" ");
    if (this.#countries.has(written) || this.#language.places.has(written)) return true;
    const word = words[first];
    if (first !== last || word === undefined) return false;
    return caseForms(word.lower, this.#language.code).some((form) => this.#countries.has(form) || this.#language.places.has(form));
  }
}

/** Russian case endings of nouns and surnames. */
const endings = new Set(
  "ами ями ого его ому ему ыми ими ой ей ом ем ым им ых их ую юю ая яя ии ию ия ам ям ах ях а я у ю ы и е".split(" "),
);
/** A Russian adjective. */
const adjective = /(?:[цс]к|н|ш|в)(?:ый|ий|ой|ая|яя|ое|ее|ого|его|ому|ему|ом|ем|ым|им|ую|юю|ые|ие|ых|их|ыми|ими)$/u;
const adjectiveOfPlace = /(?:[цс]к|н|ш)(?:ый|ий|ой|ая|яя|ое|ее|ого|его|ому|ему|ом|ем|ым|им|ую|юю|ые|ие|ых|их|ыми|ими)$|^больш/u;
const regions = new Set(
  "область области край края крае район района районе округ округа море моря океан океана республика республики остров острова область полуостров".split(
    " ",
  ),
);
const noNames = new Set("днк ввп вич спид тв сми ндс".split(" "));

/** A word and what it may be without a case ending: Russian "Москве" is "Москва", German "Russlands" "Russland". */
function caseForms(lower: string, code = "ru"): readonly string[] {
  if (code === "de") return lower.endsWith("s") ? [lower, lower.slice(0, -1)] : [lower];
  if (code !== "ru" || lower.length < 4) return [lower];
  const forms = [lower];
  for (let size = 1; size <= 3 && size <= lower.length - 3; size++) {
    if (!endings.has(lower.slice(-size))) continue;
    const stem = lower.slice(0, -size);
    forms.push(stem, `${stem}а`, `${stem}я`, `${stem}й`, `${stem}ь`, `${stem}ия`, `${stem}ай`);
  }
  return forms;
}

/**
 * The names of a text in another language than English, on which the model was not trained: runs of words with
 * capitals, told apart by titles, reporting verbs, prepositions, the words of institutions and lists of countries,
 * cities and people's names. Less exact than what the model does in English.
 */
export function foreignCandidates(tagging: Tagging, model: NameModel, language: NameLanguage): Candidate[] {
  const reader = new Reader(language, model);
  const { words } = tagging.reading;
  return tagging.sentences
    .flatMap((sentence) => runsOf(sentence, language, reader))
    .filter(({ first }) => words[first] !== undefined)
    .map(({ first, last, type, worth }) => {
      // What the model makes of it counts less than a rule that is sure, and decides where there is none.
      const read = spanOdds(tagging, model, first, last);
      const isRead = !cyrillic.test(words[first]?.lower ?? "");
      const best = Math.max(...threeTypes.map((one) => read[one] ?? 0));
      const odds = read.map((value, at) =>
        threeTypes.includes(at)
          ? (isRead ? Math.max(-clip, value - best) : -1) + (at === type ? Math.max(worth, isRead ? 0 : 1) : 0)
          : -sure,
      );
      return { first, last, type: odds.indexOf(Math.max(...odds)), odds: odds.map((value) => Math.max(-sure, value) + 1) };
    });
}

interface Found {
  readonly first: number;
  readonly last: number;
  readonly type: number;
  readonly worth: number;
}

const cyrillic = /\p{Script=Cyrillic}/u;
const isCapital = (word: Word | undefined): boolean => word !== undefined && (word.flags & WordFlag.Capital) !== 0;
const isInitial = (word: Word | undefined): boolean => word !== undefined && /^\p{Lu}\.?$/u.test(word.text);
const isAcronym = (word: Word | undefined): boolean => word !== undefined && /^(?=.*\p{Lu}.*\p{Lu})[\p{Lu}\p{Nd}.-]{2,8}$/u.test(word.text);

function runsOf(sentence: Sentence, language: NameLanguage, reader: Reader): Found[] {
  const { words, from, to } = sentence;
  const found: Found[] = [];
  for (let at = from; at < to; at++) {
    if (!isCapital(words[at])) continue;
    let last = at;
    while (last + 1 < to && last - at < longest) {
      if (isCapital(words[last + 1]) || isInitial(words[last + 1])) last++;
      else if (language.joints.has(words[last + 1]?.lower ?? "") && last + 2 < to && isCapital(words[last + 2])) last += 2;
      else if (
        language.joints.has(words[last + 1]?.lower ?? "") &&
        language.joints.has(words[last + 2]?.lower ?? "") &&
        last + 3 < to &&
        isCapital(words[last + 3])
      )
        last += 3;
      else break;
    }
    found.push(...(language.hasCapitalNouns ? amongNouns : asOne)(sentence, at, last, language, reader));
    at = last;
  }
  return found;
}

/** In a language that writes only names with capitals, a run is one name, where it does not begin a sentence. */
function asOne(sentence: Sentence, start: number, end: number, language: NameLanguage, reader: Reader): Found[] {
  const { words, stats } = sentence;
  let first = start;
  while (first <= end) {
    const word = words[first];
    if (word === undefined || !(language.common.has(word.lower) || language.titles.has(word.lower) || language.joints.has(word.lower)))
      break;
    first++;
  }
  if (first > end) return [];
  const head = words[first];
  if (first === end && head !== undefined && noNames.has(head.lower)) return [];
  if (
    first === end &&
    head !== undefined &&
    cyrillic.test(head.lower) &&
    adjective.test(head.lower) &&
    /^\p{Ll}/u.test(words[end + 1]?.text ?? "") &&
    !language.sayings.has(words[end + 1]?.lower ?? "")
  ) {
    const next = words[end + 1]?.lower ?? "";
    if (language.bodies.has(next)) return [{ first, last: end + 1, type: organization, worth: sure }];
    if (regions.has(next)) return [{ first, last: end + 1, type: place, worth: sure }];
    if (reader.lists(head) === 0) return [];
  }
  const isOpening = first === sentence.from || (first === sentence.from + 1 && words[sentence.from]?.isAlphabetic !== true);
  if (
    isOpening &&
    first === end &&
    head !== undefined &&
    stats.upperMid(head) === 0 &&
    !reader.isCountry(words, first, end) &&
    reader.lists(head) === 0 &&
    !isAcronym(head)
  )
    return [];
  return [typed(sentence, first, longestPlaceOrPart(words, first, end, language), language, reader)].concat(
    restOf(sentence, first, end, language, reader),
  );
}

/** A person's or a place's name ends before a joint; an institution's goes on behind it. */
function longestPlaceOrPart(words: readonly Word[], first: number, last: number, language: NameLanguage): number {
  if (words.slice(first, last + 1).some(({ lower }) => language.bodies.has(lower))) return last;
  for (let at = first + 1; at < last; at++)
    if (words[at]?.lower === "e" || words[at]?.lower === "y" || words[at]?.lower === "и") return at - 1;
  return last;
}

function restOf(sentence: Sentence, first: number, last: number, language: NameLanguage, reader: Reader): Found[] {
  const end = longestPlaceOrPart(sentence.words, first, last, language);
  return end >= last ? [] : [typed(sentence, end + 2, last, language, reader)];
}

function typed(sentence: Sentence, first: number, last: number, language: NameLanguage, reader: Reader): Found {
  const { words, from } = sentence;
  const head = words[first];
  const before = first > from ? words[first - 1] : undefined;
  const lists = head === undefined ? 0 : reader.lists(head);
  const as = (type: number, worth: number): Found => ({ first, last, type, worth });
  if (reader.isCountry(words, first, last)) return as(place, sure);
  if (
    last === first + 1 &&
    head !== undefined &&
    cyrillic.test(head.lower) &&
    adjectiveOfPlace.test(head.lower) &&
    (lists & Listed.FirstName) === 0
  )
    return as(place, sure);
  if (first < last && landmarks.has(head?.lower ?? "")) return as(place, sure);
  if (words.slice(first, last + 1).some(({ lower }) => language.bodies.has(lower))) return as(organization, sure);
  if (before !== undefined && language.titles.has(before.lower)) return as(person, sure);
  if (language.sayings.has(words[last + 1]?.lower ?? "") || (before !== undefined && language.sayings.has(before.lower) && first < last))
    return as(person, sure);
  if (first === last && isAcronym(head)) return as((lists & placeLists) !== 0 ? place : organization, sure);
  if (first < last && ((lists & Listed.FirstName) !== 0 || isInitial(head))) return as(person, sure);
  if (before !== undefined && language.locatives.has(before.lower) && (first === last || (lists & placeLists) !== 0))
    return as(place, guess);
  if ((lists & placeLists) !== 0 && (lists & (Listed.FirstName | Listed.LastName)) === 0) return as(place, guess);
  if ((lists & (Listed.FirstName | Listed.LastName)) !== 0) return as(person, guess);
  if (first < last && words.slice(first, last + 1).every((word) => isCapital(word))) return as(person, guess);
  return as((lists & Listed.City) !== 0 ? place : person, 0);
}

/** Where every noun has a capital, only what is known or shown to be a name is one. */
function amongNouns(sentence: Sentence, start: number, end: number, language: NameLanguage, reader: Reader): Found[] {
  const { words, from } = sentence;
  const found: Found[] = [];
  for (let at = start; at <= end; at++) {
    const word = words[at];
    if (word === undefined || !isCapital(word) || (at === from && language.common.has(word.lower))) continue;
    const before = at > from ? words[at - 1] : undefined;
    let last = at;
    const lists = reader.lists(word);
    let country = at;
    while (country < end && country - at < 3 && !reader.isCountry(words, at, country)) country++;
    if (reader.isCountry(words, at, country)) found.push({ first: at, last: (last = country), type: place, worth: sure });
    else if (isAcronym(word) && !/\d/.test(word.text))
      found.push({ first: at, last, type: (lists & placeLists) !== 0 ? place : organization, worth: guess });
    else if (language.bodies.has(word.lower) && at < end && !language.titles.has(words[at + 1]?.lower ?? "") && before?.lower !== "die") {
      last = endOfRun(words, at, end);
      if (last > at) found.push({ first: at, last, type: organization, worth: guess });
    } else if (language.titles.has(word.lower)) {
      last = endOfRun(words, at, Math.min(end, at + 3));
      if (last > at && words.slice(at + 1, last + 1).every((next) => !language.titles.has(next.lower)))
        found.push({ first: at + 1, last, type: person, worth: sure });
      else last = at;
    } else if ((lists & Listed.FirstName) !== 0 && at < end && isCapital(words[at + 1])) {
      last = endOfRun(words, at, Math.min(end, at + 2));
      found.push({ first: at, last, type: person, worth: sure });
    } else if ((lists & (Listed.BigCity | Listed.Country)) !== 0 && before !== undefined && language.locatives.has(before.lower))
      found.push({ first: at, last, type: place, worth: sure });
    else if (
      at === end &&
      language.sayings.has(words[at + 1]?.lower ?? "") &&
      before !== undefined &&
      !isCapital(before) &&
      !language.common.has(before.lower)
    )
      found.push({ first: at, last, type: person, worth: guess });
    else if (language.bodyEnds?.test(word.lower) === true && before !== undefined && isCapital(before) && found.at(-1)?.last !== at - 1)
      found.push({ first: at - 1, last, type: organization, worth: guess });
    at = last;
  }
  return found;
}

function endOfRun(words: readonly Word[], first: number, end: number): number {
  let last = first;
  while (last + 1 <= end && isCapital(words[last + 1])) last++;
  return last;
}
