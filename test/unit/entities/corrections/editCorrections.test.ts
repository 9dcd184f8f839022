import { deepEqual, equal } from "node:assert/strict";
import { addCorrection, applyChange, type NewEntry } from "../../../../src/core/entities/corrections/editCorrections";
import { parseCorrections } from "../../../../src/core/entities/corrections/parseCorrections";

const hide: NewEntry = { list: "hide", keys: [["kind", "person"], ["name", "Read: More"]] };

const cases: readonly (readonly [name: string, before: string, after: string])[] = [
  ["behind the last entry, comments kept",
    "version: 1 # ours\nhide:\n    # not a person\n    - kind: person\n      name: Café\nmerge: []\n",
    "version: 1 # ours\nhide:\n    # not a person\n    - kind: person\n      name: Café\n    - kind: person\n      name: \"Read: More\"\nmerge: []\n"],
  ["a list of its own at the end", "version: 1\n# the end", "version: 1\n# the end\nhide:\n  - kind: person\n    name: \"Read: More\"\n"],
  ["with the file's line ends", "version: 1\r\nhide:\r\n- {kind: person, name: X}", "version: 1\r\nhide:\r\n- {kind: person, name: X}\r\n- kind: person\r\n  name: \"Read: More\"\r\n"],
];

describe("changes of the corrections file", () => {
  for (const [name, before, after] of cases) {
    it(name, () => {
      const text = applyChange(before, addCorrection(before, hide));
      equal(text, after);
      deepEqual(parseCorrections(text).problems, []);
      equal(parseCorrections(text).corrections.list.hidden.at(-1)?.name, "Read: More");
    });
  }

  it("an empty list in brackets", () => {
    const before = "version: 1\nhide: []\n";
    const { corrections, problems } = parseCorrections(applyChange(before, addCorrection(before, hide)));
    deepEqual([corrections.list.hidden.map((one) => one.name), problems], [["Read: More"], []]);
  });
});

const bad: readonly (readonly [text: string, problems: readonly string[]])[] = [
  ["", []],
  ["version: 2\nhide: [{kind: person, name: X}]", ["1 This program reads version 1 of the file. Nothing in it is used."]],
  ["- a\n- b", ['1 The file has to begin with "version: 1" and lists such as "merge:".']],
  ["version: 1\nhide: X", ['2 "hide" has to be a list: lines that begin with "- ".']],
  ["version: 1\nhide:\n  - kind: person\n    nmae: X", ['4 "nmae" means nothing in an entry of "hide"; it has kind, name.', '3 "name" is missing.']],
  ["hide:\n  - X", ['1 "version: 1" is missing.', '2 An entry of "hide" needs "kind: …", "name: …".']],
];

describe("reading the corrections file", () => {
  for (const [text, expected] of bad) {
    it(JSON.stringify(text), () => {
      deepEqual(parseCorrections(text).problems.map(({ line, message }) => `${line + 1} ${message}`), expected);
    });
  }

  it("a file that is no YAML loses nothing of what can be read", () => {
    const { problems } = parseCorrections("version: 1\nhide:\n  - kind: person\n  name: [");
    equal(problems.length > 0, true);
  });
});
