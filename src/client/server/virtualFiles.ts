import { FileSystemError, FileType, Uri, workspace, type CancellationToken } from "vscode";
import { isIgnoredFolder } from "../../core/corpus/candidates";
import { messageOf } from "../../core/util/errorText";
import type { ReadFileResult } from "../../protocol/corpus";

/** How many folders of a virtual file system are listed at a time. */
const listedAtOnce = 8;

/**
 * The files below a folder that are not hidden, as URIs, in a stable order: for servers that cannot read it themselves. Links
 * to folders are not followed, so that no loop is possible. Folders that cannot be listed are passed over.
 */
export async function listFiles(folder: string, token: CancellationToken): Promise<string[]> {
  const files: string[] = [];
  const root = Uri.parse(folder, true);
  // The server knows folders without a slash at their end; a file system's root is nothing without it.
  let level = [root.path === "" ? root.with({ path: "/" }) : root];
  while (level.length > 0 && !token.isCancellationRequested) {
    const next: Uri[] = [];
    for (let at = 0; at < level.length; at += listedAtOnce) {
      const listings = await Promise.all(level.slice(at, at + listedAtOnce).map(list));
      for (const { parent, entries } of listings) {
        for (const [name, type] of entries) {
          if (type === FileType.Directory && !isIgnoredFolder(name)) next.push(Uri.joinPath(parent, name));
          else if (type & FileType.File && !name.startsWith(".")) files.push(Uri.joinPath(parent, name).toString());
        }
      }
    }
    level = next;
  }
  return files.sort();
}

async function list(parent: Uri): Promise<{ parent: Uri; entries: readonly [string, FileType][] }> {
  try {
    return { parent, entries: await workspace.fs.readDirectory(parent) };
  } catch {
    return { parent, entries: [] };
  }
}

/** A file's bytes, unless it is larger than `maxFileSize` (in bytes), has gone or cannot be read. */
export async function readFile(uri: string, maxFileSize: number): Promise<ReadFileResult> {
  try {
    const file = Uri.parse(uri, true);
    const { size } = await workspace.fs.stat(file);
    if (size > maxFileSize) return { error: "too-large", detail: `${megabytes(size)} MB; the limit is ${megabytes(maxFileSize)} MB.` };
    return { bytes: toBase64(await workspace.fs.readFile(file)) };
  } catch (error) {
    const vanished = error instanceof FileSystemError && error.code === "FileNotFound";
    return { error: vanished ? "vanished" : "unreadable", detail: messageOf(error) };
  }
}

function megabytes(bytes: number): string {
  return (bytes / (1024 * 1024)).toFixed(1);
}

/** Standard base64, in pieces that fit a call's arguments (a multiple of three bytes each). */
function toBase64(bytes: Uint8Array): string {
  const piece = 3 * 8192;
  let text = "";
  for (let at = 0; at < bytes.length; at += piece) text += btoa(String.fromCharCode(...bytes.subarray(at, at + piece)));
  return text;
}
