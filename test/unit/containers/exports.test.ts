import assert from "node:assert/strict";
import { articlesOf, assertCovered, viewOf } from "./containerView";

const bodies = [
  "MARREK, June 3 - The council of Marrek voted on Monday to close the old ferry terminal, its chairman said.\n\nThe vote ended a quarrel of two years, residents told reporters.",
  'The tram line to Ostvik will open in May, the operator said on Tuesday after a test run at night.\n\n"We are ready," said Lena Corvin, who leads the works.',
  "Harvest workers in the Pelm valley have asked for better housing, their union said on Thursday.\n\nThe growers did not answer questions.",
];
const titles = ["Council closes ferry terminal", "Tram to Ostvik to open in May", "Harvest workers ask for housing"];

describe("LexisNexis exports", () => {
  const document = (index: number, opener: string): string =>
    `\n${opener}\n\n\n                 The Marrek Gazette\n\n               June ${index + 3}, 2019 Monday\n\nSECTION: NEWS; Pg. ${index + 1}\n\nLENGTH: 61 words\n\nHEADLINE: ${titles[index] ?? ""}\n\nBYLINE: By Tove Arlen\n\nBODY:\n\n${bodies[index] ?? ""}\n\nLOAD-DATE: June 9, 2019\n\n`;
  const spellings: readonly (readonly [name: string, opener: (n: number) => string])[] = [
    ["centred", (n) => `                               ${n} of 3 DOCUMENTS`],
    ["behind a form feed", (n) => `\f                    ${n} of 3 DOCUMENTS`],
    ["with thousands", (n) => `${n} of 1,203 DOCUMENTS`],
    ["German", (n) => `        ${n} von 3 DOKUMENTEN`],
    ["French", (n) => `        ${n} de 3 DOCUMENTS`],
    ["Spanish", (n) => `        ${n} de 3 DOCUMENTOS`],
  ];
  for (const [name, opener] of spellings) {
    for (const lineEnd of ["\n", "\r\n"]) {
      it(`${name}, line end of ${lineEnd.length}`, () => {
        const text = `Terms: (ferry)\n${titles.map((_, index) => document(index, opener(index + 1))).join("")}`.replaceAll("\n", lineEnd);
        const view = viewOf(text);
        assert.equal(view?.kind, "lexisnexis");
        assert.deepEqual(view.keys, ["1", "2", "3"]);
        assert.deepEqual(view.outside, ["Terms: (ferry)"]);
        assert.deepEqual(
          articlesOf(text).map(({ title }) => title),
          titles,
        );
        assertCovered(text);
      });
    }
  }

  it("reads the publication below a copyright in the middle of the page", () => {
    const frame =
      "                 Copyright 2019 Marrek Newspapers\n                           All Rights Reserved\n                          The Marrek Gazette\n\n                        June 3, 2019 Monday\n                          Late Edition\n";
    const wrapped =
      "   Growers in the valley signed a wage deal with their workers' union on Sunday,\nending a strike of six weeks, both sides said after a long night of talks in\nthe town hall.";
    const text = [1, 2]
      .map(
        (n) =>
          `                              ${n} of 2 DOCUMENTS\n\n\n${frame}\nLENGTH: 82 words\n\nHEADLINE: ${titles[n] ?? ""}\n\nBODY:\n\n${wrapped}\n\n`,
      )
      .join("");
    assert.deepEqual(
      articlesOf(text).map(({ publisher, title }) => [publisher, title]),
      [
        ["The Marrek Gazette", titles[1]],
        ["The Marrek Gazette", titles[2]],
      ],
    );
  });

  it("keeps both of two documents with one number", () => {
    const text = [0, 1].map((index) => document(index, "1 of 2 DOCUMENTS")).join("");
    assert.deepEqual(viewOf(text)?.keys, ["1", "1~2"]);
  });

  it("is not seen where a text speaks of documents", () => {
    assert.equal(viewOf("He had read 3 of 40 documents by Monday.\n\nShe had read 4 of 40 documents by then.\n"), null);
    assert.equal(viewOf(document(0, "2 of 9 DOCUMENTS")), null);
  });
});

describe("Nexis Uni exports", () => {
  const document = (index: number, closer: string): string =>
    `${titles[index] ?? ""}\n\nThe Marrek Gazette\n\nJune ${index + 3}, 2019 Monday\n\nCopyright 2019 Marrek Press All Rights Reserved\n\nSection: NEWS; Pg. 4\n\nLength: 78 words\n\nByline: Tove Arlen\n\nBody\n\n${bodies[index] ?? ""}\n\nClassification\n\nLanguage: ENGLISH\n\nLoad-Date: June 9, 2019\n\n${closer}\n\n\n`;

  it("splits at each closer", () => {
    const text = titles.map((_, index) => document(index, "End of Document")).join("");
    const view = viewOf(text);
    assert.equal(view?.kind, "nexisuni");
    assert.deepEqual(view.keys, ["1", "2", "3"]);
    assert.deepEqual(view.outside, []);
    assertCovered(text);
  });

  it("leaves the cover page outside", () => {
    const cover = `User Name: T. Arlen\nDate and Time: Monday, 9 June 2019 10:15:00 AM\nJob Number: 123456789\n\nDocuments (3)\n\n${titles.map((title, index) => `${index + 1}. ${title}\nClient/Matter: -None-\nSearch Terms: ferry\n`).join("\n")}\n\n`;
    const text = cover + titles.map((_, index) => document(index, "  End of Document")).join("");
    const view = viewOf(text);
    assert.deepEqual(view?.outside, [cover.trim()]);
    assert.deepEqual(
      articlesOf(text).map(({ title }) => title),
      titles,
    );
    assertCovered(text);
  });

  it("keeps a last document that is cut off", () => {
    const text = document(0, "End of Document") + document(1, "").trimEnd();
    assert.equal(viewOf(text)?.keys.length, 2);
    assertCovered(text);
  });
});

describe("ProQuest exports", () => {
  const rule = "____________________________________________________________";
  const labels = (index: number, id: string): string =>
    `${titles[index] ?? ""}\n\nAbstract: None available.\n\nFull text: ${bodies[index] ?? ""}\n\nSubject: Towns\n\nTitle: ${titles[index] ?? ""}\n\nPublication title: The Marrek Gazette; Marrek\n\nPublication date: Jun ${index + 3}, 2019\n\nProQuest document ID: ${id}\n\nDatabase: Newsstream\n`;
  const trailer = `\n${rule}\n\nContact us at: http://help.example.com\n\nCopyright © 2019 ProQuest LLC. All rights reserved.\n`;

  it("splits at the numbers, without the rules and the closing words", () => {
    const text =
      titles.map((_, index) => `${rule}\n\nDocument ${index + 1} of 3\n\n${labels(index, `21000${index}`)}\n`).join("") + trailer;
    const view = viewOf(text);
    assert.equal(view?.kind, "proquest");
    assert.deepEqual(view.keys, ["1", "2", "3"]);
    assert.deepEqual(
      view.outside.map((part) => part.split("\n")[0]),
      [rule, rule, rule, rule],
    );
    assertCovered(text);
  });

  it("splits at the numbers where there are no rules", () => {
    const text = titles.map((_, index) => `Document ${index + 1} of 3\n\n${labels(index, `21000${index}`)}\n`).join("");
    assert.deepEqual(viewOf(text)?.keys, ["1", "2", "3"]);
    assertCovered(text);
  });

  it("splits at rules alone; the id is the key", () => {
    const text =
      titles
        .map(
          (_, index) =>
            `Title: ${titles[index] ?? ""}\n\nAuthor: Arlen, Tove\n\nFull text: ${bodies[index] ?? ""}\n\nPublication date: Jun 3, 2019\n\nProQuest document ID: 31000${index}\n\n${rule}\n`,
        )
        .join("") + trailer.replace(rule, "");
    assert.deepEqual(viewOf(text)?.keys, ["310000", "310001", "310002"]);
    assertCovered(text);
  });

  it("splits at other rules", () => {
    for (const drawn of ["-".repeat(40), "=".repeat(70)]) {
      const text = titles
        .map((title, index) => `Title: ${title}\nPublication title: The Marrek Gazette\nFull text: ${bodies[index] ?? ""}\n\n${drawn}\n`)
        .join("\n");
      assert.deepEqual(viewOf(text)?.keys, ["1", "2", "3"]);
      assertCovered(text);
    }
  });

  it("is not seen in a text with rules", () => {
    assert.equal(viewOf(`Notes\n${rule}\nTitle: one\n\n${rule}\nmore\n`), null);
  });
});

describe("Factiva exports", () => {
  const id = (index: number): string => `MRKG00002019060${index + 3}ef63000${index}x`;
  const plain = (index: number): string =>
    `${titles[index] ?? ""}\n\nBy Tove Arlen\n61 words\n${index + 3} June 2019\n08:30\nThe Marrek Gazette\nMRKG\n4\nEnglish\n(c) 2019 Marrek Press\n\n${bodies[index] ?? ""}\n\nMarrek Press Ltd\n\nDocument ${id(index)}\n\n`;
  const coded = (index: number, closer: string): string =>
    `HD  ${titles[index] ?? ""}\nBY  By Tove Arlen\nWC  61 words\nPD  ${index + 3} June 2019\nSN  The Marrek Gazette\nSC  MRKG\nLA  English\n\nLP  ${bodies[index]?.split("\n\n")[0] ?? ""}\n\nTD  ${bodies[index]?.split("\n\n")[1] ?? ""}\n\nNS  gcat : Political/General News\nPUB Marrek Press\nAN  ${closer}${id(index)}\n\n`;

  for (const [name, make] of [
    ["plain", plain],
    ["codes", (index: number) => coded(index, "Document ")],
    ["codes without a word", (index: number) => coded(index, "")],
  ] as const) {
    it(`splits behind each number: ${name}`, () => {
      const text = `${titles.map((_, index) => make(index)).join("")}Search Summary\n\nText\t(ferry)\nSource\tAll Sources\n`;
      const view = viewOf(text);
      assert.equal(view?.kind, "factiva");
      assert.deepEqual(view.keys, [0, 1, 2].map(id));
      assert.match(view.outside.join("|"), /^Search Summary/);
      assert.deepEqual(
        articlesOf(text).map(({ title }) => title),
        titles,
      );
      assertCovered(text);
    });
  }

  it("leaves what belongs to the page outside", () => {
    const text = titles.map((_, index) => `${plain(index)}Page ${index + 1} of 3 © 2019 Factiva, Inc. All rights reserved.\n\n`).join("");
    assert.deepEqual(viewOf(text)?.keys, [0, 1, 2].map(id));
    assert.equal(viewOf(text)?.outside.length, 3);
    assertCovered(text);
  });
});
