import { hashText, mix } from "./hash";
import { wordKey, type Lexicon, type WordClasses } from "./lexicon";

/** Bits of `Word.flags`. */
export const WordFlag = { Capital: 1, AllCapitals: 2, Hyphen: 4, Digit: 8, Dot: 16, Single: 32, HasLower: 64 } as const;

/** What the features need to know of a word as written; computed once for each spelling. */
export interface Word {
  /** Cleaned: no invisible characters, composed, straight apostrophe. */
  readonly text: string;
  readonly lower: string;
  /** The number of this spelling; dense, from `firstWordId`. */
  readonly id: number;
  /** A number that all spellings differing only in case share; dense, from 0. */
  readonly form: number;
  readonly rawHash: number;
  readonly lowerHash: number;
  readonly shape: number;
  /** The shape with repetitions folded. */
  readonly shortShape: number;
  readonly prefixes: readonly number[];
  readonly suffixes: readonly number[];
  readonly prefix: number;
  readonly suffix: number;
  readonly classes: WordClasses;
  readonly flags: number;
  readonly isAlphabetic: boolean;
  /** Has an upper-case letter somewhere, so it may be in a name. */
  readonly mayName: boolean;
  readonly isTitle: boolean;
  readonly isSaying: boolean;
  /** Of `Topic`: what an article is about that has many such words. */
  readonly topic: number;
  /** The gazetteer key of the word as a phrase of one. */
  readonly phrase: number;
  /** `Listed` bits of the word alone. */
  readonly lists: number;
}

/** No name has more code units than this in one token. */
const longestWord = 100;

/** Word ids below this one are for the edges of sentences. */
export const firstWordId = 2;

const titles = new Set(
  (
    "mr mr. mrs mrs. ms ms. dr dr. president minister premier secretary chancellor sen. senator rep. gov. governor mayor king queen prince " +
    "princess sir lord lady gen. general col. colonel capt. captain lt. lieutenant sgt. sergeant maj. major judge justice pope chairman " +
    "chairwoman chief spokesman spokeswoman director coach defender striker midfielder goalkeeper ambassador envoy leader professor prof. " +
    "analyst lawyer economist actor singer author archbishop bishop cardinal sheikh ayatollah imam rabbi rev. father brother"
  ).split(" "),
);
/** Kinds of article that name things each in its own way: in sport a city is a team, on the markets a name is a company. */
export const Topic = { None: 0, Sport: 1, Markets: 2 } as const;

const topics: ReadonlyMap<string, number> = new Map([
  ...(
    "soccer football tennis golf cricket baseball basketball hockey rugby athletics skiing cycling boxing league championship cup match matches game games season coach team teams player players goal goals scored " +
    "score scores win wins won beat victory defeat round final semifinal playoff playoffs innings wickets goalkeeper striker midfielder defender quarterback pitcher touchdown stadium referee halftime attendance " +
    "standings leaders leaderboard seeded metres champion champions olympic medal race stage lap olympics beaten club clubs fans squad hat-trick header penalty equaliser replay fixture fixtures odds " +
    "pitch draw drew kicked title unbeaten lineman flyhalf sweeper winger"
  )
    .split(" ")
    .map((word) => [word, Topic.Sport] as const),
  ...(
    "shares share stock stocks market markets traders trader dealers dealer analyst analysts profit profits revenue revenues earnings net quarter percent bond bonds index bank banks company companies " +
    "dividend points cents billion million mln bln tonnes barrels crude wheat corn futures exchange investors currency dollar yen inflation sales"
  )
    .split(" ")
    .map((word) => [word, Topic.Markets] as const),
]);
const sayings = new Set("said says told added asked noted wrote warned insisted argued explained declined recalled".split(" "));

/** Digits become 0: the features tell figures apart by shape only. */
function foldDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, "0");
}

function shapeOf(text: string): string {
  let shape = "";
  for (const char of text) {
    shape += /\p{Nd}/u.test(char) ? "d" : /\p{Lu}|\p{Lt}/u.test(char) ? "X" : /\p{L}|\p{M}/u.test(char) ? "x" : char;
  }
  return shape;
}

function foldRuns(shape: string): string {
  let folded = "";
  let last = "";
  for (const char of shape) {
    if (char !== last) folded += char;
    last = char;
  }
  return folded;
}

function clean(text: string): string {
  return text
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, "")
    .normalize("NFC")
    .replace(/[\u2019\u02bc]/g, "'")
    .replace(/[\u2010\u2011]/g, "-");
}

function describe(written: string, id: number, form: number, lower: string, lexicon: Lexicon): Word {
  const text = clean(written);
  const raw = foldDigits(text);
  const low = foldDigits(lower);
  const shape = shapeOf(text);
  const prefixes: number[] = [];
  const suffixes: number[] = [];
  for (let size = 1; size <= 4 && size < raw.length; size++) prefixes.push(hashText(raw.slice(0, size)));
  for (let size = 1; size <= 5 && size < low.length; size++) suffixes.push(hashText(low.slice(-size)));
  const rawHash = hashText(raw);
  const lowerHash = hashText(low);
  const phrase = wordKey(lowerHash);
  const upper = shape.includes("X");
  const flags =
    (shape.startsWith("X") ? WordFlag.Capital : 0) |
    (/^[^xX]*X[^xX]*X[^x]*$/.test(shape) ? WordFlag.AllCapitals : 0) |
    (text.length > 1 && text.includes("-") ? WordFlag.Hyphen : 0) |
    (shape.includes("d") ? WordFlag.Digit : 0) |
    (text.length > 1 && text.includes(".") ? WordFlag.Dot : 0) |
    (text.length === 1 ? WordFlag.Single : 0) |
    (shape.includes("x") ? WordFlag.HasLower : 0);
  return {
    text,
    lower,
    id,
    form,
    rawHash,
    lowerHash,
    shape: hashText(shape.length > 4 ? shape.slice(0, 2) + foldRuns(shape.slice(2, -2)) + shape.slice(-2) : shape),
    shortShape: hashText(foldRuns(shape)),
    prefixes,
    suffixes,
    prefix: mix(prefixes[2] ?? rawHash, 1),
    suffix: mix(suffixes[2] ?? lowerHash, 2),
    classes: lexicon.classes(lowerHash),
    flags,
    isAlphabetic: upper || shape.includes("x"),
    mayName: upper,
    isTitle: titles.has(lower),
    isSaying: sayings.has(lower),
    topic: topics.get(lower) ?? Topic.None,
    phrase,
    lists: lexicon.lists(phrase),
  };
}

/** A copy that does not keep the text alive of which `part` is a slice, as engines' slices do. */
function detached(part: string): string {
  let copy = "";
  for (const char of part) copy += char;
  return copy;
}

/** All words seen so far, by spelling. Forgets everything when full, so that a large corpus does not fill the memory. */
export class WordTable {
  readonly #lexicon: Lexicon;
  readonly #capacity: number;
  #words = new Map<string, Word>();
  #forms = new Map<string, number>();

  constructor(lexicon: Lexicon, capacity = 60_000) {
    this.#lexicon = lexicon;
    this.#capacity = capacity;
  }

  /** The number of different `Word.form`s. */
  get formCount(): number {
    return this.#forms.size;
  }

  /** To be called between documents: true when everything has been forgotten and words held elsewhere are stale. */
  makeRoom(): boolean {
    if (this.#words.size < this.#capacity) return false;
    this.#words = new Map();
    this.#forms = new Map();
    return true;
  }

  /** The word as written; of a monstrous one only the beginning counts. */
  get(whole: string): Word {
    const written = whole.length > longestWord ? whole.slice(0, longestWord) : whole;
    let word = this.#words.get(written);
    if (word === undefined) {
      const spelling = detached(written);
      const lower = clean(spelling).toLowerCase();
      let form = this.#forms.get(lower);
      if (form === undefined) {
        form = this.#forms.size;
        this.#forms.set(lower, form);
      }
      word = describe(spelling, firstWordId + this.#words.size, form, lower, this.#lexicon);
      this.#words.set(spelling, word);
    }
    return word;
  }
}
