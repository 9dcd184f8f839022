import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import * as path from "node:path";
import type { ArticleJson } from "../../../src/cli/articleJson";
import { terminalText } from "../../../src/core/text/escape";
import { fullSize, makeBadInput, type BadInput } from "../../support/badInput";
import { commandLine, type Ran } from "../../support/commandLine";
import { removeFolder, temporaryFolder } from "../../support/temporaryFolder";

describe("corpus-navigator on bad input", function () {
  this.timeout(300_000);
  let input: BadInput;
  let listed: Ran;
  let articles: ArticleJson[];

  before(async () => {
    // Hundreds of thousands of articles: enough to show that nothing is quadratic.
    input = await makeBadInput(temporaryFolder(), { ...fullSize, markers: 200_000, tinyFiles: 500 });
    listed = await commandLine(["articles", input.folder, "--json"]);
    articles = JSON.parse(listed.out) as ArticleJson[];
  });

  after(() => {
    input.close();
    removeFolder(input.folder);
  });

  const named = (name: string): boolean => listed.complaints.some((line) => line.startsWith(`${terminalText(name)}: `));

  it("comes to an end", () => {
    assert.equal(listed.code, 0);
    assert.ok(!listed.complaints.some((line) => line.includes("unexpected")), listed.complaints.join("\n"));
  });

  it("takes in or names every file", () => {
    const files = new Set(articles.map(({ file }) => file));
    const wrong = input.files.filter(({ path: name, fate }) => {
      if (fate === "read") return !files.has(name);
      if (fate === "noticed") return !files.has(name) || !named(name);
      if (fate === "skipped") return files.has(name) || !named(name);
      return !files.has(name) && !named(name) && !name.endsWith("/too-deep.txt");
    });
    assert.deepEqual(wrong, []);
  });

  it("keeps its complaints on one line each, without control characters", () => {
    for (const line of listed.complaints) assert.doesNotMatch(line, /[\u0000-\u001f\u202e]/);
  });

  it("gives lines that are in the file, and titles of bounded length", () => {
    for (const { file, contentLines, bodyLines, headlineLine, displayTitle } of articles) {
      for (const [first, last] of [contentLines, bodyLines].filter((lines) => lines !== null)) assert.ok(first >= 1 && last >= first, file);
      if (contentLines !== null && headlineLine !== null)
        assert.ok(headlineLine >= contentLines[0] && headlineLine <= contentLines[1], file);
      assert.ok(displayTitle.length <= 1000, `${file}: ${displayTitle.length}`);
      assert.doesNotMatch(displayTitle, /[\r\n]/, file);
    }
  });

  it("bundles and splits what can be read, and writes nothing elsewhere", async () => {
    const place = temporaryFolder();
    const small = await makeBadInput(temporaryFolder(), { longLine: 1_000_000, markers: 40_000, tinyFiles: 100 });
    try {
      const bundle = path.join(place, "all.bundle");
      const packed = await commandLine(["bundle", small.folder, "-o", bundle]);
      assert.equal(packed.code, 0, packed.complaints.slice(-3).join("\n"));
      const unpacked = await commandLine(["split", bundle, "-o", path.join(place, "out")]);
      assert.equal(unpacked.code, 0, unpacked.complaints.slice(-3).join("\n"));
      const climbing = await commandLine(["split", path.join(small.folder, "climbing-names.txt"), "-o", path.join(place, "climbed")]);
      assert.equal(climbing.code, 0, climbing.complaints.join("\n"));
      assert.deepEqual(readdirSync(place).sort(), ["all.bundle", "climbed", "out"]);
      const files = readdirSync(path.join(place, "out"), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
      const read = JSON.parse((await commandLine(["articles", small.folder, "--json"])).out) as ArticleJson[];
      assert.equal(files.length, new Set(read.map(({ file }) => file)).size);
    } finally {
      small.close();
      removeFolder(small.folder);
      removeFolder(place);
    }
  });
});
