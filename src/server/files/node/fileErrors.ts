import { promises as fs } from "node:fs";
import { messageOf } from "../../../core/util/errorText";
import type { SkippedFile } from "../../../protocol/corpus";

/** What a failed call of Node's file system means for the reader. */
export function skippedBy(uri: string, error: unknown): SkippedFile {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOENT" || code === "ENOTDIR" || code === "ESTALE") return { uri, reason: "vanished", detail: "It is not there any more." };
  return { uri, reason: "unreadable", detail: EXPLANATIONS.get(code) ?? messageOf(error) };
}

export const linkToNothing = "A link to nothing.";

/** Whether there is a link at `path`, wherever it leads. */
export async function isLink(path: string): Promise<boolean> {
  try {
    return (await fs.lstat(path)).isSymbolicLink();
  } catch {
    return false;
  }
}

const EXPLANATIONS: ReadonlyMap<string, string> = new Map([
  ["EACCES", "No permission to read it."],
  ["EPERM", "No permission to read it."],
  ["ELOOP", "Its links lead in a circle."],
  ["ENXIO", "Not a regular file."],
  ["EISDIR", "It is a folder."],
  ["ENAMETOOLONG", "Its name is too long for the file system."],
  ["EMFILE", "Too many files are open."],
  ["EBUSY", "Another program is using it."],
  ["EIO", "The disk reported an error."],
]);
