import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import * as path from "node:path";
import type { SearchJson } from "../../../src/cli/searchJson";
import { commandLine } from "../../support/commandLine";
import { removeFolder, temporaryFolder } from "../../support/temporaryFolder";

const article = (title: string, date: string, body: string): string =>
  `${title}\n\nBy Ilse Marden\n\n${date}\n\n${body}\n\nThe mayor of Port Amsel thanked the crews on Tuesday.\n`;

const files = {
  "harbour.txt": article(
    "Harbour of Port Amsel Reopens",
    "March 3, 2021",
    "The water treaty was signed on Monday, officials said, and organisers called it a relief for the ferries.",
  ),
  "dam.txt": article(
    "Dam on the Lissen Is Closed",
    "May 9, 2020",
    "Nobody had organised a water   treaty\nin the valley before, the engineers of the dam said on Monday in Port Amsel.",
  ),
};

const wire =
  "The ferry service between Port Amsel and Lissen will be suspended for two weeks from Monday while engineers repair the eastern pier, the port authority said. Passengers are advised to take the coastal road, and buses will leave every hour from the market square.";

/** Two copies of a text, and one that names the same man. */
const copies = {
  "ferry-1.txt": article("Ferry Stops for Two Weeks", "April 6, 2021", `${wire} Minister Oskar Lindquist promised help.`),
  "ferry-2.txt": article("Ferry Service Suspended", "April 7, 2021", `${wire} Minister Oskar Lindquist has promised help.`),
  "pier.txt": article(
    "Pier Costs More Than Planned",
    "June 1, 2021",
    "Oskar Lindquist told reporters in Lissen that the pier would cost twice as much as was planned two years ago.",
  ),
};

describe("corpus-navigator search", () => {
  let folder = "";
  before(() => {
    folder = temporaryFolder();
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  });
  after(() => {
    removeFolder(folder);
  });

  const search = async (...args: readonly string[]): Promise<SearchJson> => {
    const { code, out, complaints } = await commandLine(["search", folder, ...args, "--json"]);
    assert.deepEqual([code, complaints], [0, []]);
    return JSON.parse(out) as SearchJson;
  };

  it("gives hits with their snippets, marks and lines, facets, and how it understood the query", async () => {
    const { total, hits, understoodAs, facets } = await search('"water treaty" -harbour');
    assert.deepEqual([total, understoodAs], [1, '"water treaty" AND NOT harbour']);
    const [hit] = hits;
    assert.deepEqual(Object.keys(hit!), [
      "file",
      "key",
      "displayTitle",
      "publisher",
      "datePublished",
      "score",
      "partial",
      "inSiteText",
      "copies",
      "snippets",
    ]);
    assert.deepEqual(
      [hit!.file, hit!.key, hit!.displayTitle, hit!.datePublished],
      ["dam.txt", null, "Dam on the Lissen Is Closed", "2020-05-09"],
    );
    const [snippet] = hit!.snippets;
    assert.deepEqual([snippet!.marks.map(([start, end]) => snippet!.text.slice(start, end)), snippet!.line], [["water treaty"], 7]);
    assert.deepEqual(facets.month, [{ value: "2020-05", count: 1 }]);
  });

  it("takes no derived word for an inflection", async () => {
    const { hits } = await search("organised");
    assert.deepEqual(
      hits.map(({ file }) => file),
      ["dam.txt"],
    );
  });

  it("sorts by date and keeps to the limit, counting all", async () => {
    assert.deepEqual(
      (await search("amsel", "--sort", "oldest")).hits.map(({ file }) => file),
      ["dam.txt", "harbour.txt"],
    );
    const { total, hits } = await search("amsel", "--sort", "newest", "--limit", "1");
    assert.deepEqual([total, hits.map(({ file }) => file)], [2, ["harbour.txt"]]);
  });

  it("takes a query that begins with a minus sign, and words apart", async () => {
    assert.equal((await search("-harbour", "dam")).understoodAs, "NOT harbour AND dam");
  });

  describe("where near-duplicates and names count", () => {
    let copied = "";
    before(() => {
      copied = temporaryFolder();
      for (const [name, text] of Object.entries(copies)) writeFileSync(path.join(copied, name), text);
    });
    after(() => {
      removeFolder(copied);
    });

    const found = async (...args: readonly string[]): Promise<SearchJson> =>
      JSON.parse((await commandLine(["search", copied, ...args, "--json"])).out) as SearchJson;

    it("folds near-duplicates, unless all are wanted", async () => {
      const { total, hits } = await found("suspended");
      assert.equal(total, 2);
      assert.deepEqual(
        hits.map(({ file, copies: folded }) => [file, folded]),
        [["ferry-2.txt", [{ file: "ferry-1.txt", key: null }]]],
      );
      assert.deepEqual(
        (await found("suspended", "--no-fold")).hits.map(({ copies: folded }) => folded),
        [[], []],
      );
      assert.match(
        (await commandLine(["search", copied, "suspended"])).out,
        /^2 articles for suspended\n\nFerry Service Suspended\n2021-04-07 · ferry-2.txt:7 · \+1 copy\n/,
      );
    });

    it("asks for near-duplicates, names and stories", async () => {
      const files = async (...args: readonly string[]): Promise<readonly string[]> =>
        (await found(...args, "--no-fold")).hits.map(({ file }) => file).sort();
      assert.deepEqual(await files("is:duplicate"), ["ferry-1.txt", "ferry-2.txt"]);
      assert.deepEqual(await files("-is:duplicate"), ["pier.txt"]);
      assert.deepEqual(await files("person:lindquist"), ["ferry-1.txt", "ferry-2.txt", "pier.txt"]);
      assert.deepEqual(await files("entity:lindquist is:duplicate OR person:nobody"), ["ferry-1.txt", "ferry-2.txt"]);
      assert.deepEqual(await files("person:lindquist", "planned"), ["pier.txt"]);
      assert.deepEqual(await files("person:marden-lindquist"), []);
    });

    it("counts persons and places, and what has near-duplicates, in the facets", async () => {
      const { facets } = await found("lindquist");
      assert.deepEqual(
        facets.person?.find(({ value }) => value === "Oskar Lindquist"),
        { value: "Oskar Lindquist", count: 3 },
      );
      assert.deepEqual(facets.duplicates, [{ value: "yes", count: 2 }]);
      assert.ok(
        facets.place?.some(({ value }) => value === "Lissen"),
        JSON.stringify(facets.place),
      );
    });
  });

  it("is a readable list without --json", async () => {
    const { code, out } = await commandLine(["search", folder, "harbour"]);
    assert.equal(code, 0);
    assert.match(out, /^1 article for harbour\n\nHarbour of Port Amsel Reopens\n2021-03-03 · harbour\.txt:1\n/);
  });

  it("refuses what it does not know", async () => {
    assert.equal((await commandLine(["search", folder, "dam", "--josn"])).code, 2);
    assert.equal((await commandLine(["search", folder, "dam", "--sort", "best"])).code, 2);
    assert.equal((await commandLine(["search", folder, "dam", "--limit", "-1"])).code, 2);
    assert.equal((await commandLine(["search", path.join(folder, "nowhere"), "dam"])).code, 1);
  });
});
