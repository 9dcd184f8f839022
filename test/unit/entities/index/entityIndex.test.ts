import { deepEqual, equal, ok } from "node:assert/strict";
import fc from "fast-check";
import { parseDocument } from "../../../../src/core/corpus/parseDocument";
import { EntityIndex } from "../../../../src/core/entities/index/entityIndex";
import { EntityView } from "../../../../src/core/entities/index/entityView";
import { findEntities } from "../../../../src/core/entities/index/findEntities";
import { rolesOf } from "../../../../src/core/entities/index/roles";
import type { ArticleNames } from "../../../../src/core/entities/index/articleNames";
import { parseCorrections } from "../../../../src/core/entities/corrections/parseCorrections";
import type { ArticleFacts } from "../../../../src/core/entities/index/articleFacts";
import { companionsOf } from "../../../../src/core/entities/index/coOccurrence";
import { overviewOf } from "../../../../src/core/entities/index/overview";
import { tellingCandidates } from "../../../../src/core/entities/index/telling";
import { baseOf, namesOf } from "../../../../src/core/entities/recognise/readNames";
import { readAnnotated } from "../../../support/annotated";

function namesIn(source: string): ArticleNames {
  const { text, mentions } = readAnnotated(source);
  const document = parseDocument(text, { fileName: "a.txt", kind: "article" });
  return namesOf(document, document.article(0), baseOf(document.lines, 0), mentions);
}

/** Every entity with all that lists show of it, sorted. */
function described(index: EntityIndex): readonly string[] {
  const view = new EntityView(index);
  return [...view.ids()]
    .flatMap((id) => view.entity(id) ?? [])
    .map(
      (entity) =>
        `${entity.type} ${entity.name} ${entity.mentions}/${entity.articles} [${entity.forms.map(([form, count]) => `${form} ${count}`).join(", ")}] ${rolesOf(
          view,
          entity,
        )
          .map(({ phrase, articles }) => `${phrase} ${articles}`)
          .join("; ")}`,
    )
    .sort();
}

/** What hovers, pages and quick picks ask of many articles at once. */
function answered(index: EntityIndex): readonly unknown[] {
  const view = new EntityView(index);
  const facts = (number: number): ArticleFacts | null => {
    const id = index.placeNumbered(number)?.id;
    return id === undefined
      ? null
      : { id, source: `Paper ${Number(id) % 2}`, date: id === "3" ? null : `2013-0${Number(id) + 1}-01`, copyOf: id === "4" ? "1" : null };
  };
  const profiles = [...view.ids()]
    .sort()
    .flatMap((id) => view.entity(id) ?? [])
    .map((entity) => ({
      id: entity.id,
      because: [...view.reasons(entity)].sort(),
      overview: { ...overviewOf(view, entity, facts), entity: null },
      companions: companionsOf(view, entity, 4).map((one) => [one.entity.id, one.articles]),
      telling: tellingCandidates(view, entity, facts, 3).map(({ article, sentence }) => [article.id, sentence.start, sentence.score]),
    }));
  const found = ["", "maros", "vtb", "jon", "merkel", "deutschland", "ilka marso"].map((query) =>
    findEntities(view, query, 10).map(({ id }) => id),
  );
  const meant = ["0", "1", "2", "3", "4", "5"]
    .flatMap((id) => index.article(id) ?? [])
    .map((article) =>
      Array.from(article.localOf, (_, mention) => [
        view.idOfMention(article, mention),
        view.witnessesOf(article, mention).map(({ entity, articles }) => `${entity.id} ${articles}`),
      ]),
    );
  return [profiles, found, meant, view.bearers("maros").map(({ id }) => id), view.withForm("Maros")];
}

function indexOf(sources: readonly string[], corrections = ""): EntityIndex {
  const index = new EntityIndex();
  index.corrections = parseCorrections(corrections).corrections;
  sources.forEach((source, at) => {
    index.setArticle(String(at), `file:///${at}`, 0, namesIn(source));
  });
  return index;
}

const names: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  [
    "a person with particles, whichever form is more frequent",
    ["President [PER Omar Hadri] spoke.", "[PER Omar Hadri] left.", "[PER Omar al-Hadri] came, [PER Hadri] said."],
    ["PER Omar al-Hadri 4/3 [Omar Hadri 2, Hadri 1, Omar al-Hadri 1] President 1"],
  ],
  [
    "an organisation spelt out",
    ["The [ORG Velmar Trade Bank] ([ORG VTB]) grew.", "[ORG VTB] shrank. [ORG VTB] fell."],
    ["ORG Velmar Trade Bank 4/2 [VTB 3, Velmar Trade Bank 1] "],
  ],
  [
    "a country by its name, with the words for its people",
    ["The [LOC U.S.] and [MISC American] troops."],
    ["LOC United States 2/1 [American 1, U.S. 1] "],
  ],
  ["a city from a dateline in capitals", ["[LOC OSTER] (Interlake) - It rained in [LOC Oster]."], ["LOC Oster 2/1 [OSTER 1, Oster 1] "]],
  [
    "roles in two spellings are one",
    ["UN envoy [PER Jon Vael] came.", "The U.N. envoy [PER Jon Vael] left.", "U.N. Envoy [PER Jon Vael] slept."],
    ["PER Jon Vael 3/3 [Jon Vael 3] UN envoy 3"],
  ],
  [
    "a role that leans on its text is the same that can be read alone",
    [
      "The [ORG Farmers' Union] marched. Its leader, [PER Bertil Kast], spoke.",
      "[PER Bertil Kast], leader of the [ORG Farmers' Union], slept.",
    ],
    ["ORG Farmers' Union 2/2 [Farmers' Union 2] ", "PER Bertil Kast 2/2 [Bertil Kast 2] leader of the Farmers' Union 2"],
  ],
];

describe("the index of entities", () => {
  for (const [name, sources, expected] of names) {
    it(`names ${name}`, () => {
      deepEqual(described(indexOf(sources)), expected);
    });
  }

  it("answers after any changes and corrections as one that was built afresh", () => {
    const pool = [
      "Minister [PER Ilka Maros] met [PER Jon Vael] in [LOC Oster]. [PER Maros] smiled.",
      "[PER Maros] said no to [PER Vael]. [ORG VTB] agreed.",
      "The [ORG Velmar Trade Bank] ([ORG VTB]) and [PER Anna Maros], a lawyer, met.",
      "[PER Anna Maros] and [LOC Oster] and [MISC German] [PER Vael].",
      "Nothing happened.",
      "[PER Nils Berg] saw [PER Ada Lund], [PER Per Tal], [PER Ole Rim] and [PER Una Sol].",
      "[PER Hans Berg] saw [PER Eva Dahl], [PER Isa Falk], [PER Pia Holm] and [PER Leo Krag].",
      "[PER Berg] saw [PER Ada Lund], [PER Per Tal], [PER Ole Rim] and [PER Una Sol]. [PER BERG] smiled.",
    ].map(namesIn);
    const correctionTexts = [
      "",
      "version: 1\nmerge:\n  - {kind: person, into: Ilka Maros, names: [Anna Maros]}\n",
      "version: 1\npin:\n  - {kind: person, form: Maros, to: Anna Maros}\nhide:\n  - {kind: place, name: Oster}\n",
      "version: 1\nsplit:\n  - {kind: person, form: Maros, from: Ilka Maros}\nrename:\n  - {kind: person, entity: Jon Vael, name: J. Vael}\n",
    ];
    const step = fc.oneof(
      { weight: 4, arbitrary: fc.record({ article: fc.nat(5), names: fc.nat(pool.length - 1) }) },
      { weight: 2, arbitrary: fc.record({ remove: fc.nat(4) }) },
      { weight: 1, arbitrary: fc.record({ move: fc.nat(4) }) },
      { weight: 1, arbitrary: fc.record({ correct: fc.nat(correctionTexts.length - 1) }) },
    );
    let judged = 0;
    const begin = [0, 3, 4, 5, 6, 7].map((content, article) => ({ article, names: content }));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const incremental = new EntityIndex();
        const articles = new Map<number, ArticleNames>();
        let corrections = parseCorrections("").corrections;
        for (const one of [...begin, ...steps]) {
          if ("article" in one) {
            const chosen = pool[one.names]!;
            articles.set(one.article, chosen);
            incremental.setArticle(String(one.article), `file:///${one.article}`, 0, chosen);
          } else if ("move" in one) {
            incremental.moveArticle(String(one.move), 3);
            incremental.moveArticle(String(one.move), 0);
          } else if ("remove" in one) {
            articles.delete(one.remove);
            incremental.linked();
            incremental.deleteArticle(String(one.remove));
          } else {
            corrections = parseCorrections(correctionTexts[one.correct]!).corrections;
            incremental.corrections = corrections;
          }
        }
        const rebuilt = new EntityIndex();
        rebuilt.corrections = corrections;
        for (const [at, chosen] of [...articles].sort((a, b) => b[0] - a[0])) rebuilt.setArticle(String(at), `file:///${at}`, 0, chosen);
        deepEqual(described(incremental), described(rebuilt));
        deepEqual(answered(incremental), answered(rebuilt));
        judged += rebuilt.linked().divided.size;
        equal(incremental.articleCount, rebuilt.articleCount);
      }),
      { numRuns: 150 },
    );
    ok(judged > 0, "some last names were judged by their articles");
  });

  it("links in steps to the same end, and not at all where the index changes meanwhile", () => {
    // More groups than are looked at in one step.
    const places = Array.from({ length: 40 }, (_, article) =>
      Array.from(
        { length: 20 },
        (_, at) => `[LOC Oster ${"abcdefghijklmnopqrst"[at] ?? ""}${String.fromCharCode(97 + (article % 26))}${article > 25 ? "x" : "y"}]`,
      ).join(", "),
    );
    const sources = [...names.flatMap(([, own]) => own), ...places];
    const index = indexOf(sources);
    const expected = described(indexOf(sources));
    const stopped = index.linking();
    stopped.next();
    index.setArticle("more", "file:///more", 0, namesIn("[PER Omar Hadri] spoke."));
    equal(stopped.next().value, null);
    index.deleteArticle("more");
    const work = index.linking();
    let steps = 0;
    for (let result = work.next(); result.done !== true; result = work.next()) steps++;
    equal(steps > 0, true);
    deepEqual(described(index), expected);
  });
});
