import { counted, readableNumber } from "../../core/text/readableCount";
import type { Corpus } from "../../core/corpus/corpus";
import { withCutNotice } from "../../core/corpus/cutArticles";
import type { ParsedDocument } from "../../core/corpus/parseDocument";
import { hasAncestorIn, isWithin, nameOf } from "../../core/corpus/places";
import type { FileFacts } from "../../core/library/keptDocument";
import type { Library, Taking } from "../../core/library/library";
import { neverCancelled } from "../../core/util/cancellation";
import { messageOf, traceOf } from "../../core/util/errorText";
import type { CorpusFolder } from "../../protocol/corpus";
import type { Analysts } from "../analysis/analysts";
import type { Documents } from "./documents";
import type { Files } from "../files/files";
import { type FileSource, type FileText, skippedForName } from "../files/fileSource";
import type { Scheduler, Slices } from "./scheduler";
import { Signal } from "./signal";
import { Debouncer } from "./throttle";
import { FileLedger } from "./fileLedger";
import { ReadQueue, type WaitingFile } from "./readQueue";
import type { WaitingTexts } from "./waitingTexts";

/** How far the reading of files has come. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** So many files are looked at, at a time, to see whether they are as they were. */
const checkedAtOnce = 64;

/** So many files are read at a time where threads analyse them: they are sent together. */
const readAtOnce = 128;

/** How long typing has to pause before the corpus follows, in milliseconds. */
const typingPause = 200;

/**
 * Keeps the corpus in step with the files of its folders and with what is open in the editor, which counts before
 * what is on disk. Works in slices; nobody has to wait for it.
 */
export class Indexer {
  readonly ledger = new FileLedger();
  /** Something happened that lists or the status show. */
  readonly changed = new Signal<void>();
  /** A fault, for the log. */
  readonly failed = new Signal<string>();

  readonly #library: Library;
  readonly #corpus: Corpus;
  readonly #texts: WaitingTexts;
  readonly #documents: Documents;
  readonly #files: Files;
  readonly #slices: Slices;
  readonly #scheduler: Scheduler;
  readonly #analysts: Analysts;
  readonly #queue = new ReadQueue();
  readonly #typing = new Debouncer(typingPause);
  /** Folders being listed; cancelled by being taken out. */
  readonly #listings = new Set<{ readonly folder: string; isCancellationRequested: boolean }>();
  #whenIdle: (() => void)[] = [];
  #done = 0;
  #total = 0;
  #knowsFolders = false;
  #maxFileSize: number;
  /** Resolves when what was kept of the corpus is there: files that are as they were are not read. */
  whenKept: () => Promise<void> = () => Promise.resolve();

  constructor(
    library: Library,
    documents: Documents,
    files: Files,
    texts: WaitingTexts,
    scheduler: Scheduler,
    analysts: Analysts,
    maxFileSize: number,
  ) {
    this.#library = library;
    this.#corpus = library.corpus;
    this.#texts = texts;
    this.#documents = documents;
    this.#files = files;
    this.#scheduler = scheduler;
    this.#analysts = analysts;
    this.#slices = scheduler.slices();
    this.#maxFileSize = maxFileSize;
    documents.changed.on((uri) => {
      this.#documentChanged(uri);
    });
    documents.closed.on((uri) => {
      this.#typing.cancel(uri);
      this.#readAgain(uri);
    });
  }

  /** Whether nothing waits to be read, or to be read again with the lines that articles share. */
  get isIdle(): boolean {
    return this.isRead && !this.#library.sharesMore;
  }

  /** Whether no file waits to be read. */
  get isRead(): boolean {
    return this.#queue.isEmpty && this.#listings.size === 0;
  }

  get progress(): Progress {
    return { done: Math.min(this.#done, this.#total), total: this.#total };
  }

  /** How large a file may be that is read, in bytes. */
  get maxFileSize(): number {
    return this.#maxFileSize;
  }

  set maxFileSize(bytes: number) {
    if (bytes === this.#maxFileSize) return;
    this.#maxFileSize = bytes;
    if (this.#files.folders.length > 0) void this.rebuild();
  }

  /** Whether it was said which folders are to be read: before, there may be more than what is open. */
  get knowsFolders(): boolean {
    return this.#knowsFolders;
  }

  /** Indexes these folders and no others. What stays is not read again. */
  setFolders(folders: readonly CorpusFolder[]): void {
    this.#knowsFolders = true;
    const before = new Map(this.#files.folders.map((folder) => [folder.uri, waysOfReading(folder)]));
    this.#files.folders = folders;
    const now = new Set(this.#files.folders.map((folder) => folder.uri));
    this.#library.roots = [...now];
    for (const folder of before.keys()) if (!now.has(folder)) this.#leaveFolder(folder);
    for (const folder of this.#files.folders) if (before.get(folder.uri) !== waysOfReading(folder)) this.#list(folder.uri, folder);
    this.changed.fire();
  }

  /** Forgets everything, reads the folders again, and resolves when that is done. */
  async rebuild(): Promise<void> {
    this.stop();
    this.#listings.clear();
    this.#library.clear();
    this.ledger.clear();
    this.#done = 0;
    this.#total = 0;
    for (const uri of this.#documents.uris()) await this.#indexOpen(uri).catch(this.#fails(uri));
    for (const folder of this.#files.folders) this.#list(folder.uri, folder);
    this.settle();
    await this.idle();
  }

  /** Ends what is under way. */
  stop(): void {
    for (const listing of this.#listings) listing.isCancellationRequested = true;
    this.#queue.remove(() => true);
  }

  /** Resolves when nothing waits to be read. */
  idle(): Promise<void> {
    if (this.isIdle) return Promise.resolve();
    return new Promise((resolve) => this.#whenIdle.push(resolve));
  }

  /** A file or folder appeared: a folder's files are taken in one by one. */
  created(uri: string): void {
    const folder = this.#files.folderOf(uri);
    if (folder === null || !this.#files.isWatched(uri)) return;
    // What has an extension of ours is a file: thousands of new files are not looked at one by one before they are read.
    if (this.#files.mayHoldArticles(uri) && /\.[a-z]+$/i.test(uri)) this.#enqueue(uri, null);
    else this.#list(uri, folder);
  }

  /** A file has other content. */
  modified(uri: string): void {
    if (!this.#files.mayHoldArticles(uri)) {
      // It may have been read because a reader said so, who says otherwise now.
      if (this.#library.forget(uri)) this.changed.fire();
      return;
    }
    if (this.#corpus.has(uri) || this.ledger.knows(uri) || this.#queue.has(uri)) this.#enqueue(uri, null);
    else this.created(uri);
  }

  /**
   * Files or folders are said to have gone. The disk decides, not the message: what was created again in the same moment is told in
   * any order. A file is looked for; what was in a folder goes, and comes back if it is listed.
   */
  deleted(uris: readonly string[]): void {
    if (uris.length === 0) return;
    const isFile = (uri: string): boolean =>
      this.#files.mayHoldArticles(uri) && (this.#corpus.has(uri) || this.ledger.knows(uri) || this.#queue.has(uri));
    const folders = uris.filter((uri) => !isFile(uri));
    this.#forgetBelow(new Set(folders));
    for (const uri of uris) {
      if (isFile(uri)) this.#enqueue(uri, null);
      else this.created(uri);
    }
    this.settle();
  }

  #forgetBelow(gone: ReadonlySet<string>): void {
    if (gone.size === 0) return;
    const isGone = (uri: string): boolean => !this.#documents.isOpen(uri) && hasAncestorIn(uri, gone);
    for (const listing of this.#listings) if (hasAncestorIn(listing.folder, gone)) listing.isCancellationRequested = true;
    this.#queue.remove(isGone);
    for (const uri of [...this.#corpus.documents()]) if (isGone(uri)) this.#library.forget(uri);
    this.#forgetLeftOut(isGone);
  }

  /** Forgets files that gave no articles, also what is kept of them. */
  #forgetLeftOut(test: (uri: string) => boolean): void {
    for (const uri of this.ledger.filesWhere(test)) {
      this.#library.forget(uri);
      this.ledger.forget(uri);
    }
  }

  /** Indexes an open document at once, if it waits for a pause in typing. */
  async #indexOpen(uri: string): Promise<void> {
    await this.#documents.parse(uri, () => this.#scheduler.slices());
    const version = this.#documents.version(uri);
    const document = await this.#wellDecoded(uri, this.#documents.parsed(uri));
    const isCurrent = (): boolean => this.#documents.version(uri) === version;
    if (!isCurrent()) return;
    if (document === null) {
      this.#library.forget(uri);
    } else {
      if (!(await this.#take(uri, document, null, this.#scheduler.slices(), isCurrent))) return;
    }
    this.changed.fire();
  }

  /**
   * An open document, or, where an editor has decoded its file in a wrong way, what the file holds: characters that were lost in
   * decoding and are not lost in the file.
   */
  async #wellDecoded(uri: string, open: ParsedDocument | null): Promise<ParsedDocument | null> {
    const text = this.#documents.text(uri);
    const folder = this.#files.folderOf(uri);
    if (text === null || folder === null || !text.includes(lostCharacter) || !this.#files.mayHoldArticles(uri)) return open;
    const result = await this.#files.sourceOf(folder).read(uri, { maxFileSize: this.#maxFileSize }, neverCancelled);
    if (!result.ok || lost(result.file.text) >= lost(text)) return open;
    const reading = this.#documents.reading(uri, result.file.text, null);
    return reading.isRead ? this.#documents.parseAs(uri, result.file.text, reading.kind) : null;
  }

  #documentChanged(uri: string): void {
    this.#queue.removeFile(uri);
    const index = (): void => {
      void this.#indexOpen(uri).catch(this.#fails(uri));
    };
    // What was just opened is the first thing that is looked for; edits wait for a pause.
    if (this.#corpus.has(uri)) this.#typing.run(uri, index);
    else index();
  }

  #readAgain(uri: string): void {
    if (this.#files.mayHoldArticles(uri)) {
      this.#enqueue(uri, null);
    } else if (this.#library.forget(uri)) {
      this.changed.fire();
    }
  }

  #leaveFolder(folder: string): void {
    const leaves = (uri: string): boolean => isWithin(uri, folder) && this.#files.folderOf(uri) === null && !this.#documents.isOpen(uri);
    for (const listing of this.#listings) if (leaves(listing.folder)) listing.isCancellationRequested = true;
    this.#queue.remove(leaves);
    for (const uri of [...this.#corpus.documents()]) if (leaves(uri)) this.#library.forget(uri);
    this.#forgetLeftOut(leaves);
    this.settle();
  }

  /** Lists what lies at `uri`, a folder or a file, and enqueues the files. */
  #list(uri: string, folder: CorpusFolder): void {
    const listing = { folder: uri, isCancellationRequested: false };
    this.#listings.add(listing);
    void this.#takeIn(uri, folder, listing)
      .catch(this.#fails(uri))
      .finally(() => {
        this.#listings.delete(listing);
        this.settle();
      });
    this.changed.fire();
  }

  async #takeIn(uri: string, folder: CorpusFolder, listing: { readonly isCancellationRequested: boolean }): Promise<void> {
    await this.whenKept();
    const slices = this.#scheduler.slices();
    const source = this.#files.sourceOf(folder);
    const seen = new Set<string>();
    const told = new Set<string>();
    const checks = new Set<Promise<void>>();
    this.ledger.forget(uri);
    for await (const file of source.list(
      uri,
      (skipped, instead) => {
        told.add(skipped.uri);
        // What has gone since it was seen is not left out; a folder that was chosen is named.
        if (instead !== "nothing" || skipped.uri === folder.uri) this.ledger.skip(skipped);
      },
      listing,
    )) {
      if (listing.isCancellationRequested) return;
      // A file that is listed for itself was asked for by its name, which need not be an article's.
      if (file.uri === uri && !this.#files.mayHoldArticles(uri)) {
        const skipped = skippedForName(uri, nameOf(uri));
        if (skipped !== null) this.ledger.skip(skipped);
        continue;
      }
      seen.add(file.uri);
      this.#check(file, source, checks, listing);
      if (checks.size >= checkedAtOnce) await Promise.race(checks);
      if (slices.over) await slices.next();
    }
    if (uri === folder.uri)
      for (const named of this.#files.namedIn(uri)) {
        seen.add(named);
        this.#check({ uri: named, size: null }, source, checks, listing);
      }
    await Promise.all(checks);
    if (listing.isCancellationRequested) return;
    this.#forgetUnseen(uri, seen);
    // What was left out and lies there no more, or what lay in a folder that is a file now.
    this.#forgetLeftOut((one) => isWithin(one, uri) && !seen.has(one) && !told.has(one) && !this.#documents.isOpen(one));
  }

  /** Reads a file unless it is as it was when it was read last. */
  #check(
    { uri, size }: WaitingFile,
    source: FileSource,
    checks: Set<Promise<void>>,
    listing: { readonly isCancellationRequested: boolean },
  ): void {
    const stamp = this.#library.file(uri)?.stamp ?? null;
    if (stamp === null || source.stampOf === undefined) {
      this.#enqueue(uri, size);
      return;
    }
    const check = source
      .stampOf(uri)
      .then((now) => {
        if (!listing.isCancellationRequested && (now === null || this.#stampFor(uri, now) !== stamp)) this.#enqueue(uri, size);
      })
      .finally(() => checks.delete(check));
    checks.add(check);
  }

  /** A stamp with what else says how a file is read. */
  #stampFor(uri: string, stamp: string): string {
    return `${stamp} ${this.#documents.forced(uri) ?? ""} ${this.#files.membership(uri)}`;
  }

  /** Files that were kept, and have gone from the disk or from the corpus meanwhile. */
  #forgetUnseen(listed: string, seen: ReadonlySet<string>): void {
    for (const [uri] of [...this.#library.files()]) {
      const folder = this.#files.folderOf(uri);
      if (seen.has(uri) || this.#documents.isOpen(uri) || this.#queue.has(uri)) continue;
      if (folder !== null && (folder.uri !== listed || !isWithin(uri, listed))) continue;
      this.#library.forget(uri);
      this.ledger.forget(uri);
    }
  }

  /** Tells of the files that were kept what was told when they were read. */
  adoptKept(): void {
    for (const [uri, { left, notice }] of this.#library.files()) {
      if (left !== null) this.ledger.skip({ uri, reason: "not-an-article", detail: left });
      else if (notice !== null) this.ledger.note(uri, notice);
    }
    this.changed.fire();
  }

  #enqueue(uri: string, size: number | null): void {
    if (this.#documents.isOpen(uri)) return;
    if (!this.#queue.has(uri)) this.#total++;
    this.#queue.add({ uri, size });
    this.#startReading();
    this.changed.fire();
  }

  #startReading(): void {
    if (this.#analysts.isUsable) this.#queue.atOnce = readAtOnce;
    for (let file = this.#queue.take(); file !== null; file = this.#queue.take()) {
      const { uri } = file;
      void this.#readAndIndex(uri)
        .catch(this.#fails(uri))
        .finally(() => {
          this.#queue.done(uri);
          this.#done++;
          this.#startReading();
          this.settle();
        });
    }
  }

  async #readAndIndex(uri: string): Promise<void> {
    const folder = this.#files.folderOf(uri);
    if (folder === null) return;
    const isWanted = (): boolean => this.#queue.isWanted(uri);
    const token = {
      get isCancellationRequested() {
        return !isWanted();
      },
    };
    const result = await this.#files.sourceOf(folder).read(uri, { maxFileSize: this.#maxFileSize }, token);
    if (!isWanted()) return;
    if (this.#slices.over) await this.#slices.next();
    if (!isWanted()) return;
    if (result.ok) {
      await this.#index(uri, result.file, isWanted);
    } else {
      this.#library.forget(uri);
      if (result.instead === undefined) this.ledger.skip({ ...result.skipped, uri });
      else this.ledger.forget(uri);
      if (result.instead === "folder") this.#list(uri, folder);
    }
  }

  async #index(uri: string, file: FileText, isWanted: () => boolean): Promise<void> {
    if (this.#analysts.isWorthwhile(file.text.length, this.#queue.size)) {
      if (await this.#indexElsewhere(uri, file, isWanted)) return;
      if (!isWanted()) return;
    }
    const reading = this.#documents.reading(uri, file.text, null);
    if (!reading.isRead) {
      this.#leave(uri, file, reading.reason);
      return;
    }
    const document = this.#documents.parseAs(uri, file.text, reading.kind);
    if (await this.#take(uri, document, { ...file, notice: withCutNotice(file.notice, document) }, this.#slices, isWanted))
      this.#texts.offer(uri, file.text);
  }

  /** Lets a thread find out about a file, and takes that over; false where there is no thread for it. */
  async #indexElsewhere(uri: string, file: FileText, isWanted: () => boolean): Promise<boolean> {
    let taking: Taking | null = null;
    const way = this.#documents.wayOf(uri);
    return await this.#analysts.analyse(
      { uri, text: file.text, way, notice: file.notice },
      {
        isWanted,
        take: async (part) => {
          if (part.left !== null) {
            this.#leave(uri, file, part.left);
            return;
          }
          if (taking === null || part.isFirst) taking = this.#library.begin(uri);
          const work = this.#library.takePart(taking, part.articles, part.terms);
          while (work.next().done !== true) {
            if (!this.#slices.over) continue;
            await this.#slices.next();
            if (!isWanted()) return;
            this.changed.fire();
          }
          if (!part.isLast) return;
          const facts = { ...this.#factsOf(uri, { ...file, notice: part.notice }), left: null };
          this.#library.finish(taking, part.outside, part.terms, facts);
          this.#tell(uri, part.slots, part.slots - taking.records.length, part.notice);
          this.#texts.offer(uri, file.text);
        },
      },
    );
  }

  /** A file is no part of the corpus. */
  #leave(uri: string, file: FileText, reason: string): void {
    this.#library.leave(uri, { ...this.#factsOf(uri, file), left: reason });
    this.ledger.skip({ uri, reason: "not-an-article", detail: reason });
  }

  /** Tells what of a document that was taken in is not there. */
  #tell(uri: string, slots: number, left: number, notice: string | null): void {
    this.ledger.forget(uri);
    if (left > 0)
      this.ledger.note(uri, `It has ${counted(slots, "article")}; the last ${readableNumber(left)} are left out of the corpus.`);
    else if (notice !== null) this.ledger.note(uri, notice);
  }

  #factsOf(uri: string, { stamp, notice }: FileText): Pick<FileFacts, "stamp" | "notice"> {
    return { stamp: stamp === undefined || stamp === null ? null : this.#stampFor(uri, stamp), notice };
  }

  /** Takes a document in, which was read from `file` or is open; false if `isWanted` said no meanwhile. */
  async #take(uri: string, document: ParsedDocument, file: FileText | null, slices: Slices, isWanted: () => boolean): Promise<boolean> {
    const work = this.#library.take(uri, document, file === null ? null : { ...this.#factsOf(uri, file), left: null });
    for (;;) {
      const { done, value: left } = work.next();
      if (done === true) {
        this.#tell(uri, document.slots.length, left, file?.notice ?? null);
        return true;
      }
      if (!slices.over) continue;
      await slices.next();
      if (!isWanted()) return false;
      this.changed.fire();
    }
  }

  /** A fault of ours with one text must not end the work on the others, nor pass unseen. */
  #fails(uri: string): (error: unknown) => void {
    return (error) => {
      const detail = `It could not be worked on: ${messageOf(error)}`;
      this.ledger.skip({ uri, reason: "unreadable", detail });
      this.failed.fire(`${uri}: ${traceOf(error)}`);
    };
  }

  /** Tells that something changed, and those who wait when there is nothing left to do. */
  settle(): void {
    if (this.isIdle) {
      this.#done = 0;
      this.#total = 0;
      const waiting = this.#whenIdle;
      this.#whenIdle = [];
      for (const resolve of waiting) resolve();
    }
    this.changed.fire();
  }
}

/** What decoders put for bytes that are not valid. */
const lostCharacter = "\ufffd";

function lost(text: string): number {
  let count = 0;
  for (let at = text.indexOf(lostCharacter); at >= 0; at = text.indexOf(lostCharacter, at + 1)) count++;
  return count;
}

/** What makes a folder's files be read again when it is different. */
function waysOfReading({ readsAll, encoding }: CorpusFolder): string {
  return `${String(readsAll === true)} ${encoding ?? ""}`;
}
