import { createHash, randomUUID } from "node:crypto";
import { promises as fs } from "node:fs";
import * as path from "node:path";
import { terminalText } from "../core/text/escape";
import { Library } from "../core/library/library";
import { LibraryStore, manifestName } from "../core/library/libraryStore";
import { messageOf } from "../core/util/errorText";
import { packFile, unpackFile } from "../core/util/packedFile";
import { VarintReader, VarintWriter } from "../core/util/varints";
import { FileStorage } from "../server/files/node/fileStorage";
import { programIdentity } from "../server/files/node/keepingPlace";
import type { Context } from "./context";
import { drive } from "./drive";
import { Failure } from "./failure";
import { modelFile } from "./readModel";

/** A folder in which each corpus has an index of its own, for who does not name one with `--index`. */
export const cacheVariable = "CORPUS_NAVIGATOR_CACHE";

/** What a folder may hold that is an index. */
const ownNames = /^(?:manifest|lock|copies|related|[\w-]+\.segment)(?:\.tmp)?$/u;

/** The part with the groups of near-duplicates: a packed file of the state that they are of, and of ids and groups. */
const copiesName = "copies";
const copiesKind = "CNCP";
const copiesVersion = 1;

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
  /** Of this program: another one may find other near-duplicates. */
  readonly #identity: string;
  readonly #store: LibraryStore;
  /** Groups of near-duplicates that are to be kept. */
  #copies: Uint8Array | null = null;

  private constructor(folder: string, context: Context, storage: FileStorage, program: string, store: LibraryStore) {
    this.#folder = folder;
    this.#context = context;
    this.#storage = storage;
    this.#identity = program;
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
      return { library: empty, index: new KeptIndex(folder, context, storage, own, new LibraryStore(empty, storage, own, writer)) };
    }
    if (store.fault === "version") complain("was made by another version of this program; it is made anew.");
    else if (store.fault === "damage") complain("is damaged; what is lost is read again.");
    return { library, index: new KeptIndex(folder, context, storage, own, store) };
  }

  /** The groups of near-duplicates by article, as they were kept for a corpus in this state; null for none. */
  async copies(state: string): Promise<ReadonlyMap<string, string> | null> {
    const bytes = await this.#storage.read(copiesName);
    const file = bytes === null ? null : unpackFile(copiesKind, copiesVersion, bytes);
    if (file === null || "fault" in file) return null;
    const reader = new VarintReader(file.body);
    if (reader.text() !== this.#identity || reader.text() !== state) return null;
    const copies = new Map<string, string>();
    for (let left = reader.count(); left > 0; left--) copies.set(reader.text() ?? "", reader.text() ?? "");
    return copies;
  }

  /** Near-duplicates were found out of a corpus in this state; they are kept with the rest. */
  setCopies(state: string, copies: ReadonlyMap<string, string>): void {
    const out = new VarintWriter();
    out.text(this.#identity);
    out.text(state);
    out.put(copies.size);
    for (const [id, group] of copies) {
      out.text(id);
      out.text(group);
    }
    this.#copies = packFile(copiesKind, copiesVersion, out.take());
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
        if (this.#copies !== null) await this.#storage.write(copiesName, this.#copies);
        this.#copies = null;
        await this.#store.sweep([copiesName]);
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
