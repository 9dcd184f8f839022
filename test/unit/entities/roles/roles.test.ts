import { deepEqual } from "node:assert/strict";
import { extractRoles } from "../../../../src/core/entities/roles/extractRoles";
import { readAnnotated } from "../../../support/annotated";

const cases: readonly (readonly [string, readonly string[]])[] = [
  ["It met Foreign Minister [PER Ilka Maros] on Friday.", ["title Ilka Maros: Foreign Minister"]],
  ["In a talk with UN special envoy [PER Jon Vael], she agreed.", ["title Jon Vael: UN special envoy"]],
  ["[ORG Velmar National Front] Secretary General [PER Jon Vael] said so.", ["title Jon Vael: Velmar National Front Secretary General"]],
  ["U.S. Secretary of State [PER Anna Berg] and Lt. Gen. [PER Olof Tarn] spoke.", ["title Anna Berg: U.S. Secretary of State"]],
  ["Meanwhile President [PER Anna Berg] slept.", ["title Anna Berg: President"]],
  ["After meeting [PER Anna Berg], he left.", []],
  ["The front's allies told [PER Anna Berg] to go.", []],
  ["Velmar's state-run news agency [ORG VENA] said.", ["title VENA: Velmar's state-run news agency"]],
  [
    "“No,” said [PER Abel Sorn], a member of the Velmar council’s executive committee.",
    ["appos Abel Sorn: a member of the Velmar council’s executive committee"],
  ],
  ["[PER Jon Vael], 54, left. [PER Anna Berg], head of the union, stayed.", ["appos Anna Berg: head of the union"]],
  ["It fell on [LOC Norrby], Sweden, and [LOC Oster].", []],
  ["The main opposition group, the [ORG Velmar Front], said no.", ["appos Velmar Front: The main opposition group"]],
  [
    "Some died in [LOC Velmar], the head of the border\n\nservice, [PER Jon Vael], told reporters.",
    ["appos Jon Vael: the head of the border service"],
  ],
  ["[LOC Oster] is one of Velmar’s closest allies and has sold it ships.", ["copula Oster: one of Velmar’s closest allies"]],
  ["[PER Anna Berg] was a lawyer before the war.", ["copula Anna Berg: a lawyer"]],
  [
    "the opposition [ORG Velmar Front] and the nine-nation [ORG River Council]",
    ["modifier Velmar Front: opposition", "modifier River Council: nine-nation"],
  ],
  ["in the northern province of [LOC Oster].", ["of-phrase Oster: the northern province"]],
  ["Council Ready to Join Talks\n\n[LOC Oster] agreed.", []],
  ["Berg is a main ally of President [PER Jon Vael].", ["title Jon Vael: President"]],
  ["Ovra’s central bank governor, [PER Jon Vael], denied it.", ["appos Jon Vael: Ovra’s central bank governor"]],
  ["The river board met on Monday under its new chairwoman, [PER Anna Berg].", ["appos Anna Berg: its new chairwoman"]],
  ["Parliament confirmed [PER Anna Berg] as governor of the bank by 112 votes.", ["as Anna Berg: governor of the bank"]],
  ["[PER Anna Berg] stepped down as head of the union on Friday.", ["as Anna Berg: head of the union"]],
  ["[PER Abel Sorn], who runs the clinic, agreed; [PER Jon Vael], who said so twice, did not.", ["appos Abel Sorn: who runs the clinic"]],
  ["[PER Anna Berg], who flies to Oster later, met [PER Jon Vael], who opens the fair on Monday.", []],
  ["After meeting Foreign Minister [PER Anna Berg], he left.", ["title Anna Berg: Foreign Minister"]],
  ["They will take part in the conference, the [ORG Velmar Front] said.", []],
  ["Water rose behind the Oster dam, [PER Jon Vael] said.", []],
];

describe("role phrases", () => {
  for (const [source, expected] of cases) {
    it(source, () => {
      const { text, mentions } = readAnnotated(source);
      const found = extractRoles(text, mentions).map((role) => {
        const mention = mentions[role.mention];
        return `${role.kind} ${mention === undefined ? "" : text.slice(mention.start, mention.end)}: ${role.phrase}`;
      });
      deepEqual(found, expected);
    });
  }
});
