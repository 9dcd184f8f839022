import { Library } from "../../../src/core/library/library";
import { LibraryStore, type Drive } from "../../../src/core/library/libraryStore";
import { atOnce } from "../../../src/core/util/atOnce";
import { FileStorage } from "../../../src/server/files/node/fileStorage";
import { RandomCorpus, takeFile } from "./histories";

/** Changes a corpus and saves it again and again, until it is killed: `FOLDER SEED`. Each save is told on the standard output. */
async function main(folder: string, seed: number): Promise<void> {
  const drive: Drive = (work) => Promise.resolve(atOnce(work));
  const corpus = new RandomCorpus(seed);
  const library = new Library();
  library.roots = ["file:///c"];
  const storage = new FileStorage(folder);
  if (!(await storage.lock())) throw new Error("the lock of one who has gone holds");
  const store = new LibraryStore(library, storage, "test", `w${seed}`);
  await store.load(drive);
  await store.sweep();
  for (let saved = 1; ; saved++) {
    for (const uri of corpus.change()) takeFile(library, uri, corpus.files.get(uri), corpus.files.get(uri) ?? "");
    await store.save(drive, false);
    process.stdout.write(`${saved}\n`);
  }
}

void main(process.argv[2] ?? "", Number(process.argv[3]));
