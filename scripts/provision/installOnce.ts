import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isAlive } from "./isAlive.js";
import { cache } from "./paths.js";

const pollMilliseconds = 500;
/** How long a lock may be without its owner's number, which is written right after it was made. */
const anonymousMilliseconds = 10_000;

/**
 * The folder `.vscode-test/<name>`, filled by `install` on first use. `install` gets an empty staging folder, which is
 * renamed into place only when it is complete: an interrupted install leaves nothing behind that looks installed.
 * Where several processes ask at once, one installs and the others wait.
 */
export async function installOnce(name: string, install: (staging: string) => Promise<void>): Promise<string> {
  const target = path.join(cache, name);
  if (existsSync(target)) return target;
  await mkdir(cache, { recursive: true });
  const release = await lock(`${target}.lock`);
  try {
    if (existsSync(target)) return target;
    await removeLeftovers(name);
    console.error(`Installing ${name} into .vscode-test (once) …`);
    const staging = await mkdtemp(`${target}.part-`);
    try {
      await install(staging);
      await rename(staging, target);
    } catch (error) {
      await rm(staging, { recursive: true, force: true });
      // The lock is a courtesy, the rename decides: whoever came second uses what the first one made.
      if (!existsSync(target)) throw error;
    }
    return target;
  } finally {
    await release();
  }
}

/** Makes the folder `lockFolder`, waiting while a living process holds it. Gives the function that lets it go. */
async function lock(lockFolder: string): Promise<() => Promise<void>> {
  const owner = path.join(lockFolder, "pid");
  for (;;) {
    try {
      await mkdir(lockFolder);
      await writeFile(owner, String(process.pid));
      return () => rm(lockFolder, { recursive: true, force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    await sleep(pollMilliseconds);
    if (await isAbandoned(lockFolder, owner)) await rm(lockFolder, { recursive: true, force: true });
  }
}

/** Whether the process that made a lock has ended, be it before it could write its number. */
async function isAbandoned(lockFolder: string, owner: string): Promise<boolean> {
  const pid = Number(await readFile(owner, "utf8").catch(() => "0"));
  if (pid !== 0) return !isAlive(pid);
  const made = await stat(lockFolder).then(
    ({ mtimeMs }) => mtimeMs,
    () => Date.now(),
  );
  return Date.now() - made > anonymousMilliseconds;
}

/** Removes what installs of `name` left that were ended half-way. To be called with the lock held. */
async function removeLeftovers(name: string): Promise<void> {
  for (const entry of await readdir(cache)) {
    if (entry.startsWith(`${name}.part-`)) await rm(path.join(cache, entry), { recursive: true, force: true });
  }
}
