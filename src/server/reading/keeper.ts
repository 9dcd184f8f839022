import type { Library } from "../../core/library/library";
import { LibraryStore } from "../../core/library/libraryStore";
import type { Storage } from "../../core/library/storage";
import { messageOf } from "../../core/util/errorText";
import { driveIn, type Scheduler } from "./scheduler";
import { Signal } from "./signal";

/** Where libraries are kept, and whether this process may write there. */
export interface KeepingPlace {
  readonly storage: Storage;
  /** Whether nobody else writes there now. */
  lock(): Promise<boolean>;
  unlock(): Promise<void>;
  /** Changes with the program and the model for names. */
  readonly identity: string;
  /** A name that no other process has. */
  readonly writer: string;
}

/** How long after a change what is known is kept, and how long at least after the last time, in milliseconds. */
const pause = 2000;
const shortestRest = 10_000;
/** It rests so many times as long as it worked. */
const restShare = 20;

/** Keeps a library from one session to the next: loads it when there is something to read, and saves what is new. */
export class Keeper {
  /** Something that a reader should know, once. */
  readonly failed = new Signal<string>();
  readonly #library: Library;
  readonly #scheduler: Scheduler;
  readonly #isSettled: () => boolean;
  #place: Promise<KeepingPlace | null> = Promise.resolve(null);
  #store: LibraryStore | null = null;
  #loading: Promise<void> | null = null;
  #mayWrite = false;
  #isStopped = false;
  #notBefore = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #complaint = "";
  #kept = 0;

  /** `isSettled` says whether nothing more is to be found out: until then files are kept once their names are known. */
  constructor(library: Library, scheduler: Scheduler, isSettled: () => boolean) {
    this.#library = library;
    this.#scheduler = scheduler;
    this.#isSettled = isSettled;
  }

  /** Says where to keep; to be called before `load`. */
  set place(place: Promise<KeepingPlace | null>) {
    this.#place = place;
  }

  /** Resolves when what is kept has been taken over, or cannot be. */
  load(): Promise<void> {
    this.#loading ??= this.#load().catch((error: unknown) => {
      this.#complain(`What is known of the corpus cannot be kept: ${messageOf(error)}`);
    });
    return this.#loading;
  }

  /** There may be something new to keep. */
  later(): void {
    if (!this.#mayWrite || this.#isStopped || this.#timer !== undefined) return;
    this.#timer = setTimeout(() => void this.#save(), Math.max(pause, this.#notBefore - performance.now()));
  }

  /** Keeps what is new, and lets another process write. */
  async stop(): Promise<void> {
    if (this.#isStopped) return;
    this.#isStopped = true;
    clearTimeout(this.#timer);
    const place = await this.#place.catch(() => null);
    if (!this.#mayWrite || place === null) return;
    // What has not been read for names yet is read again.
    await this.#write(true);
    await place.unlock();
  }

  /** Forgets what is kept; what is known now is kept anew. */
  async clear(): Promise<void> {
    await this.load();
    if (this.#mayWrite) await this.#store?.clear();
    this.later();
  }

  /** How many files were taken over by `load`. */
  get kept(): number {
    return this.#kept;
  }

  /** How many bytes are kept. */
  get bytes(): number {
    return this.#store?.bytes ?? 0;
  }

  async #load(): Promise<void> {
    const place = await this.#place;
    if (place === null) return;
    const mayWrite = await place.lock();
    const store = new LibraryStore(this.#library, place.storage, place.identity, place.writer);
    this.#kept = await store.load((work) => driveIn(this.#scheduler.slices(), work));
    if (mayWrite) await store.sweep();
    this.#store = store;
    this.#mayWrite = mayWrite;
  }

  async #save(): Promise<void> {
    const start = performance.now();
    await this.#write(!this.#isSettled());
    const spent = performance.now() - start;
    this.#notBefore = performance.now() + Math.max(shortestRest, restShare * spent);
    this.#timer = undefined;
    if (this.#library.unsaved(false).length > 0) this.later();
  }

  async #write(onlyComplete: boolean): Promise<void> {
    try {
      await this.#store?.save((work) => driveIn(this.#scheduler.slices(), work), onlyComplete);
    } catch (error) {
      this.#complain(`What is known of the corpus cannot be kept: ${messageOf(error)}`);
    }
  }

  #complain(what: string): void {
    if (what === this.#complaint) return;
    this.#complaint = what;
    this.failed.fire(what);
  }
}
