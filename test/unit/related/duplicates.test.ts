import { strict as assert } from "node:assert";
import fc from "fast-check";
import { compare, Shingled } from "../../../src/core/related/duplicates/comparison";
import { originalOf, type Provenance } from "../../../src/core/related/duplicates/direction";
import { duplicateGroups } from "../../../src/core/related/duplicates/duplicateGroups";
import { DuplicateIndex } from "../../../src/core/related/duplicates/duplicateIndex";
import { signatureOf } from "../../../src/core/related/duplicates/signature";
import { wordHashes } from "../../../src/core/related/duplicates/wordHashes";
import { finish } from "../../../bench/related/finish";

const story = `The town council of Port Ellery voted on Tuesday to reopen the old ferry terminal, which has been closed since a storm damaged its pier four years ago.
Mayor Ines Calder said after the vote that the town had waited long enough, and declined to say how much the work would cost.
Officials put the sum at several million crowns, most of which the harbour office hopes to raise from a levy on visiting yachts.
The first ferry is expected to leave for Saint Brannoc in the autumn, according to a statement that the harbour office issued late in the evening.
Fishermen at the southern quay complained that nobody had asked them where their boats would lie while the pier is rebuilt.`;
const other = `Scientists in Velm described a beetle that feeds on the resin of a single kind of pine and was thought to have died out.
It was seen by a forester who took it for a seed, their paper says, and has since been found on eleven trees of the valley.
A fence will keep goats away from the slope until the eggs have hatched, said the botanical garden, which pays for it.`;

const words = (text: string): Uint32Array => wordHashes(text, [{ start: 0, end: text.length }]);

describe("comparing two texts", () => {
  const cases: readonly (readonly [name: string, a: string, b: string, kind: string | null])[] = [
    ["itself", story, story, "same"],
    ["capitals, quotes, dashes and Markdown", story, story.toUpperCase().replace(/,/g, " –").replace("FERRY", "**FERRY**"), "same"],
    ["possessives", story, story.replaceAll("Mayor", "Mayor's"), "same"],
    ["an edited copy", story, story.replace("town council", "city council").replace("on Tuesday ", "").replace("waited long enough", "lost its patience").replace(/Fishermen.*$/s, ""), "edited"],
    ["half of one in another text", `${other}\n${story.split("\n").slice(0, 2).join("\n")}`, story.split("\n").slice(0, 3).join("\n"), "excerpt"],
    ["a sentence of a long text", story.split("\n")[0] ?? "", `${story}\n${other}`, "excerpt"],
    ["another story", story, other, null],
    ["an empty text", story, "", null],
  ];
  for (const [name, a, b, kind] of cases) {
    it(`${name}: ${kind ?? "no near-duplicate"}`, () => {
      assert.equal(compare(new Shingled(words(a)), new Shingled(words(b)))?.kind ?? null, kind);
      assert.equal(compare(new Shingled(words(b)), new Shingled(words(a)))?.kind ?? null, kind);
    });
  }
});

describe("the probable original", () => {
  const nobody: Provenance = { date: null, publisher: null, agency: null, creditLine: null, length: 300 };
  const cases: readonly (readonly [name: string, a: Partial<Provenance>, b: Partial<Provenance>, original: string | null, kind?: "excerpt"])[] = [
    ["the earlier one", { date: "2021-03-03" }, { date: "2021-03-05" }, "a"],
    ["the wire's own text", { publisher: "The Gazette", date: "2021-03-03" }, { agency: "Interlake", date: "2021-03-03" }, "b"],
    ["the wire that the other credits", { publisher: "The Gazette", creditLine: "Material from Interlake was used." }, { agency: "Interlake" }, "b"],
    ["the whole of an excerpt", { length: 80 }, { length: 500 }, "b", "excerpt"],
    ["nobody knows", {}, {}, null],
  ];
  for (const [name, a, b, original, kind = "edited"] of cases) {
    it(name, () => {
      assert.equal(originalOf({ ...nobody, ...a }, { ...nobody, ...b }, { kind }), original);
      const turned = original === null ? null : original === "a" ? "b" : "a";
      assert.equal(originalOf({ ...nobody, ...b }, { ...nobody, ...a }, { kind }), turned);
    });
  }
});

describe("groups of near-duplicates", () => {
  it("takes copies of copies together, and leaves excerpts apart", () => {
    const groups = duplicateGroups([{ a: "b", b: "c", kind: "edited" }, { a: "a", b: "c", kind: "same" }, { a: "a", b: "week", kind: "excerpt" }]);
    assert.deepEqual([...groups].sort(), [["a", "a"], ["b", "a"], ["c", "a"]]);
  });
});

describe("candidates for near-duplicates", () => {
  const variants = [story, story.replace("Tuesday", "Wednesday"), story.replace(/^.*\n/, ""), other, `${other}\nThe end.`, other.replace("goats", "sheep"), `${story}\n${other}`, ""];

  it("are those of an index built afresh, after any changes", () => {
    const change = fc.record({ id: fc.constantFrom("a", "b", "c", "d", "e", "f"), text: fc.option(fc.constantFrom(...variants)), update: fc.boolean() });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 40 }), (changes) => {
        const index = new DuplicateIndex();
        const texts = new Map<string, string>();
        for (const { id, text, update } of changes) {
          if (text === null) index.delete(id);
          else index.set(id, signatureOf(words(text)));
          if (text === null) texts.delete(id);
          else texts.set(id, text);
          if (update) finish(index.update());
        }
        finish(index.update());
        const fresh = new DuplicateIndex();
        for (const [id, text] of [...texts].reverse()) fresh.set(id, signatureOf(words(text)));
        finish(fresh.update());
        assert.deepEqual(index.pairs(), fresh.pairs());
      }),
      { numRuns: 60 },
    );
  });

  it("make a chain, and no square, of a text that stands there a thousand times", () => {
    const index = new DuplicateIndex();
    const signature = signatureOf(words(story));
    for (let at = 0; at < 1000; at++) index.set(String(at).padStart(4, "0"), signature);
    finish(index.update());
    const pairs = index.pairs();
    assert.ok(pairs.length >= 999 && pairs.length < 5000, String(pairs.length));
    index.delete("0500");
    finish(index.update());
    assert.equal(duplicateGroups(index.pairs().map((pair) => ({ ...pair, kind: "same" as const }))).size, 999);
  });
});
