import assert from "node:assert/strict";
import * as vscode from "vscode";

describe("Activation", () => {
  it("activates the extension", async () => {
    const extension = vscode.extensions.getExtension("corpus-navigator.corpus-navigator");
    assert.ok(extension);
    await extension.activate();
    assert.equal(extension.isActive, true);
  });
});
