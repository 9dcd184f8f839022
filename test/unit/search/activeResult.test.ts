import assert from "node:assert/strict";
import { ActiveResult } from "../../../src/client/views/search/activeResult";

describe("The active result", () => {
  it("is what the list says, unless that is older than the last step", () => {
    const active = new ActiveResult();
    active.hear(2, 0, false);
    assert.equal(active.index, 2);
    active.walk(3);
    active.walk(4);
    active.hear(3, 1, false);
    assert.equal(active.index, 4);
    active.hear(4, 2, false);
    active.hear(0, 2, false);
    assert.equal(active.index, 0);
  });

  it("is heard again from a list that was hidden during a step, or could not take it", () => {
    const active = new ActiveResult();
    active.hear(0, 0, true);
    active.walk(7);
    // Shown again, it was told how many steps there were, and has none active yet.
    active.hear(-1, active.walked, false);
    assert.equal(active.index, 7);
    active.hear(2, active.walked, false);
    assert.equal(active.index, 2);
  });

  it("is none for another question", () => {
    const active = new ActiveResult();
    active.walk(5);
    active.hear(-1, 0, true);
    assert.equal(active.index, -1);
  });
});
