import assert from "node:assert/strict";
import { seededRandom } from "../../../bench/random";
import { Library } from "../../../src/core/library/library";
import { KeptRelated } from "../../../src/core/library/keptRelated";
import { LibraryStore, relatedName, type Drive } from "../../../src/core/library/libraryStore";
import { segmentVersion } from "../../../src/core/library/segment";
import { MemoryStorage, type Storage } from "../../../src/core/library/storage";
import { parseQuery } from "../../../src/core/search/query/parser";
import { atOnce } from "../../../src/core/util/atOnce";
import { neverCancelled } from "../../../src/core/util/cancellation";
import { answers, fresh, RandomCorpus, settle, takeFile } from "./histories";

const drive: Drive = (work) => Promise.resolve(atOnce(work));
const histories = Number(process.env["HISTORIES"] ?? 6);

/** A library that takes over what is kept and then what differs in the files, as a server does when it starts. */
async function reopened(storage: Storage, corpus: RandomCorpus, writer: string): Promise<{ library: Library; store: LibraryStore }> {
  const library = new Library();
  library.roots = ["file:///c"];
  const store = new LibraryStore(library, storage, "test", writer);
  await store.load(drive);
  for (const [uri] of [...library.files()]) if (!corpus.files.has(uri)) library.forget(uri);
  for (const [uri, text] of corpus.files) if (library.file(uri)?.stamp !== text) takeFile(library, uri, text, text);
  settle(library, (uri) => corpus.files.get(uri));
  return { library, store };
}

describe("A library", () => {
  it("answers after any history as one that was built afresh", async function () {
    this.timeout(600_000);
    for (let seed = 1; seed <= histories; seed++) {
      const corpus = new RandomCorpus(seed);
      const storage = new MemoryStorage();
      let { library, store } = await reopened(storage, corpus, "w0");
      for (let step = 1; step <= 12; step++) {
        for (let changes = 1 + corpus.below(4); changes > 0; changes--)
          for (const uri of corpus.change()) takeFile(library, uri, corpus.files.get(uri), corpus.files.get(uri) ?? "");
        if (corpus.random() < 0.7) settle(library, (uri) => corpus.files.get(uri));
        if (corpus.random() < 0.5) await store.save(drive, corpus.random() < 0.5);
        if (corpus.random() < 0.3) ({ library, store } = await reopened(storage, corpus, `w${step}`));
        if (step % 4 !== 0) continue;
        settle(library, (uri) => corpus.files.get(uri));
        assert.deepEqual(answers(library), answers(fresh(corpus.files)), `seed ${seed}, step ${step}`);
      }
    }
  });

  it("has search know in all articles what somebody is called now", () => {
    const library = new Library();
    library.roots = ["file:///c"];
    const files = new Map<string, string>();
    const people = (of: Library): unknown =>
      of.engine.search({ query: parseQuery(""), filters: [], sort: "newest", offset: 0, limit: 10, fold: false }, neverCancelled)?.facets
        .person;
    const take = (name: string, ...mentions: readonly string[]): void => {
      const uri = `file:///c/${name}.txt`;
      const text = `${name} Ferry Leaves Lissen\n\nMay 9, 2022\n\n${mentions.map((one) => `Mayor ${one} spoke on Tuesday in Lissen.`).join("\n\n")}\n`;
      files.set(uri, text);
      takeFile(library, uri, text, text);
      settle(library, (one) => files.get(one));
      assert.deepEqual(people(library), people(fresh(files)));
    };
    take("First", "Tobias Kern", "Tobias Kern");
    take("Second", "Tobias Quentin Kern", "Kern");
    assert.deepEqual(people(library), [{ value: "Tobias Kern", count: 2 }]);
    take("Third", "Tobias Quentin Kern", "Tobias Quentin Kern", "Tobias Quentin Kern");
    assert.deepEqual(people(library), [{ value: "Tobias Quentin Kern", count: 3 }]);
  });

  /** A storage with a corpus in it that was saved in several parts. */
  async function kept(seed: number): Promise<{ corpus: RandomCorpus; storage: MemoryStorage }> {
    const corpus = new RandomCorpus(seed);
    const storage = new MemoryStorage();
    const { library, store } = await reopened(storage, corpus, "first");
    for (let part = 0; part < 3; part++) {
      for (let changes = 0; changes < 4; changes++)
        for (const uri of corpus.change()) takeFile(library, uri, corpus.files.get(uri), corpus.files.get(uri) ?? "");
      settle(library, (uri) => corpus.files.get(uri));
      await store.save(drive, true);
    }
    return { corpus, storage };
  }

  it("reads nothing again that was kept and is as it was", async () => {
    const { corpus, storage } = await kept(3);
    const library = new Library();
    const store = new LibraryStore(library, storage, "test", "second");
    assert.equal(await store.load(drive), corpus.files.size);
    for (const [uri, text] of corpus.files) assert.equal(library.file(uri)?.stamp, text);
    assert.ok(store.bytes > 0);
    settle(library, (uri) => assert.fail(`${uri} is read again`));
    assert.deepEqual(library.unsaved(false), []);
  });

  describe("knows of related articles what it found out before", () => {
    const syllables = ["fer", "lis", "kor", "tam", "ven", "sol", "mar", "dun", "pel", "ost"];
    const word = (at: number): string => `${syllables[at % 10]}${syllables[Math.floor(at / 10) % 10]}${syllables[(at * 7) % 10]}`;
    /** Those of like numbers modulo 25 are copies of each other but for a sentence. */
    const text = (at: number): string => {
      const random = seededRandom((at % 25) + 1);
      const sentence = (): string => `The ${Array.from({ length: 14 }, () => word(Math.floor(random() * 90))).join(" ")} of Lissen.`;
      return `Report ${at} of ${word(at)}\n\nMay 9, 2022\n\n${[sentence(), sentence(), sentence()].join(" ")}\n\nSigned by ${word(at * 3)} ${word(at + 5)}.\n`;
    };
    const related = (library: Library): object =>
      [...library.related.ids()].sort().map((id) => [id, library.related.duplicatesOf(id), library.related.related(id, 5, null)]);
    /** Compares what is to be compared; which articles that were. */
    function compared(library: Library): readonly string[] {
      const asked = new Set<string>();
      const { duplicates } = library.related;
      const settlePairs = duplicates.settle.bind(duplicates);
      duplicates.settle = (known) =>
        settlePairs((a, b) => {
          const comparison = known?.(a, b);
          if (comparison === undefined) asked.add(a).add(b);
          return comparison;
        });
      atOnce(library.compare());
      duplicates.settle = settlePairs;
      return [...asked];
    }
    async function saved(storage: Storage): Promise<{ readonly library: Library; readonly store: LibraryStore; readonly names: string[] }> {
      const library = new Library();
      const store = new LibraryStore(library, storage, "test", "first");
      for (let at = 0; at < 100; at++) takeFile(library, `file:///c/${at}.txt`, text(at), String(at));
      atOnce(library.relate());
      atOnce(library.compare());
      atOnce(library.train());
      await store.save(drive, false);
      return { library, store, names: [...(await storage.list())] };
    }
    async function opened(storage: Storage, identity = "test"): Promise<Library> {
      const library = new Library();
      await new LibraryStore(library, storage, identity, "second").load(drive);
      return library;
    }

    it("neither compares nor trains again", async () => {
      const storage = new MemoryStorage();
      const { library } = await saved(storage);
      assert.ok(library.related.duplicates.pairs().length > 0);
      const again = await opened(storage);
      atOnce(again.relate());
      assert.deepEqual(compared(again), []);
      again.related.relatedness.train = () => assert.fail("is trained again");
      assert.ok(atOnce(again.train()));
      assert.deepEqual(related(again), related(library));
      // One more change is no reason to train either.
      takeFile(again, "file:///c/new.txt", text(7), "new");
      atOnce(again.relate());
      assert.ok(compared(again).includes("file:///c/new.txt"));
      assert.equal(atOnce(again.train()), false);
    });

    it("finds out anew what concerns articles that are others now, and all where many are", async () => {
      const storage = new MemoryStorage();
      const { library } = await saved(storage);
      for (const changed of [2, 40]) {
        const again = await opened(storage);
        for (let at = 0; at < changed; at++) {
          // They are copies of others now, and are none of those of which they were.
          for (const one of [library, again]) takeFile(one, `file:///c/${at}.txt`, text(at + 51), `other ${at}`);
        }
        for (const one of [library, again]) {
          atOnce(one.forgetGone());
          atOnce(one.relate());
        }
        atOnce(library.compare());
        const asked = compared(again);
        for (let at = 0; at < changed; at++) assert.ok(asked.includes(`file:///c/${at}.txt`));
        let trained = 0;
        const train = again.related.relatedness.train.bind(again.related.relatedness);
        again.related.relatedness.train = function* () {
          trained++;
          return yield* train();
        };
        assert.ok(atOnce(again.train()));
        atOnce(library.train());
        assert.equal(trained, changed === 2 ? 0 : 1);
        assert.deepEqual(related(again), related(library));
      }
    });

    it("is kept anew only when more than a little has changed, or after a failure", async () => {
      const storage = new MemoryStorage();
      const { library, store, names } = await saved(storage);
      assert.ok(names.includes(relatedName));
      const written: string[] = [];
      const write = storage.write.bind(storage);
      let isFull = false;
      storage.write = (name, bytes) => {
        written.push(name);
        return isFull && name === relatedName ? Promise.reject(new Error("no space left")) : write(name, bytes);
      };
      const change = (count: number, tag: string): void => {
        for (let at = 0; at < count; at++) takeFile(library, `file:///c/${at}.txt`, `${text(at)}\nMore ${tag}.\n`, tag);
        atOnce(library.relate());
        atOnce(library.compare());
        atOnce(library.train());
      };
      change(1, "one");
      await store.save(drive, false);
      assert.ok(!written.includes(relatedName));
      isFull = true;
      change(30, "thirty");
      await assert.rejects(store.save(drive, false), /no space left/);
      isFull = false;
      written.length = 0;
      assert.ok(await store.save(drive, false));
      assert.deepEqual(written, [relatedName]);
      assert.deepEqual(await store.save(drive, false), false);
      const again = await opened(storage);
      atOnce(again.relate());
      assert.deepEqual(compared(again), []);
      await store.clear();
      assert.deepEqual(await storage.list(), []);
    });

    it("is nothing where it is damaged, cut or of another program", async () => {
      const storage = new MemoryStorage();
      const { library } = await saved(storage);
      const whole = (await storage.read(relatedName)) ?? new Uint8Array(0);
      const flipped = whole.slice();
      flipped[whole.length >> 1] = (flipped[whole.length >> 1] ?? 0) ^ 4;
      assert.notEqual(KeptRelated.open(whole, `${segmentVersion} test`), null);
      for (const bytes of [flipped, whole.subarray(0, whole.length >> 1), new Uint8Array(0)]) {
        await storage.write(relatedName, bytes);
        const again = await opened(storage);
        atOnce(again.relate());
        assert.ok(compared(again).length > 0);
        atOnce(again.train());
        assert.deepEqual(related(again), related(library));
      }
      assert.equal(KeptRelated.open(whole, "other"), null);
    });
  });

  it("takes nothing from a part that is damaged, cut, empty, foreign, of another version or not there", async function () {
    this.timeout(60_000);
    const { corpus, storage } = await kept(5);
    const expected = answers(fresh(corpus.files));
    const names = await storage.list();
    assert.ok(names.length > 2);
    for (const name of names) {
      const whole = (await storage.read(name)) ?? new Uint8Array(0);
      const flipped = whole.slice();
      const at = corpus.below(flipped.length);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << corpus.below(8));
      const version = whole.slice();
      version[4] = 250;
      for (const bytes of [
        flipped,
        whole.subarray(0, corpus.below(whole.length)),
        new Uint8Array(0),
        new TextEncoder().encode("something else entirely"),
        version,
      ]) {
        await storage.write(name, bytes);
        const { library } = await reopened(storage, corpus, "second");
        assert.deepEqual(answers(library), expected, name);
      }
      await storage.delete(name);
      const { library } = await reopened(storage, corpus, "second");
      assert.deepEqual(answers(library), expected, name);
      await storage.write(name, whole);
    }
  });

  it("takes nothing over that another program or model has kept", async () => {
    const { storage } = await kept(7);
    const library = new Library();
    assert.equal(await new LibraryStore(library, storage, "other", "second").load(drive), 0);
    assert.equal(library.corpus.documentCount, 0);
  });

  it("keeps what it had where the storage is full, and says so", async () => {
    const { corpus, storage } = await kept(9);
    const { library, store } = await reopened(storage, corpus, "second");
    for (const uri of [...corpus.change(), ...corpus.change()]) takeFile(library, uri, corpus.files.get(uri), corpus.files.get(uri) ?? "");
    const before = await storage.list();
    for (const failing of ["segment", "manifest"]) {
      const write = storage.write.bind(storage);
      storage.write = (name, bytes) => (name.includes(failing) ? Promise.reject(new Error("no space left")) : write(name, bytes));
      await assert.rejects(store.save(drive, false), /no space left/);
      storage.write = write;
      assert.deepEqual(await storage.list(), before);
    }
    await store.save(drive, false);
    const again = await reopened(storage, corpus, "third");
    assert.deepEqual(answers(again.library), answers(fresh(corpus.files)));
  });

  it("writes segments anew of which little counts any more, and takes the old ones away", async () => {
    const corpus = new RandomCorpus(11);
    const storage = new MemoryStorage();
    const { library, store } = await reopened(storage, corpus, "first");
    for (let step = 0; step < 60; step++) {
      for (const uri of corpus.change()) takeFile(library, uri, corpus.files.get(uri), corpus.files.get(uri) ?? "");
      await store.save(drive, false);
    }
    assert.ok((await storage.list()).length < 20, `${(await storage.list()).length} parts`);
    await store.clear();
    assert.deepEqual(await storage.list(), []);
    await store.save(drive, false);
    const again = await reopened(storage, corpus, "second");
    settle(library, (uri) => corpus.files.get(uri));
    assert.deepEqual(answers(library), answers(fresh(corpus.files)));
    assert.deepEqual(answers(again.library), answers(library));
  });
});
