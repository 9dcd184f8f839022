import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { version } from "../../../package.json";
import { commandLine } from "../../support/commandLine";
import { removeFolder, temporaryFolder } from "../../support/temporaryFolder";

describe("corpus-navigator", () => {
  const WRONG: string[][] = [
    [],
    ["nonsense"],
    ["articles"],
    ["articles", "a", "b"],
    ["articles", "a", "--jsn"],
    ["bundle", "a"],
    ["bundle", "-o", "x"],
    ["bundle", "a", "-o"],
    ["split", "a"],
    ["serve"],
    ["--nonsense"],
  ];
  for (const args of WRONG) {
    it(`takes "${args.join(" ")}" for wrong usage`, async () => {
      const { code, out, complaints } = await commandLine(args);
      assert.deepEqual({ code, out }, { code: 2, out: "" });
      assert.match(complaints.join("\n"), /help/);
    });
  }

  it("tells its version", async () => {
    assert.deepEqual(await commandLine(["--version"]), { code: 0, out: `${version}\n`, complaints: [] });
  });

  for (const command of ["articles", "bundle", "split", "serve"]) {
    it(`explains ${command}, with an example`, async () => {
      const { code, out, complaints } = await commandLine([command, "--help"]);
      assert.deepEqual({ code, complaints }, { code: 0, complaints: [] });
      assert.match(out, /Usage: corpus-navigator /);
      assert.match(out, /Example/);
      assert.match((await commandLine(["--help"])).out, new RegExp(`^ +${command} `, "m"));
    });
  }

  it("fails on a folder that is not there", async () => {
    const { code, out, complaints } = await commandLine(["articles", "no such folder", "--json"]);
    assert.deepEqual(
      { code, out, complaints },
      { code: 1, out: "", complaints: ["corpus-navigator: no such folder: no such file or folder."] },
    );
  });

  it("stops when it is cancelled", async () => {
    const folder = temporaryFolder();
    try {
      mkdirSync(path.join(folder, "in"));
      writeFileSync(path.join(folder, "in", "a.txt"), "The harbour reopened on Monday.\n");
      const token = { isCancellationRequested: true };
      const { code, complaints } = await commandLine(["articles", path.join(folder, "in")], token);
      assert.deepEqual({ code, complaints }, { code: 1, complaints: ["corpus-navigator: Cancelled."] });
    } finally {
      removeFolder(folder);
    }
  });
});
