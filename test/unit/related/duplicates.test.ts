import { strict as assert } from "node:assert";
import fc from "fast-check";
import { Comparer, Shingled } from "../../../src/core/related/duplicates/comparison";
import { originalOf, type Provenance } from "../../../src/core/related/duplicates/direction";
import { crowdLimit } from "../../../src/core/related/duplicates/crowds";
import { DuplicatePairs } from "../../../src/core/related/duplicates/duplicatePairs";
import { signatureOf } from "../../../src/core/related/duplicates/signature";
import { wordHashes } from "../../../src/core/related/duplicates/wordHashes";
import { settle } from "../../../bench/related/settle";

const story = `The town council of Port Ellery voted on Tuesday to reopen the old ferry terminal, which has been closed since a storm damaged its pier four years ago.
Mayor Ines Calder said after the vote that the town had waited long enough, and declined to say how much the work would cost.
Officials put the sum at several million crowns, most of which the harbour office hopes to raise from a levy on visiting yachts.
The first ferry is expected to leave for Saint Brannoc in the autumn, according to a statement that the harbour office issued late in the evening.
Fishermen at the southern quay complained that nobody had asked them where their boats would lie while the pier is rebuilt.`;
const other = `Scientists in Velm described a beetle that feeds on the resin of a single kind of pine and was thought to have died out.
It was seen by a forester who took it for a seed, their paper says, and has since been found on eleven trees of the valley.
A fence will keep goats away from the slope until the eggs have hatched, said the botanical garden, which pays for it.`;

/** So many different words. */
const numbered = (first: number, count: number): string => Array.from({ length: count }, (_, at) => `word${first + at}`).join(" ");

const words = (text: string): Uint32Array => wordHashes(text, [{ start: 0, end: text.length }]);

describe("comparing two texts", () => {
  const cases: readonly (readonly [name: string, a: string, b: string, kind: string | null])[] = [
    ["itself", story, story, "same"],
    ["capitals, quotes, dashes and Markdown", story, story.toUpperCase().replace(/,/g, " –").replace("FERRY", "**FERRY**"), "same"],
    ["possessives", story, story.replaceAll("Mayor", "Mayor's"), "same"],
    [
      "an edited copy",
      story,
      story
        .replace("town council", "city council")
        .replace("on Tuesday ", "")
        .replace("waited long enough", "lost its patience")
        .replace(/Fishermen.*$/s, ""),
      "edited",
    ],
    [
      "half of one in another text",
      `${other}\n${story.split("\n").slice(0, 2).join("\n")}`,
      story.split("\n").slice(0, 3).join("\n"),
      "excerpt",
    ],
    ["a sentence of a long text", story.split("\n")[0] ?? "", `${story}\n${other}`, "excerpt"],
    ["two fifths of a text of the same length, in order", numbered(0, 100), `${numbered(0, 42)} ${numbered(200, 58)}`, "edited"],
    [
      "two fifths of it in another order",
      numbered(0, 100),
      `${numbered(28, 14)} ${numbered(14, 14)} ${numbered(0, 14)} ${numbered(200, 58)}`,
      null,
    ],
    ["half of a short notice in a long report", `${numbered(0, 29)} ${numbered(900, 31)}`, numbered(0, 400), null],
    ["more than half of it", `${numbered(0, 36)} ${numbered(900, 24)}`, numbered(0, 400), "excerpt"],
    ["another story", story, other, null],
    ["an empty text", story, "", null],
  ];
  const comparer = new Comparer();
  for (const [name, a, b, kind] of cases) {
    it(`${name}: ${kind ?? "no near-duplicate"}`, () => {
      assert.equal(comparer.compare(new Shingled(words(a)), new Shingled(words(b)))?.kind ?? null, kind);
      assert.equal(comparer.compare(new Shingled(words(b)), new Shingled(words(a)))?.kind ?? null, kind);
    });
  }
});

describe("the probable original", () => {
  const nobody: Provenance = { date: null, publisher: null, agency: null, creditLine: null, length: 300 };
  const cases: readonly (readonly [
    name: string,
    a: Partial<Provenance>,
    b: Partial<Provenance>,
    original: string | null,
    kind?: "excerpt",
  ])[] = [
    ["the earlier one", { date: "2021-03-03" }, { date: "2021-03-05" }, "a"],
    ["the wire's own text", { publisher: "The Gazette", date: "2021-03-03" }, { agency: "Interlake", date: "2021-03-03" }, "b"],
    [
      "the wire that the other credits",
      { publisher: "The Gazette", creditLine: "Material from Interlake was used." },
      { agency: "Interlake" },
      "b",
    ],
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

/** A corpus of texts by id, changed one at a time. */
class Texts {
  readonly pairs = new DuplicatePairs();
  readonly texts = new Map<string, string>();

  put(id: string, text: string | null): void {
    if (text === null) {
      this.pairs.delete(id);
      this.texts.delete(id);
    } else {
      this.pairs.set(id, signatureOf(words(text)), words(text));
      this.texts.set(id, text);
    }
  }

  settle(): this {
    settle(this.pairs, (id) => words(this.texts.get(id) ?? ""));
    return this;
  }

  /** Built afresh, in another order. */
  afresh(): Texts {
    const fresh = new Texts();
    for (const [id, text] of [...this.texts].reverse()) fresh.put(id, text);
    return fresh.settle();
  }

  get answers(): object {
    return { pairs: this.pairs.pairs(), groups: [...this.texts.keys()].sort().map((id) => this.pairs.groupOf(id)) };
  }
}

describe("groups of near-duplicates", () => {
  it("take copies of copies together, and leave excerpts apart", () => {
    const texts = new Texts();
    texts.put("c", story);
    texts.put("b", story.replace("Tuesday", "Wednesday"));
    texts.put("a", story.replace("Tuesday", "Wednesday").replace("yachts", "boats"));
    texts.put("week", `${other} ${other.replaceAll("the", "their")} ${story.split("\n").slice(0, 3).join("\n")}`);
    texts.settle();
    assert.deepEqual(
      ["a", "b", "c", "week"].map((id) => texts.pairs.groupOf(id)),
      ["a", "a", "a", "week"],
    );
    assert.deepEqual(
      texts.pairs.of("week").map(({ kind }) => kind),
      ["excerpt", "excerpt", "excerpt"],
    );
  });
});

describe("near-duplicates of a corpus that changes", () => {
  const variants = [
    story,
    story.replace("Tuesday", "Wednesday"),
    story.replace(/^.*\n/, ""),
    other,
    `${other}\nThe end.`,
    other.replace("goats", "sheep"),
    `${story}\n${other}`,
    "",
  ];

  it("are those found afresh, after any changes", () => {
    const change = fc.record({
      id: fc.constantFrom("a", "b", "c", "d", "e", "f"),
      text: fc.option(fc.constantFrom(...variants)),
      settled: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 40 }), (changes) => {
        const texts = new Texts();
        for (const { id, text, settled } of changes) {
          texts.put(id, text);
          if (settled) texts.settle();
        }
        assert.deepEqual(texts.settle().answers, texts.afresh().answers);
      }),
      { numRuns: 60 },
    );
  });

  it("are those found afresh where a crowd shares its sentences, and grows and shrinks about the limit", () => {
    const texts = new Texts();
    const idOf = (at: number): string => String(at).padStart(3, "0");
    const check = (): void => {
      assert.deepEqual(texts.settle().answers, texts.afresh().answers);
    };
    for (let at = 0; at < crowdLimit; at++) texts.put(idOf(3 * at), story);
    check();
    assert.ok(texts.pairs.of("030").length > 2);
    texts.put("031", story);
    check();
    assert.deepEqual(
      texts.pairs.of("030").map(({ a, b }) => `${a} ${b}`),
      ["027 030", "030 031"],
    );
    texts.put("032", `${story} Readers wrote to the paper of the town.`);
    texts.put("029", story);
    check();
    texts.put("031", other);
    check();
    texts.put("029", null);
    texts.put("032", null);
    check();
    assert.ok(texts.pairs.of("030").length > 2);
  });

  it("make a chain, and no square, of a text that stands there a thousand times", () => {
    const texts = new Texts();
    for (let at = 0; at < 1000; at++) texts.put(String(at).padStart(4, "0"), story);
    const { length } = texts.settle().pairs.pairs();
    assert.ok(length >= 999 && length < 5000, String(length));
    texts.put("0500", null);
    texts.settle();
    assert.equal(new Set([...texts.texts.keys()].map((id) => texts.pairs.groupOf(id))).size, 1);
  });

  it("are found when what was under way was given up for a change", () => {
    const texts = new Texts();
    for (const [at, text] of variants.entries()) texts.put(String(at), text);
    for (let rounds = 0; rounds < 30; rounds++) {
      const work = texts.pairs.settle();
      for (let step = 0; step < rounds; step++) work.next(new Uint32Array(0));
      texts.put(String(rounds % 5), variants[rounds % 8] ?? "");
    }
    assert.deepEqual(texts.settle().answers, texts.afresh().answers);
  });
});
