import assert from "node:assert/strict";
import { ready, until } from "./support";

describe("Threads that analyse", () => {
  it("begin to work when a corpus is read", async () => {
    const api = await ready();
    await until("a thread to begin", () => (api.status()?.threads ?? 0) > 0);
    assert.ok((api.status()?.articles ?? 0) > 10);
  });
});
