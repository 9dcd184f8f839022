import { readFileSync } from "node:fs";
import { join } from "node:path";
import { findDates } from "../../src/core/article/dateText";
import { checkDraft } from "../../src/core/check/checkDraft";
import type { CheckedCorpus } from "../../src/core/check/checkedCorpus";
import { quantitiesIn } from "../../src/core/check/quantities";
import { readContainer } from "../../src/core/containers/readContainer";
import { parseDocument } from "../../src/core/corpus/parseDocument";
import { findTime } from "../../src/core/dates/clockTime";
import { relativeDates } from "../../src/core/dates/relativeDates";
import { writtenDates } from "../../src/core/dates/writtenDates";
import { parseCorrections } from "../../src/core/entities/corrections/parseCorrections";
import type { Mention } from "../../src/core/entities/mention";
import { loadModel } from "../../src/core/entities/recognise/model";
import { baseOf, readNames } from "../../src/core/entities/recognise/readNames";
import { findQuotations } from "../../src/core/quotations/findQuotations";
import { classifyText } from "../../src/core/recognition/recognition";
import { searchableText } from "../../src/core/search/engine/searchableOf";
import { parseQuery } from "../../src/core/search/query/parser";
import { findMatches } from "../../src/core/search/show/findMatches";
import { snippetsOf } from "../../src/core/search/show/snippets";
import { label, markdownText } from "../../src/core/text/escape";
import { LineIndex } from "../../src/core/text/lineIndex";
import { tokenize, Tokens } from "../../src/core/text/tokens";
import { webAddresses } from "../../src/core/text/webAddresses";
import { neverCancelled } from "../../src/core/util/cancellation";

const loaded = loadModel(readFileSync(join(__dirname, "../../models/names.bin")));
if ("error" in loaded) throw new Error(loaded.error);
const { model } = loaded;

/** The signs that readers look for: what random texts, and long ones of one sign, are made of. */
export const signs = [
  "<<<FILE: a.txt>>>\n",
  "<<<END FILE>>>\n",
  "# ",
  "By Ada Berg\n",
  "March 4, 2021",
  "PORT (Reuters) - ",
  "Mr. ",
  "Ada Berg ",
  "said on Monday",
  "\n\n",
  "\r\n",
  "\r",
  "https://a.example/(",
  "[x](#)",
  "---\n",
  "title: ",
  '"',
  "“",
  "” said Berg. ",
  "(",
  ")",
  "AND ",
  "NEAR/3 ",
  "date:2021..",
  "title:",
  "*",
  "~",
  "hide:\n  - kind: person\n    name: A\n",
  "version: 1\n",
  "[",
  "{",
  "&a ",
  "&amp;",
  "<DOC>",
  "\0",
  "\u2028",
  "\u202e",
  "\ud800",
  "😀",
  "é",
  "中文",
  "记者",
  ".",
  ",",
  " ",
  "-",
  "a",
  "1",
  "1 ",
  "1/2/03",
  "12 percent of ",
  "yesterday",
];

function one(input: string): ReturnType<typeof parseDocument> {
  return parseDocument(input, { fileName: "a.txt", kind: "article" });
}

/** A corpus of one article, of this text. */
function corpusOf(text: string): CheckedCorpus {
  const article = { id: "a", text, start: 0, passages: [{ start: 0, end: text.length }], published: "2021-03-04", quotations: [] };
  return { names: null, candidates: () => ["a"], article: () => article, firstMention: () => null, dayOf: () => null };
}

/** A name at every twentieth place. */
function someMentions(text: string): readonly Mention[] {
  const mentions: Mention[] = [];
  for (let start = 0; start + 4 <= text.length; start += 20) mentions.push({ start, end: start + 4, type: "PER", score: 1 });
  return mentions;
}

/** What the core reads of a text that others wrote, each a call that must neither throw nor take longer for every further character. */
export const readers: Readonly<Record<string, (text: string) => void>> = {
  "envelope and article": (input) => {
    const document = parseDocument(input, { fileName: "a.txt" });
    for (let at = 0; at < Math.min(document.slots.length, 1000); at++) document.article(at);
  },
  "one article": (input) => {
    one(input).article(0);
  },
  containers: (input) => {
    for (const fileName of ["a.txt", "a.csv", "a.json", "a.xml"]) readContainer({ text: input, lines: new LineIndex(input), fileName });
  },
  recognition: (input) => {
    classifyText(input.slice(0, 65_536), { fileName: "a.txt", languageId: "plaintext", truncated: input.length > 65_536 });
  },
  dates: (input) => {
    writtenDates(input, "2021-03-04");
    relativeDates(input, "2021-03-04");
    findTime(input.slice(0, 1000));
    findDates(input.slice(0, 1000));
  },
  tokens: (input) => {
    tokenize(input, 0, input.length, new Tokens());
  },
  names: (input) => {
    const document = one(input);
    readNames(document, document.article(0), baseOf(document.lines, 0), model);
  },
  quotations: (input) => {
    const mentions = someMentions(input);
    findQuotations(
      input,
      { paragraphs: [{ pieces: [{ start: 0, end: input.length }] }], boilerplate: [] },
      { mentions, entityOf: mentions.map((_, at) => at % 7) },
    );
  },
  snippets: (input) => {
    const article = searchableText(input, one(input).article(0));
    const plan = ["a", "said", "berg", "1"].map((word) => ({ sequence: [new Set([word])], near: null, zone: null }));
    for (const { text, marks } of snippetsOf(article, findMatches(article, plan), 3))
      for (const [start, end] of marks) if (start >= end || end > text.length) throw new Error("a mark outside of its snippet");
  },
  "check of a draft": (input) => {
    quantitiesIn(input, 0, Math.min(input.length, 400_000));
    checkDraft(input, corpusOf(input.slice(0, 20_000)), model, "2021-03-04", neverCancelled);
  },
  query: (input) => {
    parseQuery(input);
  },
  corrections: (input) => {
    parseCorrections(input);
  },
  addresses: (input) => {
    for (const span of webAddresses(input, 0, input.length)) if (span.end <= span.start) throw new Error("an empty address");
  },
  escape: (input) => {
    if (/[\n\r\u2028\u0085]/.test(label(input) + markdownText(input))) throw new Error("more than one line");
  },
};
