import assert from "node:assert/strict";
import { ready, titles } from "../../vscode/suite/support";

describe("A corpus that was open in this browser before", () => {
  it("is there, and none of its files is read again", async () => {
    const api = await ready();
    const { kept, filesTotal, articles, threads } = api.status() ?? {};
    assert.ok(kept !== undefined && kept > 10, `${kept} files were kept`);
    assert.deepEqual({ filesTotal, threads }, { filesTotal: 0, threads: 0 });
    assert.equal((await titles(api)).length, articles);
  });
});
