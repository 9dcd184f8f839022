import assert from "node:assert/strict";
import { promises as fs } from "node:fs";
import * as path from "node:path";
import { run } from "../../../src/cli/run";
import { temporaryFolder } from "../../server/fixtures";

interface Output {
  readonly entities: readonly {
    readonly id: string;
    readonly name: string;
    readonly type: string;
    readonly aliases: readonly string[];
    readonly roles: readonly { readonly phrase: string; readonly count: number }[];
    readonly mentions: number;
    readonly articles: number;
  }[];
  readonly mentions: readonly {
    readonly file: string;
    readonly key: string | null;
    readonly start: number;
    readonly end: number;
    readonly type: string;
    readonly entity: string | null;
  }[];
}

const article = `# Minister Opens Bridge

By [The Velm Courier](#)

May 3, 2021

German Transport Minister Ilka Maros opened the bridge over the Rhine on Monday. "It is a good day for Germany," Maros said.

The United Nations sent no one, and the mayor of Berlin said that he had not been asked to come.
`;

describe("cli: entities", () => {
  let folder: { readonly path: string };
  before(async () => {
    folder = await temporaryFolder({
      "a/bridge.txt": `\ufeff${article}`,
      "two.bundle": `<<<FILE: first.txt>>>\n${article}<<<END FILE>>>\n<<<FILE: second.txt>>>\n${article}<<<END FILE>>>\n`,
    });
  });
  after(async () => {
    await fs.rm(folder.path, { recursive: true, force: true });
  });

  async function output(
    ...args: string[]
  ): Promise<{ readonly code: number; readonly text: string; readonly complaints: readonly string[] }> {
    let text = "";
    const complaints: string[] = [];
    const code = await run(["entities", ...args], {
      write: (piece) => {
        text += piece;
        return Promise.resolve();
      },
      complain: (line) => complaints.push(line),
      width: 120,
    });
    return { code, text, complaints };
  }

  it("gives entities and mentions, with offsets from the start of the decoded text without its byte order mark", async () => {
    const { code, text, complaints } = await output("--json", folder.path);
    assert.deepEqual([code, complaints], [0, []]);
    const { entities, mentions } = JSON.parse(text) as Output;
    const maros = entities.find((entity) => entity.name === "Ilka Maros");
    assert.deepEqual(maros, {
      id: "PER:ilka maros",
      name: "Ilka Maros",
      type: "PER",
      aliases: ["Maros"],
      roles: [{ phrase: "German Transport Minister", count: 3 }],
      mentions: 6,
      articles: 3,
    });
    const bundle = await fs.readFile(path.join(folder.path, "two.bundle"), "utf8");
    const texts = new Map([
      ["a/bridge.txt", article],
      ["two.bundle", bundle],
    ]);
    const forms = mentions.map(
      ({ file, key, start, end, type, entity }) =>
        `${file} ${key ?? "-"} ${type} ${texts.get(file)?.slice(start, end) ?? ""} ${entity ?? "-"}`,
    );
    for (const [file, key] of [
      ["a/bridge.txt", "-"],
      ["two.bundle", "first.txt"],
      ["two.bundle", "second.txt"],
    ]) {
      assert.ok(forms.includes(`${file} ${key} PER Ilka Maros PER:ilka maros`), forms.join("\n"));
      assert.ok(forms.includes(`${file} ${key} MISC German LOC:{DE}`));
      assert.ok(forms.includes(`${file} ${key} ORG The Velm Courier ORG:velm courier`));
    }
  });

  it("narrows to a kind and to the most telling", async () => {
    const { text } = await output("--json", "--type", "PER", "--top", "1", folder.path);
    const { entities, mentions } = JSON.parse(text) as Output;
    assert.deepEqual(
      entities.map(({ name }) => name),
      ["Ilka Maros"],
    );
    assert.equal(mentions.length, 6);
    assert.ok(mentions.every(({ entity }) => entity === "PER:ilka maros"));
  });

  it("shows a table that fits the width", async () => {
    const { text } = await output(folder.path);
    assert.match(text, /^person +Ilka Maros +German Transport Minister +6 +3 {2}Maros$/m);
    assert.ok(text.split("\n").every((line) => line.length <= 120));
  });

  it("applies what readers corrected, and names what it does not understand", async () => {
    await fs.mkdir(path.join(folder.path, ".corpus"));
    await fs.writeFile(
      path.join(folder.path, ".corpus/entities.yaml"),
      "version: 1\nrename:\n  - {kind: person, entity: Ilka Maros, name: Minister Maros}\nhide:\n  - {kind: ghost, name: X}\n",
    );
    const { text, complaints } = await output(folder.path);
    assert.match(text, /^person +Minister Maros /m);
    assert.deepEqual(complaints, ['.corpus/entities.yaml:5: "kind" has to be person, organization, place or event.']);
  });

  it("says what is wrong with the options", async () => {
    assert.equal((await output("--type", "DOG", folder.path)).code, 2);
    assert.equal((await output("--top", "0", folder.path)).code, 2);
    assert.equal((await output(path.join(folder.path, "nowhere"))).code, 1);
  });
});
