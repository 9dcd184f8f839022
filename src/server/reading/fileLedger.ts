import type { FileNotice, SkippedFile } from "../../protocol/corpus";

/** What became of the files that gave no articles, or not all of their text. Keyed by normal URI. */
export class FileLedger {
  readonly #skipped = new Map<string, SkippedFile>();
  readonly #notices = new Map<string, FileNotice>();
  readonly #others = new Set<string>();

  /** Files that are no articles: read, and left alone. */
  get otherCount(): number {
    return this.#others.size;
  }

  get skippedCount(): number {
    return this.#skipped.size;
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
    if (file.reason === "not-an-article") this.#others.add(file.uri);
    else this.#skipped.set(file.uri, file);
  }

  note(uri: string, detail: string): void {
    this.#notices.set(uri, { uri, detail });
  }

  forget(uri: string): void {
    this.#skipped.delete(uri);
    this.#notices.delete(uri);
    this.#others.delete(uri);
  }

  /** Every file that something is known of and that `test` holds for. */
  filesWhere(test: (uri: string) => boolean): readonly string[] {
    return [...this.#skipped.keys(), ...this.#others, ...this.#notices.keys()].filter(test);
  }

  clear(): void {
    this.#skipped.clear();
    this.#notices.clear();
    this.#others.clear();
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
