import { fold } from "../text/fold";
import { sourceOf, type ArticleRecord } from "./articleRecord";

export type DateHabit = "dayFirst" | "monthFirst";

/** A habit holds when it is seen this many times as often as the other one (or the other one never). */
const clearMajority = 9;

/** How each publisher writes its all-numeric dates, counted from those that can be read in one way only. */
export class PublisherHabits {
  readonly #counts = new Map<string, Record<DateHabit, number>>();

  /** Changes whenever a publisher has another habit. */
  revision = 0;

  add(record: ArticleRecord): void {
    this.#count(record, 1);
  }

  remove(record: ArticleRecord): void {
    this.#count(record, -1);
  }

  /** The habit of the record's publisher; null where its dates show none, or both. */
  of(record: Pick<ArticleRecord, "publisher" | "agency">): DateHabit | null {
    return this.#habitOf(publisherKey(record));
  }

  #habitOf(key: string): DateHabit | null {
    const counts = this.#counts.get(key);
    if (counts === undefined) return null;
    const { dayFirst, monthFirst } = counts;
    if (dayFirst > 0 && dayFirst >= clearMajority * monthFirst) return "dayFirst";
    if (monthFirst > 0 && monthFirst >= clearMajority * dayFirst) return "monthFirst";
    return null;
  }

  #count(record: ArticleRecord, change: 1 | -1): void {
    const habit = record.date?.habit ?? null;
    if (habit === null) return;
    const key = publisherKey(record);
    const before = this.#habitOf(key);
    const counts = this.#counts.get(key) ?? { dayFirst: 0, monthFirst: 0 };
    counts[habit] += change;
    if (counts.dayFirst === 0 && counts.monthFirst === 0) this.#counts.delete(key);
    else this.#counts.set(key, counts);
    if (this.#habitOf(key) !== before) this.revision++;
  }
}

function publisherKey(record: Pick<ArticleRecord, "publisher" | "agency">): string {
  return fold(sourceOf(record) ?? "");
}
