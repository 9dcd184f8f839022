import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { CorpusNavigatorApi } from "../../../src/client/activate";
import { file, ready, until } from "./support";

/** The last of the suite: what it decides for the folder stays. */
describe("Read This Folder as a Corpus", () => {
  let api: CorpusNavigatorApi;

  before(async () => {
    api = await ready();
  });

  it("leaves nothing out that can be read", async () => {
    await vscode.workspace.fs.writeFile(
      file("whole.txt"),
      new TextEncoder().encode("#!/bin/sh\nset -e\nfor i in 1 2; do\n  echo $i;\ndone\nexit 0;\nif [ x ]; then y; fi\n"),
    );
    const isLeftOut = (): boolean => (api.status()?.leftOut ?? []).some(({ uri }) => uri.endsWith("/whole.txt"));
    await until("the script to be left out", isLeftOut);
    const before = api.status()?.articles ?? 0;
    await vscode.commands.executeCommand("corpusNavigator.readFolderAsCorpus");
    await until("the script to be read", () => !isLeftOut() && (api.status()?.articles ?? 0) > before);
    assert.equal(isLeftOut(), false);
  });
});
