import type { Storage } from "../../../core/library/storage";
import { messageOf } from "../../../core/util/errorText";

/** What a browser's IndexedDB has that is used here: the types of this project have none of it. */
interface Request<Result> {
  readonly result: Result;
  readonly error: Error | null;
  onsuccess: (() => void) | null;
  onerror: (() => void) | null;
}
interface Parts {
  get(name: string): Request<unknown>;
  put(value: Uint8Array, name: string): Request<unknown>;
  delete(name: string): Request<unknown>;
  getAllKeys(): Request<readonly unknown[]>;
}
interface Transaction {
  readonly error: Error | null;
  objectStore(name: string): Parts;
  oncomplete: (() => void) | null;
  onabort: (() => void) | null;
}
interface Database {
  createObjectStore(name: string): unknown;
  transaction(store: string, mode: "readonly" | "readwrite", options?: { readonly durability: "strict" }): Transaction;
  close(): void;
  onversionchange: (() => void) | null;
  onclose: (() => void) | null;
}
interface OpenRequest extends Request<Database> {
  onupgradeneeded: (() => void) | null;
  onblocked: (() => void) | null;
}
export interface DatabaseFactory {
  open(name: string, version: number): OpenRequest;
}

/** To be raised with another layout of the database, not with what is in the parts. */
const version = 1;
const store = "parts";

/** Keeps parts in a database of the browser (IndexedDB), which is made when it is first opened. */
export class DatabaseStorage implements Storage {
  readonly #factory: DatabaseFactory;
  readonly #name: string;
  #database: Promise<Database> | null = null;

  constructor(factory: DatabaseFactory, name: string) {
    this.#factory = factory;
    this.#name = name;
  }

  /** Rejects where the browser has no database for us: in private windows of some, or with storage switched off. */
  async open(): Promise<void> {
    await this.#opened();
  }

  async read(name: string): Promise<Uint8Array | null> {
    try {
      const value = await this.#do("readonly", (parts) => parts.get(name));
      return value instanceof Uint8Array ? value : null;
    } catch {
      return null;
    }
  }

  /** One transaction, which the browser brings to the disk before it says that it is done. */
  async write(name: string, bytes: Uint8Array): Promise<void> {
    // Of a part of a buffer the whole buffer would be stored.
    const own = bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice();
    await this.#do("readwrite", (parts) => parts.put(own, name));
  }

  async delete(name: string): Promise<void> {
    await this.#do("readwrite", (parts) => parts.delete(name));
  }

  async list(): Promise<readonly string[]> {
    const keys = await this.#do("readonly", (parts) => parts.getAllKeys());
    return keys.filter((key) => typeof key === "string");
  }

  /** Does one thing in a transaction of its own; its result, once the transaction is complete. */
  async #do<Result>(mode: "readonly" | "readwrite", work: (parts: Parts) => Request<Result>): Promise<Result> {
    const database = await this.#opened();
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(store, mode, { durability: "strict" });
      const request = work(transaction.objectStore(store));
      transaction.oncomplete = () => {
        resolve(request.result);
      };
      transaction.onabort = () => {
        reject(new Error(messageOf(transaction.error ?? request.error ?? "The browser ended it.")));
      };
    });
  }

  #opened(): Promise<Database> {
    if (this.#database !== null) return this.#database;
    const opening = this.#open();
    this.#database = opening;
    // It is tried again when somebody asks again.
    opening.catch(() => {
      if (this.#database === opening) this.#database = null;
    });
    return opening;
  }

  #open(): Promise<Database> {
    return new Promise((resolve, reject) => {
      const request = this.#factory.open(this.#name, version);
      request.onupgradeneeded = () => {
        request.result.createObjectStore(store);
      };
      request.onerror = () => {
        reject(new Error(messageOf(request.error ?? "The browser's database cannot be opened.")));
      };
      request.onblocked = () => {
        reject(new Error("Another window holds the browser's database."));
      };
      request.onsuccess = () => {
        const database = request.result;
        const forget = (): void => {
          this.#database = null;
        };
        // Somebody wants to delete it, or the browser has closed it.
        database.onversionchange = () => {
          database.close();
          forget();
        };
        database.onclose = forget;
        resolve(database);
      };
    });
  }
}
