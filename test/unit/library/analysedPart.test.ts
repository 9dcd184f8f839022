import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { TemplateLines } from "../../../src/core/article/template";
import type { DueNames } from "../../../src/core/library/analysedPart";
import { articleId } from "../../../src/core/corpus/articleRecord";
import type { ArticleNames } from "../../../src/core/entities/index/articleNames";
import { VarintWriter } from "../../../src/core/util/varints";
import { StringTable } from "../../../src/core/util/stringTable";
import { writeNames } from "../../../src/core/entities/index/packedNames";
import { loadModel } from "../../../src/core/entities/recognise/model";
import { baseOf, readNames } from "../../../src/core/entities/recognise/readNames";
import { Library } from "../../../src/core/library/library";
import { SegmentWriter } from "../../../src/core/library/segment";
import { atOnce } from "../../../src/core/util/atOnce";
import { Analysts, type AnalystHost } from "../../../src/server/analysis/analysts";
import { decide, parseAs } from "../../../src/server/reading/decision";
import { nameOf } from "../../../src/core/corpus/places";
import { realThreads, threadsThatRun } from "../../support/analystScript";

const way = { forced: null, membership: "member" } as const;

/** The samples, and a few texts of other kinds. */
function texts(): Map<string, string> {
  const found = new Map<string, string>();
  for (const entry of readdirSync("samples", { recursive: true, withFileTypes: true }))
    if (entry.isFile() && /\.(?:txt|bundle)$/.test(entry.name)) {
      const path = join(entry.parentPath, entry.name);
      found.set(pathToFileURL(path).toString(), readFileSync(path, "utf8"));
    }
  const article = (at: number): string =>
    `Ferry ${at} Leaves Port Amsel\n\nBy Ilse Marden\n\nMarch ${1 + (at % 28)}, 2021\n\nMayor Tobias Kern of Lissen spoke of ferry ${at} on Tuesday.\n`;
  const bundle = Array.from({ length: 300 }, (_, at) => `<<<FILE ${at}.txt>>>\n${article(at)}<<<END FILE>>>\n`).join("");
  found.set("file:///c/large.txt", `What STANDS outside.\n${bundle}And Below.\n`);
  found.set("file:///c/markers.txt", "<<<FILE a.txt>>>\n<<<END FILE>>>\n");
  found.set("file:///c/empty.txt", "");
  found.set("file:///c/note.txt", "TODO\n- milk\n- 😀 \ud800 broken\n");
  found.set(
    "file:///c/csv.csv",
    `title,date,body\n${Array.from({ length: 5 }, (_, at) => `"Ferry ""${at}""",2021-03-0${at + 1},"The ferry left."`).join("\n")}\n`,
  );
  return found;
}

const file = { stamp: "s", notice: null, left: null };

/** All that a library has of files, as bytes. */
function kept(library: Library): Uint8Array {
  const writer = new SegmentWriter();
  for (const uri of [...library.files()].map(([one]) => one).sort()) atOnce(library.keep(uri, writer));
  return writer.take();
}

function sendable(lines: TemplateLines | null): DueNames["shared"] {
  return lines === null ? null : { fingerprint: lines.fingerprint, steps: lines.steps };
}

/** Reads those again that share lines with others, as a server does when all are there. */
function shareLines(library: Library): void {
  const all = texts();
  for (;;) {
    atOnce(library.share());
    const uri = library.takeToReadAgain();
    if (uri === null) return;
    const kind = library.corpus.articlesOf(uri)[0]?.key === null ? "article" : "bundle";
    assert.ok(atOnce(library.readAgain(uri, parseAs(uri, all.get(uri) ?? "", kind))));
  }
}

function takenHere(): Library {
  const library = new Library();
  for (const [uri, text] of texts()) {
    const decision = decide(nameOf(uri), text, null, way);
    if (decision.isRead) atOnce(library.take(uri, parseAs(uri, text, decision.kind), file));
    else library.leave(uri, { ...file, left: decision.reason });
  }
  shareLines(library);
  return library;
}

async function takenElsewhere(
  host: AnalystHost,
  order: readonly (readonly [string, string])[],
): Promise<{ library: Library; failed: string[] }> {
  const library = new Library();
  const analysts = new Analysts(library.corpus.pool);
  analysts.host = host;
  const failed: string[] = [];
  await Promise.all(
    order.map(async ([uri, text]) => {
      let taking = library.begin(uri);
      const taken = analysts.analyse(
        { uri, text, way, notice: null },
        {
          isWanted: () => true,
          take: (part) => {
            if (part.left !== null) library.leave(uri, { ...file, left: part.left });
            else {
              if (part.isFirst) taking = library.begin(uri);
              atOnce(library.takePart(taking, part.articles, part.terms));
              if (part.isLast) library.finish(taking, part.outside, part.terms, { ...file, notice: part.notice });
            }
            return Promise.resolve();
          },
        },
      );
      await taken.catch((error: unknown) => failed.push(`${nameOf(uri)}: ${String(error)}`));
    }),
  );
  analysts.stop();
  shareLines(library);
  return { library, failed };
}

describe("What another thread finds out", function () {
  this.timeout(60_000);

  it("is bit for bit what the library finds out itself, in any order and with any number of threads", async () => {
    const expected = kept(takenHere());
    assert.ok(expected.length > 50_000);
    for (const [count, order] of [
      [1, [...texts()]],
      [3, [...texts()].reverse()],
    ] as const) {
      const { library, failed } = await takenElsewhere(realThreads(count), order);
      assert.deepEqual(failed, []);
      assert.equal(Buffer.compare(kept(library), expected), 0);
    }
  });

  it("is what the recogniser finds here", async () => {
    const bytes = readFileSync("models/names.bin");
    const loaded = loadModel(bytes);
    assert.ok("model" in loaded);
    const packed = (names: ArticleNames | null): string => {
      const out = new VarintWriter();
      if (names !== null) writeNames(names, new StringTable(), out);
      return Buffer.from(out.take()).toString("base64");
    };
    const analysts = new Analysts(new Library().corpus.pool);
    analysts.host = realThreads(1);
    analysts.model = bytes;
    const library = takenHere();
    let compared = 0;
    for (const [uri, text] of texts()) {
      const records = library.corpus.articlesOf(uri);
      const [first] = records;
      if (first === undefined) continue;
      const kind = first.key === null ? "article" : "bundle";
      const document = parseAs(uri, text, kind);
      library.useSharedLines(uri, document);
      const due = records.map((record) => ({
        index: record.index,
        id: articleId(record),
        hash: library.known(articleId(record))?.hash ?? 0,
        shared: sendable(library.sharedLinesOf(articleId(record))),
      }));
      // One of another text is told apart.
      if (due[1] !== undefined) due[1] = { ...due[1], hash: due[1].hash ^ 1 };
      const found: string[] = [];
      await analysts.readNames(
        { uri, text, kind, due },
        {
          isWanted: () => true,
          take: ({ from, names }) => {
            assert.equal(from, found.length);
            for (const one of names) found.push(packed(one));
            return Promise.resolve();
          },
        },
      );
      const expected = due.map(({ index }, at): string => {
        const start = document.slots[index]?.span.start ?? 0;
        return at === 1 ? "" : packed(readNames(document, document.article(index), baseOf(document.lines, start), loaded.model));
      });
      assert.deepEqual(found, expected, uri);
      compared += found.length;
    }
    analysts.stop();
    assert.ok(compared > 300);
  });

  for (const [how, code] of [
    ["ends", "process.exit(3)"],
    // The analyst hears the message all the same, and could answer before the thread ends.
    ["throws", 'parentPort.postMessage = () => {}; throw new Error("broken")'],
    ["runs out of memory", "const all = []; for (;;) all.push(new Array(1e6).fill(all.length));"],
  ] as const)
    it(`is there of all others where a thread ${how} over one document`, async () => {
      const host = threadsThatRun(
        how.replaceAll(" ", "-"),
        `parentPort.on("message", (m) => { if (JSON.stringify(m).includes("milk")) { ${code} } });`,
      );
      const { library, failed } = await takenElsewhere(host, [...texts()]);
      assert.equal(failed.length, 1, failed.join("\n"));
      assert.match(failed[0] ?? "", /^note\.txt: Error: \S/);
      const here = takenHere();
      here.forget("file:///c/note.txt");
      assert.equal(Buffer.compare(kept(library), kept(here)), 0);
    });

  it("is found out at the second try where a thread died for another reason", async () => {
    const code = `const { existsSync, writeFileSync } = require("node:fs"); const mark = __filename + ".mark";
      parentPort.on("message", () => { if (!existsSync(mark)) { writeFileSync(mark, ""); process.exit(1); } });`;
    const { library, failed } = await takenElsewhere(threadsThatRun("once", code), [...texts()]);
    assert.deepEqual(failed, []);
    assert.equal(Buffer.compare(kept(library), kept(takenHere())), 0);
  });

  it("is to be found out here where no thread can be started", async () => {
    for (const host of [
      threadsThatRun("never", "process.exit(1);"),
      {
        count: 1,
        start: () => {
          throw new Error("refused");
        },
      },
    ]) {
      const analysts = new Analysts(new Library().corpus.pool);
      analysts.host = host;
      const none = { isWanted: () => true, take: () => Promise.reject(new Error("nothing can come")) };
      const answers = ["a", "b", "c"].map((name) => analysts.analyse({ uri: `file:///${name}.txt`, text: name, way, notice: null }, none));
      assert.deepEqual(await Promise.all(answers), [false, false, false]);
      assert.equal(analysts.isUsable, false);
    }
  });

  it("is given up where nobody wants it any more", async () => {
    const article = "Ferry Leaves\n\nMarch 3, 2021\n\nIt left on Tuesday, and nobody was there to see it.\n";
    const text = Array.from({ length: 20_000 }, (_, at) => `<<<FILE ${at}.txt>>>\n${article}<<<END FILE>>>\n`).join("");
    const analysts = new Analysts(new Library().corpus.pool);
    analysts.host = realThreads(1);
    let taken = 0;
    const seen = await analysts.analyse(
      { uri: "file:///c/long.txt", text, way, notice: null },
      {
        isWanted: () => taken === 0,
        take: () => {
          taken++;
          return Promise.resolve();
        },
      },
    );
    assert.equal(seen, true);
    assert.equal(taken, 1);
    // The next one does not wait for the rest.
    let others = 0;
    await analysts.analyse(
      { uri: "file:///c/next.txt", text: article, way, notice: null },
      {
        isWanted: () => true,
        take: ({ isLast }) => {
          others += Number(isLast);
          return Promise.resolve();
        },
      },
    );
    analysts.stop();
    assert.equal(others, 1);
  });
});
