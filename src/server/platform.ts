import type { FileSource } from "./fileSource";

/** What differs between a Node process and a web worker. */
export interface Platform {
  /** Reads folders that the client calls `direct`; null where the server has no file system. */
  readonly directFiles: FileSource | null;
  /** Resolves when messages that wait have had their turn. */
  readonly breathe: () => Promise<void>;
}
