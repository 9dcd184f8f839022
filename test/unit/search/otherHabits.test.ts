import { equal, ok } from "node:assert/strict";
import { parseQuery } from "../../../src/core/search/query/parser";
import { printQuery } from "../../../src/core/search/query/printQuery";

/** What other programs understand, and what of the hint tells what to type here. */
const told: readonly (readonly [string, string])[] = [
  ["hlead(treaty)", "title:(peace talks)"],
  ["allcaps(who)", "case:WHO"],
  ["atleast5 treaty", "cannot be asked"],
  ["treat!", "treat*"],
  ["wom#n", "wom?n"],
  ["treaty w/s bridge", "NEAR/5"],
  ["treaty /5 bridge", "NEAR/5"],
  ["treaty onear/5 bridge", "NEAR/5"],
  ["treaty AROUND 5 bridge", "NEAR/5"],
  ["treaty near bridge", "NEAR/5"],
  ["treaty XOR bridge", "AND, OR, NOT"],
  ["treaty BUT NOT bridge", "NOT alone"],
  ["treaty ODER bridge", "OR for one of two"],
  ["treaty NICHT bridge", "minus sign"],
  ['"treaty bridge"@4', "~4"],
  ["1990..1995", "date:1990..1995"],
  ["$50..$100", "only dates"],
  ["title=treaty", "colon"],
  ["wc>500", "colon"],
  ["newer_than:2d", "no field"],
  ["'treaty bridge'", "double ones"],
  ["=treaty", '"treaty"'],
  ["#treaty", "ignored"],
  ["treaty * bridge", "star"],
  ["[a TO c]", "ignored"],
  ["lang:de,fr", "lang:(de OR fr)"],
];

const understood: readonly (readonly [string, string])[] = [
  ["treaty ANDNOT bridge", "treaty AND NOT bridge"],
  ["date:[2013-01-01 TO 2013-03-31]", "date:2013-01-01..2013-03-31"],
  ["date:2013-01 to 2013-02 dam", "date:2013-01-01..2013-02-28 AND dam"],
  ["treaty~0.8", "treaty~"],
];

describe("search: what other programs understand", () => {
  for (const [query, hint] of told) {
    it(query, () => {
      const { hints } = parseQuery(query);
      ok(
        hints.some(({ message }) => message.includes(hint)),
        hints.map(({ message }) => message).join("\n"),
      );
    });
  }
  for (const [query, printed] of understood) {
    it(query, () => {
      const { root, hints } = parseQuery(query);
      equal(root === null ? "" : printQuery(root), printed);
      equal(hints.length, 0);
    });
  }
  for (const query of [
    "AT&T",
    "C++",
    "C# code",
    "50% of voters",
    "$5 million",
    "R&D",
    "O'Neill's dam",
    "12:30",
    "U.S. (the dam)",
    "who’s who",
  ]) {
    it(`${query}: nothing to say`, () => {
      equal(parseQuery(query).hints.length, 0);
    });
  }
});
