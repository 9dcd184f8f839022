import assert from "node:assert/strict";
import { ready, until } from "../../vscode/suite/support";

describe("A corpus that was never opened in this browser", () => {
  it("is read, and kept when its window is closed", async () => {
    const api = await ready();
    assert.equal(api.status()?.kept, 0);
    await until("all names to be read", () => {
      const state = api.entitiesState();
      return state !== undefined && state.total > 0 && state.done === state.total;
    });
    await api.stop();
  });
});
