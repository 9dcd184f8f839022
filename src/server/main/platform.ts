import type { FileSource } from "../files/fileSource";

/** What differs between a Node process and a web worker. */
export interface Platform {
  /** Reads folders that the client calls `direct`; null where the server has no file system. */
  readonly directFiles: FileSource | null;
  /** Reads the model for names that the server came with; null where it has to ask the client for it. */
  readonly readModel: (() => Promise<Uint8Array>) | null;
  /** Resolves when messages that wait have had their turn. */
  readonly breathe: () => Promise<void>;
}
