import { scoreOf, type Candidate } from "./candidates";
import { nameTypes } from "./labels";
import { Listed } from "./lexicon";
import { WordFlag, type Word } from "./words";

const person = nameTypes.indexOf("PER");
const organization = nameTypes.indexOf("ORG");
const place = nameTypes.indexOf("LOC");
const event = nameTypes.indexOf("EVENT");

/** One occurrence cannot say more than this, in log-odds, and all others together not more than twice this. */
const loudest = 6;
/** How much the other occurrences of a name count beside its own place. */
const othersShare = 0.4;
/** What it is worth that the article has a person with this last name; less where it is a common word there too: "Banks" and "banks". */
const surnameWorth = 7;
const commonWorth = 3;
/** What it is worth that a word is the acronym behind an organisation's name: "Name Of It (NOI)". */
const acronymWorth = 3;
/** What it is worth that an organisation's name begins so; more where it is a company's: "Orm" of "Orm Corp". */
const beginningWorth = 1;
const companyWorth = 4;
/** And more where the article has nobody of that name. */
const nobodyWorth = 4;

/** What it is worth for a storm that the article names it in full: "Odette" beside "Hurricane Odette". */
const stormWorth = 20;

/** What it is worth for a place that the article has its people: "Ardelian" beside "Ardelia". */
const peopleWorth = 4;

const storm = /^(?:hurricane|typhoon|cyclone|storm)$/;
const companySuffix =
  /^(?:inc|corp|corporation|ltd|limited|plc|co|llc|ag|sa|s\.a|nv|n\.v|gmbh|spa|s\.p\.a|ab|oyj?|group|holdings?|bancorp|industries|laboratories|consultants|pharmaceuticals|airlines|airways|oil|securities|brands)\.?$/;

/** Whether the words from `first` to `last` end as companies' names do. */
export function endsAsCompany(words: readonly Word[], first: number, last: number): boolean {
  return last > first && companySuffix.test(words[last]?.lower ?? "");
}

/** The name as a key that is the same for all spellings that differ only in case. */
export function nameKey(words: readonly Word[], first: number, last: number): string {
  let key = "";
  for (let at = first; at <= last; at++) key += `${words[at]?.form ?? -1} `;
  return key;
}

function clip(odds: number, bound = loudest): number {
  return Math.max(-bound, Math.min(bound, odds));
}

/** What an article as a whole says of names: to be filled with all its names, then asked about each. */
export class Evidence {
  readonly #words: readonly Word[];
  /** For each name the odds of its kinds, added up over its occurrences. */
  readonly #odds = new Map<string, Float64Array>();
  /** For each person's last name how sure the full name is. */
  readonly #surnames = new Map<number, number>();
  /** What else speaks for a name being an organisation's. */
  readonly #organizations = new Map<string, number>();
  /** The forms of storms' own names. */
  readonly #storms = new Set<number>();
  /** Words such as "ardelian". */
  readonly #peoples = new Set<string>();
  /** The forms that the article has without a capital; null until somebody asks. */
  #common: Set<number> | null = null;

  constructor(words: readonly Word[]) {
    this.#words = words;
    for (const { mayName, lower } of words) {
      if (!mayName) continue;
      if (lower.endsWith("ian")) this.#peoples.add(lower);
      else if (lower.endsWith("ians")) this.#peoples.add(lower.slice(0, -1));
    }
  }

  add(candidate: Candidate): void {
    const { first, last, type, odds } = candidate;
    const key = nameKey(this.#words, first, last);
    const sum = this.#odds.get(key) ?? new Float64Array(nameTypes.length);
    odds.forEach((value, kind) => {
      sum[kind] = (sum[kind] ?? 0) + clip(value);
    });
    this.#odds.set(key, sum);
    if (first === last) return;
    if (type === event && storm.test(this.#words[last - 1]?.lower ?? "")) this.#storms.add(this.#words[last]?.form ?? -1);
    if (type === person) {
      const form = this.#words[last]?.form ?? -1;
      this.#surnames.set(form, Math.max(this.#surnames.get(form) ?? 0, scoreOf(candidate)));
    } else if (type === organization) this.#addOrganization(first, last);
  }

  /** Whether anything is known of these words as a name, so that it is worth asking for their odds. */
  knows(key: string, first: number, last: number): boolean {
    return (
      this.#odds.has(key) ||
      this.#isStorm(first, last) ||
      (this.#organizations.get(key) ?? 0) >= companyWorth ||
      this.#surname(first, last) > 0
    );
  }

  /**
   * The log-odds of each kind for the words from `first` to `last`: `own`, from their own place, and what the rest of
   * the article adds. `counted` says whether this place was given to `add`, so that it does not count twice.
   */
  weigh(own: Float64Array, first: number, last: number, counted: boolean): Float64Array {
    const key = nameKey(this.#words, first, last);
    const sum = this.#odds.get(key);
    const surname = this.#surname(first, last);
    const named = this.#organizations.get(key) ?? 0;
    const company = named >= companyWorth && surname === 0 ? named + nobodyWorth : named;
    const people = first === last && this.#hasPeople(this.#words[first]) ? peopleWorth : 0;
    return own.map((odds, type) => {
      const others = (sum?.[type] ?? 0) - (counted ? clip(odds) : 0);
      const extra =
        type === person
          ? surname
          : type === organization
            ? company
            : type === place
              ? people
              : type === event && this.#isStorm(first, last)
                ? stormWorth
                : 0;
      return odds + othersShare * clip(others, 2 * loudest) + extra;
    });
  }

  #isStorm(first: number, last: number): boolean {
    return first === last && this.#storms.has(this.#words[last]?.form ?? -1);
  }

  #hasPeople(word: Word | undefined): boolean {
    return word?.lower.endsWith("ia") === true && this.#peoples.has(`${word.lower}n`);
  }

  /** What speaks for these words being a person's last name, alone or behind a first name. */
  #surname(first: number, last: number): number {
    if (last > first + 1 || (last > first && ((this.#words[first]?.lists ?? 0) & Listed.FirstName) === 0)) return 0;
    const form = this.#words[last]?.form ?? -1;
    const sure = this.#surnames.get(form) ?? 0;
    if (sure === 0) return 0;
    this.#common ??= new Set(this.#words.filter(({ mayName }) => !mayName).map((word) => word.form));
    return (this.#common.has(form) ? commonWorth : surnameWorth) * sure;
  }

  #addOrganization(first: number, last: number): void {
    const words = this.#words;
    const acronym = words[last + 2];
    if (
      words[last + 1]?.text === "(" &&
      words[last + 3]?.text === ")" &&
      acronym !== undefined &&
      (acronym.flags & WordFlag.Capital) !== 0
    ) {
      this.#raise(nameKey(words, last + 2, last + 2), acronymWorth);
    }
    const worth = endsAsCompany(words, first, last) ? companyWorth : beginningWorth;
    for (let end = first; end < last; end++) {
      const word = words[end];
      const places = Listed.Country | Listed.BigCity | Listed.Region | Listed.Demonym;
      if (word?.mayName !== true || (end === first && (word.lists & places) !== 0)) continue;
      this.#raise(nameKey(words, first, end), worth);
    }
  }

  #raise(key: string, worth: number): void {
    this.#organizations.set(key, Math.max(this.#organizations.get(key) ?? 0, worth));
  }
}
