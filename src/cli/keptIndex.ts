import { createHash, randomUUID } from "node:crypto";
import { promises as fs } from "node:fs";
import * as path from "node:path";
import { terminalText } from "../core/text/escape";
import { Library } from "../core/library/library";
import { LibraryStore, manifestName } from "../core/library/libraryStore";
import { messageOf } from "../core/util/errorText";
import { FileStorage } from "../server/files/node/fileStorage";
import { programIdentity } from "../server/files/node/keepingPlace";
import type { Context } from "./context";
import { drive } from "./drive";
import { Failure } from "./failure";
import { modelFile } from "./readModel";

/** A folder in which each corpus has an index of its own, for who does not name one with `--index`. */
export const cacheVariable = "CORPUS_NAVIGATOR_CACHE";

/** What a folder may hold that is an index. */
const ownNames = /^(?:manifest|lock|[\w-]+\.segment)(?:\.tmp)?$/u;

/** Where an index is kept. */
export interface IndexPlace {
  readonly folder: string;
  /** The folder in which there is nothing but indexes; it is no part of a corpus. */
  readonly outer: string;
}

/** Where the index of the corpus `root` is kept, an absolute path; null where none is wanted. */
export function indexPlace(root: string, { index = null }: Context): IndexPlace | null {
  if (index !== null) return { folder: path.resolve(index), outer: path.resolve(index) };
  const cache = process.env[cacheVariable] ?? "";
  if (cache === "") return null;
  const outer = path.resolve(cache);
  const name = path.basename(root).replace(/[^\w-]+/gu, "-");
  const folder = path.join(outer, `${name}-${createHash("sha256").update(root).digest("hex").slice(0, 16)}`);
  return { folder, outer: path.relative(outer, root) === "" ? folder : outer };
}

/**
 * What is known of a corpus, kept in a folder from one command to the next, as the language server keeps it. What is damaged, or of
 * another program, is made anew, and that is said on the terminal. Several processes may use one at once: who comes last with something
 * new does not write over what another has written meanwhile.
 */
export class KeptIndex {
  readonly #folder: string;
  readonly #context: Context;
  readonly #storage: FileStorage;
  readonly #store: LibraryStore;

  private constructor(folder: string, context: Context, storage: FileStorage, store: LibraryStore) {
    this.#folder = folder;
    this.#context = context;
    this.#storage = storage;
    this.#store = store;
  }

  /**
   * A library of the corpus `root` (a URI) with what is kept in `folder`. The index is null where that is something else, which is left as
   * it is.
   */
  static async open(
    folder: string,
    root: string,
    context: Context,
  ): Promise<{ readonly library: Library; readonly index: KeptIndex | null }> {
    const complain = (what: string): void => {
      context.terminal.complain(`${terminalText(folder)}: ${what}`);
    };
    const library = libraryOf(root);
    const foreign = await foreignReason(folder);
    if (foreign !== null) {
      complain(`${foreign}, and is left as it is.`);
      return { library, index: null };
    }
    const storage = new FileStorage(folder);
    const [own, writer] = [await identity(), randomUUID()];
    const store = new LibraryStore(library, storage, own, writer);
    try {
      await store.load((work) => drive(work, context));
    } catch (error) {
      if (error instanceof Failure) throw error;
      // What has the right checksum and makes no sense was made so.
      complain(`is damaged (${terminalText(messageOf(error))}); it is made anew.`);
      await storage.delete(manifestName);
      const empty = libraryOf(root);
      return { library: empty, index: new KeptIndex(folder, context, storage, new LibraryStore(empty, storage, own, writer)) };
    }
    if (store.fault === "version") complain("was made by another version of this program; it is made anew.");
    else if (store.fault === "damage") complain("is damaged; what is lost is read again.");
    return { library, index: new KeptIndex(folder, context, storage, store) };
  }

  /** Keeps what is new. That it cannot be written is said on the terminal. */
  async save(): Promise<void> {
    try {
      await fs.mkdir(this.#folder, { recursive: true });
      await fs.access(this.#folder, fs.constants.W_OK);
      if (!(await this.#storage.lock())) return;
      try {
        if (!(await this.#store.isCurrent())) return;
        await this.#store.save((work) => drive(work, this.#context), false);
        await this.#store.sweep();
      } finally {
        await this.#storage.unlock();
      }
    } catch (error) {
      this.#context.terminal.complain(`${terminalText(this.#folder)}: the index cannot be written. ${terminalText(messageOf(error))}`);
    }
  }
}

/** An empty library of a corpus. */
export function libraryOf(root: string): Library {
  const library = new Library();
  library.roots = [root];
  return library;
}

/** Why a folder cannot be an index; null where it is one, is empty, or is not there yet. */
async function foreignReason(folder: string): Promise<string | null> {
  const stats = await fs.stat(folder).catch(() => null);
  if (stats === null) return null;
  if (!stats.isDirectory()) return "is no folder";
  const other = (await fs.readdir(folder).catch(() => [])).find((name) => !ownNames.test(name));
  return other === undefined ? null : `holds what is no index (${terminalText(other)})`;
}

async function identity(): Promise<string> {
  return await programIdentity([__filename, modelFile]);
}
