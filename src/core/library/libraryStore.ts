import { packFile, unpackFile } from "../util/packedFile";
import { VarintReader, VarintWriter } from "../util/varints";
import { KeptRelated } from "./keptRelated";
import type { Library } from "./library";
import { SegmentReader, segmentVersion, SegmentWriter } from "./segment";
import type { Storage } from "./storage";

const kind = "CNMF";
/** To be raised with every change of the layout. */
const version = 1;
/** The part that says which others count. */
export const manifestName = "manifest";
/** The part with what was found out about related articles. */
export const relatedName = "related";
/** A segment is closed when it is so long, in bytes. */
const segmentLength = 8 << 20;
/** With so many segments the small ones are taken together. */
const mostSegments = 16;
/** So many bytes are kept at most, if nothing else is said. */
const defaultLimit = 2 ** 31;

/** What the manifest says: which segments count, in the order in which they were written. A later one has the last word about a file. */
interface Manifest {
  /** Of the program and the model: others read the same text in another way. */
  readonly identity: string;
  readonly segments: readonly string[];
  /** Files that are in segments and count no more. */
  readonly gone: readonly string[];
}

/** Drives work in slices. */
export type Drive = <Result>(work: Generator<undefined, Result>) => Promise<Result>;

interface Segment {
  readonly name: string;
  readonly bytes: number;
  readonly files: readonly string[];
  /** Those of them of which it has the last word. */
  readonly live: Set<string>;
}

/**
 * Keeps a library in a storage: immutable segments, and a small manifest that is replaced at once. New and changed files go into new
 * segments; a segment of whose files few count any more is written anew with them. A segment that is damaged, or of another version,
 * costs its files a reading.
 */
export class LibraryStore {
  readonly #library: Library;
  readonly #storage: Storage;
  readonly #identity: string;
  readonly #writer: string;
  readonly #limit: number;
  #segments: Segment[] = [];
  readonly #segmentOf = new Map<string, Segment>();
  #relatedBytes = 0;
  #made = 0;
  #fault: "version" | "damage" | null = null;
  /** The manifest as it was read or written last. */
  #read: Uint8Array | null = null;
  #saving: Promise<boolean> | null = null;

  /** `writer` is a name that no other window or run has: its segments are its own. */
  constructor(library: Library, storage: Storage, identity: string, writer: string, limit = defaultLimit) {
    this.#library = library;
    this.#storage = storage;
    this.#identity = `${segmentVersion} ${identity}`;
    this.#writer = writer;
    this.#limit = limit;
  }

  /** What was wrong with what `load` found: of another program or version, or damaged in part; null for nothing. */
  get fault(): "version" | "damage" | null {
    return this.#fault;
  }

  /** How many bytes are kept. */
  get bytes(): number {
    return this.#segments.reduce((sum, { bytes }) => sum + bytes, this.#relatedBytes);
  }

  /** Takes over what is kept, as far as the library has it not yet. What cannot be read is left out. Returns how many files there were. */
  async load(drive: Drive): Promise<number> {
    this.#read = await this.#storage.read(manifestName);
    const manifest = manifestIn(this.#read);
    if (typeof manifest === "string" || manifest?.identity !== this.#identity) {
      this.#fault = typeof manifest === "string" ? manifest : manifest === null ? null : "version";
      return 0;
    }
    const gone = new Set(manifest.gone);
    let files = 0;
    for (const name of [...manifest.segments].reverse()) {
      const bytes = await this.#storage.read(name);
      const reader = bytes === null ? null : SegmentReader.open(bytes, this.#library.corpus.pool);
      // A part that is not there was taken away by another process, which has written its files anew.
      if (bytes !== null && reader === null) this.#fault = "damage";
      if (bytes === null || reader === null) continue;
      const { all, taken } = await drive(this.#library.restore(reader, gone));
      const segment: Segment = { name, bytes: bytes.length, files: all, live: new Set(taken) };
      for (const uri of taken) this.#segmentOf.set(uri, segment);
      this.#segments.unshift(segment);
      files += taken.length;
    }
    const related = files === 0 ? null : await this.#storage.read(relatedName);
    const kept = related === null ? null : KeptRelated.open(related, this.#identity);
    if (kept !== null) this.#library.keptRelated = kept;
    this.#relatedBytes = related?.length ?? 0;
    return files;
  }

  /**
   * Keeps what is not kept yet: of files whose names are not known nothing, with `onlyComplete`. Rejects where the storage cannot be
   * written; then what was kept is kept. Whether there was anything to do.
   */
  async save(drive: Drive, onlyComplete: boolean): Promise<boolean> {
    while (this.#saving !== null) await this.#saving.catch(() => false);
    this.#saving = this.#save(drive, onlyComplete).then(async (isNew) => (await this.#saveRelated(drive)) || isNew);
    try {
      return await this.#saving;
    } finally {
      this.#saving = null;
    }
  }

  /** Whether what is kept is what was loaded or saved last: another process may have written meanwhile, and is not to be overwritten. */
  async isCurrent(): Promise<boolean> {
    const now = await this.#storage.read(manifestName);
    const before = this.#read;
    if (now === null || before === null) return now === before;
    return now.length === before.length && now.every((byte, at) => byte === before[at]);
  }

  /** Forgets all that is kept. */
  async clear(): Promise<void> {
    await this.#saving?.catch(() => false);
    const kept = [...this.#segmentOf.keys()];
    this.#segments = [];
    this.#segmentOf.clear();
    this.#relatedBytes = 0;
    this.#library.unkeepRelated();
    await this.#storage.delete(manifestName);
    this.#read = null;
    for (const name of await this.#storage.list()) await this.#storage.delete(name);
    this.#library.unsave(kept);
  }

  /**
   * Takes away what a run has left behind that was ended while it saved, but for `others`. Not to be done while another window writes.
   */
  async sweep(others: readonly string[] = []): Promise<void> {
    const used = new Set([manifestName, relatedName, ...others, ...this.#segments.map(({ name }) => name)]);
    for (const name of await this.#storage.list()) if (!used.has(name)) await this.#storage.delete(name);
  }

  async #save(drive: Drive, onlyComplete: boolean): Promise<boolean> {
    const forgotten = [...this.#segmentOf.keys()].filter((uri) => this.#library.isForgotten(uri));
    for (const uri of forgotten) this.#drop(uri);
    this.#library.unsave(this.#toMerge());
    const uris = this.#library.unsaved(onlyComplete);
    if (uris.length === 0 && forgotten.length === 0) return false;
    const before = this.#segments;
    const written: string[] = [];
    try {
      if (this.bytes < this.#limit) await this.#write(uris, drive, written);
      // Nothing of a segment counts any more.
      this.#segments = this.#segments.filter(({ live }) => live.size > 0);
      const manifest = this.#manifest();
      await this.#storage.write(manifestName, manifest);
      this.#read = manifest;
    } catch (error) {
      for (const name of written) await this.#storage.delete(name).catch(() => undefined);
      this.#segments = before;
      for (const uri of uris) this.#drop(uri);
      this.#library.unsave(uris);
      throw error;
    }
    const used = new Set(this.#segments);
    for (const segment of before) if (!used.has(segment)) await this.#storage.delete(segment.name).catch(() => undefined);
    return true;
  }

  /** What cannot be written is found out again; what was written before still holds for the articles that are as they were. */
  async #saveRelated(drive: Drive): Promise<boolean> {
    if (this.#segments.length === 0) return false;
    const bytes = await drive(this.#library.keepRelated(this.#identity));
    if (bytes === null) return false;
    try {
      await this.#storage.write(relatedName, bytes);
    } catch (error) {
      this.#library.unkeepRelated();
      throw error;
    }
    this.#relatedBytes = bytes.length;
    return true;
  }

  async #write(uris: readonly string[], drive: Drive, written: string[]): Promise<void> {
    let writer = new SegmentWriter();
    let files: string[] = [];
    const close = async (): Promise<void> => {
      if (files.length === 0) return;
      const name = `${this.#writer}-${++this.#made}.segment`;
      const bytes = writer.take();
      await this.#storage.write(name, bytes);
      written.push(name);
      const segment: Segment = { name, bytes: bytes.length, files, live: new Set(files) };
      for (const uri of files) {
        this.#drop(uri);
        this.#segmentOf.set(uri, segment);
      }
      this.#segments = [...this.#segments, segment];
      writer = new SegmentWriter();
      files = [];
    };
    for (const uri of uris) {
      if (await drive(this.#library.keep(uri, writer))) files.push(uri);
      if (writer.length >= segmentLength) await close();
    }
    await close();
  }

  #drop(uri: string): void {
    this.#segmentOf.get(uri)?.live.delete(uri);
    this.#segmentOf.delete(uri);
  }

  /** The files of segments that are to be written anew: most of whose files count no more, or that are small where there are many. */
  #toMerge(): readonly string[] {
    const wasteful = this.#segments.filter(({ live, files }) => live.size > 0 && live.size * 2 < files.length);
    const small = this.#segments.length < mostSegments ? [] : this.#segments.filter(({ bytes }) => bytes * 2 < segmentLength);
    return [...new Set([...wasteful, ...small])].flatMap(({ live }) => [...live]);
  }

  #manifest(): Uint8Array {
    const gone = new Set(this.#segments.flatMap(({ files }) => files.filter((uri) => !this.#segmentOf.has(uri))));
    const out = new VarintWriter();
    out.text(this.#identity);
    for (const list of [this.#segments.map(({ name }) => name), [...gone]]) {
      out.put(list.length);
      for (const value of list) out.text(value);
    }
    return packFile(kind, version, out.take());
  }
}

function manifestIn(bytes: Uint8Array | null): Manifest | "version" | "damage" | null {
  if (bytes === null) return null;
  const file = unpackFile(kind, version, bytes);
  if ("fault" in file) return file.fault === "version" ? "version" : "damage";
  const reader = new VarintReader(file.body);
  const list = (): readonly string[] => Array.from({ length: reader.count() }, () => reader.text() ?? "");
  return { identity: reader.text() ?? "", segments: list(), gone: list() };
}
