import { deepEqual } from "node:assert/strict";
import { seededRandom } from "../../../bench/random";
import { topOf } from "../../../src/core/search/engine/top";

describe("search: the first of many", () => {
  it("are those that sorting gives", () => {
    const random = seededRandom(5);
    for (let round = 0; round < 300; round++) {
      const items = Array.from({ length: Math.floor(random() * 120) }, (_, id) => ({ id, score: Math.floor(random() * 9) }));
      const compare = (a: (typeof items)[number], b: (typeof items)[number]): number => b.score - a.score || a.id - b.id;
      for (const limit of [0, 1, 2, 7, 50, 200]) deepEqual(topOf(items, limit, compare), [...items].sort(compare).slice(0, limit));
    }
  });
});
