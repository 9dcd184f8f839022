import { FileSystemError, FileType, Uri, type FileStat, workspace, type CancellationToken } from "vscode";
import { isIgnoredFolder } from "../../core/corpus/candidates";
import { messageOf } from "../../core/util/errorText";
import type { ListFilesResult, ReadFileResult, SkippedFile } from "../../protocol/corpus";

/** How many folders of a virtual file system are listed at a time. */
const listedAtOnce = 8;

/**
 * The files below a folder that are not hidden, as URIs, in a stable order: for servers that cannot read it themselves. Folders that
 * cannot be listed, and links to folders, which are not followed so that no loop is possible, are named.
 */
export async function listFiles(folder: string, token: CancellationToken): Promise<ListFilesResult> {
  const files: string[] = [];
  const skipped: SkippedFile[] = [];
  const root = Uri.parse(folder, true);
  // The server knows folders without a slash at their end; a file system's root is nothing without it.
  let level = [root.path === "" ? root.with({ path: "/" }) : root];
  while (level.length > 0 && !token.isCancellationRequested) {
    const next: Uri[] = [];
    for (let at = 0; at < level.length; at += listedAtOnce) {
      const listings = await Promise.all(level.slice(at, at + listedAtOnce).map(list));
      for (const { parent, entries, error } of listings) {
        if (error !== null) skipped.push({ uri: parent.toString(), reason: "unreadable", detail: `The folder cannot be listed: ${error}` });
        for (const [name, type] of entries) {
          const uri = Uri.joinPath(parent, name);
          if (type === FileType.Directory && !isIgnoredFolder(name)) next.push(uri);
          else if (type & FileType.Directory && type & FileType.SymbolicLink && !isIgnoredFolder(name))
            skipped.push({ uri: uri.toString(), reason: "loop", detail: "A link to a folder, which is not followed here." });
          else if (type & FileType.File && !name.startsWith(".")) files.push(uri.toString());
        }
      }
    }
    level = next;
  }
  return { files: files.sort(), skipped };
}

async function list(
  parent: Uri,
): Promise<{ readonly parent: Uri; readonly entries: readonly [string, FileType][]; readonly error: string | null }> {
  try {
    return { parent, entries: await workspace.fs.readDirectory(parent), error: null };
  } catch (error) {
    return { parent, entries: [], error: messageOf(error) };
  }
}

/** A file's bytes, unless it is larger than `maxFileSize` (in bytes), has gone or cannot be read. */
export async function readFile(uri: string, maxFileSize: number): Promise<ReadFileResult> {
  try {
    const file = Uri.parse(uri, true);
    const stat = await workspace.fs.stat(file);
    const { size } = stat;
    if (size > maxFileSize) return { error: "too-large", detail: `${megabytes(size)} MB; the limit is ${megabytes(maxFileSize)} MB.` };
    const stamp = stampOf(stat);
    return { bytes: toBase64(await workspace.fs.readFile(file)), stamp };
  } catch (error) {
    const vanished = error instanceof FileSystemError && error.code === "FileNotFound";
    return { error: vanished ? "vanished" : "unreadable", detail: messageOf(error) };
  }
}

/** What a file looks like from outside; null where it is not there, or its provider cannot tell one state from another. */
export async function stampFile(uri: string): Promise<string | null> {
  try {
    return stampOf(await workspace.fs.stat(Uri.parse(uri, true)));
  } catch {
    return null;
  }
}

/** A file that changed so lately, in milliseconds, may change again without another time: clocks go in steps of up to two seconds. */
const longestStep = 3000;
/** Providers that know no times say 0 or thereabouts. */
const earliest = Date.UTC(1980, 0);

function stampOf({ size, mtime, ctime }: FileStat): string | null {
  return mtime > earliest && Date.now() - mtime > longestStep ? [size, mtime, ctime].join(" ") : null;
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
