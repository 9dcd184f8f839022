import { constants, promises as fs } from "node:fs";
import * as path from "node:path";
import { terminalText } from "../core/text/escape";
import { messageOf } from "../core/util/errorText";
import { Failure } from "./failure";
import type { SplitPath } from "./splitPaths";

/**
 * Writes files below a folder and nowhere else: no path may climb out of it, and no link below it is followed. Files
 * that are there stay as they are unless it may replace them.
 */
export class SafeWriter {
  readonly #root: string;
  readonly #replace: boolean;
  /** Folders that were seen to be real, and need not be looked at again. */
  readonly #known = new Set<string>();

  constructor(root: string, replace: boolean) {
    this.#root = path.resolve(root);
    this.#replace = replace;
  }

  /** The absolute path for `relative`. Fails if it is not below the folder. */
  resolve(relative: string): string {
    const full = path.resolve(this.#root, relative);
    const back = path.relative(this.#root, full);
    if (back === "" || back === ".." || back.startsWith(`..${path.sep}`) || path.isAbsolute(back)) {
      throw new Failure(`${terminalText(relative)} would be written outside of the folder: nothing is written for it.`);
    }
    return full;
  }

  /** Why `relative` may not be written, as a sentence; null if nothing stands against it. */
  async objection(relative: string): Promise<string | null> {
    const full = this.resolve(relative);
    for (const folder of this.#foldersAbove(full)) {
      const stats = await lstat(folder);
      if (stats === null) return null;
      if (stats.isSymbolicLink()) return "a folder on its way is a link.";
      if (!stats.isDirectory()) return "a file is where its folder should be.";
    }
    const stats = await lstat(full);
    if (stats === null) return null;
    if (stats.isSymbolicLink()) return "a link of that name is there.";
    if (!stats.isFile()) return "something that is no regular file is there.";
    return this.#replace ? null : "a file of that name is there already.";
  }

  /** Writes `text` as UTF-8 and makes the folders for it. Fails as `objection` says, whatever happened in between. */
  async write(relative: string, text: string): Promise<void> {
    const full = this.resolve(relative);
    try {
      for (const folder of this.#foldersAbove(full)) await this.#makeFolder(folder, relative);
      // O_NOFOLLOW and O_NONBLOCK are undefined on Windows, which `|` takes for 0.
      const create = this.#replace ? constants.O_TRUNC : constants.O_EXCL;
      const handle = await fs.open(full, constants.O_WRONLY | constants.O_CREAT | create | constants.O_NOFOLLOW | constants.O_NONBLOCK);
      try {
        await handle.writeFile(text, "utf8");
      } finally {
        await handle.close();
      }
    } catch (error) {
      if (error instanceof Failure) throw error;
      throw new Failure(`${terminalText(relative)} cannot be written: ${terminalText(messageOf(error))}`);
    }
  }

  async #makeFolder(folder: string, relative: string): Promise<void> {
    if (this.#known.has(folder)) return;
    try {
      await fs.mkdir(folder);
    } catch (error) {
      const stats = await lstat(folder);
      if (stats?.isDirectory() !== true)
        throw stats === null ? error : new Failure(`${terminalText(relative)}: its folder is a link or a file.`);
    }
    this.#known.add(folder);
  }

  /** The folders between the root and `full`, from the outside in. */
  #foldersAbove(full: string): string[] {
    const folders: string[] = [];
    for (let folder = path.dirname(full); folder.length > this.#root.length; folder = path.dirname(folder)) folders.unshift(folder);
    return folders;
  }
}

async function lstat(file: string): Promise<Awaited<ReturnType<typeof fs.lstat>> | null> {
  try {
    return await fs.lstat(file);
  } catch {
    return null;
  }
}

const MOST_NAMED = 10;

/** Fails, before anything is written, where something is in the way of one of `paths`; `place` says where each comes from. */
export async function refuseIfInTheWay(
  writer: SafeWriter,
  paths: readonly SplitPath[],
  place: (index: number) => string,
  output: string,
): Promise<void> {
  const objections: string[] = [];
  for (const [index, { path: relative }] of paths.entries()) {
    const objection = await writer.objection(relative);
    if (objection !== null) objections.push(`${place(index)}: ${terminalText(path.join(output, relative))}: ${objection}`);
  }
  if (objections.length === 0) return;
  const more = objections.length > MOST_NAMED ? [`… and ${objections.length - MOST_NAMED} more.`] : [];
  throw new Failure(["Nothing is written (--force replaces files, never links):", ...objections.slice(0, MOST_NAMED), ...more].join("\n"));
}

/** Makes a folder and those above it, one by one: where none can be made (`/proc`), Node's own way down never ends. */
export async function makeRoot(output: string): Promise<void> {
  const missing: string[] = [];
  try {
    for (let folder = path.resolve(output); !(await isFolder(folder)); folder = path.dirname(folder)) missing.push(folder);
    for (const folder of missing.reverse()) await fs.mkdir(folder);
  } catch (error) {
    throw new Failure(`${terminalText(output)} cannot be made: ${terminalText(messageOf(error))}`);
  }
}

/** Whether there is a folder; false where there is nothing yet. Fails where something else is. */
async function isFolder(place: string): Promise<boolean> {
  try {
    if ((await fs.stat(place)).isDirectory()) return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT" && path.dirname(place) !== place) return false;
    throw error;
  }
  throw new Error(`${place} is no folder.`);
}
