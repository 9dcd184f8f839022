import assert from "node:assert/strict";
import { promises as fs } from "node:fs";
import * as path from "node:path";
import type { FindingJson } from "../../../src/cli/commands/check";
import { run } from "../../../src/cli/run";
import { temporaryFolder } from "../../server/fixtures";

const bridge = `# Minister Opens Bridge

By [The Velm Courier](#)

May 3, 2021

VELM (NBS) - Transport Minister Ilka Maros opened the bridge over the Tarn on Monday. "It is a good day for everybody who crosses rivers," Maros said.

Mayor Tomas Verhany said that more than 2,500 people had come. "I have never seen so many umbrellas in one place," he said.
`;

/** Draft, passage, kind, verdict. */
const cases: readonly (readonly [string, string, string, string])[] = [
  ["“It is a good day for everybody who crosses rivers,” Ilka Maros said.", "It is a good day", "quotation", "verbatim"],
  ["“It is a good day … who crosses rivers,” Ilka Maros said.", "It is a good day", "quotation", "verbatim"],
  ["“It was a good day for everybody who crosses rivers,” Ilka Maros said.", "It was a good day", "quotation", "altered"],
  ["“It is a good day for everybody who crosses rivers,” Tomas Verhany said.", "It is a good day", "quotation", "somebody-else"],
  ["“The harbour will be closed until the lights come on,” Ilka Maros said.", "The harbour", "quotation", "not-in-corpus"],
  ["Ilka Marso opened the bridge.", "Ilka Marso", "name", "spelled-otherwise"],
  ["Ilka Maros opened the bridge.", "Ilka Maros", "name", "as-in-corpus"],
  ["Transport Minister Ilka Maros came.", "Transport Minister", "role", "as-in-corpus"],
  ["Finance Minister Ilka Maros came.", "Finance Minister", "role", "other-role"],
  ["More than 2,500 people had come to the bridge, said Mayor Tomas Verhany.", "More than 2,500", "number", "as-in-corpus"],
  ["More than 3,500 people had come to the bridge, said Mayor Tomas Verhany.", "More than 3,500", "number", "other-figure"],
  ["Ilka Maros opened the bridge over the Tarn on 3 May 2021.", "3 May 2021", "date", "as-in-corpus"],
  ["Ilka Maros opened the bridge over the Tarn on 9 August 2020.", "9 August 2020", "date", "other-date"],
];

describe("cli: check", () => {
  let folder: { readonly path: string };
  before(async () => {
    folder = await temporaryFolder({ "corpus/bridge.txt": bridge });
  });
  after(async () => {
    await fs.rm(folder.path, { recursive: true, force: true });
  });

  async function check(draft: string): Promise<{ readonly code: number; readonly findings: readonly FindingJson[] }> {
    const file = path.join(folder.path, "draft.md");
    await fs.writeFile(file, draft);
    let text = "";
    const code = await run(["check", "--json", file, path.join(folder.path, "corpus")], {
      write: (piece) => {
        text += piece;
        return Promise.resolve();
      },
      complain: () => undefined,
      width: 120,
    });
    return { code, findings: JSON.parse(text) as readonly FindingJson[] };
  }

  for (const [draft, passage, kind, verdict] of cases)
    it(`${kind}, ${verdict}: ${draft}`, async () => {
      const { code, findings } = await check(draft);
      const found = findings.find((one) => one.kind === kind && one.text.startsWith(passage));
      assert.equal(found?.verdict, verdict, JSON.stringify(findings));
      assert.equal(draft.slice(found.start, found.end), found.text);
      assert.equal(code, findings.some((one) => /^(?:altered|somebody-else|spelled-otherwise|other-)/u.test(one.verdict)) ? 3 : 0);
      for (const { start, end, text } of found.evidence) assert.equal(bridge.slice(start, end), text);
    });

  it("calls nothing of an article wrong in its own corpus", async () => {
    const { code, findings } = await check(bridge);
    assert.equal(code, 0, JSON.stringify(findings));
    assert.deepEqual(
      findings.filter(({ kind }) => kind === "quotation").map(({ verdict }) => verdict),
      ["verbatim", "verbatim"],
    );
  });
});
