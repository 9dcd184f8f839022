import assert from "node:assert/strict";
import { promises as fs } from "node:fs";
import * as path from "node:path";
import { strToU8, zipSync } from "fflate";
import { seededRandom } from "../../bench/random";
import type { ArticleJson } from "../../src/cli/articleJson";
import { isExtractedName } from "../../src/core/corpus/candidates";
import { method, type ArticleDetails, type ExtractedText, type QuietParts, type TreeChildren } from "../../src/protocol/corpus";
import { commandLine } from "../support/commandLine";
import { articleText, temporaryFolder } from "./fixtures";
import { TestServer } from "./testServer";

const towns = "Velm Tarn Korvat Lissen Stenna Halmir Arda Kestrovia Ostrana Pellin Marsk Dunmoor".split(" ");

function story(town: string, number: number): string {
  return (
    `${town} Council Votes on Bridge ${number}\n\nThe council of ${town} voted on Monday to close bridge number ${number} over the ${town} river, ending a long dispute.\n\n` +
    `Mayor Ilse ${town} said the decision was difficult and that ${number} families would be moved before the winter.`
  );
}

/** A page whose site is to be seen by its siblings only: its masthead looks like a headline, its appeal like a paragraph. */
function page(town: string, number: number, host: string | null): string {
  const above = "Arda Valley Notes\nHarbour Life\nTown Matters\nIlse Brandt";
  const below =
    "This paper is made by nine people in a house by the river and lives from its readers alone.\n\nPrinted in Tarn, bureau phone 555 0134";
  return `${above}\n\n${story(town, number)}\n\n${below}${host === null ? "" : `\n\nhttps://${host}/2021/03/0${(number % 9) + 1}/bridge-${number}`}\n`;
}

const bundled = (texts: readonly string[]): string =>
  texts.map((text, i) => `<<<FILE: part-${i}.txt>>>\n${text}\n<<<END FILE>>>\n`).join("");

/** Folders of many kinds, and of some that share lines across them. */
function mixedFiles(): Record<string, string | Uint8Array> {
  const files: Record<string, string | Uint8Array> = {
    "single/a.txt": articleText("Ferry Terminal Reopens"),
    "single/b.md": `---\ntitle: Salt Barge Leaves\ndate: 2021-04-05\nauthor: Ilse Kern\n---\n\n${story("Tarn", 40)}\n`,
    "single/todo.txt": "TODO\n- milk\n- bread\n",
    "single/code.txt": "import os\n\ndef main():\n    return os.path.join('a', 'b')\n\nif __name__ == '__main__':\n    main()\n",
    "single/legacy.txt": Buffer.from(story("Velm", 7).replace("dispute", "d\u00e9bat\u00e9 \u00e0 l'\u00e9cole"), "latin1"),
    "single/empty.txt": "",
    "rows.csv": `headline,body,date\n${towns.map((town, i) => `"${town} Row","${story(town, i).replace(/"/g, '""')}",2021-02-0${(i % 9) + 1}`).join("\n")}\n`,
    "lines.jsonl": towns.map((town, i) => JSON.stringify({ title: `${town} Line`, text: story(town, i + 50) })).join("\n"),
    "saved/page.html": `<html><head><title>Bridge Votes in Pellin</title><meta name="author" content="Ines Calder"><meta name="date" content="2021-03-09"></head><body><nav>Home</nav><article><h1>Bridge Votes in Pellin</h1>${story(
      "Pellin",
      80,
    )
      .split("\n\n")
      .slice(1)
      .map((text) => `<p>${text}</p>`)
      .join("")}</article></body></html>`,
    "saved/empty.htm": "<html><body></body></html>",
    "saved/rich.rtf": `{\\rtf1\\ansi ${story("Marsk", 81).replaceAll("\n\n", "\\par ")}}`,
    "saved/all.zip": zipSync({ "a/b.txt": strToU8(story("Arda", 82)), "c.html": strToU8("<p>no article</p>"), "d.jpg": new Uint8Array(4) }),
    "pages/bundle.txt": bundled(towns.map((town, i) => page(town, i + 60, null))),
  };
  for (const [i, town] of towns.entries()) {
    files[`pages/${town}.txt`] = page(town, i, null);
    // One host in several folders, two hosts in one.
    files[`hosts/${i % 3}/${town}.txt`] = page(town, i + 20, i % 2 === 0 ? "arda-notes.example" : "tarn-post.example");
  }
  return files;
}

/** What both say of each article. */
type Told = readonly [id: string, facts: unknown];

async function toldByServer(server: TestServer, folder: { readonly path: string; readonly uri: string }): Promise<readonly Told[]> {
  await server.until(() => server.statuses.at(-1)?.state === "idle");
  const { articles } = await server.request<TreeChildren>(method.articleGroups, { by: "none", parent: null, filter: "" });
  const told: Told[] = [];
  for (const uri of new Set(articles.map((article) => article.uri))) {
    const file = decodeURIComponent(uri.slice(folder.uri.length + 1));
    const bytes = await fs.readFile(path.join(folder.path, file));
    const extracted = isExtractedName(file) ? await server.request<ExtractedText>(method.extractedText, { uri }) : null;
    const decoded = bytes.includes(0xe9) && !bytes.toString("utf8").includes("\u00e9") ? bytes.toString("latin1") : bytes.toString("utf8");
    const text = extracted?.text ?? decoded;
    await server.open(uri, text, extracted === null ? "plaintext" : `news-${extracted.kind}`);
    const quiet = await server.request<QuietParts>(method.quietParts, { uri });
    await server.close(uri);
    for (const article of articles.filter((one) => one.uri === uri)) {
      const details = await server.request<ArticleDetails | null>(method.articleDetails, { id: article.id });
      const within = quiet.boilerplate.filter(
        ({ start }) => start.line >= article.range.start.line && start.line <= article.range.end.line && text !== "",
      );
      told.push([
        article.key === null ? file : `${file}#${article.key}`,
        {
          title: article.displayTitle,
          kind: article.displayTitleKind,
          publisher: article.publisher,
          agency: article.agency,
          city: article.datelineCity,
          date: article.datePublished,
          byline: details?.byline ?? null,
          url: details?.url ?? null,
          site: within.map(({ start }) => start.line + 1),
        },
      ]);
    }
  }
  return told.sort(([a], [b]) => (a < b ? -1 : 1));
}

async function toldByCommandLine(folder: string): Promise<readonly Told[]> {
  const { code, out } = await commandLine(["articles", "--json", folder]);
  assert.equal(code, 0);
  const articles = JSON.parse(out) as readonly ArticleJson[];
  return articles
    .map((article): Told => [
      article.key === null ? article.file : `${article.file}#${article.key}`,
      {
        title: article.displayTitle,
        kind: article.displayTitleKind,
        publisher: article.publisher,
        agency: article.agency,
        city: article.datelineCity,
        date: article.datePublished,
        byline: article.byline,
        url: article.url,
        site: article.boilerplate.map(([first]) => first),
      },
    ])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

describe("server: it lists and reads what the command line does", function () {
  this.timeout(120_000);
  let server: TestServer;
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;

  const agree = async (): Promise<readonly Told[]> => {
    const expected = await toldByCommandLine(folder.path);
    let told: readonly Told[] = [];
    await server
      .until(async () => {
        told = await toldByServer(server, folder);
        return JSON.stringify(told) === JSON.stringify(expected);
      }, 10)
      .catch(() => {
        assert.deepEqual(told, expected);
      });
    return told;
  };

  beforeEach(async () => {
    folder = await temporaryFolder(mixedFiles());
    server = await TestServer.start();
  });
  afterEach(async () => {
    await server.dispose();
    await fs.rm(folder.path, { recursive: true, force: true });
  });

  it("in a mixed folder", async () => {
    await server.setFolders(folder.uri);
    const told = await agree();
    assert.ok(told.length > 60, `${told.length} articles`);
    const saved = told.map(([id]) => id).filter((id) => id.startsWith("saved/"));
    assert.deepEqual(saved, ["saved/all.zip#a/b.txt", "saved/page.html", "saved/rich.rtf"]);
    const [, facts] = told.find(([id]) => id === "pages/Velm.txt") ?? [];
    assert.equal((facts as { title: string }).title, "Velm Council Votes on Bridge 0", "the masthead is the site's");
  });

  it("after files have come, changed and gone, in any order", async () => {
    const random = seededRandom(4);
    const files = Object.entries(mixedFiles());
    await server.setFolders(folder.uri);
    for (let round = 0; round < 3; round++) {
      const changes: { uri: string; type: number }[] = [];
      for (const [name, content] of files) {
        const file = path.join(folder.path, name);
        const act = random();
        if (act < 0.4) continue;
        if (act < 0.7) {
          await fs.rm(file, { force: true });
          changes.push({ uri: `${folder.uri}/${name}`, type: 3 });
        } else {
          await fs.writeFile(file, act < 0.85 ? content : story("Ostrana", Math.floor(random() * 90)));
          changes.push({ uri: `${folder.uri}/${name}`, type: 2 });
        }
      }
      await server.client.sendNotification("workspace/didChangeWatchedFiles", { changes });
      await new Promise((resolve) => setTimeout(resolve, 700));
      await agree();
    }
  });

  it("as it shows an open text once its siblings are known", async () => {
    const uri = `${folder.uri}/pages/Tarn.txt`;
    const text = page("Tarn", 1, null);
    await server.open(uri, text, "plaintext");
    await server.setFolders(folder.uri);
    await server.until(async () => {
      const { boilerplate } = await server.request<QuietParts>(method.quietParts, { uri });
      return boilerplate.some(({ start, end }) => start.line === 0 && end.line >= 3);
    });
  });
});
