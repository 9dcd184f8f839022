import { deepEqual, equal } from "node:assert/strict";
import fc from "fast-check";
import { EntityResolver } from "../../../../src/core/entities/resolve/entityResolver";
import type { LocalEntity } from "../../../../src/core/entities/resolve/localEntity";
import { resolveArticle } from "../../../../src/core/entities/resolve/resolveArticle";
import { readAnnotated } from "../../../support/annotated";

/** Resolves the annotated articles; each entity as its forms joined by ` = `, sorted. */
function entitiesOf(articles: readonly string[]): readonly string[] {
  const resolver = new EntityResolver();
  const locals = articles.map((source, number) => {
    const { text, mentions } = readAnnotated(source);
    const found = resolveArticle(text, mentions);
    resolver.add(number, found);
    return found;
  });
  return describeEntities(resolver, locals);
}

function describeEntities(resolver: EntityResolver, articles: Iterable<readonly LocalEntity[]>): readonly string[] {
  const forms = new Map<string, Set<string>>();
  for (const locals of articles) {
    for (const local of locals) {
      const entity = resolver.rootOf(local)!.id;
      const seen = forms.get(entity) ?? new Set();
      forms.set(entity, seen);
      for (const form of local.forms.keys()) seen.add(form);
    }
  }
  return [...forms].map(([id, seen]) => `${id.split(":")[0] ?? ""}: ${[...seen].sort().join(" = ")}`).sort();
}

interface Case {
  readonly name: string;
  readonly articles: readonly string[];
  readonly entities: readonly string[];
}

const cases: readonly Case[] = [
  {
    name: "a last name goes to the full name of its article",
    articles: ["[PER Ilka Maros] met [PER Jon Vael]. [PER Maros] smiled, [PER Vael]’s aide said."],
    entities: ["PER: Ilka Maros = Maros", "PER: Jon Vael = Vael"],
  },
  {
    name: "a name's particles, possessives, no-break spaces and line ends do not matter",
    articles: ["[PER Omar al-Tarik] spoke. [PER Omar Tarik’s] plan; [PER Omar\u00a0al-Tarik]; [PER Omar\nTarik]; [PER al-Tarik]."],
    entities: ["PER: Omar Tarik = Omar al-Tarik = al-Tarik"],
  },
  {
    name: "two people of one surname: the one named last before holds within the article",
    articles: ["[PER Anna Berg] sued [PER Olof Berg]. [PER Berg], her brother, did not answer."],
    entities: ["PER: Anna Berg", "PER: Berg = Olof Berg"],
  },
  {
    name: "a man's name and a woman's name are two people, in one article and in two",
    articles: [
      "[PER Paul Vick] met [PER Paula Vick] and [PER Mario Dessin].",
      "[PER Maria Dessin] left; [PER Rashid Omari] and [PER Paul Vick] stayed.",
      "[PER Rashida Omari] won.",
    ],
    entities: ["PER: Maria Dessin", "PER: Mario Dessin", "PER: Paul Vick", "PER: Paula Vick", "PER: Rashid Omari", "PER: Rashida Omari"],
  },
  {
    name: "spellings of one name are one person, but two in one sentence",
    articles: ["[PER Ahmed Sadiqi] spoke.", "[PER Ahmad Sadiqi] spoke.", "[PER Yuri Balak] met [PER Yury Balak]."],
    entities: ["PER: Ahmad Sadiqi = Ahmed Sadiqi", "PER: Yuri Balak", "PER: Yury Balak"],
  },
  {
    name: "spellings that people choose between are two without other evidence",
    articles: ["[PER John Marsh] spoke.", "[PER Jon Marsh] spoke."],
    entities: ["PER: John Marsh", "PER: Jon Marsh"],
  },
  {
    name: "a title tells of two bearers in an article, and so does an office",
    articles: [
      "[PER Bill Tarren], the president, and his wife, [PER Hilda Tarren], came. Mrs. [PER Tarren] sat; President [PER Tarren] spoke.",
    ],
    entities: ["PER: Bill Tarren = Tarren", "PER: Hilda Tarren = Tarren"],
  },
  {
    name: "where nothing tells of two bearers, the surname is with neither",
    articles: ["[PER Nina Castel] and [PER Hugo Castel] ran. [PER Castel] won by 12 votes."],
    entities: ["PER: Castel", "PER: Hugo Castel", "PER: Nina Castel"],
  },
  {
    name: "a title of the other sex is of somebody else, in the article and in the corpus",
    articles: ["[PER Olof Berg] won. Mrs. [PER Berg] was there.", "[PER Olof Berg] lost."],
    entities: ["PER: Berg", "PER: Olof Berg"],
  },
  {
    name: "the elder, the younger and Jr.",
    articles: [
      "[PER Frank Coster Sr.] built it. His son, [PER Frank Coster Jr.], runs it. The elder [PER Coster] is dead; [PER Coster Jr.] lives.",
    ],
    entities: ["PER: Coster = Frank Coster Sr.", "PER: Coster Jr. = Frank Coster Jr."],
  },
  {
    name: "Korean and Chinese names begin with the family name, others only look so",
    articles: ["[PER Park Min-ho] and [PER Kim Clarke] met. [PER Park] spoke, and [PER Clarke] did."],
    entities: ["PER: Clarke = Kim Clarke", "PER: Park = Park Min-ho"],
  },
  {
    name: "a couple with one family name, and a family name of two words",
    articles: ["[PER Tom] and [PER Jane Alder] live here. Mr. [PER Alder] is 60. [PER Ana Ruiz-Vega] sang; [PER Ruiz-Vega] is a poet."],
    entities: ["PER: Alder = Tom", "PER: Ana Ruiz-Vega = Ruiz-Vega", "PER: Jane Alder"],
  },
  {
    name: "a ministry is of the country from whose capital an article is filed",
    articles: [
      "[LOC BAGHDAD] (Tarn) - The [ORG Interior Ministry] said so.",
      "[LOC KABUL] (Tarn) - The [ORG Interior Ministry] said so.",
      "[LOC BAGHDAD] (Tarn) - Gunmen fled to [LOC Damascus] and [LOC Aleppo], the [ORG Interior Ministry] said.",
    ],
    entities: ["LOC: Aleppo", "LOC: BAGHDAD", "LOC: Damascus", "LOC: KABUL", "ORG: Interior Ministry", "ORG: Interior Ministry"],
  },
  {
    name: "a party is of the country of the date line, known to a list or not",
    articles: [
      "[LOC ORMSTAD], [LOC Veldland] - [ORG Labour] won in [LOC Ormstad].",
      "[LOC CORVEL], [LOC Masandro] - [ORG Labour] lost in [LOC Corvel].",
    ],
    entities: ["LOC: CORVEL = Corvel", "LOC: Masandro", "LOC: ORMSTAD = Ormstad", "LOC: Veldland", "ORG: Labour", "ORG: Labour"],
  },
  {
    name: "a ministry alone is the one that the article gives a place, known to a list or not",
    articles: [
      "The [ORG Masandro Interior Ministry] in [LOC Masandro] spoke; the [ORG Interior Ministry] knew.",
      "The [ORG Interior Ministry] slept.",
    ],
    entities: ["LOC: Masandro", "ORG: Interior Ministry", "ORG: Interior Ministry = Masandro Interior Ministry"],
  },
  {
    name: "a side of a contest is no country",
    articles: [
      "[LOC Brazil] beat [LOC Ghana] 2-1 in a friendly. The match in [LOC Ghana] had three goals. [LOC Brazil] coach [PER Telmo Reis] smiled.",
      "[LOC Brazil] sold cocoa.",
    ],
    entities: ["LOC: Brazil", "LOC: Ghana", "ORG: Brazil", "ORG: Ghana", "PER: Telmo Reis"],
  },
  {
    name: "a war is no contest",
    articles: ["[LOC Iraq] beat [LOC Iran] in the war. [LOC Iraq] won."],
    entities: ["LOC: Iran", "LOC: Iraq"],
  },
  {
    name: "a nickname in rugby is of the team that the article names, and no other's",
    articles: [
      "The [ORG Detroit Lions] won; the [ORG Lions]' quarterback threw a touchdown.",
      "The [ORG Irish Lions] play rugby; the [ORG Lions] won.",
    ],
    entities: ["ORG: Detroit Lions = Lions", "ORG: Irish Lions = Lions"],
  },
  {
    name: "two common bearers in the corpus: a surname alone is merged with neither",
    articles: ["[PER Anna Berg] won.", "[PER Olof Berg] lost.", "[PER Berg] was there."],
    entities: ["PER: Anna Berg", "PER: Berg", "PER: Olof Berg"],
  },
  {
    name: "one dominant bearer in the corpus: a surname alone is taken for that one",
    articles: [
      "[PER Ilka Maros] won.",
      "[PER Ilka Maros] spoke.",
      "[PER Ilka Maros] left.",
      "[PER Peter Maros] sang.",
      "[PER Maros] was there.",
    ],
    entities: ["PER: Ilka Maros = Maros", "PER: Peter Maros"],
  },
  {
    name: "an office in front of a last name chooses between two bearers; where nobody is known to hold it, none",
    articles: [
      "Defence Minister [PER Anna Berg] won.",
      "Coach [PER Olof Berg] lost.",
      "Defense minister [PER Berg] was there. [PER Berg] spoke.",
      "Striker [PER Berg] scored.",
    ],
    entities: ["PER: Anna Berg = Berg", "PER: Berg", "PER: Olof Berg"],
  },
  {
    name: "last names with offices that nobody is known to hold are one with the last name alone",
    articles: ["Mayor [PER Tarn] spoke.", "Senator [PER Tarn] spoke.", "[PER Tarn] spoke.", "[PER Ada Tarn] sang."],
    entities: ["PER: Ada Tarn = Tarn"],
  },
  {
    name: "the teams of one city, by their sport; a second name stands for its team",
    articles: [
      "The [ORG Chicago Bulls] won at basketball; [ORG Chicago] led. The [ORG Bulls] slept.",
      "Baseball: [ORG Chicago] 3 [ORG Boston] 2.",
      "NBA: [ORG Chicago] 99 [ORG Boston] 98.",
    ],
    entities: ["ORG: Boston", "ORG: Boston", "ORG: Bulls = Chicago = Chicago Bulls", "ORG: Chicago"],
  },
  {
    name: "ways of writing a name from another script, short forms and initials",
    articles: [
      "[PER Sergei Lomin] spoke.",
      "[PER Sergey Lomin] spoke.",
      "[PER S. Lomin] spoke.",
      "[PER William Tarn] sat.",
      "[PER Bill Tarn] sat.",
    ],
    entities: ["PER: Bill Tarn = William Tarn", "PER: S. Lomin = Sergei Lomin = Sergey Lomin"],
  },
  {
    name: "different middle initials are different people",
    articles: ["[PER Paul W. Grant] spoke.", "[PER Paul H. Grant] spoke."],
    entities: ["PER: Paul H. Grant", "PER: Paul W. Grant"],
  },
  {
    name: "family name first",
    articles: ["[PER Zhao Lanmei] arrived. [PER Zhao] left at noon.", "[PER Zhao] returned."],
    entities: ["PER: Zhao = Zhao Lanmei"],
  },
  {
    name: "a title that the recogniser took into the name",
    articles: ["[PER Prime Minister Ilka Maros] and [PER Maros]."],
    entities: ["PER: Maros = Prime Minister Ilka Maros"],
  },
  {
    name: "nationality words and names of a country",
    articles: [
      "[LOC Syria] and [MISC Syrian] and [MISC Syrians]; [LOC U.S.], [LOC the United States], [MISC American]; [LOC Burma], [LOC Myanmar].",
    ],
    entities: ["LOC: American = U.S. = the United States", "LOC: Burma = Myanmar", "LOC: Syria = Syrian = Syrians"],
  },
  {
    name: "a people that no list knows goes to the place of the corpus, whatever it was taken for",
    articles: [
      "[LOC Ardelia] and [LOC Korvat] waited.",
      "[LOC Ardelia] spoke; an [PER Ardelian] envoy and the [ORG Ardelians] left.",
      "[LOC Korvat] and the [MISC Korvatian] guard.",
    ],
    entities: ["LOC: Ardelia = Ardelian = Ardelians", "LOC: Korvat = Korvatian"],
  },
  {
    name: "a word taken once for a person that is a place elsewhere, unless somebody bears it",
    articles: [
      "[LOC Stenna] woke.",
      "[LOC Stenna] slept.",
      "[LOC Stenna] rose.",
      "[PER Stenna] fell.",
      "[LOC Berg] woke. [LOC Lund] too.",
      "[PER Anna Berg] spoke.",
      "[PER Berg] fell.",
    ],
    entities: ["LOC: Berg", "LOC: Lund", "LOC: Stenna", "PER: Anna Berg = Berg"],
  },
  {
    name: "acronyms: in brackets, by initials, in other articles of the corpus",
    articles: [
      "The [ORG Velmar Water Authority] ([ORG VWA]) opened. [ORG VWA] closed.",
      "The [ORG VWA] said no.",
      "The [ORG League of Dry Cities] met; [ORG LDC] voted.",
    ],
    entities: ["ORG: LDC = League of Dry Cities", "ORG: VWA = Velmar Water Authority"],
  },
  {
    name: "U.N., UN and the Security Council are two bodies",
    articles: ["The [ORG U.N. Security Council] met. The [ORG Security Council] voted. The [ORG United Nations] and the [ORG UN] waited."],
    entities: ["ORG: Security Council = U.N. Security Council", "ORG: UN = United Nations"],
  },
  {
    name: "a ministry has the country that stands beside it, or the only one of the article",
    articles: [
      "The [ORG Russian Foreign Ministry] spoke. [LOC Russia]’s [ORG Foreign Ministry] spoke; the [ORG Foreign Ministry] too.",
      "[LOC Chad]’s [ORG Foreign Ministry] denied it.",
      "The [ORG Foreign Ministry] denied it.",
    ],
    entities: [
      "LOC: Chad",
      "LOC: Russia",
      "ORG: Foreign Ministry",
      "ORG: Foreign Ministry",
      "ORG: Foreign Ministry = Russian Foreign Ministry",
    ],
  },
  {
    name: "a ministry or a party without a country is of the one that the article is about",
    articles: [
      "In [LOC Chad] the [ORG Interior Ministry] spoke; [MISC Chadian] police too.",
      "[LOC Peru]’s rivers rose; the [ORG Interior Ministry] and [ORG Congress] met.",
      "[LOC Chad] and [LOC Peru] met; the [ORG Interior Ministry] was silent.",
    ],
    entities: [
      "LOC: Chad = Chadian",
      "LOC: Peru",
      "ORG: Congress",
      "ORG: Interior Ministry",
      "ORG: Interior Ministry",
      "ORG: Interior Ministry",
    ],
  },
  {
    name: "two names of one city, and a party by its members",
    articles: [
      "[LOC New York] and [LOC Rangoon]; the [ORG Tory Party] of [LOC Britain].",
      "[LOC New York City] and [LOC Yangon]; [LOC Britain]’s [ORG Tories].",
    ],
    entities: ["LOC: Britain", "LOC: New York = New York City", "LOC: Rangoon = Yangon", "ORG: Tories = Tory Party"],
  },
  {
    name: "a given name alone is no family name of another article",
    articles: ["[PER Ada Karl] sat.", "[PER Karl Benn] and [PER Karl Odin] spoke.", "[PER Karl] slept."],
    entities: ["PER: Ada Karl", "PER: Karl", "PER: Karl Benn", "PER: Karl Odin"],
  },
  {
    name: "parts of an organisation's name, but not its daughters",
    articles: ["[ORG Harrow Tin] grew. [ORG Harrow Tin Australia] shrank; [ORG Brandt Motor Co.] and then [ORG Brandt] rose."],
    entities: ["ORG: Brandt = Brandt Motor Co.", "ORG: Harrow Tin", "ORG: Harrow Tin Australia"],
  },
  {
    name: "a numbered meeting and the same meeting without its number",
    articles: ["The [EVENT Geneva-2] talks; the [EVENT Geneva conference] begins; the [EVENT Vienna conference] ended."],
    entities: ["EVENT: Geneva conference = Geneva-2", "EVENT: Vienna conference"],
  },
];

describe("entity resolution", () => {
  for (const { name, articles, entities } of cases) {
    it(name, () => {
      deepEqual(entitiesOf(articles), [...entities].sort());
    });
  }

  it("answers after any changes as if built anew, in any order", () => {
    const pool = cases
      .flatMap((one) => one.articles)
      .map((source) => {
        const { text, mentions } = readAnnotated(source);
        return resolveArticle(text, mentions);
      });
    const change = fc.record({ article: fc.nat({ max: 7 }), content: fc.option(fc.nat({ max: pool.length - 1 })) });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
        const incremental = new EntityResolver();
        const last = new Map<number, { readonly number: number; readonly locals: readonly LocalEntity[] }>();
        for (const [number, { article, content }] of changes.entries()) {
          const before = last.get(article);
          last.delete(article);
          if (content !== null) {
            const locals = pool[content] ?? [];
            incremental.add(number, locals);
            last.set(article, { number, locals });
          }
          if (before !== undefined) incremental.remove(before.number, before.locals);
          incremental.linked();
        }
        const locals = [...last.values()].map((one) => one.locals);
        const rebuilt = new EntityResolver();
        for (const [number, own] of [...locals].reverse().entries()) rebuilt.add(number, own);
        deepEqual(describeEntities(incremental, locals), describeEntities(rebuilt, locals));
        equal(incremental.size, rebuilt.size);
      }),
    );
  });
});

describe("entities: an article that is a list of names", function () {
  // What compares each with each takes minutes for so many.
  this.timeout(20_000);
  for (const [what, type, nameOf] of [
    ["different full names", "PER", (at: number) => `${wordOf(at)} ${wordOf(3 * at + 1)}`],
    ["full names of one family", "PER", (at: number) => `${wordOf(at)} Berg`],
    ["last names behind full ones", "PER", (at: number) => (at % 2 === 0 ? `${wordOf(at)} ${wordOf(at + 7)}` : wordOf(at + 6))],
    [
      "letters that stand for bodies",
      "ORG",
      (at: number) => (at % 2 === 0 ? wordOf(at).slice(-5).toUpperCase() : `${wordOf(at)} ${wordOf(at + 1)} Union`),
    ],
    ["meetings", "EVENT", (at: number) => `${wordOf(at)} Conference`],
  ] as const) {
    it(what, () => {
      let text = "";
      const mentions = Array.from({ length: 4000 }, (_, at) => {
        const start = text.length;
        const name = nameOf(at);
        text += `${name} met. `;
        return { start, end: start + name.length, type, score: 1 } as const;
      });
      const found = resolveArticle(text, mentions);
      equal(
        found.reduce((sum, local) => sum + local.mentions.length, 0),
        mentions.length,
      );
    });
  }
});

/** An invented word of a number. */
function wordOf(number: number): string {
  const word = Array.from(String(number), (digit) => ["ba", "lo", "ne", "ri", "tu", "ka", "mo", "se", "di", "vu"][Number(digit)]).join("");
  return word.charAt(0).toUpperCase() + word.slice(1);
}
