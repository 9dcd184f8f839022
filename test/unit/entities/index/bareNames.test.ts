import { deepEqual, equal, ok } from "node:assert/strict";
import { parseDocument } from "../../../../src/core/corpus/parseDocument";
import type { ArticleNames } from "../../../../src/core/entities/index/articleNames";
import { EntityIndex } from "../../../../src/core/entities/index/entityIndex";
import { EntityView } from "../../../../src/core/entities/index/entityView";
import { parseCorrections } from "../../../../src/core/entities/corrections/parseCorrections";
import { companionsOf } from "../../../../src/core/entities/index/coOccurrence";
import { baseOf, namesOf } from "../../../../src/core/entities/recognise/readNames";
import type { ArticleContexts } from "../../../../src/core/entities/resolve/articleContexts";
import { EntityResolver } from "../../../../src/core/entities/resolve/entityResolver";
import type { LocalEntity } from "../../../../src/core/entities/resolve/localEntity";
import { nameValues } from "../../../../src/core/search/engine/nameValues";
import { readAnnotated } from "../../../support/annotated";

function namesIn(source: string): ArticleNames {
  const { text, mentions } = readAnnotated(source);
  const document = parseDocument(text, { fileName: "a.txt", kind: "article" });
  return namesOf(document, document.article(0), baseOf(document.lines, 0), mentions);
}

/** A date, if there is one, and an annotated text. */
type Source = readonly [date: string | null, text: string];

/** Articles of other places, so that a name of two articles is rare. */
const elsewhere: readonly Source[] = Array.from("abcdefghijklmnop", (letter) => [
  null,
  `It rained in [LOC Oster ${letter}] and [LOC Nieder ${letter}].`,
]);

const boris = "[PER Boris Ivanov] and [PER Ilka Maros] opened the [ORG Velmar Dam] with [PER Jon Vael].";
const sergei = "[PER Sergei Ivanov] played for [PER Anna Tarn] at the [ORG Harrow Hall] with [PER Abel Sorn].";

function indexOf(sources: readonly Source[], corrections = ""): EntityIndex {
  const index = new EntityIndex(({ id }) => ({ date: sources[Number(id)]?.[0] ?? null, makers: ["The Velm Courier", "Ada Writer"] }));
  index.corrections = parseCorrections(corrections).corrections;
  for (const [at, [, text]] of sources.entries()) index.setArticle(String(at), `file:///${at}`, 0, namesIn(text));
  return index;
}

/** Whom the last article means by the name that it begins with, and by whom that is told. */
function readingOf(index: EntityIndex, view = new EntityView(index)): { readonly means: string; readonly with: readonly string[] } {
  const article = index.article(String(index.articleCount - 1))!;
  const name = view.entityOfMention(article, 0)?.name ?? "nobody";
  return { means: name, with: view.witnessesOf(article, 0).map(({ entity, articles }) => `${entity.name} ${articles}`) };
}

interface Case {
  readonly name: string;
  readonly articles: readonly Source[];
  /** Whether there are no articles elsewhere. */
  readonly isAll?: boolean;
  readonly means: string;
  readonly with?: readonly string[];
}

const two: readonly Source[] = [
  [null, boris],
  [null, sergei],
];

const cases: readonly Case[] = [
  {
    name: "a last name is of the bearer whose company the article names",
    articles: [...two, [null, "[PER Ivanov] praised [PER Ilka Maros] and the [ORG Velmar Dam]."]],
    means: "Boris Ivanov",
    with: ["Velmar Dam 1", "Ilka Maros 1"],
  },
  {
    name: "in how many articles they stand together is told",
    articles: [...two, [null, boris], [null, "[PER Ivanov] praised [PER Ilka Maros], [PER Jon Vael] and the [ORG Velmar Dam]."]],
    means: "Boris Ivanov",
    with: ["Velmar Dam 2", "Ilka Maros 2", "Jon Vael 2"],
  },
  { name: "of nobody where the article names nobody else", articles: [...two, [null, "[PER Ivanov] slept."]], means: "Ivanov" },
  {
    name: "one name in common is not enough, however rare",
    articles: [
      ...Array.from({ length: 100 }, (): Source => [null, "It rained in [LOC Tarnow]."]),
      ...two,
      [null, "[PER Ivanov] praised [PER Ilka Maros]."],
    ],
    means: "Ivanov",
  },
  {
    name: "a last name that is open itself tells nothing",
    articles: [
      [null, "[PER Ana Petrov] sat."],
      [null, "[PER Olga Petrov] sat."],
      [null, "[PER Boris Ivanov] saw [PER Petrov] and the [ORG Velmar Dam]."],
      [null, sergei],
      [null, "[PER Ivanov] saw [PER Petrov] and the [ORG Velmar Dam]."],
    ],
    means: "Ivanov",
  },
  {
    name: "it takes more company for one whom few articles name than for one whom many do",
    articles: [
      ...Array.from({ length: 30 }, (_, at): Source => [null, at % 2 === 0 ? "[PER Boris Ivanov] slept." : "[PER Nils Ivanov] slept."]),
      [null, sergei],
      [null, "[PER Ivanov] sang for [PER Anna Tarn] and [PER Abel Sorn]."],
    ],
    isAll: true,
    means: "Ivanov",
  },
  {
    name: "company of both is not clear",
    articles: [...two, [null, "[PER Ivanov] praised [PER Ilka Maros], the [ORG Velmar Dam], [PER Anna Tarn] and the [ORG Harrow Hall]."]],
    means: "Ivanov",
  },
  {
    name: "names that both occur with tell nothing",
    articles: [
      [null, "[PER Boris Ivanov] saw [PER Ilka Maros] and [PER Jon Vael]."],
      [null, "[PER Sergei Ivanov] saw [PER Ilka Maros] and [PER Jon Vael]."],
      [null, "[PER Ivanov] saw [PER Ilka Maros] and [PER Jon Vael]."],
    ],
    means: "Ivanov",
  },
  {
    name: "countries tell nothing",
    articles: [
      [null, "[PER Boris Ivanov] in [LOC Chad], [LOC Peru] and [LOC Fiji]."],
      [null, sergei],
      [null, "[PER Ivanov] in [LOC Chad], [LOC Peru] and [LOC Fiji]."],
    ],
    means: "Ivanov",
  },
  {
    name: "an office that nobody is known to hold does not hide a name from the company it keeps",
    articles: [...two, [null, "[PER Ivanov] slept."], [null, "Mayor [PER Ivanov] praised [PER Ilka Maros] and the [ORG Velmar Dam]."]],
    means: "Boris Ivanov",
    with: ["Velmar Dam 1", "Ilka Maros 1"],
  },
  {
    name: "time decides where both have company",
    articles: [
      ["2021-03-01", boris],
      ["1981-03-01", sergei],
      ["2021-04-01", "[PER Ivanov] praised [PER Ilka Maros], the [ORG Velmar Dam], [PER Jon Vael] and [PER Anna Tarn]."],
    ],
    means: "Boris Ivanov",
    with: ["Velmar Dam 1", "Ilka Maros 1", "Jon Vael 1"],
  },
  {
    name: "the same company without dates is not clear",
    articles: [
      [null, boris],
      [null, sergei],
      [null, "[PER Ivanov] praised [PER Ilka Maros], the [ORG Velmar Dam], [PER Jon Vael] and [PER Anna Tarn]."],
    ],
    means: "Ivanov",
  },
  {
    name: "another time makes company doubtful",
    articles: [
      ["1981-03-01", boris],
      ["2021-03-01", sergei],
      ["2021-04-01", "[PER Ivanov] praised [PER Ilka Maros] and the [ORG Velmar Dam]."],
    ],
    means: "Ivanov",
  },
  {
    name: "time alone tells nothing",
    articles: [
      ["1981-03-01", boris],
      ["2021-03-01", sergei],
      ["2021-03-01", "[PER Ivanov] slept in [LOC Vienna]."],
    ],
    means: "Ivanov",
  },
  {
    name: "who made the article tells nothing",
    articles: [
      [null, `${boris} By [PER Ada Writer] of the [ORG Velm Courier].`],
      [null, sergei],
      [null, "[PER Ivanov] slept, [PER Ada Writer] of [ORG The Velm Courier] says."],
    ],
    means: "Ivanov",
  },
  {
    name: "articles that are lists tell nothing",
    articles: [
      ...two,
      [null, `[PER Ivanov], [PER Ilka Maros], [ORG Velmar Dam], ${Array.from({ length: 200 }, (_, at) => `[LOC Ost ${at}]`).join(", ")}.`],
    ],
    means: "Ivanov",
  },
];

/** What there is of each person by that name, over all articles. */
function counted(view: EntityView): readonly string[] {
  return [...view.ids()]
    .flatMap((id) => view.entity(id) ?? [])
    .filter(({ forms }) => forms.some(([form]) => form.includes("Ivanov")))
    .map(
      ({ name, mentions, articles, forms }) =>
        `${name} ${mentions}/${articles} ${forms.map(([form, count]) => `${form} ${count}`).join(", ")}`,
    )
    .sort();
}

describe("last names in their articles", () => {
  for (const { name, articles, isAll = false, means, with: company = [] } of cases) {
    it(name, () => {
      deepEqual(readingOf(indexOf([...(isAll ? [] : elsewhere), ...articles])), { means, with: company });
    });
  }

  const three: readonly Source[] = [
    ...elsewhere,
    ...two,
    [null, "[PER Ivanov] slept."],
    [null, "[PER IVANOV] played for [PER Anna Tarn] at the [ORG Harrow Hall]."],
    [null, "[PER Ivanov] praised [PER Ilka Maros] and the [ORG Velmar Dam]. [PER IVANOV] smiled."],
  ];

  it("gives each bearer the mentions of those articles, with their forms, and leaves the rest to nobody", () => {
    const index = indexOf(three);
    const view = new EntityView(index);
    deepEqual(counted(view), [
      "Boris Ivanov 3/2 Boris Ivanov 1, IVANOV 1, Ivanov 1",
      "Ivanov 1/1 Ivanov 1",
      "Sergei Ivanov 2/2 IVANOV 1, Sergei Ivanov 1",
    ]);
    const [first] = view.bearers("ivanov");
    deepEqual(view.withForm("ivanov"), ["PER:boris ivanov", "PER:ivanov", "PER:sergei ivanov"]);
    equal(view.mentionsOf(index.groups.get("PER", "boris ivanov")!.number), 3);
    deepEqual(
      first === undefined
        ? []
        : companionsOf(view, first, 9)
            .map(({ entity, articles }) => `${entity.name} ${articles}`)
            .sort(),
      ["Ilka Maros 2", "Jon Vael 1", "Velmar Dam 2"],
    );
    deepEqual(first === undefined ? [] : [...view.reasons(first)], [
      ["“IVANOV”: these articles name others that belong to this bearer of the name (Velmar Dam, Ilka Maros)", 1],
    ]);
    deepEqual(nameValues(String(three.length - 1), index, view)?.values.person, ["Boris Ivanov", "Ilka Maros"]);
    deepEqual(nameValues("18", index, view)?.values.person, ["Ivanov"]);
  });

  it("leaves no entity where every article tells who is meant", () => {
    const index = indexOf(three.filter(([, text]) => !text.includes("slept")));
    const view = new EntityView(index);
    deepEqual(
      counted(view).map((one) => one.split(" ")[0]),
      ["Boris", "Sergei"],
    );
    equal(view.entity("PER:ivanov"), null);
    deepEqual(view.withForm("ivanov"), ["PER:boris ivanov", "PER:sergei ivanov"]);
  });

  it("does not depend on the order in which articles came", () => {
    const forwards = indexOf(three);
    const backwards = new EntityIndex();
    for (const [at, [, text]] of [...three.entries()].reverse()) backwards.setArticle(String(at), `file:///${at}`, 0, namesIn(text));
    deepEqual(counted(new EntityView(backwards)), counted(new EntityView(forwards)));
    deepEqual(readingOf(backwards), readingOf(forwards));
  });

  it("follows the date of an article that is read again", () => {
    const dates = ["2021-03-01", "1981-03-01", "2021-04-01"];
    const texts = [boris, sergei, "[PER Ivanov] praised [PER Ilka Maros], the [ORG Velmar Dam], [PER Jon Vael] and [PER Anna Tarn]."];
    const index = new EntityIndex(({ id }) => ({ date: dates[Number(id) - elsewhere.length] ?? null, makers: [] }));
    for (const [at, text] of [...elsewhere.map(([, own]) => own), ...texts].entries())
      index.setArticle(String(at), `file:///${at}`, 0, namesIn(text));
    equal(readingOf(index).means, "Boris Ivanov");
    dates[1] = "2021-03-01";
    index.setArticle(String(elsewhere.length + 1), "file:///sergei", 0, namesIn(sergei));
    equal(readingOf(index).means, "Ivanov");
  });

  const corrected: readonly (readonly [string, string, string])[] = [
    ["pins", "pin:\n  - {kind: person, form: Ivanov, to: Sergei Ivanov}", "Sergei Ivanov"],
    ["merges", "merge:\n  - {kind: person, into: Sergei Ivanov, names: [Ivanov]}", "Sergei Ivanov"],
    ["splits off", "split:\n  - {kind: person, form: Ivanov, from: Boris Ivanov}", "Ivanov"],
    ["renames", "rename:\n  - {kind: person, entity: Boris Ivanov, name: B. Ivanov}", "B. Ivanov"],
    ["merges bearers", "merge:\n  - {kind: person, into: Jon Vael, names: [Boris Ivanov]}", "Jon Vael"],
    ["hides", "hide:\n  - {kind: person, name: Boris Ivanov}", "nobody"],
  ];
  for (const [what, corrections, means] of corrected) {
    it(`takes the word of a reader who ${what} before the company a name keeps`, () => {
      equal(
        readingOf(
          indexOf(
            [...elsewhere, ...two, [null, "[PER Ivanov] praised [PER Ilka Maros] and the [ORG Velmar Dam]."]],
            `version: 1\n${corrections}\n`,
          ),
        ).means,
        means,
      );
    });
  }

  it("looks at about as many names again where there are twice as many made-up people of one name", () => {
    const bearer = (at: number): LocalEntity => ({
      type: "PER",
      key: `a${at}b smith`,
      bare: false,
      forms: new Map([[`A${at}b Smith`, 1]]),
      aliases: [],
      mentions: [0],
      because: [],
    });
    const visitsOf = (people: number): number => {
      let visits = 0;
      // A list of all of them, many articles of a few, and as many that name nobody else.
      const all = Array.from({ length: people }, (_, at) => bearer(at));
      const locals: LocalEntity[][] = [
        all,
        ...Array.from({ length: people / 10 }, (_, at) => all.slice(at * 10, at * 10 + 10)),
        ...all.map(() => [{ ...bearer(0), key: "smith", bare: true }]),
      ];
      const numbers: (readonly number[])[] = [];
      const contexts: ArticleContexts = {
        articleCount: () => locals.length,
        localCount: (article) => numbers[article]?.length ?? 0,
        eachLocal: (article, visit) => {
          for (const group of numbers[article] ?? []) {
            visits++;
            visit(group);
          }
        },
        formsOf: () => [],
        rolesOf: () => [],
        idOf: String,
        originOf: () => null,
      };
      const resolver = new EntityResolver(undefined, contexts);
      for (const [article, own] of locals.entries()) numbers[article] = resolver.add(article, own);
      const pauses = [...resolver.linking()].length;
      ok(pauses >= visits / 8000, `${pauses} pauses in ${visits} visits`);
      return visits;
    };
    const [some, twice] = [visitsOf(1000), visitsOf(2000)];
    ok(some > 0 && twice <= 2.1 * some, `${some} and ${twice}`);
  });

  it("offers all whom a name of an article may mean, and puts it in no list", () => {
    const index = indexOf([
      [null, "[PER Nina Castel] and [PER Hugo Castel] ran. [PER Castel] won by 12 votes."],
      [null, "[PER Hugo Castel] slept."],
    ]);
    const view = new EntityView(index);
    const article = index.article("0")!;
    deepEqual(
      view.candidatesOf(article, 2).map(({ name }) => name),
      ["Hugo Castel", "Nina Castel"],
    );
    deepEqual(view.candidatesOf(article, 1), []);
    deepEqual([...view.ids()].sort(), ["PER:hugo castel", "PER:nina castel"]);
  });

  const together: Case["articles"] = [
    [null, "[PER Eric Tolm] met [PER Ada Lind] at the [ORG Harrow Mill]."],
    [null, "[PER Erik Tolm] and [PER Ada Lind] own the [ORG Harrow Mill]."],
  ];
  const apart: Case["articles"] = [
    ["1996-03-04", "Striker [PER Ahmed Sadiqi] scored for [ORG Velm Rovers] against [ORG Oster Town]."],
    ["2013-06-01", "[PER Ahmad Sadiqi], a judge, freed [PER Lena Holt] of [ORG Harrow Trust]."],
  ];
  for (const [name, articles, people] of [
    ["names that are alike are one person where the same others stand beside them", together, ["Ada Lind", "Eric Tolm"]],
    ["spellings of one name are two people where work, company and time differ", apart, ["Ahmad Sadiqi", "Ahmed Sadiqi", "Lena Holt"]],
  ] as const) {
    it(name, () => {
      const view = new EntityView(indexOf([...articles, ...elsewhere]));
      deepEqual(
        [...view.ids()]
          .filter((id) => id.startsWith("PER:"))
          .map((id) => view.entity(id)?.name)
          .sort(),
        [...people].sort(),
      );
    });
  }

  it("takes such a name for one where a reader merged those whom it may mean", () => {
    const index = indexOf(
      [[null, "[PER Nina Castel] and [PER Hugo Castel] ran. [PER Castel] won by 12 votes."]],
      "merge:\n  - names: [Nina Castel]\n    into: Hugo Castel\n    kind: person\n",
    );
    const view = new EntityView(index);
    equal(view.entityOfMention(index.article("0")!, 2)?.name, "Hugo Castel");
  });
});
