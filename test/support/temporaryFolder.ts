import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";

/** A new empty folder, by its real path (on macOS the temporary folder is a link). */
export function temporaryFolder(): string {
  return mkdtempSync(path.join(realpathSync(tmpdir()), "corpus-navigator-"));
}

/** Removes a folder that `temporaryFolder` made. */
export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
