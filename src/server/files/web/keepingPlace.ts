import { version } from "../../../../package.json";
import type { KeepingPlace } from "../../reading/keeper";
import { type DatabaseFactory, DatabaseStorage } from "./databaseStorage";

/** Of the source and the model that the bundle was made from: the build says it. */
declare const PROGRAM_HASH: string;

/** What a browser's worker has for keeping. */
export interface BrowserScope {
  readonly indexedDB?: DatabaseFactory;
  readonly navigator?: { readonly locks?: Locks };
  readonly crypto: { getRandomValues(into: Uint32Array): Uint32Array };
}
interface Locks {
  request(
    name: string,
    options: { readonly ifAvailable: true },
    work: (lock: object | null) => Promise<void> | undefined,
  ): Promise<unknown>;
}

/**
 * A place in the browser's own storage for the folder of the extension's storage (a URI): a database with its name, which no other
 * workspace has. One window writes at a time; its lock goes with it, however it ends.
 */
export function placeInBrowser(folder: string, scope: BrowserScope, program = PROGRAM_HASH): KeepingPlace {
  const name = `corpus-navigator ${folder}`;
  const storage = new DatabaseStorage(factoryOf(scope), name);
  let release: (() => void) | null = null;
  return {
    storage,
    lock: async () => {
      await storage.open();
      const locks = scope.navigator?.locks;
      // Without locks two windows would take each other's parts away.
      if (locks === undefined) return false;
      return await new Promise((resolve, reject) => {
        locks
          .request(name, { ifAvailable: true }, (lock) => {
            resolve(lock !== null);
            if (lock === null) return undefined;
            return new Promise<void>((done) => {
              release = done;
            });
          })
          .catch(reject);
      });
    },
    unlock: () => {
      release?.();
      release = null;
      return Promise.resolve();
    },
    identity: `${version} ${program}`,
    writer: [...scope.crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(16).padStart(8, "0")).join(""),
  };
}

/** A factory that fails when it is used, where there is none. */
function factoryOf(scope: BrowserScope): DatabaseFactory {
  return {
    open: (...args) => {
      // Even to look at it may throw, where storage is switched off.
      const { indexedDB } = scope;
      if (indexedDB === undefined) throw new Error("This browser has no database.");
      return indexedDB.open(...args);
    },
  };
}
