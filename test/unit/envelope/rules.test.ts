import assert from "node:assert/strict";
import { viewOf } from "./envelopeView";

interface Case {
  /** Joined with LF where it is a list. */
  readonly input: string | readonly string[];
  /** `opener-closer key content`, then `<- name` where it is not the key, `#ordinal`, `key=value` attributes; none: no bundle. */
  readonly articles: readonly string[];
  readonly outside?: readonly number[];
  /** `line code` */
  readonly problems?: readonly string[];
}

function check({ input, articles, outside = [], problems = [] }: Case): void {
  const view = viewOf(typeof input === "string" ? input : input.join("\n"));
  const shown = view.articles.map((article) => {
    const { name, key, ordinal, attributes, openLine, closeLine, contentLines } = article;
    const parts = [`${openLine}-${closeLine ?? "?"} ${key} ${contentLines?.join("-") ?? "empty"}`];
    if (name !== key) parts.push(`<- ${name ?? "none"}`);
    if (ordinal !== null) parts.push(`#${ordinal}`);
    for (const [attribute, value] of Object.entries(attributes)) parts.push(`${attribute}=${value}`);
    return parts.join(" ");
  });
  assert.deepEqual(shown, articles);
  assert.equal(view.bundle, articles.length > 0);
  assert.deepEqual(view.outsideLines, outside);
  assert.deepEqual(
    view.diagnostics.map(({ line, code }) => `${line} ${code}`),
    problems,
  );
}

/** A marker's argument, and what it says of an article: one opener, one line, one closer. */
const openers: readonly (readonly [string, string])[] = [
  ["<<<FILE: harbour.txt>>>", "harbour.txt"],
  ["<<<FILE harbour.txt>>>", "harbour.txt"],
  ["<<<FILE:harbour.txt>>>", "harbour.txt"],
  ["<<<FILE : harbour.txt>>>", "harbour.txt"],
  ["<<<FILE | harbour.txt>>>", "harbour.txt"],
  ["<<<FILE|harbour.txt>>>", "harbour.txt"],
  ["<<< FILE: harbour.txt >>>", "harbour.txt"],
  ["<<<\tFILE\tharbour.txt\t>>>\t", "harbour.txt"],
  ["<<<BEGIN FILE harbour.txt>>>", "harbour.txt"],
  ["<<<BEGIN_FILE: harbour.txt>>>", "harbour.txt"],
  ["<<<START-FILE: harbour.txt>>>", "harbour.txt"],
  ["<<<STARTFILE: harbour.txt>>>", "harbour.txt"],
  ["<<<FILE_START: harbour.txt>>>", "harbour.txt"],
  ["<<<FILE BEGIN: harbour.txt>>>", "harbour.txt"],
  ["<<<file Harbour.TXT>>>", "Harbour.TXT"],
  ['<<<FILE "the old harbour.txt">>>', "the old harbour.txt"],
  ["<<<FILE 'the old harbour.txt'>>>", "the old harbour.txt"],
  ["<<<FILE `harbour.txt`>>>", "harbour.txt"],
  ["<<<FILE`harbour.txt`>>>", "harbour.txt"],
  ['<<<FILE "harbour.txt" bytes=12>>>', "harbour.txt bytes=12"],
  ['<<<FILE: "Harbour reopens" says mayor.txt>>>', '"Harbour reopens" says mayor.txt'],
  ['<<<FILE: "Harbour"s.txt>>>', '"Harbour"s.txt'],
  ['<<<FILE "harbour.txt" | lang: en>>>', "harbour.txt lang=en"],
  ['<<<FILE "harbour.txt" BEGIN>>>', "harbour.txt"],
  ["<<<FILE: mayor's day.txt>>>", "mayor's day.txt"],
  ["<<<FILE: 'unfinished.txt>>>", "'unfinished.txt"],
  ['<<<FILE path="a/harbour.txt">>>', "a/harbour.txt path=a/harbour.txt"],
  ["<<<FILE path='a/harbour.txt'>>>", "a/harbour.txt path=a/harbour.txt"],
  ["<<<FILE path=a/harbour.txt>>>", "a/harbour.txt path=a/harbour.txt"],
  ['<<<FILE path = "harbour.txt">>>', "harbour.txt path=harbour.txt"],
  ["<<<FILE id=7 name=harbour.txt>>>", "harbour.txt id=7 name=harbour.txt"],
  ["<<<FILE src=s file=f name=n path=p>>>", "p src=s file=f name=n path=p"],
  ["<<<FILE src=s filename=f>>>", "f src=s filename=f"],
  ["<<<FILE id=x9>>>", "x9 id=x9"],
  ['<<<FILE path="" name=n>>>', "n path= name=n"],
  [
    "<<<FILE PATH=harbour.txt Title=Ferry sails again URL=https://n.example/a?b=1&c=2>>>",
    "harbour.txt path=harbour.txt title=Ferry sails again url=https://n.example/a?b=1&c=2",
  ],
  ["<<<FILE name=harbour.txt BEGIN>>>", "harbour.txt name=harbour.txt"],
  ['<<<FILE name="harbour.txt" START>>>', "harbour.txt name=harbour.txt"],
  ["<<<FILE: harbour.txt | title: Ferry sails again | date=2019-04-02>>>", "harbour.txt title=Ferry sails again date=2019-04-02"],
  ["<<<FILE: harbour.txt | url: https://n.example/a | source=The Lantern>>>", "harbour.txt url=https://n.example/a source=The Lantern"],
  ["<<<FILE: a|b.txt>>>", "a|b.txt"],
  ["<<<FILE: harbour.txt | no key here>>>", "harbour.txt | no key here"],
  ["<<<FILE: harbour.txt | https://n.example/a>>>", "harbour.txt | https:/n.example/a <- harbour.txt | https://n.example/a"],
  ["<<<FILE: harbour.txt LINES 1-120>>>", "harbour.txt lines=1-120"],
  ["<<<FILE: harbour.txt LINES 1-120 bytes=9>>>", "harbour.txt lines=1-120 bytes=9"],
  ["<<<FILE: BETWEEN LINES.txt>>>", "BETWEEN LINES.txt"],
  ["<<<FILE: e = mc2.txt>>>", "e = mc2.txt"],
  ["<<<FILE 3/10: harbour.txt>>>", "harbour.txt #3"],
  ["<<<FILE: 3/10: harbour.txt>>>", "harbour.txt #3"],
  ["<<<FILE 3 of 10: harbour.txt>>>", "harbour.txt #3"],
  ["<<<FILE 3/10 harbour.txt>>>", "harbour.txt #3"],
  ["<<<FILE #3: harbour.txt>>>", "harbour.txt #3"],
  ["<<<FILE #0003 harbour.txt>>>", "harbour.txt #3"],
  ["<<<FILE#3 harbour.txt>>>", "harbour.txt #3"],
  ["<<<FILE 3) harbour.txt>>>", "harbour.txt #3"],
  ["<<<FILE 3/10 | harbour.txt>>>", "harbour.txt #3"],
  ["<<<FILE 3/10: path=harbour.txt>>>", "harbour.txt #3 path=harbour.txt"],
  ["<<<FILE #0003>>>", "#3 <- none #3"],
  ["<<<FILE 12>>>", "#12 <- none #12"],
  ["<<<FILE 4/9>>>", "#4 <- none #4"],
  ["<<<FILE 2013-11-17.txt>>>", "2013-11-17.txt"],
  ["<<<FILE: 2013/11/17 harbour.txt>>>", "2013/11/17 harbour.txt"],
  ["<<<FILE: 24 hours.txt>>>", "24 hours.txt"],
  ["<<<FILE: #harbour.txt>>>", "#harbour.txt"],
  ["<<<FILE lang=en>>>", "#1 <- none lang=en"],
  ["<<<<<FILE: harbour.txt>>>>>", "harbour.txt"],
  ["<<<FILE: <b>harbour</b>.txt>>>", "<b>harbour</b>.txt"],
  ["<<<FILE: harbour>>>>", "harbour>"],
  ["<<<FILE: harbour >>>>>", "harbour >>"],
  ["   <<<FILE: harbour.txt>>>", "harbour.txt"],
  ["\ufeff  <<<FILE: harbour.txt>>>  \t", "harbour.txt"],
  ["<<<FILE: гавань/порт.txt>>>", "гавань/порт.txt"],
  ["<<<FILE: a>>>b.txt>>>", "a>>>b.txt"],
];

const closers = [
  "<<<END FILE>>>",
  "<<<END_FILE>>>",
  "<<<END-FILE>>>",
  "<<<ENDFILE>>>",
  "<<<END OF FILE>>>",
  "<<<END_OF_FILE>>>",
  "<<<ENDOFFILE>>>",
  "<<<FILE END>>>",
  "<<<FILE_END>>>",
  "<<<FILEEND>>>",
  "<<</FILE>>>",
  "<<< / FILE >>>",
  "<<</ FILE: harbour.txt>>>",
  "<<<END>>>",
  "<<<EOF>>>",
  "<<<end>>>",
  "<<<END FILE: harbour.txt>>>",
  "<<<END FILE harbour.txt>>>",
  '<<<END FILE "harbour.txt">>>',
  '<<<END FILE path="harbour.txt">>>',
  "<<<END harbour.txt>>>",
  "<<<EOF: harbour.txt>>>",
  "<<<FILE_END: harbour.txt>>>",
  "   <<<END>>>\t",
  "\ufeff<<<END>>>",
];

const lookAlikes = [
  "<<<FILENAME: x>>>",
  "<<<FILE_PATH>>>",
  "<<<FILE-LIST: x>>>",
  "<<<FILES>>>",
  "<<<PROFILE: x>>>",
  "<<<file:///x>>>",
  "<<<FILE.txt>>>",
  "<<<FILE/x>>>",
  "<<<<<<< HEAD",
  "<<<<<<FILE: x>>>>>>",
  "<<FILE: x>>",
  "<<<FILE: x>",
  "<<<FILE: x",
  "$text = <<<FILE",
  "    <<<FILE: x>>>",
  "\t<<<FILE: x>>>",
  " \t<<<FILE: x>>>",
  "x <<<FILE: x>>>",
  "<<<FILE: x>>> x",
  "<<<FILE: x>>>.",
  "<<<FILE: x\u2028>>>",
  "<<<FILE>>>>",
  "<<<BEGIN: x>>>",
  "<<<EOFILE: x>>>",
  "<\ufeff<<FILE: x>>>",
  "> <<<FILE: x>>>",
  "FILE: x>>>",
  "<<<FILE0: x>>>",
  "<<<FILEſ: x>>>",
  "\ufeff\ufeff<<<FILE: x>>>",
];

const rules: Readonly<Record<string, Case>> = {
  "1: a name alone makes a bundle": { input: "<<<FILE: a>>>", articles: ["1-? a empty"], problems: ["1 empty-body"] },
  "1: two nameless openers make a bundle": {
    input: ["<<<FILE>>>", "x", "<<<FILE>>>", "y"],
    articles: ["1-? #1 2-2 <- none", "3-? #2 4-4 <- none"],
  },
  "1: a nameless opener and a word's closer are text": { input: ["<<<FILE>>>", "x", "<<<END CHAPTER>>>"], articles: [] },
  "1: a nameless opener and a PATH line make a bundle": { input: ["<<<FILE>>>", "PATH: a", "x"], articles: ["1-? a 3-3 path=a"] },
  "1: two closers are text": { input: ["<<<END>>>", "<<<END FILE>>>"], articles: [] },
  "1: nothing is text": { input: "", articles: [] },
  "2: content leaves blank ends out": {
    input: ["<<<FILE: a>>>", "", " \t", "\u00a0", "x", "", "y  ", "\ufeff", "", "<<<END>>>"],
    articles: ["1-10 a 5-7"],
  },
  "2: indent belongs to content": { input: ["<<<FILE: a>>>", "", "   x", "<<<END>>>"], articles: ["1-4 a 3-3"] },
  "3: only the last is open": {
    input: ["<<<FILE: a>>>", "x", "<<<END>>>", "<<<FILE: b>>>", "y", "", ""],
    articles: ["1-3 a 2-2", "4-? b 5-5"],
    problems: ["5 missing-closer-at-eof"],
  },
  "3: open and empty at the end": {
    input: ["<<<FILE: a>>>", "x", "<<<END>>>", "<<<FILE: b>>>"],
    articles: ["1-3 a 2-2", "4-? b empty"],
    problems: ["4 empty-body", "4 missing-closer-at-eof"],
  },
  "3: several are open": {
    input: ["<<<FILE: a>>>", "x", "<<<FILE: b>>>", "y", "<<<FILE: c>>>", "z", "<<<END>>>"],
    articles: ["1-? a 2-2", "3-? b 4-4", "5-7 c 6-6"],
    problems: ["3 missing-closer", "5 missing-closer"],
  },
  "4: a named pair keeps a bundle inside": {
    input: ["<<<FILE: a>>>", "<<<FILE: b>>>", "x", "<<<END FILE>>>", "<<<END FILE: a>>>"],
    articles: ["1-5 a 2-4"],
    problems: ["2 nested-markers-kept-as-text"],
  },
  "4: END name pairs too": {
    input: ["<<<FILE: a>>>", "<<<END>>>", "x", "<<<END a>>>"],
    articles: ["1-4 a 2-3"],
    problems: ["2 nested-markers-kept-as-text"],
  },
  "4: an id pairs": {
    input: ["<<<FILE path=a id=7>>>", "<<<END>>>", "x", "<<<END FILE 7x>>>", "<<<END FILE: id=7>>>"],
    articles: ["1-5 a 2-4 path=a id=7"],
    problems: ["2 nested-markers-kept-as-text"],
  },
  "4: a number pairs": {
    input: ["<<<FILE #7>>>", "<<<END>>>", "x", "<<<END FILE #7>>>"],
    articles: ["1-4 #7 2-3 <- none #7"],
    problems: ["2 nested-markers-kept-as-text"],
  },
  "4: another opener of the name breaks the pair": {
    input: ["<<<FILE: a>>>", "x", "<<<FILE: a>>>", "y", "<<<END FILE: a>>>"],
    articles: ["1-? a 2-2", "3-5 a~2 4-4 <- a"],
    problems: ["3 missing-closer", "3 duplicate-name"],
  },
  "4: every article in its own named pair": {
    input: ["<<<FILE: a>>>", "x", "<<<END FILE: a>>>", "<<<FILE: b>>>", "y", "<<<END FILE: b>>>"],
    articles: ["1-3 a 2-2", "4-6 b 5-5"],
  },
  "4: names have to be the same to the letter": {
    input: ["<<<FILE: a>>>", "<<<END FILE>>>", "<<<END FILE: A>>>"],
    articles: ["1-2 a empty"],
    outside: [3],
    problems: ["1 empty-body", "3 stray-closer"],
  },
  "5: unnamed nesting is flat": {
    input: ["<<<FILE>>>", "x", "<<<FILE>>>", "y", "<<<END>>>", "z", "<<<END>>>"],
    articles: ["1-? #1 2-2 <- none", "3-5 #2 4-4 <- none"],
    outside: [6, 7],
    problems: ["3 missing-closer", "7 stray-closer"],
  },
  "5: a stray closer in front": {
    input: ["<<<END FILE>>>", "<<<FILE: a>>>", "x"],
    articles: ["2-? a 3-3"],
    outside: [1],
    problems: ["1 stray-closer"],
  },
  "6: END word is text": { input: ["<<<FILE: a>>>", "x", "<<<END CHAPTER>>>", "y", "<<<EOF b>>>", "<<<END>>>"], articles: ["1-6 a 2-5"] },
  "6: END word outside is text": { input: ["<<<FILE: a>>>", "x", "<<<END>>>", "<<<END CHAPTER>>>"], articles: ["1-3 a 2-2"], outside: [4] },
  "6: another name closes": {
    input: ["<<<FILE: a>>>", "x", "<<<END FILE: b>>>", "y"],
    articles: ["1-3 a 2-2"],
    outside: [4],
    problems: ["3 closer-name-mismatch"],
  },
  "6: another number closes": {
    input: ["<<<FILE #1>>>", "x", "<<<END FILE #2>>>"],
    articles: ["1-3 #1 2-2 <- none #1"],
    problems: ["3 closer-name-mismatch"],
  },
  "6: a name for a nameless opener is no contradiction": {
    input: ["<<<FILE>>>", "x", "<<<END FILE: a>>>"],
    articles: ["1-3 #1 2-2 <- none"],
  },
  "6: number and name both repeated": { input: ["<<<FILE 1/2: a>>>", "x", "<<<END FILE 1/2: a>>>"], articles: ["1-3 a 2-2 #1"] },
  "7: lines outside": {
    input: ["", "preamble", "more", "", "<<<FILE: a>>>", "x", "<<<END>>>", " ", "---", "<<<FILE: b>>>", "y", "<<<END>>>", "trailer"],
    articles: ["5-7 a 6-6", "10-12 b 11-11"],
    outside: [2, 3, 9, 13],
  },
  "8: three of one name": {
    input: ["<<<FILE: a>>>", "x", "<<<FILE: a>>>", "y", "<<<FILE: a>>>", "z"],
    articles: ["1-? a 2-2", "3-? a~2 4-4 <- a", "5-? a~3 6-6 <- a"],
    problems: ["3 duplicate-name", "5 duplicate-name"],
  },
  "8: a name that looks like a copy's key": {
    input: ["<<<FILE: a>>>", "x", "<<<FILE: a>>>", "y", "<<<FILE: a~2>>>", "z", "<<<FILE: a~2>>>", "w"],
    articles: ["1-? a 2-2", "3-? a~3 4-4 <- a", "5-? a~2 6-6", "7-? a~2~2 8-8 <- a~2"],
    problems: ["3 duplicate-name", "7 duplicate-name"],
  },
  "8: names that are one as paths": {
    input: ["<<<FILE: a/b>>>", "x", "<<<FILE: a//b>>>", "y", "<<<FILE: a\\b>>>", "z"],
    articles: ["1-? a/b 2-2", "3-? a/b~2 4-4 <- a//b", "5-? a/b~3 6-6 <- a\\b"],
    problems: ["3 duplicate-name", "5 duplicate-name"],
  },
  "8: a number twice": {
    input: ["<<<FILE #1>>>", "x", "<<<FILE #1>>>", "y"],
    articles: ["1-? #1 2-2 <- none #1", "3-? #1~2 4-4 <- none #1"],
  },
  "9: a path that climbs": {
    input: ["<<<FILE: ../../etc/passwd>>>", "x"],
    articles: ["1-? etc/passwd 2-2 <- ../../etc/passwd"],
    problems: ["1 unsafe-path"],
  },
  "9: nothing safe is left": {
    input: ["<<<FILE: a>>>", "x", "<<<FILE: ..>>>", "y"],
    articles: ["1-? a 2-2", "3-? #2 4-4 <- .."],
    problems: ["3 unsafe-path"],
  },
  "9: the name stands in a header line": {
    input: ["<<<FILE>>>", "BYTES: 3", "PATH: C:\\news\\a.txt", "x"],
    articles: ["1-? news/a.txt 4-4 <- C:\\news\\a.txt bytes=3 path=C:\\news\\a.txt"],
    problems: ["3 unsafe-path"],
  },
  "header: all keys": {
    input: [
      "<<<FILE 2>>>",
      "FILE_ID: 2",
      "FILENAME: a.txt",
      "TYPE: text",
      "EXT: txt",
      "LINES: 4",
      "HASH: f",
      "SHA256: e",
      "LANGUAGE: en",
      "DATE: 2019-04-02",
      "URL: https://n.example/a",
      "SOURCE: The Lantern",
      "",
      "x",
      "<<<END>>>",
    ],
    articles: [
      "1-15 a.txt 14-14 #2 file_id=2 filename=a.txt type=text ext=txt lines=4 hash=f sha256=e language=en date=2019-04-02 url=https://n.example/a source=The Lantern",
    ],
  },
  "header: without a name the lines are text": {
    input: ["<<<FILE>>>", "DATE: 2019-04-02", "x", "<<<END>>>"],
    articles: ["1-4 #1 2-3 <- none"],
  },
  "header: not behind a named opener": { input: ["<<<FILE: a>>>", "PATH: b", "x"], articles: ["1-? a 2-3"] },
  "header: not behind a blank line": { input: ["<<<FILE>>>", "", "PATH: b", "<<<END>>>"], articles: ["1-4 #1 3-3 <- none"] },
  "header: nothing behind it": { input: ["<<<FILE>>>", "PATH: b"], articles: ["1-? b empty path=b"], problems: ["1 empty-body"] },
  "10: BOMs in the middle": {
    input: ["\ufeff<<<FILE: a>>>", "x", "\ufeff<<<END>>>", "\ufeff<<<FILE: b>>>", "\ufeffy", "\ufeff<<<END>>>"],
    articles: ["1-3 a 2-2", "4-6 b 5-5"],
  },
  "10: lone CR": { input: "<<<FILE: a>>>\rx\r\ry\r<<<END>>>\r", articles: ["1-5 a 2-4"] },
  "10: mixed line ends": {
    input: "<<<FILE: a>>>\r\nx\ry\n<<<END>>>\n\r<<<FILE: b>>>\rz\r\n<<<END>>>",
    articles: ["1-4 a 2-3", "6-8 b 7-7"],
  },
  "10: form feed and U+2028 split no line": { input: "<<<FILE: a>>>\nx\u2028<<<END>>>\f<<<END>>>\n<<<END>>>", articles: ["1-3 a 2-2"] },
  "12: short fences, one problem an article": {
    input: ["<<<<FILE: a>>>", "x", "<<<END>>>", "<<<FILE: b>>>", "y", "<<<END>>", "<<<FILE: c>>", "z", "<<<END>>"],
    articles: ["1-3 a 2-2", "4-6 b 5-5", "7-9 c 8-8"],
    problems: ["1 short-fence", "6 short-fence", "7 short-fence"],
  },
};

describe("parseEnvelopes", () => {
  for (const [opener, expected] of openers) {
    it(`opens with ${JSON.stringify(opener)}`, () => {
      const [key = "", ...rest] = splitKey(expected);
      check({ input: [opener, "Ferry sails again.", "<<<END>>>"], articles: [`1-3 ${key} 2-2${rest.join("")}`] });
    });
  }
  for (const closer of closers) {
    it(`closes with ${JSON.stringify(closer)}`, () => {
      check({ input: ["<<<FILE: harbour.txt>>>", "x", closer, "y"], articles: ["1-3 harbour.txt 2-2"], outside: [4] });
    });
  }
  for (const line of lookAlikes) {
    it(`reads as text ${JSON.stringify(line)}`, () => {
      check({ input: [line, "x", line], articles: [] });
      check({ input: ["<<<FILE: harbour.txt>>>", line, "<<<END>>>"], articles: ["1-3 harbour.txt 2-2"] });
    });
  }
  for (const [name, example] of Object.entries(rules))
    it(`rule ${name}`, () => {
      check(example);
    });
});

/** Parts `key #3 a=b` into the key and what `check` writes behind the content. */
function splitKey(expected: string): string[] {
  const at = expected.search(/ (?:<- |#\d|[a-z0-9]+=)/);
  return at < 0 ? [expected] : [expected.slice(0, at), expected.slice(at)];
}
