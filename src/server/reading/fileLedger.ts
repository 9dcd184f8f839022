import type { FileNotice, SkippedFile, UnreadKind } from "../../protocol/corpus";

/** How many files of unread kinds are known by name; further ones are counted only. */
const mostUnread = 20_000;

/** What became of the files that gave no articles, or not all of their text. Keyed by normal URI. */
export class FileLedger {
  readonly #skipped = new Map<string, SkippedFile>();
  readonly #notices = new Map<string, FileNotice>();
  readonly #others = new Map<string, SkippedFile>();
  readonly #unread = new Map<string, string>();

  /** Files that are no articles: read, and left alone. */
  get otherCount(): number {
    return this.#others.size;
  }

  get skippedCount(): number {
    return this.#skipped.size;
  }

  /** The files that `otherCount` counts, each with the reason. */
  others(limit: number): readonly SkippedFile[] {
    return firstOf(this.#others.values(), limit);
  }

  /** How many files there are of each extension that is not read, the most frequent first. */
  get unreadKinds(): readonly UnreadKind[] {
    const counts = new Map<string, number>();
    for (const extension of this.#unread.values()) counts.set(extension, (counts.get(extension) ?? 0) + 1);
    return [...counts].map(([extension, count]) => ({ extension, count })).sort((a, b) => b.count - a.count);
  }

  /** The files with that extension, which is not read. */
  unreadFiles(extension: string, limit: number): readonly string[] {
    return firstOf(this.#unread.keys(), Infinity)
      .filter((uri) => this.#unread.get(uri) === extension)
      .slice(0, limit);
  }

  skipped(limit: number): readonly SkippedFile[] {
    return firstOf(this.#skipped.values(), limit);
  }

  notices(limit: number): readonly FileNotice[] {
    return firstOf(this.#notices.values(), limit);
  }

  knows(uri: string): boolean {
    return this.#skipped.has(uri) || this.#others.has(uri);
  }

  skip(file: SkippedFile): void {
    this.forget(file.uri);
    if (file.reason === "not-an-article") this.#others.set(file.uri, file);
    else if (file.reason === "other-kind") {
      if (this.#unread.size < mostUnread) this.#unread.set(file.uri, file.detail);
    } else this.#skipped.set(file.uri, file);
  }

  /** Tells something of a file beside what has been told of it. */
  note(uri: string, detail: string): void {
    const before = this.#notices.get(uri)?.detail;
    if (before === undefined) this.#notices.set(uri, { uri, detail });
    else if (!before.includes(detail)) this.#notices.set(uri, { uri, detail: `${before} ${detail}` });
  }

  forget(uri: string): void {
    this.#skipped.delete(uri);
    this.#notices.delete(uri);
    this.#others.delete(uri);
    this.#unread.delete(uri);
  }

  /** Every file that something is known of and that `test` holds for. */
  filesWhere(test: (uri: string) => boolean): readonly string[] {
    return [...this.#skipped.keys(), ...this.#others.keys(), ...this.#unread.keys(), ...this.#notices.keys()].filter(test);
  }

  clear(): void {
    this.#skipped.clear();
    this.#notices.clear();
    this.#others.clear();
    this.#unread.clear();
  }
}

function firstOf<T>(values: Iterable<T>, limit: number): readonly T[] {
  const first: T[] = [];
  for (const value of values) {
    if (first.length >= limit) break;
    first.push(value);
  }
  return first;
}
