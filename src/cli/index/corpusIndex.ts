import { promises as fs } from "node:fs";
import * as path from "node:path";
import { terminalText } from "../../core/text/escape";
import { version } from "../../../package.json";
import { articleId } from "../../core/corpus/articleRecord";
import { messageOf } from "../../core/util/errorText";
import { PackedSearchEngine } from "../../core/search/engine/packedSearchEngine";
import type { SearchEngine } from "../../core/search/engine/searchEngine";
import { outsideId } from "../../core/search/engine/searchableOf";
import type { Terminal } from "../terminal";
import { stampOf } from "../../server/files/node/fileStamp";
import { packCorpus, unpackCorpus } from "./packCorpus";
import type { SavedArticle, SavedCorpus, SavedFile } from "./savedFiles";

/** Labels or groups by article. */
export type ByArticle = ReadonlyMap<string, string>;

/**
 * What an earlier search has left in a file that the user named, so that only what has changed since is read again: files are known
 * by their stamps. Who reads the corpus asks `find` for each file and tells what became of the others; what is not asked for
 * has gone.
 */
export class CorpusIndex {
  readonly #file: string;
  readonly #root: string;
  readonly #terminal: Terminal;
  #engine: SearchEngine = new PackedSearchEngine();
  readonly #saved = new Map<string, SavedFile>();
  /** The files of now, as they will be saved. */
  readonly #files = new Map<string, SavedFile>();
  readonly #stamps = new Map<string, string>();
  #copies: ByArticle | null = null;
  #stories: ByArticle | null = null;
  #mayWrite = true;
  #isDirty = true;

  private constructor(file: string, root: string, terminal: Terminal) {
    this.#file = path.resolve(file);
    this.#root = path.resolve(root);
    this.#terminal = terminal;
  }

  /** The index in `file` for a search of `root`; an empty one where there is none yet, or none that fits, which is said on the terminal. */
  static async open(file: string, root: string, terminal: Terminal): Promise<CorpusIndex> {
    const index = new CorpusIndex(file, root, terminal);
    await index.#open();
    return index;
  }

  /** The absolute path of the index file. */
  get file(): string {
    return this.#file;
  }

  get engine(): SearchEngine {
    return this.#engine;
  }

  /** The groups of near-duplicates; null where something has changed since they were found. */
  get copies(): ByArticle | null {
    return this.#copies;
  }

  setCopies(copies: ByArticle): void {
    this.#copies = copies;
    this.#isDirty = true;
  }

  /** The labels of stories likewise. */
  get stories(): ByArticle | null {
    return this.#stories;
  }

  setStories(stories: ByArticle): void {
    this.#stories = stories;
    this.#isDirty = true;
  }

  /** What is known of a file that is as it was; null where it has to be read. To be asked before it is read. */
  async find(uri: string): Promise<SavedFile | null> {
    const stamp = await stampOf(uri);
    const saved = this.#saved.get(uri);
    if (stamp !== null && saved?.stamp === stamp.text) {
      this.#files.set(uri, saved);
      return saved;
    }
    this.#stamps.set(uri, stamp?.isSettled === true ? stamp.text : "");
    return null;
  }

  /** A file was read anew, and left out for this reason. */
  left(uri: string, reason: string): void {
    this.#set({ uri, left: reason, notice: null, articles: [], hasOutside: false });
  }

  /** A file was read anew; `index` follows. */
  read(uri: string, notice: string | null): void {
    this.#set({ uri, left: null, notice, articles: [], hasOutside: false });
  }

  /** The articles of a file were put into the index. */
  indexed(uri: string, articles: readonly SavedArticle[], hasOutside: boolean): void {
    const file = this.#files.get(uri);
    if (file !== undefined) this.#files.set(uri, { ...file, articles, hasOutside });
  }

  /** What is known of the articles of a file that is as it was; null where they have to be put into the index. */
  known(uri: string): SavedFile | null {
    const saved = this.#saved.get(uri);
    return saved !== undefined && this.#files.get(uri) === saved ? saved : null;
  }

  /** Takes out of the index what has gone or changed. To be called once all files were asked for. */
  forgetOthers(): void {
    for (const file of this.#saved.values()) {
      if (this.known(file.uri) !== null) continue;
      for (const id of idsOf(file)) this.#engine.delete(id);
      this.#changed();
    }
  }

  /** Writes the file anew if anything is new, at once or not at all. That it cannot be written is said on the terminal. */
  async write(): Promise<void> {
    if (!this.#mayWrite || !this.#isDirty) return;
    const corpus: SavedCorpus = {
      version,
      root: this.#root,
      files: [...this.#files.values()],
      copies: entriesOf(this.#copies),
      stories: entriesOf(this.#stories),
    };
    const beside = `${this.#file}.${process.pid}.tmp`;
    try {
      await fs.writeFile(beside, packCorpus({ corpus, index: this.#engine.save() }), { flag: "wx" });
      await fs.rename(beside, this.#file);
    } catch (error) {
      await fs.rm(beside, { force: true }).catch(() => undefined);
      this.#terminal.complain(`${terminalText(this.#file)}: the index cannot be written. ${terminalText(messageOf(error))}`);
    }
  }

  #set(file: Omit<SavedFile, "stamp">): void {
    this.#files.set(file.uri, { ...file, stamp: this.#stamps.get(file.uri) ?? "" });
    this.#changed();
  }

  #changed(): void {
    this.#copies = null;
    this.#stories = null;
    this.#isDirty = true;
  }

  async #open(): Promise<void> {
    let bytes: Uint8Array;
    try {
      bytes = await fs.readFile(this.#file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return;
      this.#leaveAlone(`cannot be read. ${messageOf(error)}`);
      return;
    }
    const packed = unpackCorpus(bytes);
    if ("fault" in packed) {
      if (packed.isForeign) this.#leaveAlone(`${packed.fault}, and is left as it is.`);
      else if (bytes.length > 0) this.#complain(`${packed.fault}; it is made anew.`);
      return;
    }
    const { corpus, index } = packed;
    if (corpus.version !== version || corpus.root !== this.#root) {
      this.#complain(
        `${corpus.version === version ? `is of ${corpus.root}` : "was made by another version of this program"}; it is made anew.`,
      );
      return;
    }
    const engine = new PackedSearchEngine();
    const ids = corpus.files.flatMap(idsOf);
    if (!engine.load(index) || engine.size !== ids.length || !ids.every((id) => engine.has(id))) {
      this.#complain("is damaged; it is made anew.");
      return;
    }
    this.#engine = engine;
    for (const file of corpus.files) this.#saved.set(file.uri, file);
    this.#copies = corpus.copies === null ? null : new Map(corpus.copies);
    this.#stories = corpus.stories === null ? null : new Map(corpus.stories);
    this.#isDirty = false;
  }

  #leaveAlone(what: string): void {
    this.#mayWrite = false;
    this.#complain(what);
  }

  #complain(what: string): void {
    this.#terminal.complain(`${terminalText(this.#file)}: ${terminalText(what)}`);
  }
}

function idsOf({ uri, articles, hasOutside }: SavedFile): readonly string[] {
  const ids = articles.map(({ record }) => articleId(record));
  return hasOutside ? [...ids, outsideId(uri)] : ids;
}

function entriesOf(map: ByArticle | null): SavedCorpus["copies"] {
  return map === null ? null : [...map];
}
