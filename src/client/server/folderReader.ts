import { FileType, workspace, type Uri } from "vscode";

/** One entry of a folder, links followed nowhere. */
export interface FolderEntry {
  readonly name: string;
  readonly kind: "file" | "folder" | "other";
}

/** A cheap look into a folder that nobody has opened yet. Neither method throws. */
export interface FolderReader {
  /** Whether `folder` is too wide to be looked into: a home folder, the root of a file system. */
  isTooWide(folder: Uri): boolean;
  /** At most `limit` entries of `folder`; none if it cannot be read. */
  list(folder: Uri, limit: number): Promise<readonly FolderEntry[]>;
  /** The first `length` bytes of `file`; undefined if it cannot be read cheaply. */
  head(file: Uri, length: number): Promise<Uint8Array | undefined>;
}

/** How large a file may be that has to be read whole for its head. */
const WHOLE_FILE_LIMIT = 4 * 1024 * 1024;

/** Reads through `workspace.fs`, which lists and reads only as a whole: for virtual folders and the browser. */
export const virtualFolderReader: FolderReader = {
  isTooWide: () => false,

  async list(folder, limit) {
    try {
      const entries = await workspace.fs.readDirectory(folder);
      return entries.slice(0, limit).map(([name, type]) => ({ name, kind: kindOf(type) }));
    } catch {
      return [];
    }
  },

  async head(file, length) {
    try {
      const { size } = await workspace.fs.stat(file);
      if (size > WHOLE_FILE_LIMIT) return undefined;
      return (await workspace.fs.readFile(file)).subarray(0, length);
    } catch {
      return undefined;
    }
  },
};

/**
 * Resolves when a folder can be looked into, or after some seconds without success: the file system of a virtual
 * folder may be registered by an extension that starts later than this one.
 */
export async function whenReachable(folder: Uri): Promise<void> {
  if (folder.scheme === "file") return;
  for (const pause of [100, 200, 400, 800, 1600, 3200]) {
    try {
      await workspace.fs.stat(folder);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}

function kindOf(type: FileType): FolderEntry["kind"] {
  if (type === FileType.File) return "file";
  return type === FileType.Directory ? "folder" : "other";
}
