import assert from "node:assert/strict";
import { paragraphs } from "../../../../scripts/train/annotations";
import { recogniseNames } from "../../../../src/core/entities/recognise/recognise";
import { mark, shippedModel, unmark } from "./marked";

describe("abbreviations", () => {
  const cases: [name: string, marked: string][] = [
    [
      "a definition tells where a body's name begins and ends",
      "The [ORG Kessari Mission for the Monitoring of Halmir] ([ORG KMMH]) opened an office. [ORG KMMH] has nine men.",
    ],
    ["also of words that no list has", "The [ORG Orvelo Tarsimur Kanda] ([ORG OTK]) won 12 seats, the [ORG OTK] said."],
    ["also with commas and an and", "The [ORG Ministry of Rivers, Harbours and Trade] ([ORG MRHT]) said so on Monday."],
    ["several letters of one word", "The [ORG Tarsk State Water Board] ([ORG TASWB]) shut two wells."],
    ["a thing that is defined is none", "The firm set up a mobile phone mast (MPM) in May. Nine of ten people want an MPM. The MPM hums."],
    ["a place keeps being one", "He flew to the [LOC United Arab Emirates] ([LOC UAE]) on Sunday."],
    ["things by their usual abbreviation", "He watched TV, sold his PC and bought a DVD and an MP3 player with GPS."],
    ["plurals", "Three NGOs and two MPs asked for more ATMs in the town."],
    ["one of many, behind an article", "She had been with an NPO for years, and before that ran a PTA."],
    ["bodies stay", "The [ORG FBI] and the [ORG BBC] said that an [ORG FBI] agent had called."],
  ];
  for (const [name, marked] of cases) {
    it(name, () => {
      const text = unmark(marked);
      assert.equal(mark(text, recogniseNames(text, paragraphs(text), shippedModel())), marked);
    });
  }
});
