import type { LocalQuotation } from "../../quotations/localQuotation";
import { StringTable } from "../../util/stringTable";
import { VarintReader, VarintWriter } from "../../util/varints";
import type { ArticleNames, LocalSentence } from "./articleNames";
import { readMentions, readPacked, readSaid, readSentences, writeNames, type ArticleMentions } from "./packedNames";

/** What is known of a local entity's part in its article without reading the names. */
export interface LocalGroup {
  /** The number of the group. */
  readonly group: number;
  readonly mentions: number;
}

/** A role phrase, and the local entity that it is of: -1 for a name of none. */
export interface StoredRole {
  readonly local: number;
  readonly phrase: string;
}

/**
 * The names of articles as bytes, about a kilobyte each. In front stands what questions about many articles ask: the groups
 * of the local entities, their roles and their sentences; an article's names as they were read stand behind.
 */
export class ArticleStore {
  readonly strings = new StringTable();
  readonly #bytes: (Uint8Array | undefined)[] = [];
  readonly #corrected: boolean[] = [];
  readonly #writer = new VarintWriter();

  /**
   * `locals` are the local entities as the reader's corrections leave them, and `localOf` those of the mentions, by index. The
   * names are as they were read; `isCorrected` says that their own local entities are others.
   */
  set(article: number, names: ArticleNames, locals: readonly LocalGroup[], localOf: Int32Array, isCorrected: boolean): void {
    const writer = this.#writer;
    this.#corrected[article] = isCorrected;
    writer.put(locals.length);
    for (const { group, mentions } of locals) {
      writer.put(group);
      writer.put(mentions);
    }
    // The strings are used once, by the names behind.
    const phrases = names.roles.map(({ phrase }) => this.strings.use(phrase));
    writer.put(phrases.length);
    for (const [at, phrase] of phrases.entries()) {
      writer.put((localOf[names.roles[at]?.mention ?? -1] ?? -1) + 1);
      writer.put(phrase);
    }
    writer.put(names.locals.length);
    for (const {
      mentions: [first = -1],
    } of names.locals)
      writer.put((localOf[first] ?? -1) + 1);
    writeNames(names, this.strings, writer);
    for (const phrase of phrases) this.strings.release(phrase);
    this.#bytes[article] = writer.take();
  }

  delete(article: number): void {
    const reader = this.#behindGroups(article);
    if (reader !== null) {
      const used: number[] = [];
      readPacked(reader, this.strings, (string) => used.push(string));
      for (const string of used) this.strings.release(string);
    }
    this.#bytes[article] = undefined;
  }

  /** The names as they were read; null for an article that is not here. */
  names(article: number): ArticleNames | null {
    const reader = this.#behindGroups(article);
    return reader === null ? null : readPacked(reader, this.strings);
  }

  /** How many local entities an article has; 0 for one that is not here. */
  localCount(article: number): number {
    const bytes = this.#bytes[article];
    return bytes === undefined ? 0 : new VarintReader(bytes).next();
  }

  /** Calls `visit` with the group and the number of mentions of each local entity. */
  eachLocal(article: number, visit: (group: number, mentions: number) => void): void {
    const bytes = this.#bytes[article];
    if (bytes === undefined) return;
    const reader = new VarintReader(bytes);
    for (let left = reader.next(); left > 0; left--) visit(reader.next(), reader.next());
  }

  roles(article: number): readonly StoredRole[] {
    const bytes = this.#bytes[article];
    if (bytes === undefined) return [];
    const reader = new VarintReader(bytes);
    skip(reader, 2 * reader.next());
    const roles: StoredRole[] = [];
    for (let left = reader.next(); left > 0; left--) roles.push({ local: reader.next() - 1, phrase: this.strings.text(reader.next()) });
    return roles;
  }

  /** The sentences that tell most about each local entity, which they have the index of. */
  sentences(article: number): readonly LocalSentence[] {
    const bytes = this.#bytes[article];
    if (bytes === undefined) return [];
    const reader = new VarintReader(bytes);
    skip(reader, 2 * reader.next());
    skip(reader, 2 * reader.next());
    const localOf = Array.from({ length: reader.next() }, () => reader.next() - 1);
    return readSentences(reader).map((sentence) => ({ ...sentence, local: localOf[sentence.local] ?? -1 }));
  }

  /** Who said what in an article, in order; mentions index into its names. */
  quotations(article: number): readonly LocalQuotation[] {
    const reader = this.#behindGroups(article);
    return reader === null ? [] : readSaid(reader, this.strings);
  }

  /** Where the names of an article stand; null for an article that is not here, or whose local entities a reader corrected. */
  mentions(article: number): ArticleMentions | null {
    const reader = this.#corrected[article] === true ? null : this.#behindGroups(article);
    return reader === null ? null : readMentions(reader);
  }

  #behindGroups(article: number): VarintReader | null {
    const bytes = this.#bytes[article];
    if (bytes === undefined) return null;
    const reader = new VarintReader(bytes);
    skip(reader, 2 * reader.next());
    skip(reader, 2 * reader.next());
    skip(reader, reader.next());
    return reader;
  }
}

function skip(reader: VarintReader, count: number): void {
  for (let left = count; left > 0; left--) reader.next();
}
