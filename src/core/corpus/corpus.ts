import { foldWords } from "../text/fold";
import { StringPool } from "../util/stringPool";
import { articleId, type ArticleRecord, comparePlace } from "./articleRecord";
import { PublisherHabits } from "./publisherHabits";

/** Headlines by their words: finds the article that a related list names. Derived titles and file names are no titles. */
class TitleIndex {
  readonly #byTitle = new Map<string, ArticleRecord[]>();

  add(record: ArticleRecord): void {
    const words = titleWords(record);
    if (words === null) return;
    const same = this.#byTitle.get(words);
    if (same === undefined) this.#byTitle.set(words, [record]);
    else same.push(record);
  }

  remove(record: ArticleRecord): void {
    const words = titleWords(record);
    const same = words === null ? undefined : this.#byTitle.get(words);
    if (words === null || same === undefined) return;
    const left = same.filter((other) => other !== record);
    if (left.length === 0) this.#byTitle.delete(words);
    else this.#byTitle.set(words, left);
  }

  /**
   * The article whose headline is `title` but for case, accents, punctuation and spacing; not the one with the id
   * `exceptArticleId`. Of several, the first by document and place. Null if there is none.
   */
  resolve(title: string, exceptArticleId: string | null): ArticleRecord | null {
    const words = foldWords(title);
    if (words === "") return null;
    let best: ArticleRecord | null = null;
    for (const record of this.#byTitle.get(words) ?? []) {
      if (articleId(record) === exceptArticleId) continue;
      if (best === null || comparePlace(record, best) < 0) best = record;
    }
    return best;
  }
}

function titleWords(record: ArticleRecord): string | null {
  if (record.displayTitleKind !== "headline") return null;
  const words = foldWords(record.displayTitle);
  return words === "" ? null : words;
}

/** The earliest and the latest date of publication, `YYYY-MM-DD`; null where no article has a date. */
export interface DateRange {
  readonly from: string | null;
  readonly to: string | null;
}

/** What a date depends on: itself, and whose it is. */
export type DatedArticle = Pick<ArticleRecord, "publisher" | "agency" | "date">;

/** So many changes are known at least. */
const shortestLog = 1000;

/**
 * The articles of all documents, replaced a document at a time. After any sequence of changes it answers as one that
 * was built afresh from the same documents: whatever is derived here is either additive (counts, habits) or
 * computed when it is asked for.
 */
export class Corpus {
  readonly #documents = new Map<string, readonly ArticleRecord[]>();
  readonly #habits = new PublisherHabits();
  #titles: TitleIndex | null = null;
  #articleCount = 0;
  #revision = 0;
  /** The documents that changed, one for each revision since `#logStart`. */
  #log: string[] = [];
  #logStart = 0;
  #dateRange: { readonly revision: number; readonly range: DateRange } | null = null;

  /** For those who make records: strings that recur are held once. */
  readonly pool = new StringPool();

  /** Changes whenever an answer may have changed. */
  get revision(): number {
    return this.#revision;
  }

  /** Changes whenever dates that read in two ways may be read in another one. */
  get habitRevision(): number {
    return this.#habits.revision;
  }

  get articleCount(): number {
    return this.#articleCount;
  }

  get documentCount(): number {
    return this.#documents.size;
  }

  /** The URIs of all documents, in no particular order. */
  documents(): IterableIterator<string> {
    return this.#documents.keys();
  }

  has(uri: string): boolean {
    return this.#documents.has(uri);
  }

  /** The articles of a document in the order of its text; empty for one that is not here. */
  articlesOf(uri: string): readonly ArticleRecord[] {
    return this.#documents.get(uri) ?? [];
  }

  /** All articles, in no particular order. */
  *articles(): Generator<ArticleRecord, void, undefined> {
    for (const records of this.#documents.values()) yield* records;
  }

  /** The article with the id that `articleId` gives it, or null. */
  article(id: string): ArticleRecord | null {
    // A URI escapes "#" in its path, so the first one ends it; the key may hold more of them.
    const hash = id.indexOf("#");
    const uri = hash < 0 ? id : id.slice(0, hash);
    const key = hash < 0 ? null : id.slice(hash + 1);
    return this.articlesOf(uri).find((record) => record.key === key) ?? null;
  }

  /** Puts a document in place of what was there under its URI. `records` are its articles in the order of the text. */
  setDocument(uri: string, records: readonly ArticleRecord[]): void {
    this.#forget(uri);
    this.#documents.set(uri, records);
    for (const record of records) {
      this.#habits.add(record);
      this.#titles?.add(record);
    }
    this.#articleCount += records.length;
    this.#changed(uri);
  }

  /** Takes a document out; false if there was none. */
  deleteDocument(uri: string): boolean {
    if (!this.#forget(uri)) return false;
    this.#changed(uri);
    return true;
  }

  clear(): void {
    for (const uri of [...this.#documents.keys()]) this.#forget(uri);
    this.#revision++;
    this.#log = [];
    this.#logStart = this.#revision;
  }

  /**
   * The URIs of the documents that were set or taken out since the corpus had `revision`, in that order, some more than
   * once; null where that is too long ago to be known. An edit in a large corpus is found without a look at all of it.
   */
  changedSince(revision: number): readonly string[] | null {
    return revision < this.#logStart ? null : this.#log.slice(revision - this.#logStart);
  }

  #changed(uri: string): void {
    this.#revision++;
    this.#log.push(uri);
    const most = 2 * this.#documents.size + shortestLog;
    if (this.#log.length <= most) return;
    // The older half goes at once, so that it goes seldom.
    this.#log = this.#log.slice(most >> 1);
    this.#logStart = this.#revision - this.#log.length;
  }

  #forget(uri: string): boolean {
    const records = this.#documents.get(uri);
    if (records === undefined) return false;
    for (const record of records) {
      this.#habits.remove(record);
      this.#titles?.remove(record);
    }
    this.#articleCount -= records.length;
    this.#documents.delete(uri);
    return true;
  }

  /**
   * The date of publication, `YYYY-MM-DD`. One that reads as two dates is read as its publisher writes its
   * unambiguous ones.
   */
  dateOf(record: DatedArticle): string | null {
    const { date } = record;
    if (date === null) return null;
    if (date.ambiguous === null) return date.iso;
    const habit = this.#habits.of(record);
    return habit === null ? date.iso : date.ambiguous[habit];
  }

  /** Whether the date of `record` can be read in two ways and nothing tells which is meant. */
  isDateAmbiguous(record: DatedArticle): boolean {
    const { date } = record;
    return date !== null && date.ambiguous !== null && this.#habits.of(record) === null;
  }

  dateRange(): DateRange {
    if (this.#dateRange?.revision === this.#revision) return this.#dateRange.range;
    let from: string | null = null;
    let to: string | null = null;
    for (const record of this.articles()) {
      const date = this.dateOf(record);
      if (date === null) continue;
      if (from === null || date < from) from = date;
      if (to === null || date > to) to = date;
    }
    const range = { from, to };
    this.#dateRange = { revision: this.#revision, range };
    return range;
  }

  /** The article that a related list means by `title`, and not the one that lists it; null: not in this corpus. */
  resolveTitle(title: string, exceptArticleId: string | null): ArticleRecord | null {
    if (this.#titles === null) {
      this.#titles = new TitleIndex();
      for (const record of this.articles()) this.#titles.add(record);
    }
    return this.#titles.resolve(title, exceptArticleId);
  }
}
