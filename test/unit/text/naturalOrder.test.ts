import { deepEqual } from "node:assert/strict";
import { compareNaturally } from "../../../src/core/text/naturalOrder";

describe("natural order", () => {
  for (const sorted of [
    ["round 2", "round 10", "round 10 again", "round 100"],
    ["2 dead", "10 dead", "a"],
    ["part 01", "part 1", "part 2", "part 002b"],
    ["99999999999999999999998", "99999999999999999999999"],
    ["", "0", "00", "a"],
  ]) {
    it(sorted.join(" < "), () => {
      deepEqual([...sorted].reverse().sort(compareNaturally), sorted);
      deepEqual([...sorted].sort(compareNaturally), sorted);
    });
  }
});
