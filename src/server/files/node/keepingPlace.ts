import { randomUUID } from "node:crypto";
import { promises as fs } from "node:fs";
import * as path from "node:path";
import { URI } from "vscode-uri";
import { version } from "../../../../package.json";
import type { KeepingPlace } from "../../reading/keeper";
import { FileStorage } from "./fileStorage";

/** Below the folder that a client names, so that nothing else in it is touched. */
const subfolder = "library";

/** A place in a folder (a URI). What was kept there counts as long as `program`, the files of the program and its model, are the same. */
export async function placeInFolder(folder: string, program: readonly string[]): Promise<KeepingPlace> {
  const storage = new FileStorage(path.join(URI.parse(folder).fsPath, subfolder));
  return {
    storage,
    lock: () => storage.lock(),
    unlock: () => storage.unlock(),
    identity: await programIdentity(program),
    writer: randomUUID(),
  };
}

/** Changes with the program: its version, and the size and time of its files. */
export async function programIdentity(program: readonly string[]): Promise<string> {
  const stamps = await Promise.all(
    program.map(async (file) => {
      const stats = await fs.stat(file).catch(() => null);
      return stats === null ? "none" : `${stats.size} ${Math.round(stats.mtimeMs)}`;
    }),
  );
  return [version, ...stamps].join(" ");
}
