import { deepEqual, equal, ok } from "node:assert/strict";
import fc from "fast-check";
import { parseQuery } from "../../../src/core/search/query/parser";
import { printQuery } from "../../../src/core/search/query/printQuery";
import { dateRange } from "../../../src/core/search/query/dateRange";

/** What was typed, how it is understood, and the hints. */
const cases: readonly (readonly [string, string, ...string[]])[] = [
  ["", ""],
  ["dam", "dam"],
  ["peace talks", "peace AND talks"],
  ["peace AND talks", "peace AND talks"],
  ["dam OR river delta", "dam OR (river AND delta)"],
  ["(dam OR river) delta", "(dam OR river) AND delta"],
  ["“water rights” -toll", '"water rights" AND NOT toll'],
  ['-"water rights"', 'NOT "water rights"'],
  ["-(dam OR toll)", "NOT (dam OR toll)"],
  ["NOT toll", "NOT toll"],
  ["water-rights", "water-rights"],
  ["dam* lavrof~", "dam* AND lavrof~"],
  ["dam NEAR/5 river", "dam NEAR/5 river"],
  ['"high dam" NEAR river', '"high dam" NEAR/10 river'],
  ["title:dam", "title:dam"],
  ["title:(dam OR river)", "title:dam OR title:river"],
  ['source:"The Courier"', 'source:"The Courier"'],
  ["TITLE:Dam by:maros", "title:Dam AND author:maros"],
  ["date:2013-11", "date:2013-11-01..2013-11-30"],
  ["date:2013-11-05 dam", "date:2013-11-05 AND dam"],
  ["date:<2012", "date:..2011-12-31"],
  ["said:orr", "said:orr"],
  ["said:orr dam", "said:orr AND dam"],
  [
    'source:courier said:"Maros Orr" "water rights" toll OR dam',
    '(source:courier AND (said:"Maros Orr" AND "water rights" AND toll)) OR dam',
  ],
  ["said:orr dam|river date:2013", "(said:orr AND (dam OR river)) AND date:2013-01-01..2013-12-31"],
  ["(said:orr) dam", "(said:orr) AND dam"],
  ["dam said:orr", "dam AND said:orr"],
  ["said:(orr OR vael) dam", "said:(orr OR vael) AND dam"],
  ["said:(maros orr) dam", 'said:"maros orr" AND dam'],
  ["said:orr -dam", "(said:orr) AND NOT dam"],
  ["-said:orr dam", "NOT said:orr AND dam"],
  ["said:orr title:dam", "(said:orr) AND title:dam"],
  ["said:orr said:vael dam", "(said:orr) AND (said:vael AND dam)"],
  ['quote:"water rights" dam', 'quote:"water rights" AND dam'],
  ["quote:dam", "quote:dam"],
  ["quote:title:dam", "title:dam", "Behind “quote:” stand words that were said; here the text is searched."],
  ["said:", "", "What should “said:” be? Type a value behind the colon."],
  ["undated: dam", "undated:yes AND dam"],
  ["undated:no", "NOT undated:yes"],
  ["is:duplicate", "is:duplicate"],
  ["12:30 https://news.example/a", "12:30 AND https://news.example/a"],
  ['"unfinished phrase', '"unfinished phrase"', "The closing quote is missing; the phrase goes on to the end."],
  ["(dam river", "dam AND river", "The closing parenthesis is missing; the group goes on to the end."],
  ["dam) river", "dam AND river", "A closing parenthesis without an opening one is ignored."],
  ["dam OR", "dam", "OR needs something on both sides; it is ignored here."],
  ["OR dam", "dam", "OR needs something on both sides; it is ignored here."],
  ["NEAR/3 dam", "dam", "NEAR stands between two words or phrases; it is ignored here."],
  ["dam NEAR/3 (a OR b)", "dam AND (a OR b)", "NEAR stands between two words or phrases; it is ignored here."],
  [
    "a NEAR b c NEAR d e NEAR f g NEAR h i NEAR j",
    "a NEAR/10 b AND c NEAR/10 d AND e NEAR/10 f AND g NEAR/10 h AND i AND j",
    "Only the first 4 NEAR are looked for; behind them both words must occur, anywhere.",
  ],
  ["title:", "", "What should “title:” be? Type a value behind the colon."],
  ["title: dam", "dam", "What should “title:” be? Type a value behind the colon."],
  ["date:soon dam", "dam", "“soon” is no date; type 2013, 2013-11, 2013-11-05, 2013-05..2013-11 or <2012."],
  ["is:odd", "", "“is:odd” is unknown; there is is:duplicate."],
  ["- dam", "dam"],
  ["()", "", "There is no word here to look for."],
  ['* ~ "" --', "", "A star by itself is ignored; it stands for letters of a word, and in quotes for a word."],
  ["wom?n *gate organi*ation", "wom?n AND *gate AND organi*ation"],
  ["what?", "what", "A question mark at the end is ignored; type what* for words that begin so."],
  ['"peace talk*"', '"peace talk*"'],
  ['"treaty bridge"~4', "treaty NEAR/4 bridge"],
  ['"the old treaty"~3 dam', "the NEAR/3 old AND old NEAR/3 treaty AND dam"],
  ["dam w/5 river n/3 toll", "dam NEAR/5 river AND toll", "NEAR stands between two words or phrases; it is ignored here."],
  ["dam AROUND(4) river", "dam NEAR/4 river"],
  ["dam|river !war && toll", "(dam OR river) AND NOT war AND toll"],
  ["intitle:dam language:en", "title:dam AND lang:en"],
  ["after:2013 dam", "date:2014-01-01.. AND dam"],
  ["since:2013-05 before:2014", "date:2013-05-01.. AND date:..2013-12-31"],
  ["until:2013", "date:..2013-12-31"],
  ["»dam river« ‹dam river› „dam river“ 「dam river」", '"dam river" AND "dam river" AND "dam river" AND "dam river"'],
  ['date:"March 2023"', "date:2023-03-01..2023-03-31"],
  ['date:"5 March 2023"', "date:2023-03-05"],
  ["date:19.03.2023", "date:2023-03-19"],
  ["date:03/04/2023", "date:2023-04-03", "“03/04/2023” is read as day and month: 2023-04-03. Type year, month and day to be sure."],
  ["case:WHO", "case:WHO"],
  ["peace or war", "peace AND or AND war", "“or” is looked for as a word; type OR in capitals for one of two."],
  [
    "section:sport",
    "section:sport",
    "There is no field “section:”; it is looked for as words. Fields are title:, author:, source:, person:, org:, place:, date:.",
  ],
  [
    "/dam.*/",
    "/dam./",
    "Regular expressions are not understood; type * for any letters and ? for one.",
    "“*” and “?” stand for letters inside one word; they are ignored in “/dam.*/”.",
  ],
];

describe("query language", () => {
  for (const [typed, understood, ...hints] of cases) {
    it(typed === "" ? "(empty)" : typed, () => {
      const parsed = parseQuery(typed);
      equal(printQuery(parsed.root), understood);
      deepEqual(
        parsed.hints.map((hint) => hint.message),
        hints,
      );
    });
  }

  it("prints what it understood so that it is understood the same", () => {
    for (const [typed] of cases) {
      const once = printQuery(parseQuery(typed).root);
      equal(printQuery(parseQuery(once).root), once);
    }
  });

  it("gives every node its place", () => {
    const root = parseQuery('title:dam -"water rights"').root;
    ok(root?.kind === "and");
    deepEqual(
      root.children.map((node) => node.span),
      [
        { start: 0, end: 9 },
        { start: 10, end: 25 },
      ],
    );
  });

  it("never throws, whatever is typed", () => {
    const piece = fc.constantFrom(
      '"',
      "“",
      "(",
      ")",
      "-",
      "OR",
      "AND",
      "NOT",
      "NEAR/3",
      "*",
      "~",
      ":",
      "title:",
      "date:",
      "is:",
      " ",
      "dam",
      "\ud800",
      "\u202e",
      "2013..",
      "'",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const parsed = parseQuery(pieces.join(""));
        for (const hint of parsed.hints) ok(hint.span.start <= hint.span.end);
      }),
    );
    equal(parseQuery("(".repeat(100_000)).root?.kind, "nothing");
  });
});

describe("date ranges", () => {
  const ranges: readonly (readonly [string, string | null])[] = [
    ["2013", "2013-01-01..2013-12-31"],
    ["2012-02", "2012-02-01..2012-02-29"],
    ["2013-5", "2013-05-01..2013-05-31"],
    ["2013-02-30", null],
    ["2013-13", null],
    ["2013-05..2013-11", "2013-05-01..2013-11-30"],
    ["2013-11..2013-05", "2013-05-01..2013-11-30"],
    ["2013-05..", "2013-05-01.."],
    ["..2013", "..2013-12-31"],
    ["..", null],
    ["<2012-03-01", "..2012-02-29"],
    ["<=2012", "..2012-12-31"],
    [">2012-12", "2013-01-01.."],
    [">=2012-12-31", "2012-12-31.."],
    [">2012-12-31", "2013-01-01.."],
    ["soon", null],
  ];
  for (const [typed, expected] of ranges) {
    it(typed, () => {
      const range = dateRange(typed);
      equal(range === null ? null : `${range.from ?? ""}..${range.to ?? ""}`, expected);
    });
  }
});
