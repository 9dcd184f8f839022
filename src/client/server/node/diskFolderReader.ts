import { open, opendir } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, isAbsolute, relative } from "node:path";
import type { Dirent } from "node:fs";
import { virtualFolderReader, type FolderEntry, type FolderReader } from "../folderReader";

/** Reads no more of the disk than it is asked for; other schemes go through `workspace.fs`. */
export const diskFolderReader: FolderReader = {
  isTooWide(folder) {
    if (folder.scheme !== "file") return false;
    // The home folder and everything above it.
    const toHome = relative(folder.fsPath, homedir());
    return dirname(folder.fsPath) === folder.fsPath || (!toHome.startsWith("..") && !isAbsolute(toHome));
  },

  async list(folder, limit) {
    if (folder.scheme !== "file") return virtualFolderReader.list(folder, limit);
    const entries: FolderEntry[] = [];
    try {
      // Leaving the loop closes the directory.
      for await (const entry of await opendir(folder.fsPath)) {
        entries.push({ name: entry.name, kind: kindOf(entry) });
        if (entries.length >= limit) break;
      }
    } catch {
      // What was listed before the folder went away still counts.
    }
    return entries;
  },

  async head(file, length) {
    if (file.scheme !== "file") return virtualFolderReader.head(file, length);
    try {
      const handle = await open(file.fsPath, "r");
      try {
        const buffer = new Uint8Array(length);
        const { bytesRead } = await handle.read(buffer, 0, length, 0);
        return buffer.subarray(0, bytesRead);
      } finally {
        await handle.close();
      }
    } catch {
      return undefined;
    }
  },
};

function kindOf(entry: Dirent): FolderEntry["kind"] {
  if (entry.isFile()) return "file";
  return entry.isDirectory() ? "folder" : "other";
}
