import assert from "node:assert/strict";
import { paragraphs } from "../../../../scripts/train/annotations";
import { recogniseNames } from "../../../../src/core/entities/recognise/recognise";
import { mark, shippedModel, unmark } from "./marked";

describe("institutions", () => {
  const cases: [name: string, marked: string][] = [
    [
      "what a body deals with before the and",
      "The [ORG Forestry and Wildlife Commission] fined two mills, the [ORG Health, Labour and Welfare Ministry] none.",
    ],
    [
      "what an office deals with behind the and",
      "Officials of the [ORG Ministry of Foreign Affairs and Trade] met the [ORG Department of Fisheries and Forestry] in [LOC Suva].",
    ],
    [
      "two bodies stay two",
      "The [ORG Department of Health] and the [ORG World Bank] agreed; so did the [ORG Ministry of Justice] and [LOC Kenya].",
    ],
    ["whose union it is", "The [ORG Farmers' Union of Kenya] and the [ORG Dairy Workers' Federation] marched."],
    ["a unit's number", "Men of the [ORG 14th Infantry Division] crossed the river on Friday."],
    ["a port", "Ships wait at the [LOC Port of Mombasa] for a week."],
    ["a desk of a city with two words", "The shares rose.\n\n(Editing by [ORG New York Desk])"],
    ["a desk", "The shares rose 2 percent in [LOC Paris].\n\n-- [ORG Paris newsroom], 555 0100"],
    ["a person's number", "The case of [PER Walter Orm III] was put off by [PER Ada Velik]."],
    ["forms of address from everywhere", "Alhaji [PER Musa Bello] thanked Comrade [PER John Odera] and Ratu [PER Jone Vakalala]."],
  ];
  const headlines: [name: string, marked: string][] = [
    [
      "a headline's verb is no part of a name",
      "[ORG Halmir Railways] Misses Loan Target\n\nThe state company [ORG Halmir Railways] will not repay its loan this year, it said on Friday. A spokesman for [ORG Halmir Railways] blamed the weather.",
    ],
    [
      "what the body does not have is no name",
      "Power Theft Worries Village Council\n\nThieves took wires from nine houses last week, the police said. The village has had no light since Friday, and nobody was arrested.",
    ],
  ];
  for (const [name, marked] of [...cases, ...headlines]) {
    it(name, () => {
      const text = unmark(marked);
      assert.equal(mark(text, recogniseNames(text, paragraphs(text), shippedModel())), marked);
    });
  }
});
