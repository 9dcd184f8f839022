import { deepEqual } from "node:assert/strict";
import { neverCancelled } from "../../../src/core/util/cancellation";
import { PackedSearchEngine } from "../../../src/core/search/engine/packedSearchEngine";
import { findMatches } from "../../../src/core/search/show/findMatches";
import { parseQuery } from "../../../src/core/search/query/parser";

/** Texts by their ids; what is behind a bar is the language. */
const texts: Readonly<Record<string, string>> = {
  news: "The news came late, and a new bridge was named in the north.",
  us: "It told us that the US had used it, said the WHO and those who knew.",
  polish: "In Velm the Polish workers polish shoes, and Banking reforms near the banks went on.",
  mail: "An e-mail said the cease-fire held; the G-20 met at the by-election.",
  joined: "The email told of a ceasefire and of the G20 after the byelection.",
  open: "They will cease fire. Health care is dear.",
  line: "The nego-\ntiations went on.",
  german: "Müller kam nach Köln, die Straße war frei|de",
  oe: "Mueller kam nach Koeln, die Strasse war frei und die Verträge lagen dort|de",
  french: "L'accord de l'Assemblée, qu'Hélène signe|fr",
  italian: "Un'inchiesta sull'acqua dell'Ardelia|it",
  chinese: "外交部长在日内瓦举行会谈|zh",
  between: "南京市长江大桥通车，发展中国家代表也出席了会议|zh",
  korean: "대통령은 회담이 서울에서 열린다고|ko",
  arabic: "قال أحمد إن الإتفاق في المدرسة ١٢٠|ar",
  hebrew: 'יו"ר הכנסת אמר|he',
  russian: "Подписаны договоры, переговоров больше нет|ru",
  swapped: "The talks about the bridge in Marso.",
  numbers: "Some 10\u00a0000 people and 10,000 dogs",
};

const engine = new PackedSearchEngine();
for (const [id, told] of Object.entries(texts)) {
  const [text = "", language] = told.split("|");
  engine.set({
    id,
    text,
    title: null,
    body: [[{ start: 0, end: text.length }]],
    site: [],
    date: null,
    values: language === undefined ? {} : { lang: [language] },
    aliases: {},
    duplicates: null,
  });
}

/** What matches in full, best first, with what is marked. */
function found(query: string): readonly string[] {
  const answer = engine.search(
    { query: parseQuery(query), filters: [], sort: "relevance", offset: 0, limit: 20, fold: false },
    neverCancelled,
  )!;
  return answer.hits
    .filter(({ partial }) => !partial)
    .map(({ id }) => {
      const text = (texts[id] ?? "").split("|")[0] ?? "";
      return `${id}: ${findMatches({ text, title: null, body: [[{ start: 0, end: text.length }]], site: [] }, answer.highlight)
        .map(({ start, end }) => text.slice(start, end))
        .join(" ")}`;
    });
}

const cases: readonly (readonly [query: string, ...found: readonly string[]])[] = [
  ["news", "news: news"],
  ["new", "news: new"],
  ["use", "us: used"],
  ["WHO", "us: WHO who"],
  ["case:WHO", "us: WHO"],
  ["case:us", "us: us"],
  ["case:Polish", "polish: Polish"],
  ["bank", "polish: banks"],
  ["Bank", "polish: banks"],
  ["email", "joined: email", "mail: e-mail"],
  ["e-mail", "mail: e-mail", "joined: email"],
  ["cease fire", "joined: ceasefire", "open: cease fire", "mail: cease fire"],
  ["G20", "joined: G20", "mail: G-20"],
  ["healthcare", "open: Health care"],
  ["negotiation", "line: nego-\ntiations"],
  ["Mueller", "oe: Mueller", "german: Müller"],
  ["Müller", "german: Müller", "oe: Mueller"],
  ["Strasse", "oe: Strasse", "german: Straße"],
  ["accord", "french: accord"],
  ["l'accord", "french: accord"],
  ["Hélène", "french: Hélène"],
  ["inchiesta", "italian: inchiesta"],
  ["acqua", "italian: acqua"],
  ["部长", "chinese: 部长"],
  ["外交", "chinese: 外交"],
  ["中国"],
  ["市长"],
  ["대통령", "korean: 대통령은"],
  ["서울", "korean: 서울에서"],
  ["احمد", "arabic: أحمد"],
  ["اتفاق", "arabic: الإتفاق"],
  ["المدرسه", "arabic: المدرسة"],
  ["120", "arabic: ١٢٠"],
  ['יו"ר', 'hebrew: יו"ר'],
  ["договор", "russian: договоры"],
  ["переговоры", "russian: переговоров"],
  ["Vertrag", "oe: Verträge"],
  ["tlaks", "swapped: talks"],
  ["birdge", "swapped: bridge", "news: bridge"],
  ["10000", "numbers: 10\u00a0000 10,000"],
  ["title:tlaks"],
  ["bridge -tlaks", "swapped: bridge", "news: bridge"],
  ["wom?n"],
  ["br?dge", "swapped: bridge", "news: bridge"],
  ["*election", "joined: byelection", "mail: election"],
  ["* ~"],
];

describe("search: what is the same word", () => {
  for (const [query, ...expected] of cases) {
    it(query, () => {
      deepEqual([...found(query)].sort(), [...expected].sort());
    });
  }

  it("ranks a spelling below the word itself", () => {
    deepEqual(
      found("email").map((hit) => hit.split(":")[0]),
      ["joined", "mail"],
    );
    deepEqual(
      found("Müller").map((hit) => hit.split(":")[0]),
      ["german", "oe"],
    );
  });
});
