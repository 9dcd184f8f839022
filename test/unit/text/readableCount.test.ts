import { strict as assert } from "node:assert";
import { counted, readableNumber } from "../../../src/core/text/readableCount";

describe("counts in words", () => {
  it("groups digits by three", () => {
    assert.deepEqual([0, 7, 999, 1000, 1602, 1234567].map(readableNumber), ["0", "7", "999", "1,000", "1,602", "1,234,567"]);
  });

  it("counts one and many", () => {
    assert.deepEqual(
      [0, 1, 2, 1602].map((count) => counted(count, "article")),
      ["0 articles", "1 article", "2 articles", "1,602 articles"],
    );
  });
});
