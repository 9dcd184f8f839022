import { Uri, workspace, type CancellationToken } from "vscode";
import { isCandidateName, isExtractedName, isIgnoredFolder, isPageName, isRecordName } from "../../core/corpus/candidates";
import type { FolderSample } from "../../core/recognition/folderClassification";
import { pageHeadLength } from "../../core/recognition/savedPage";
import type { FolderReader } from "../server/folderReader";

/** How far a first look into a folder goes: small enough to cost nothing where there is no corpus. */
const limits = { depth: 3, folders: 60, entries: 2000, heads: 24, perFolder: 8, records: 4, pages: 12 } as const;

/** How much of a text decides what it is, in bytes on disk and in code units in an editor. */
export const headLength = 64 * 1024;

/** Looks into `folder` breadth first, within fixed limits, and reads the heads of some files. */
export async function sampleFolder(folder: Uri, reader: FolderReader, token: CancellationToken): Promise<FolderSample> {
  const perFolder: Uri[][] = [];
  const records: Uri[] = [];
  const pages: Uri[][] = [];
  let candidates = 0;
  let others = 0;
  let pageCount = 0;
  let level = [folder];
  let seen = 0;
  for (let depth = 0; depth <= limits.depth && level.length > 0; depth++) {
    const next: Uri[] = [];
    for (const current of level) {
      if (token.isCancellationRequested || ++seen > limits.folders) break;
      const found: Uri[] = [];
      const holders: Uri[] = [];
      const saved: Uri[] = [];
      const entries = await reader.list(current, limits.entries);
      const partsOf = partsOfPages(entries.map(({ name }) => name));
      for (const { name, kind } of entries) {
        if (kind === "folder" && partsOf(name)) continue;
        else if (kind === "folder" && !isIgnoredFolder(name)) next.push(Uri.joinPath(current, name));
        else if (kind === "file" && isRecordName(name)) {
          holders.push(Uri.joinPath(current, name));
          others++;
        } else if (kind === "file" && isPageName(name)) {
          saved.push(Uri.joinPath(current, name));
          others++;
        } else if (kind === "file" && isCandidateName(name) && !isExtractedName(name)) found.push(Uri.joinPath(current, name));
        else if (kind === "file" && !name.startsWith(".")) others++;
      }
      candidates += found.length;
      if (holders.length > 0) records.push(...spread(holders, limits.records));
      if (saved.length > 0) pages.push(spread(saved, limits.perFolder));
      pageCount += saved.length;
      if (found.length > 0) perFolder.push(spread(found, limits.perFolder));
    }
    level = next;
  }
  const chosen = [...takeTurns(perFolder, limits.heads), ...spread(records, limits.records), ...takeTurns(pages, limits.pages)];
  return { heads: await readHeads(chosen, reader, token), candidates, others, pages: pageCount };
}

/**
 * Tells which folders hold the pictures and scripts of a page that lies beside them: browsers name them after it ("A.html", "A_files",
 * "A-Dateien", "A.files").
 */
function partsOfPages(names: readonly string[]): (folder: string) => boolean {
  const pages = new Set(names.filter(isPageName).map((name) => name.slice(0, name.lastIndexOf("."))));
  return (folder) => {
    for (let at = folder.length - 1; at > 0; at--) if (/[_.-]/.test(folder.charAt(at))) return pages.has(folder.slice(0, at));
    return false;
  };
}

/** Some `count` of the items, evenly spaced, so that one odd beginning does not decide. */
function spread<T>(items: readonly T[], count: number): T[] {
  const step = Math.max(1, items.length / count);
  const chosen: T[] = [];
  for (let at = 0; at < items.length && chosen.length < count; at += step) {
    const item = items[Math.floor(at)];
    if (item !== undefined) chosen.push(item);
  }
  return chosen;
}

/** At most `count` items: the first of each list, then the second of each, and so on. */
function takeTurns<T>(lists: readonly (readonly T[])[], count: number): T[] {
  const chosen: T[] = [];
  for (let turn = 0; chosen.length < count; turn++) {
    const items = lists.flatMap((list) => list.slice(turn, turn + 1));
    if (items.length === 0) break;
    chosen.push(...items.slice(0, count - chosen.length));
  }
  return chosen;
}

async function readHeads(files: readonly Uri[], reader: FolderReader, token: CancellationToken): Promise<FolderSample["heads"]> {
  const heads = await Promise.all(
    files.map(async (file) => {
      if (token.isCancellationRequested) return undefined;
      const bytes = await reader.head(file, isPageName(file.path) ? pageHeadLength : headLength);
      const text = bytes && (await decode(bytes, file));
      return text === undefined ? undefined : { name: file.path.slice(file.path.lastIndexOf("/") + 1), text };
    }),
  );
  return heads.filter((head) => head !== undefined);
}

/** The text as the editor would show it; undefined for binary content, which `workspace.decode` refuses. */
async function decode(bytes: Uint8Array, uri: Uri): Promise<string | undefined> {
  try {
    return await workspace.decode(bytes, { uri });
  } catch {
    return undefined;
  }
}
