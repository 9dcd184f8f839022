import { deepEqual, equal, ok } from "node:assert/strict";
import fc from "fast-check";
import { addCorrection, applyChange, type NewEntry, type TextChange } from "../../../../src/core/entities/corrections/editCorrections";
import { parseCorrections } from "../../../../src/core/entities/corrections/parseCorrections";

const hide: NewEntry = {
  list: "hide",
  keys: [
    ["kind", "person"],
    ["name", "Read: More"],
  ],
};

function added(before: string, entry: NewEntry = hide): TextChange {
  const change = addCorrection(before, entry);
  if ("message" in change) throw new Error(`${change.line + 1}: ${change.message}`);
  return change;
}

const cases: readonly (readonly [name: string, before: string, after: string])[] = [
  [
    "behind the last entry, comments kept",
    "version: 1 # ours\nhide:\n    # not a person\n    - kind: person\n      name: Café\nmerge: []\n",
    'version: 1 # ours\nhide:\n    # not a person\n    - kind: person\n      name: Café\n    - kind: person\n      name: "Read: More"\nmerge: []\n',
  ],
  ["a list of its own at the end", "version: 1\n# the end", 'version: 1\n# the end\nhide:\n  - kind: person\n    name: "Read: More"\n'],
  [
    "a list in brackets",
    "version: 1\nhide: [ {kind: person, name: X} ] # ours\n",
    'version: 1\nhide: [ {kind: person, name: X} , { kind: person, name: "Read: More" }] # ours\n',
  ],
  [
    "a list in brackets that ends with a comma",
    "version: 1\nhide: [\n  {kind: person, name: X}, # ours\n]\n",
    'version: 1\nhide: [\n  {kind: person, name: X}, # ours\n  { kind: person, name: "Read: More" }\n]\n',
  ],
  [
    "a key without a list",
    "version: 1\nhide: # nobody yet\nmerge: []\n",
    'version: 1\nhide: # nobody yet\n  - kind: person\n    name: "Read: More"\nmerge: []\n',
  ],
  [
    "with the file's line ends",
    "version: 1\r\nhide:\r\n- {kind: person, name: X}",
    'version: 1\r\nhide:\r\n- {kind: person, name: X}\r\n- kind: person\r\n  name: "Read: More"\r\n',
  ],
];

describe("changes of the corrections file", () => {
  for (const [name, before, after] of cases) {
    it(name, () => {
      const text = applyChange(before, added(before));
      equal(text, after);
      deepEqual(parseCorrections(text).problems, []);
      equal(parseCorrections(text).corrections.list.hidden.at(-1)?.name, "Read: More");
    });
  }

  it("an empty list in brackets", () => {
    const before = "version: 1\nhide: []\n";
    const { corrections, problems } = parseCorrections(applyChange(before, added(before)));
    deepEqual([corrections.list.hidden.map((one) => one.name), problems], [["Read: More"], []]);
  });
});

const bad: readonly (readonly [text: string, problems: readonly string[]])[] = [
  ["", []],
  ["version: 2\nhide: [{kind: person, name: X}]", ["1 This program reads version 1 of the file. Nothing in it is used."]],
  ["- a\n- b", ['1 The file has to begin with "version: 1" and lists such as "merge:".']],
  ["version: 1\nhide: X", ['2 "hide" has to be a list: lines that begin with "- ".']],
  [
    "version: 1\nhide:\n  - kind: person\n    nmae: X",
    ['4 "nmae" means nothing in an entry of "hide"; it has kind, name.', '3 "name" is missing.'],
  ],
  ["hide:\n  - X", ['1 "version: 1" is missing.', '2 An entry of "hide" needs "kind: …", "name: …".']],
];

describe("reading the corrections file", () => {
  for (const [text, expected] of bad) {
    it(JSON.stringify(text), () => {
      deepEqual(
        parseCorrections(text).problems.map(({ line, message }) => `${line + 1} ${message}`),
        expected,
      );
    });
  }

  it("a file that is no YAML loses nothing of what can be read", () => {
    const { problems } = parseCorrections("version: 1\nhide:\n  - kind: person\n  name: [");
    equal(problems.length > 0, true);
  });
});

const refused: readonly (readonly [text: string, problem: string])[] = [
  ["- a\n- b\n", '1 The file has to begin with "version: 1" and lists such as "merge:".'],
  ["hello", '1 The file has to begin with "version: 1" and lists such as "merge:".'],
  ["version: 1\nmerge: [a\nhide: {", "3 Flow sequence in block collection must be sufficiently indented and end with a ]"],
  ["version: 1\nhide: []\nhide: []\n", "3 Map keys must be unique"],
  ["version: 1\n---\nhide: []\n", "2 Source contains multiple documents; please use YAML.parseAllDocuments()"],
  ["version: 1\nhide:\n\t- a\n", "3 Tabs are not allowed as indentation"],
  ["version: 2\n", "1 This program reads version 1 of the file. Nothing in it is used."],
  ["version: 1\nhide: {a: b}\n", '2 "hide" has to be a list: lines that begin with "- "'],
  ["version: 1\nhide: ~\n", '2 "hide" has to be a list: lines that begin with "- "'],
  ["version: 1\npin: &x []\nhide: *x\n", '3 "hide" has to be a list: lines that begin with "- "'],
  [`version: 1\nhide: ${"[".repeat(100_000)}`, "2 Nothing in this file is used: lists and keys stand too deep in each other."],
  [`version: 1\nhide:\n  ${"- ".repeat(50_000)}x`, "3 Nothing in this file is used: lists and keys stand too deep in each other."],
  [
    `version: 1\n${Array.from({ length: 400 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n")}`,
    "259 Nothing in this file is used: lists and keys stand too deep in each other.",
  ],
  [`version: 1\n${"- a\n".repeat(90_000)}`, "40000 Nothing in this file is used: it is too long."],
  ["x".repeat(2_000_000), "1 The file is longer than 1048576 characters: nothing in it is used."],
];

describe("a corrections file that nothing can be added to", () => {
  for (const [text, expected] of refused) {
    it(`is left as it is: ${JSON.stringify(text.slice(0, 60))}`, () => {
      const change = addCorrection(text, hide);
      ok("message" in change);
      equal(`${change.line + 1} ${change.message}`, expected);
    });
  }

  it("does not unfold anchors", () => {
    const levels = [
      "a: &a [x, x, x, x, x, x, x, x, x, x]",
      ..."bcdefghi".split("").map(
        (name, at) =>
          `${name}: &${name} [${Array(10)
            .fill(`*${"abcdefghi".charAt(at)}`)
            .join(", ")}]`,
      ),
    ];
    const text = `version: 1\n${levels.join("\n")}\nhide:\n  - *i\n  - kind: *i\n    name: *i\n`;
    equal(parseCorrections(text).corrections.list.hidden.length, 0);
    ok(JSON.stringify(added(text)).length < 1000);
  });

  it("and every other gets one entry more, or a reason", () => {
    const piece = fc.constantFrom(
      "version: 1\n",
      "hide:\n",
      "hide: ",
      "  - kind: person\n    name: Ada\n",
      "- a\n",
      "[",
      "]",
      "{",
      "}",
      ", ",
      "&a ",
      "*a ",
      "# note\n",
      "'",
      '"',
      "|\n",
      "? ",
      ": ",
      "---\n",
      "\t",
      "\r\n",
      "  ",
      "merge: []\n",
      "!!x ",
      "é\u2028",
      "%YAML 9\n",
      "~",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const text = pieces.join("");
        const change = addCorrection(text, hide);
        if ("message" in change) return;
        const before = parseCorrections(text).corrections.list;
        const after = parseCorrections(applyChange(text, change)).corrections.list;
        deepEqual({ ...after, hidden: after.hidden.slice(0, -1) }, before);
        equal(after.hidden.at(-1)?.name, "Read: More");
        equal(change.start, change.end - (text.trim() === "" ? text.length : 0));
      }),
      { numRuns: 2000 },
    );
  });
});
