import { strict as assert } from "node:assert";
import { readableTerms } from "../../../src/core/related/similarity/readableTerms";
import { reasonsInWords, type SharedEntity } from "../../../src/core/related/similarity/reasons";
import { daysInWords } from "../../../src/core/related/similarity/daysBetween";
import { storyLabel } from "../../../src/core/related/stories/storyLabel";

describe("distances in time in words", () => {
  const cases: readonly (readonly [days: number | null, words: string])[] = [
    [null, "undated"],
    [0, "the same day"],
    [1, "1 day later"],
    [-3, "3 days earlier"],
    [21, "3 weeks later"],
    [-185, "6 months earlier"],
    [800, "2 years later"],
  ];
  for (const [days, expected] of cases)
    it(`${days} is ${expected}`, () => {
      assert.equal(daysInWords(days), expected);
    });
});

describe("terms as a reader says them", () => {
  const text =
    "The peace conference in Velm was delayed. A peace conference needs guests, said Mayor Calder; the conference has none. Ferries ran. Ferries stopped.";
  const spans = [{ start: 0, end: text.length }];
  it("takes words together that stand together, and spells them out", () => {
    assert.deepEqual(readableTerms(text, spans, ["confer", "peac", "ferri"], 3), ["peace conference", "Ferries"]);
  });
  it("says nothing of terms that are not in the text, nor of figures", () => {
    assert.deepEqual(readableTerms("In 2021 there were 14.", [{ start: 0, end: 22 }], ["2021", "14", "zebra"], 3), []);
  });
});

describe("reasons", () => {
  const entities: Readonly<Record<string, SharedEntity>> = {
    calder: { name: "Ines Calder", type: "PER", articles: 3, isCountry: false },
    velm: { name: "Velm", type: "LOC", articles: 40, isCountry: true },
    basin: { name: "Second Basin Conference", type: "EVENT", articles: 2, isCountry: false },
  };
  const sources = {
    entity: (id: string): SharedEntity | null => entities[id] ?? null,
    phrases: (): string[] => ["ferry terminal", "council"],
    articleCount: 100,
  };
  const related = { id: "x", score: 0.5, sharedEntities: ["velm", "calder", "basin", "hidden"], sharedTerms: ["ferri"], daysLater: 3 };

  it("names what is specific, not what half of the corpus names", () => {
    assert.deepEqual(reasonsInWords(related, sources, "none", false), [
      "shares Second Basin Conference, Ines Calder, ferry terminal",
      "3 days later",
    ]);
  });
  it("says whether one lists the other, and that the story is the same", () => {
    assert.deepEqual(reasonsInWords({ ...related, sharedEntities: [], daysLater: null }, sources, "lists", true), [
      "lists this article",
      "shares ferry terminal, council",
      "same story",
      "undated",
    ]);
  });
});

describe("labels of stories", () => {
  it("are the words that the headlines share", () => {
    const titles = ["Ferry Terminal to Reopen", "Council Debates Ferry Terminal", "Ferry Terminal Costs More", "Mayor Defends Council"];
    assert.equal(
      storyLabel(titles, () => 1),
      "Ferry Terminal, Council",
    );
  });
  it("are a headline where headlines share too little", () => {
    assert.equal(
      storyLabel(["Beetle Found Again", "Resin Eater Returns"], () => 1),
      "Beetle Found Again",
    );
  });
});
