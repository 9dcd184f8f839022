import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { seededRandom } from "../../../bench/random";
import { Library } from "../../../src/core/library/library";
import { LibraryStore, type Drive } from "../../../src/core/library/libraryStore";
import { atOnce } from "../../../src/core/util/atOnce";
import { FileStorage } from "../../../src/server/files/node/fileStorage";
import { answers, fresh, settle } from "./histories";

const drive: Drive = (work) => Promise.resolve(atOnce(work));
const kills = Number(process.env["KILLS"] ?? 4);

/** Runs a writer on `folder` and kills it some time after its first save. */
function killedWriter(folder: string, seed: number, delay: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--import", "tsx", join(import.meta.dirname, "crashingWriter.ts"), folder, String(seed)], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    child.once("error", reject);
    child.stdout.once("data", () => setTimeout(() => child.kill("SIGKILL"), delay));
    child.once("exit", (code) => {
      if (code === null) resolve();
      else reject(new Error(`the writer ended by itself with ${code}`));
    });
  });
}

describe("A library whose process is killed while it saves", () => {
  it("is what was saved last, whole, and leaves no file behind", async function () {
    this.timeout(60_000 * kills);
    const folder = await mkdtemp(join(tmpdir(), "corpus-crash-"));
    const random = seededRandom(17);
    try {
      for (let seed = 1; seed <= kills; seed++) {
        await killedWriter(folder, seed, Math.floor(random() * 60));
        const library = new Library();
        library.roots = ["file:///c"];
        const storage = new FileStorage(folder);
        assert.equal(await storage.lock(), true);
        const store = new LibraryStore(library, storage, "test", "reader");
        assert.ok((await store.load(drive)) > 0);
        // In these files a stamp is the text: what was taken over answers as the texts would, read anew.
        const texts = new Map([...library.files()].map(([uri, { stamp }]) => [uri, stamp ?? ""]));
        settle(library, (uri) => texts.get(uri));
        assert.deepEqual(answers(library), answers(fresh(texts)));
        await store.sweep();
        assert.deepEqual(
          (await readdir(folder)).filter((name) => name.endsWith(".tmp")),
          [],
        );
        await storage.unlock();
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
