import { deepEqual } from "node:assert/strict";
import { parseDocument } from "../../../../src/core/corpus/parseDocument";
import { EntityIndex } from "../../../../src/core/entities/index/entityIndex";
import { EntityView } from "../../../../src/core/entities/index/entityView";
import { rolesOf } from "../../../../src/core/entities/index/roles";
import { baseOf, namesOf } from "../../../../src/core/entities/recognise/readNames";
import { readAnnotated } from "../../../support/annotated";

/** Every entity of which a role is shown, with its roles, sorted. */
function shown(sources: readonly string[]): readonly string[] {
  const index = new EntityIndex();
  for (const [at, source] of sources.entries()) {
    const { text, mentions } = readAnnotated(source);
    const document = parseDocument(text, { fileName: `${at}.txt`, kind: "article" });
    index.setArticle(String(at), `file:///${at}.txt`, 0, namesOf(document, document.article(0), baseOf(document.lines, 0), mentions));
  }
  const view = new EntityView(index);
  return [...view.ids()]
    .flatMap((id) => view.entity(id) ?? [])
    .map(
      (entity) =>
        `${entity.name}: ${rolesOf(view, entity)
          .map(({ phrase }) => phrase)
          .join("; ")}`,
    )
    .filter((line) => !line.endsWith(": "))
    .sort();
}

const cases: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  // One person and another, and lists of names.
  [
    "an apposition and another person",
    ["They met [PER Ana Bel], the mayor of [LOC Velm], and [PER Tom Reed] there."],
    ["Ana Bel: mayor of Velm"],
  ],
  ["names in a row", ["[PER Ana Bel], [PER Tom Reed], the ministers and the envoys sat down."], []],
  ["bodies in a row", ["Pilots of the [ORG Royal Velm Air Force], the [ORG Royal Oster Air Force] and the [ORG Ardel Army] flew."], []],
  ["a place and another", ["It sells in [LOC Velm], the [LOC United States of Oster] and [LOC Ardel]."], []],
  ["a body behind a body's name", ["The [ORG Tarn Bank], the [ORG People's Credit Union] and others lent less."], []],
  // Words that belong to the head.
  ["shadow chancellor", ["Shadow chancellor [PER Ana Bel] said no."], ["Ana Bel: Shadow chancellor"]],
  ["deputy prime minister", ["The deputy prime minister, [PER Ana Bel], said no."], ["Ana Bel: deputy prime minister"]],
  [
    "former, acting, ex",
    ["Former mayor [PER Ana Bel] met acting mayor [PER Tom Reed] and ex-mayor [PER Jan Orlo]."],
    ["Ana Bel: Former mayor", "Jan Orlo: ex-mayor", "Tom Reed: acting mayor"],
  ],
  ["chief operating officer", ["The firm's chief operating officer [PER Ana Bel] left."], ["Ana Bel: firm's chief operating officer"]],
  ["what is made belongs to the maker", ["The flat-screen glass maker [ORG Tarn Glass] grew."], ["Tarn Glass: flat-screen glass maker"]],
  ["a bare noun of a body", ["Shares of rival [ORG Tarn Glass] rose."], []],
  ["a chairman is no bank", ["The committee chairman [ORG Tarn Bank] chose left."], []],
  ["an office with a hyphen", ["U.N. Secretary-General [PER Ana Bel] slept."], ["Ana Bel: U.N. Secretary-General"]],
  ["small nouns behind who speaks", ['"No," said caravan park owner [PER Ana Bel].'], ["Ana Bel: caravan park owner"]],
  ["small nouns behind another verb", ["He wed park driver [PER Ana Bel]."], ["Ana Bel: driver"]],
  ["an owner of what is not said", ["They met the former owner, [PER Ana Bel], there."], []],
  [
    "a place with an and",
    ["The chief secretary of [LOC Orm and Kasht], [PER Ana Bel], spoke."],
    ["Ana Bel: chief secretary of Orm and Kasht"],
  ],
  ["a possessor that ends in s", ["Gov. [PER Leon Perez]' spokeswoman, [PER Ana Bel], spoke."], ["Ana Bel: Perez' spokeswoman"]],
  [
    "a saint's town",
    ["[PER Ana Bel], chief economist at a bank in [LOC St. Orm], spoke."],
    ["Ana Bel: chief economist at a bank in St. Orm"],
  ],
  // Whose it is.
  ["his wife", ["[PER Tom Reed] came with [PER Jan Orlo]. His wife [PER Ana Bel] stayed."], []],
  ["its rival", ["[ORG Tarn Glass] lost to its rival, [ORG Oster Glass], in May."], []],
  ["its author", ["The paper was short. Its author, [PER Ana Bel], spoke."], []],
  ["an office whose body is elsewhere", ["The union marched. Its leader, [PER Ana Bel], spoke."], ["Ana Bel: leader"]],
  ["a possessor is no role", ["The [LOC Oster Kingdom]'s [ORG Tarn Glass] and the company's [ORG Oster Glass] closed."], []],
  [
    "kin of a surname",
    ["[PER Viktor Hallam] resigned. [PER Hallam]'s brother [PER Stefan Orlo] did not."],
    ["Stefan Orlo: brother of Viktor Hallam"],
  ],
  [
    "kin by a pronoun",
    ["[PER Viktor Hallam] resigned and his younger brother [PER Stefan Orlo] left."],
    ["Stefan Orlo: younger brother of Viktor Hallam"],
  ],
  // Clauses.
  ["whose", ["[PER Ana Bel], whose audit began the affair, spoke."], []],
  ["who he believes", ["[PER Tom Reed], who he believes was the leader, left."], []],
  ["a story", ["[PER Ana Bel], who grows beet near the river, spoke."], []],
  ["a clause in a phrase", ["[PER Ana Bel], a friend of the mayor whose rule angered some and, left."], ["Ana Bel: friend of the mayor"]],
  ["a verb in a phrase", ["[PER Ana Bel], a lawyer in Velm who has written on rivers, spoke."], ["Ana Bel: lawyer in Velm"]],
  [
    "what a body is to do",
    ["[ORG Tarn Gas], a subsidiary of the Oster works to resume exports, grew."],
    ["Tarn Gas: subsidiary of the Oster works"],
  ],
  ["a time in a phrase", ["[ORG Tarn Gas], a supplier of Oster during the war, closed."], ["Tarn Gas: supplier of Oster"]],
  // One role in other words.
  [
    "Energy Minister thrice",
    [
      "Energy Minister [PER Ana Bel] spoke.",
      "[PER Ana Bel], the energy minister, slept.",
      "Kestrovian Energy Minister [PER Ana Bel] left.",
    ],
    ["Ana Bel: Kestrovian Energy Minister"],
  ],
  [
    "a land and its adjective",
    [
      "Ardelia's Foreign Minister [PER Ana Bel] spoke.",
      "Ardelian Foreign Minister [PER Ana Bel] slept.",
      "Ardelian Foreign Minister [PER Ana Bel] ate.",
    ],
    ["Ana Bel: Ardelian Foreign Minister"],
  ],
  [
    "two offices of two bodies",
    ["[PER Ana Bel], the chairman of Tarn Glass, spoke.", "[PER Ana Bel], the chairman of Oster Gas, spoke."],
    ["Ana Bel: chairman of Oster Gas; chairman of Tarn Glass"],
  ],
  [
    "former stays apart",
    ["President [PER Ana Bel] spoke.", "Former president [PER Ana Bel] slept."],
    ["Ana Bel: President; Former president"],
  ],
  [
    "its and the body's",
    ["Its president, [PER Ana Bel], spoke.", "[PER Ana Bel], president of the Farmers' Union, slept."],
    ["Ana Bel: president of the Farmers' Union"],
  ],
  [
    "a body with and",
    ["Rivers and Harbours Commission chairman [PER Ana Bel] left."],
    ["Ana Bel: Rivers and Harbours Commission chairman"],
  ],
  ["many are not one", ["The glass makers [ORG Tarn Glass] and [ORG Oster Glass] grew."], []],
  ["a verb nobody listed", ["[LOC Velm]'s mayor put forward a law. [ORG Tarn Glass], Oster's glass sales fell, closed."], []],
  // The same kinds with other words, written together with those above and not looked at while the rules were.
  [
    "two persons with offices",
    ["[PER Ida Moll], the treasurer of [ORG Ostra], and [PER Ken Farr], a lawyer, agreed."],
    ["Ida Moll: treasurer of Ostra", "Ken Farr: lawyer"],
  ],
  ["a list with generals", ["[PER Ida Moll], [PER Ken Farr], the generals and some bishops dined."], []],
  ["places in a row", ["Rain fell on [LOC Brenn], the [LOC Lower Brenn Province] and [LOC Sarn]."], []],
  ["clubs in a row", ["[ORG Brenn Rovers], the [ORG Sarn Athletic Club] and [ORG Ostra] won."], []],
  ["a service in capitals in front", ["In the Sarn Air Force [ORG Brenn Aero] found a buyer."], []],
  ["assistant coach", ["Assistant coach [PER Ken Farr] smiled."], ["Ken Farr: Assistant coach"]],
  ["co-founder", ["[PER Ida Moll], co-founder of [ORG Ostra], smiled."], ["Ida Moll: co-founder of Ostra"]],
  ["vice-president", ["Vice-president [PER Ida Moll] smiled."], ["Ida Moll: Vice-president"]],
  ["shadow health secretary", ["The shadow health secretary, [PER Ida Moll], smiled."], ["Ida Moll: shadow health secretary"]],
  ["a thing between article and maker", ["The paper bag producer [ORG Brenn Bags] closed."], ["Brenn Bags: paper bag producer"]],
  ["a bare carrier", ["It leased jets to carrier [ORG Brenn Air]."], []],
  ["a spokesman is no firm", ["A spokesman [ORG Brenn Air] hired smiled."], []],
  ["her husband", ["She and her husband, [PER Ken Farr], smiled."], []],
  ["their neighbour", ["Two men spoke. Their neighbour [PER Ken Farr] smiled."], []],
  ["its owner", ["The shop closed. Its owner, [PER Ken Farr], smiled."], []],
  ["his lawyer", ["The man was silent. His lawyer, [PER Ken Farr], smiled."], ["Ken Farr: lawyer"]],
  ["a city's club", ["The city's [ORG Brenn Rovers] won."], []],
  ["a daughter of a full name", ["[PER Ida Moll]'s daughter [PER Pia Sund] sang."], ["Pia Sund: daughter of Ida Moll"]],
  ["her sister", ["[PER Ida Moll] won. Her twin sister [PER Pia Sund] came second."], ["Pia Sund: twin sister of Ida Moll"]],
  ["a brother of one of two", ["[PER Ida Moll] met [PER Ken Farr]. His brother [PER Per Lunde] waited."], []],
  ["whose book", ["[PER Ida Moll], whose book sells well, sang."], []],
  ["who they say", ["[PER Ken Farr], who they say is the winner, sang."], []],
  ["who lives", ["[PER Ken Farr], who lives above the shop, sang."], []],
  ["a singer who", ["[PER Ida Moll], a singer from Brenn who won twice, sang."], ["Ida Moll: singer from Brenn"]],
  ["a maker that", ["[ORG Brenn Bags], a maker of bags that sells abroad, closed."], ["Brenn Bags: maker of bags"]],
  ["an officer since", ["[PER Ken Farr], an officer of the guard since 1990, sang."], ["Ken Farr: officer of the guard"]],
  [
    "finance minister in three",
    [
      "Finance Minister [PER Ida Moll] sang.",
      "The Sarnian finance minister, [PER Ida Moll], slept.",
      "Sarn's finance minister [PER Ida Moll] ate.",
    ],
    ["Ida Moll: Sarn's finance minister"],
  ],
  [
    "spellings in capitals",
    ["U.N. Special Envoy [PER Ken Farr] sang.", "UN special envoy [PER Ken Farr] slept.", "UN special envoy [PER Ken Farr] ate."],
    ["Ken Farr: UN special envoy"],
  ],
  [
    "two chairs",
    ["[PER Ida Moll], head of Brenn Rovers, sang.", "[PER Ida Moll], head of Sarn Athletic, slept."],
    ["Ida Moll: head of Brenn Rovers; head of Sarn Athletic"],
  ],
  [
    "acting stays apart",
    ["Acting mayor [PER Ida Moll] sang.", "Mayor [PER Ida Moll] slept.", "Mayor [PER Ida Moll] ate."],
    ["Ida Moll: Mayor; Acting mayor"],
  ],
  [
    "an agent of a body named later",
    ["Their spokesman, [PER Ken Farr], sang.", "[PER Ken Farr], spokesman for the miners, slept."],
    ["Ken Farr: spokesman for the miners"],
  ],
];

describe("roles that are shown", () => {
  for (const [name, sources, expected] of cases) {
    it(name, () => {
      deepEqual(shown(sources), expected);
    });
  }
});
