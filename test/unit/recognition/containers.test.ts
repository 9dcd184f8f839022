import assert from "node:assert/strict";
import { readMember } from "../../../src/core/recognition/memberReading";
import { classifyFolder } from "../../../src/core/recognition/folderClassification";
import { classifyText } from "../../../src/core/recognition/recognition";

const news = [
  {
    title: "Council closes ferry terminal",
    author: "Tove Arlen",
    date: "2019-06-03",
    text: "MARREK, June 3 (Reuters) - The council voted on Monday to close the old terminal, its chairman said.\n\nResidents had asked for a delay, and the mayor, Jon Hale, told reporters that a decision on the land would follow in the autumn.",
  },
  {
    title: "Tram to Ostvik to open in May",
    author: "Lena Corvin",
    date: "2019-06-04",
    text: 'The tram line to Ostvik will open in May, the operator said on Tuesday after a test run at night.\n\n"We are ready," said Omar Siv, who leads the works. The minister of transport is expected at the opening on Friday.',
  },
  {
    title: "Harvest workers ask for housing",
    author: "Ada Brandt",
    date: "2019-06-05",
    text: "Harvest workers in the Pelm valley have asked for better housing, their union said on Thursday.\n\nPolice said two people were arrested during a protest in front of the growers' office on Wednesday.",
  },
];
const reviews = [
  "This lamp is great. I bought it for my desk and it works perfectly, the light is warm and you can dim it. Would buy again!",
  "Broke after two weeks. I am very disappointed with the quality, the switch feels cheap and they never answered my mail. Do not buy.",
  "Good value for the money, easy to set up, my kids love it. Only thing: the cable is a bit short for our living room.",
];
const chats = [
  "Write a poem about the sea in the style of an old sailor, with four lines and a rhyme at the end of each of them, please.",
  "Explain how to sort a list of numbers in place, step by step, and say what each of the steps costs in time and memory.",
];
const csv = (rows: readonly Readonly<Record<string, string>>[]): string =>
  [
    Object.keys(rows[0] ?? {}).join(","),
    ...rows.map((row) =>
      Object.values(row)
        .map((value) => `"${value.replaceAll('"', '""')}"`)
        .join(","),
    ),
  ].join("\n");
const jsonl = (rows: readonly object[]): string => rows.map((row) => JSON.stringify(row)).join("\n");
const trec = news
  .map(
    ({ title, author, text }, index) =>
      `<DOC>\n<DOCNO> MK1906-000${index} </DOCNO>\n<HEAD>${title}</HEAD>\n<BYLINE>By ${author}</BYLINE>\n<TEXT>\n${text}\n</TEXT>\n</DOC>\n`,
  )
  .join("");

const articles: Readonly<Record<string, readonly [fileName: string, text: string]>> = {
  "a table": ["news.csv", csv(news)],
  "a table of titles and texts": ["news.csv", csv(news.map(({ title, text }) => ({ title, text })))],
  "JSON Lines": ["news.jsonl", jsonl(news)],
  "a list in JSON": ["news.json", JSON.stringify(news)],
  "JSON Lines called a text": ["news.txt", jsonl(news)],
  TREC: ["ap.sgm", trec],
  "TREC without extension": ["ap890101", trec],
  "a repomix pack": [
    "repomix-output.xml",
    `<files>\n${news.map(({ title, text }, index) => `<file path="news/${index}.txt">\n${title}\n\n${text}\n</file>`).join("\n")}\n</files>\n`,
  ],
  gitingest: [
    "digest.txt",
    news.map(({ title, text }, index) => `${"=".repeat(48)}\nFILE: ${index}.txt\n${"=".repeat(48)}\n${title}\n\n${text}\n`).join("\n"),
  ],
  LexisNexis: [
    "export.TXT",
    news
      .map(
        ({ title, text }, index) =>
          `${index + 1} of 3 DOCUMENTS\n\nThe Marrek Gazette\n\nJune 3, 2019 Monday\n\n${title}\n\nLENGTH: 60 words\n\n${text}\n`,
      )
      .join("\n"),
  ],
};

const others: Readonly<Record<string, readonly [fileName: string, text: string]>> = {
  "reviews in a table": [
    "reviews.csv",
    csv(reviews.map((text, index) => ({ id: String(index), rating: "4", title: "A lamp", text, date: "2019-06-03" }))),
  ],
  "prompts in JSON Lines": ["train.jsonl", jsonl(chats.map((text) => ({ text, label: "a" })))],
  "messages in JSON Lines": ["chat.jsonl", jsonl(chats.map((content) => ({ messages: [{ role: "user", content }] })))],
  "a manifest": [
    "package.json",
    JSON.stringify(
      {
        name: "tool",
        version: "1.0.0",
        description: "A tool that reads the files of a folder and writes a list of what is in them, with the size of each and the date.",
        scripts: { build: "tsc" },
      },
      null,
      2,
    ),
  ],
  figures: ["prices.csv", "name,price,date\nlamp,12,2019-06-03\nchair,40,2019-06-04\n"],
  "a pack of sources": [
    "repomix-output.xml",
    `<files>\n<file path="src/a.ts">\nexport const a = 1;\n</file>\n<file path="src/b.ts">\nexport const b = 2;\n</file>\n</files>\n`,
  ],
  "a build file": ["pom.xml", "<project>\n<modelVersion>4.0.0</modelVersion>\n<name>tool</name>\n</project>\n"],
};

describe("recognition of containers", () => {
  for (const [name, [fileName, text]] of Object.entries(articles)) {
    it(`${name} is a bundle of articles`, () => {
      assert.equal(classifyText(text, { fileName }).kind, "bundle");
      assert.deepEqual(readMember(text, fileName), { isRead: true, kind: null });
    });
  }
  for (const [name, [fileName, text]] of Object.entries(others)) {
    it(`${name}: no articles, in a corpus neither`, () => {
      assert.equal(classifyText(text, { fileName }).kind, "other");
      const member = readMember(text, fileName);
      assert.ok(!member.isRead && /^It .*\.$/.test(member.reason), JSON.stringify(member));
    });
  }

  it("a table of news makes a folder a corpus where it is much of what lies there", () => {
    const [name, text] = articles["a table"] ?? ["", ""];
    assert.equal(classifyFolder({ heads: [{ name, text }], candidates: 0, others: 1 }).isCorpus, true);
    assert.equal(classifyFolder({ heads: [{ name, text }], candidates: 2, others: 60 }).isCorpus, false);
  });
});
