import assert from "node:assert/strict";
import { promises as fs } from "node:fs";
import * as path from "node:path";
import { run } from "../../../src/cli/run";

const seeds = path.join(__dirname, "../../../../shared/seeds");

async function output(
  ...args: string[]
): Promise<{ readonly code: number; readonly text: string; readonly complaints: readonly string[] }> {
  let text = "";
  const complaints: string[] = [];
  const code = await run(["compare", ...args], {
    write: (piece) => {
      text += piece;
      return Promise.resolve();
    },
    complain: (line) => complaints.push(line),
    width: 120,
  });
  return { code, text, complaints };
}

interface Passage {
  readonly article: number;
  readonly text: string;
}
interface CompareJson {
  readonly articles: readonly { readonly file: string }[];
  readonly common: readonly {
    readonly earlier: number;
    readonly later: number;
    readonly ofLater: number;
    readonly wording: readonly { readonly earlier: Passage; readonly later: Passage }[];
  }[];
  readonly figures: readonly { readonly figures: readonly Passage[] }[];
}

describe("cli: compare", () => {
  it("sets the seeds beside each other: who was first, one text, other words, other figures", async function () {
    if (!(await fs.stat(seeds).catch(() => null))) this.skip();
    const file = (await fs.readdir(seeds)).find((name) => name.startsWith("000")) ?? "";
    const { code, text } = await output(seeds, file, "--json");
    assert.equal(code, 0);
    const { articles, common, figures } = JSON.parse(text) as CompareJson;
    const [first] = common;
    assert.match(articles[first?.earlier ?? -1]?.file ?? "", /^002/u);
    assert.match(articles[first?.later ?? -1]?.file ?? "", /^000/u);
    assert.ok((first?.ofLater ?? 0) > 0.85);
    const wording = first?.wording.map(({ earlier, later }) => `${earlier.text} > ${later.text}`) ?? [];
    for (const wanted of ["organise > organize", "al-Assad > Assad"]) assert.ok(wording.includes(wanted), wording.join("; "));
    const given = figures.flatMap((one) => one.figures.map((figure) => figure.text));
    for (const wanted of ["more than 100,000", "More than 120,000", "at least 94,000", "as high as 120,000"])
      assert.ok(given.includes(wanted), given.join("; "));
  });

  it("says so where nothing can be compared, and what is missing", async () => {
    const samples = path.join(__dirname, "../../../samples");
    const missing = await output(samples, "--story", "volcano");
    assert.equal(missing.code, 1);
    assert.match(missing.complaints.join("\n"), /No story of .* has the label volcano/u);
    assert.equal((await output(samples)).code, 2);
  });
});
