import { promises as fs } from "node:fs";
import * as path from "node:path";
import type { Storage } from "../../../core/library/storage";

const beside = ".tmp";
const lockName = "lock";

/** Keeps parts as files of a folder, which is made when the first is written. */
export class FileStorage implements Storage {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async read(name: string): Promise<Uint8Array | null> {
    return await fs.readFile(path.join(this.#folder, name)).catch(() => null);
  }

  /** Written beside, brought to the disk and then renamed: after a crash there is the old file or the new one. */
  async write(name: string, bytes: Uint8Array): Promise<void> {
    const file = path.join(this.#folder, name);
    await fs.mkdir(this.#folder, { recursive: true });
    try {
      const handle = await fs.open(file + beside, "w", 0o600);
      try {
        await handle.writeFile(bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await fs.rename(file + beside, file);
    } catch (error) {
      await fs.rm(file + beside, { force: true }).catch(() => undefined);
      throw error;
    }
  }

  async delete(name: string): Promise<void> {
    await fs.rm(path.join(this.#folder, name), { force: true });
  }

  async list(): Promise<readonly string[]> {
    const names = await fs.readdir(this.#folder).catch(() => []);
    return names.filter((name) => name !== lockName);
  }

  /**
   * Whether this process may write: one at a time, so that two windows on one folder do not take each other's parts away. A process that
   * has gone holds nothing.
   */
  async lock(): Promise<boolean> {
    const file = path.join(this.#folder, lockName);
    try {
      await fs.mkdir(this.#folder, { recursive: true });
      for (let attempt = 0; attempt < 2; attempt++) {
        try {
          await fs.writeFile(file, String(process.pid), { flag: "wx", mode: 0o600 });
          return true;
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== "EEXIST") return false;
        }
        const holder = Number(await fs.readFile(file, "utf8").catch(() => ""));
        if (holder === process.pid) return true;
        if (Number.isInteger(holder) && holder > 0 && isAlive(holder)) return false;
        await fs.rm(file, { force: true });
      }
    } catch {
      // A folder that cannot be written is read all the same.
    }
    return false;
  }

  async unlock(): Promise<void> {
    const file = path.join(this.#folder, lockName);
    const holder = Number(await fs.readFile(file, "utf8").catch(() => ""));
    if (holder === process.pid) await fs.rm(file, { force: true }).catch(() => undefined);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
