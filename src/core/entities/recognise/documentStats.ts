import { Topic, WordFlag, type Word } from "./words";

/** What is counted of a word's form in one document; columns of `DocumentStats`. */
const Count = { Lower: 0, Upper: 1, UpperMid: 2, AfterTitle: 3, BeforeSaying: 4, AfterUpper: 5 } as const;
const countKinds = 6;

/** A topic is one if at least so many words speak for it, and at least this share of all. */
const fewestOfTopic = 3;
const shareOfTopic = 0.02;

/**
 * How a document uses each word: with or without a capital, behind a title, before "said". A word that is written
 * small elsewhere in the article is seldom a name at the start of a sentence; one behind "Mr." is a person everywhere.
 */
export class DocumentStats {
  #counts = new Uint8Array(1024 * countKinds);
  /** The document in which a form was last counted, so that nothing need be cleared between documents. */
  #stamps = new Int32Array(1024);
  #stamp = 0;
  readonly #topics = new Int32Array(3);
  /** What they come to; -1 while they are counted. */
  #topic = -1;

  /** Forgets the last document. `formCount` bounds the words' `form` numbers. */
  begin(formCount: number): void {
    this.#stamp++;
    this.#topics.fill(0);
    this.#topic = -1;
    if (formCount <= this.#stamps.length) return;
    this.#stamps = new Int32Array(formCount * 2);
    this.#counts = new Uint8Array(formCount * 2 * countKinds);
  }

  /** Counts the sentence of the words from `from` to `to`. */
  add(words: readonly Word[], from: number, to: number, casing: number): void {
    for (let at = from; at < to; at++) {
      const word = words[at];
      if (word?.isAlphabetic !== true) continue;
      this.#topics[word.topic] = (this.#topics[word.topic] ?? 0) + 1;
      if ((word.flags & WordFlag.Capital) === 0) {
        this.#raise(word.form, Count.Lower);
        continue;
      }
      this.#raise(word.form, Count.Upper);
      if (casing !== 0) continue;
      const before = at > from ? words[at - 1] : undefined;
      const first = before === undefined || (at === from + 1 && !before.isAlphabetic);
      if (!first) this.#raise(word.form, Count.UpperMid);
      if (before?.isTitle === true) this.#raise(word.form, Count.AfterTitle);
      if (at + 1 < to && words[at + 1]?.isSaying === true) this.#raise(word.form, Count.BeforeSaying);
      if (before !== undefined && at > from + 1 && (before.flags & WordFlag.Capital) !== 0) this.#raise(word.form, Count.AfterUpper);
    }
  }

  /** What the document is about, of `Topic`; to be asked when all is counted. */
  topic(): number {
    if (this.#topic < 0) {
      const [none = 0, sport = 0, markets = 0] = this.#topics;
      const fewest = Math.max(fewestOfTopic, shareOfTopic * (none + sport + markets));
      this.#topic = Math.max(sport, markets) < fewest ? Topic.None : sport >= markets ? Topic.Sport : Topic.Markets;
    }
    return this.#topic;
  }

  lower(word: Word): number {
    return this.#count(word.form, Count.Lower);
  }

  upper(word: Word): number {
    return this.#count(word.form, Count.Upper);
  }

  /** With a capital inside a sentence. */
  upperMid(word: Word): number {
    return this.#count(word.form, Count.UpperMid);
  }

  afterTitle(word: Word): number {
    return this.#count(word.form, Count.AfterTitle);
  }

  beforeSaying(word: Word): number {
    return this.#count(word.form, Count.BeforeSaying);
  }

  /** Behind another capitalised word. */
  afterUpper(word: Word): number {
    return this.#count(word.form, Count.AfterUpper);
  }

  #count(form: number, kind: number): number {
    return this.#stamps[form] === this.#stamp ? (this.#counts[form * countKinds + kind] ?? 0) : 0;
  }

  #raise(form: number, kind: number): void {
    const base = form * countKinds;
    if (this.#stamps[form] !== this.#stamp) {
      this.#stamps[form] = this.#stamp;
      this.#counts.fill(0, base, base + countKinds);
    }
    const count = this.#counts[base + kind] ?? 0;
    if (count < 255) this.#counts[base + kind] = count + 1;
  }
}
