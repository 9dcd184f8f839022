import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { parseAnnotated } from "../../../../scripts/train/annotations";
import { detokenize } from "../../../../scripts/train/detokenize";
import { headlines } from "../../../../scripts/train/augment";
import { withOurTypes } from "../../../../scripts/train/types";
import { score, total } from "../../../../bench/entities/scoring";

function marked(text: string, names: readonly { start: number; end: number; type: string }[]): string {
  let out = "";
  let at = 0;
  for (const { start, end, type } of names) {
    out += `${text.slice(at, start)}[${type} ${text.slice(start, end)}]`;
    at = end;
  }
  return out + text.slice(at);
}

describe("reading training texts", () => {
  it("takes the brackets out of an annotated article", () => {
    const source = "[PER Ada Orm] of [LOC Tarsk].\n\nShe [sic] left\nthe [ORG Orm\nBank].";
    const { text, names, zones } = parseAnnotated("a.txt", source);
    assert.equal(text, "Ada Orm of Tarsk.\n\nShe [sic] left\nthe Orm\nBank.");
    assert.equal(marked(text, names), source);
    assert.deepEqual(
      zones.map(({ start, end }) => text.slice(start, end)),
      ["Ada Orm of Tarsk.", "She [sic] left\nthe Orm\nBank."],
    );
  });

  it("finds only whole, single names in the annotated articles", () => {
    const folder = "models/annotations";
    const files = readdirSync(folder).filter((file) => file.endsWith(".txt"));
    const name = /\[(?:PER|ORG|LOC|EVENT|MISC) [^\s[\]](?:[^[\]]*[^\s[\]])?\]/gu;
    const faults = files.flatMap((file) => {
      const rest = readFileSync(`${folder}/${file}`, "utf8").replace(name, "");
      return /[[\]]/u.test(rest) ? [`${file}: ${/.{0,20}[[\]].{0,20}/u.exec(rest)?.[0] ?? ""}`] : [];
    });
    assert.deepEqual(faults, []);
    assert.equal(new Set(files.map((file) => file.slice(0, 3))).size, files.length, "two articles have one number");
  });

  const treebank: [name: string, tokens: string, expected: string][] = [
    ["clitics and full stops", "Tarsk/B-LOC 's/O mayor/O did/O n't/O go/O ./O", "[LOC Tarsk]'s mayor didn't go."],
    ["quotes and brackets", "``/O Go/O ,/O ''/O said/O -LRB-/O Ada/B-PER Orm/I-PER -RRB-/O", '"Go," said ([PER Ada Orm])'],
    ["hyphens inside names", "Omar/B-PER al/I-PER -/I-PER Zarif/I-PER spoke/O -/O briefly/O", "[PER Omar al-Zarif] spoke - briefly"],
  ];
  for (const [name, tokens, expected] of treebank) {
    it(`writes naturally: ${name}`, () => {
      const pairs = tokens.split(" ").map((pair) => pair.split("/"));
      const { text, names } = detokenize(
        pairs.map(([token]) => token!),
        pairs.map(([, tag]) => tag!),
      );
      assert.equal(marked(text, names), expected);
    });
  }

  it("maps the kinds of other sets to ours", () => {
    const lists = { demonyms: new Set(["Tarskan"]), places: new Set(["Tarsk"]), organizations: new Set(["G9"]) };
    const source =
      "[LOC Tarskan] rule, [MISC Second Ovra War], [EVENT Tarsk talks], [EVENT G9 summit], [MISC Orm Sonata], [LOC Tarsk airport]";
    const document = withOurTypes(parseAnnotated("a", source), lists);
    assert.equal(
      marked(document.text, document.names),
      "Tarskan rule, [EVENT Second Ovra War], [LOC Tarsk] talks, [ORG G9] summit, Orm Sonata, [LOC Tarsk] airport",
    );
  });

  it("makes headlines whose names keep their places", () => {
    const document = parseAnnotated("a", "The mayor of [LOC Tarsk] met [PER Ada Orm] at noon.");
    const written = (upper: number, title: number): string[] =>
      headlines([document], upper, title, 5).map(({ text, names, zones }) => marked(text, names).slice(0, (zones[0]?.end ?? 0) + 12));
    assert.deepEqual(written(1, 0), ["THE MAYOR OF [LOC TARSK] MET [PER ADA ORM] AT NOON."]);
    assert.deepEqual(written(0, 1), ["The Mayor of [LOC Tarsk] Met [PER Ada Orm] at Noon"]);
  });
});

describe("scoring", () => {
  const gold = [
    { start: 0, end: 5, type: "PER" },
    { start: 10, end: 20, type: "ORG", alternatives: [{ start: 12, end: 20 }] },
    { start: 30, end: 35, type: "LOC", optional: true },
  ];
  const cases: [
    name: string,
    found: { start: number; end: number; type: string }[],
    counts: [right: number, found: number, gold: number],
  ][] = [
    [
      "extent and kind",
      [
        { start: 0, end: 5, type: "PER" },
        { start: 10, end: 20, type: "LOC" },
      ],
      [1, 2, 2],
    ],
    ["another right extent", [{ start: 12, end: 20, type: "ORG" }], [1, 1, 2]],
    ["optional names count neither way", [{ start: 30, end: 35, type: "LOC" }], [0, 0, 2]],
    [
      "one gold name is found once",
      [
        { start: 10, end: 20, type: "ORG" },
        { start: 12, end: 20, type: "ORG" },
      ],
      [1, 1, 2],
    ],
  ];
  for (const [name, found, counts] of cases) {
    it(name, () => {
      const all = total([score(gold, found, ["PER", "ORG", "LOC"])]).get("all")!;
      assert.deepEqual([all.right, all.found, all.gold], counts);
    });
  }
});
