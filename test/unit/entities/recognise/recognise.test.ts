import assert from "node:assert/strict";
import { paragraphs } from "../../../../scripts/train/annotations";
import { recogniseNames } from "../../../../src/core/entities/recognise/recognise";
import { loadModel } from "../../../../src/core/entities/recognise/model";
import { mark, shippedModel, unmark } from "./marked";
import { readFileSync } from "node:fs";

describe("recogniseNames", () => {
  const cases: [name: string, marked: string][] = [
    [
      "persons behind titles",
      "[MISC Norwegian] Foreign Minister [PER Ada Ormstad] met President [PER Tomas Velik] in [LOC Geneva] on Monday.",
    ],
    ["ranks are no part of a name", "The order was given by Lt. Gen. [PER Ivan Dorrek], a spokesman said."],
    ["organisations", "The [ORG European Commission] and the [ORG World Health Organization] declined to comment."],
    ["ministries with their nationality", "The [ORG Russian Foreign Ministry] said on Tuesday that talks would go on."],
    ["acronyms of states and of organisations", "The [LOC U.S.] and the [ORG U.N.] both sent envoys to [LOC Baghdad]."],
    ["possessives stay outside", "[LOC Syria]'s government and [PER Anna Lind]’s party rejected it."],
    ["nationality words", "A [MISC Syrian] delegation met [MISC Western] diplomats and two [MISC Britons]."],
    ["an agency's dateline", "[LOC MOSCOW] ([ORG Reuters]) - The ministry said the border was closed."],
    ["names with al- and particles", "[PER Omar al-Zarifi] and [PER Lena van der Straat] spoke to reporters in [LOC Beirut]."],
    ["a name over a no-break space", "Officials in [LOC New\u00a0York] said [PER John\u00a0Ormsby] had left."],
    ["a name over a line break", "The deputies in [LOC New\nYork] waited for [PER John\nOrmsby] all day."],
    ["initials and apostrophes", "Judge [PER Mary J. O'Donnell] sent the case to [LOC Dublin]."],
    ["diacritics", "[PER José Núñez] flew from [LOC São Paulo] to [LOC Zürich]."],
    ["numbered conferences", "Diplomats prepared a [EVENT Geneva-2] conference for June."],
    [
      "wars, cups and storms by their form",
      "Since the [EVENT Cold War] no [EVENT World Cup] was hit by anything like [EVENT Hurricane Odette].",
    ],
    ["newspapers with their article", "He told [ORG The Tarsk Times] that he was innocent."],
    ["names inside compounds", "The [LOC Britain]-based group, [LOC U.S.]-led forces met for [LOC Iran]-[LOC Iraq] talks."],
    ["nationalities of two words", "[MISC South African] police met the [MISC South Korean] envoy."],
    ["a comma between places is no part of a name", "He flew from [LOC Dover], [LOC Del.], to [LOC Tulsa], [LOC Oklahoma], on Friday."],
    ["a company with its form, and no symbol of its stock", "[ORG Halmir Holdings Inc] (HLMR.N) said its profit rose 3 percent."],
    ["firms named like somebody's", "[ORG Moody's] and [ORG Standard & Poor's] cut the rating of the bank."],
    [
      "meetings named by their place",
      "Since the [EVENT Houston Talks] and the [EVENT Volta Basin Conference] nobody had met; the [EVENT Summit of the Americas] was put off.",
    ],
    [
      "a company and its place, an institution of its place",
      "[ORG Halmir Holdings] of [LOC Vienna] owes money to the [ORG National Bank of Austria].",
    ],
    ["waters", "The tanker passed the [LOC Strait of Hormuz] and anchored in the [LOC Gulf of Oman] on Sunday."],
    ["an institution that begins with its place", "The [ORG Oslo Patriarchate] and the [ORG Hong Kong Monetary Authority] said nothing."],
    ["an office that lists what it is for", "The [ORG Ministry of Trade, Industry and Energy] said prices would fall."],
    ["a company's form ends its name", "The deal was made by [ORG Halmir Motors Plc] [PER Peter Vael]."],
    ["a compatriot", "[MISC Frenchman] [PER Tomas Velik] won the second stage on Sunday."],
    ["nothing in plain prose", "The talks ended late in the evening without any result at all."],
  ];
  for (const [name, marked] of cases) {
    it(name, () => {
      const text = unmark(marked);
      assert.equal(mark(text, recogniseNames(text, [{ start: 0, end: text.length }], shippedModel())), marked);
    });
  }

  const articles: [name: string, marked: string][] = [
    [
      "the lines of a table end its names",
      "[ORG Arsenal] 2 [ORG Chelsea] 1\n[ORG Liverpool] 0 [ORG Everton] 0\n[ORG Leeds United] 3 [ORG Aston Villa] 3",
    ],
    [
      "the people of a place that no list has",
      "[LOC Ardelia] said on Friday that [LOC Kestrovia] had agreed. The [MISC Ardelian] minister thanked the [MISC Kestrovians].",
    ],
    [
      "a headline's name ends where the body's does",
      "[EVENT Tarlen Conference] Opens in [LOC Geneva]\n\nThe [EVENT Tarlen Conference] opened in [LOC Geneva] on Monday, after a week of delays.",
    ],
    [
      "a headline's name goes as far as the body's",
      "[ORG Tarlen River Commission] Meets Again in [LOC Lissen]\n\nThe [ORG Tarlen River Commission] met in [LOC Lissen] on Monday. The [ORG Tarlen River Commission] has nine members.",
    ],
    ["a person inside a compound", "President [PER Bashar Orm] hailed it. The anti-[PER Orm] rebels left."],
    [
      "a storm by its own name",
      "[EVENT Hurricane Odette] reached [LOC Cuba] on Sunday. [EVENT Odette] weakened over the hills, and people who had fled [EVENT Odette] went home.",
    ],
    [
      "a last name that is a common word elsewhere",
      "[PER Steve Banks] resigned on Monday. The board met in [LOC Oslo] on Tuesday.\n\n[PER Banks], 55, was away for six months. [PER Banks] answers letters at night.",
    ],
    [
      "a slug before the names of a headline",
      "SOCCER-[ORG ARSENAL] BEAT [ORG CHELSEA]\n\n[LOC LONDON] - [ORG Arsenal] beat [ORG Chelsea] 2-1 in the league on Saturday. [ORG Arsenal] scored twice in the second half.",
    ],
  ];
  const sides: [name: string, marked: string][] = [
    [
      "two clubs in a headline",
      "SOCCER - [ORG LILLE] BEAT [ORG NANTES]\n\nStriker [PER Jean Morel] scored for [ORG Lille] in the league on Saturday. [ORG Lille] lead the league by two points.",
    ],
    [
      "two countries in a headline",
      "[LOC FRANCE] BEAT [LOC WALES]\n\nCaptain [PER Jean Morel] scored two tries as [LOC France] beat [LOC Wales] in [LOC Paris] on Saturday.",
    ],
    ["a match and what is no match", "[ORG Everton] 2 [ORG Derby] 1\n[ORG Arsenal] 0 [ORG Coventry] 0"],
  ];
  for (const [name, marked] of [...articles, ...sides]) {
    it(name, () => {
      const text = unmark(marked);
      assert.equal(mark(text, recogniseNames(text, paragraphs(text), shippedModel())), marked);
    });
  }

  it("takes an article's full name for its last name elsewhere", () => {
    const marked =
      "[PER Georgia Brandt] resigned on Monday.\n\nNobody had expected it. [PER Brandt] left through a side door, and [PER Brandt] did not return.";
    const text = unmark(marked);
    assert.equal(mark(text, recogniseNames(text, paragraphs(text), shippedModel())), marked);
  });

  it("reads the pieces of a broken paragraph as one", () => {
    const text = "She met John\n\nOrmsby in Paris.";
    const pieces = [
      { start: 0, end: 12 },
      { start: 14, end: text.length },
    ];
    assert.equal(mark(text, recogniseNames(text, [{ pieces }], shippedModel())), "She met [PER John\n\nOrmsby] in [LOC Paris].");
  });

  it("reads only the zones", () => {
    const text = "London is out. Paris is in.";
    assert.equal(mark(text, recogniseNames(text, [{ start: 15, end: text.length }], shippedModel())), "London is out. [LOC Paris] is in.");
  });

  it("finds the same whatever it has read before", () => {
    const first = "Ada Orm of the United Nations met Tomas Velik in Geneva.";
    const other = "Geneva Velik plays for United. Orm is a village, said Ada.";
    const find = (model: ReturnType<typeof shippedModel>, text: string) => recogniseNames(text, [{ start: 0, end: text.length }], model);
    const loaded = loadModel(readFileSync("models/names.bin"));
    assert.ok("model" in loaded);
    const fresh = find(loaded.model, first);
    for (let round = 0; round < 3; round++) find(loaded.model, other);
    assert.deepEqual(find(loaded.model, first), fresh);
  });

  it("reads one word of 200,000 letters and stops", () => {
    const text = "A.".repeat(100_000);
    assert.deepEqual(recogniseNames(text, [{ start: 0, end: text.length }], shippedModel()), []);
  });

  it("stops when cancelled", () => {
    const text = "Ada Orm met Tomas Velik in Geneva.";
    assert.deepEqual(recogniseNames(text, [{ start: 0, end: text.length }], shippedModel(), { isCancellationRequested: true }), []);
  });

  it("gives scores between 0 and 1, in order and without overlaps", () => {
    const text = readFileSync("models/annotations/README.md", "utf8");
    const mentions = recogniseNames(text, paragraphs(text), shippedModel());
    assert.ok(mentions.length > 5);
    mentions.forEach((mention, at) => {
      assert.ok(mention.score >= 0 && mention.score <= 1);
      assert.ok(mention.start >= (mentions[at - 1]?.end ?? 0) && mention.end > mention.start);
    });
  });
});
