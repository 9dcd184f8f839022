import { deepEqual, equal, ok } from "node:assert/strict";
import fc from "fast-check";
import { analyse, termsOf } from "../../../src/core/search/analyse/analyser";

const cases: readonly (readonly [string, readonly string[]])[] = [
  ["The Dam’s gates", ["the", "dam", "gates"]],
  ["U.S. and US, U.N.'s J. Vael", ["us", "and", "us", "un", "j", "vael"]],
  ["Moscow-mediated and/or", ["moscow", "mediated", "and", "or"]],
  ["O'Neill didn’t", ["oneill", "didnt"]],
  ["1,200 of 10.5", ["1200", "of", "10.5"]],
  ["in 2013.", ["in", "2013"]],
  ["Café São\u00a0Tomé Øster ΆΓΙΟΣ", ["cafe", "sao", "tome", "oster", "αγιοσ"]],
  ["pe\u200bace\u00adful", ["peaceful"]],
  ["和平谈判", ["和平", "谈判"]],
  ["“peace” 'talks'", ["peace", "talks"]],
  ["** # --", []],
];

describe("analyser", () => {
  for (const [text, terms] of cases) {
    it(text, () => {
      deepEqual(termsOf(text), terms);
    });
  }

  it("gives the words of a run without spaces, however long it is, at their places", () => {
    const run = "和平谈判".repeat(3000);
    let end = 0;
    let count = 0;
    analyse(run, 0, run.length, (_, from, to) => {
      ok(from < to && to - from < 5, `${from}..${to}`);
      count++;
      end = to;
    });
    equal(end, run.length);
    ok(count > 5000, String(count));
  });

  it("gives places inside the text, in order", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        let last = 0;
        analyse(text, 0, text.length, (_, start, end) => {
          if (start < last || end <= start || end > text.length) throw new Error(`${start}..${end} after ${last}`);
          last = end;
        });
      }),
    );
  });
});
