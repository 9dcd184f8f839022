import { unreadBecause } from "../../core/corpus/candidates";
import type { CancellationToken } from "../../core/util/cancellation";
import type { SkippedFile } from "../../protocol/corpus";

/** A file that may hold articles, before it is read. */
export interface FoundFile {
  readonly uri: string;
  /** In bytes; null where the source cannot tell cheaply. */
  readonly size: number | null;
}

/** A decoded file: no BOM, and the encoding's name as WHATWG spells it. */
export interface FileText {
  readonly text: string;
  readonly encoding: string;
  /** Set where part of the file could not be kept as it was (invalid bytes, cut off): one sentence for the reader. */
  readonly notice: string | null;
  /** What the file looked like from outside when it was read, as `stampOf` has it; null or absent where that cannot be told. */
  readonly stamp?: string | null;
  /** Whether the encoding is a guess that another one would do as well for. */
  readonly isDoubtful: boolean;
}

/** What there is instead of a file: a folder, or nothing at all (a link that leads to nothing is something). */
export type Instead = "folder" | "nothing";

export type ReadResult =
  { readonly ok: true; readonly file: FileText } | { readonly ok: false; readonly skipped: SkippedFile; readonly instead?: Instead };

export interface FileLimits {
  /** In bytes; larger files are skipped with a notice. */
  readonly maxFileSize: number;
}

/**
 * Where files come from: Node's file system on the desktop, the client's `workspace.fs` in virtual folders.
 * Neither method throws: what cannot be listed or read is reported as skipped.
 */
export interface FileSource {
  /**
   * The candidate files below `folderUri` (by name, ignored folders left out), in a stable order. Files that are not
   * read for their name or extension are among those that `onSkipped` gets; `instead` tells of what has gone.
   */
  list(folderUri: string, onSkipped: (file: SkippedFile, instead?: Instead) => void, token: CancellationToken): AsyncIterable<FoundFile>;
  /** The encoding that a reader asked for, for a file's URI, as `encodingNamed` gives it; null leaves it to the bytes. */
  askedEncoding?: (uri: string) => string | null;
  read(uri: string, limits: FileLimits, token: CancellationToken): Promise<ReadResult>;
  /** What a file looks like from outside: another text where it is another file. Null where that cannot be told, or is not settled yet. */
  stampOf?(uri: string): Promise<string | null>;
  /** A stretch of a file as it is; null where it cannot be read whole. Absent where a source has no way to. */
  readBytes?(uri: string, start: number, length: number): Promise<Uint8Array | null>;
}

/** What to say of a file that is passed over for its name; null for one that is read, or hidden. */
export function skippedForName(uri: string, name: string): SkippedFile | null {
  const unread = unreadBecause(name);
  if (unread === null) return null;
  return "detail" in unread
    ? { uri, reason: "not-an-article", detail: unread.detail }
    : { uri, reason: "other-kind", detail: unread.extension };
}
