import { deepEqual, equal } from "node:assert/strict";
import fc from "fast-check";
import { Best } from "../../../src/core/util/best";
import { counted, countOf, entriesOf, sizeOf, type Counts } from "../../../src/core/util/counts";
import { ownCopy } from "../../../src/core/util/ownCopy";

describe("counting and choosing", () => {
  it("counts as a map does, with few keys and with many", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(40), fc.integer({ min: -2, max: 3 })), { maxLength: 120 }), (steps) => {
        let counts: Counts = [];
        const expected = new Map<number, number>();
        for (const [key, by] of steps) {
          if (by === 0) continue;
          counts = counted(counts, key, by);
          const count = (expected.get(key) ?? 0) + by;
          if (count === 0) expected.delete(key);
          else expected.set(key, count);
        }
        deepEqual(new Map(entriesOf(counts)), expected);
        equal(sizeOf(counts), expected.size);
        for (let key = 0; key <= 40; key++) equal(countOf(counts, key), expected.get(key) ?? 0);
      }),
    );
  });

  it("keeps the best of many as sorting all of them would", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer()), fc.integer({ min: 1, max: 8 }), (numbers, limit) => {
        const best = new Best<number>(limit, (a, b) => b - a);
        for (const number of numbers) best.add(number);
        deepEqual(best.items, [...numbers].sort((a, b) => b - a).slice(0, limit));
      }),
    );
  });

  it("copies any string as it is", () => {
    for (const text of ["", "short", "exactly13char", "a longer one – with “signs”, 汉字 and 🙂 \ud800", "x".repeat(5000)])
      equal(ownCopy(`<${text}>`.slice(1, -1)), text);
  });
});
