import { parseDocument } from "../src/core/corpus/parseDocument";
import { readContainer } from "../src/core/containers/readContainer";
import { LineIndex } from "../src/core/text/lineIndex";
import { CorpusGenerator, type GeneratedArticle } from "./generateCorpus";

/**
 * What it costs to find the articles of a container of `megabytes` (an argument, 300 by default): processor time beside
 * that of `JSON.parse` or `split("\n")` over the same text in the same run, and memory beside the text's own. And what the
 * look for a container costs a single article that is none.
 *
 *     npm run bench:containers -- 300 csv
 */
const megabytes = Number(process.argv[2] ?? 300);
/** One container, by its name below; all by default. */
const only = process.argv[3];
const mega = 1e6;

type Make = (article: GeneratedArticle, index: number) => string;

const quoted = (value: string): string => `"${value.replaceAll('"', '""')}"`;
const ascii = (value: string): string => value.replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
const makers: Readonly<Record<string, readonly [fileName: string, head: string, make: Make]>> = {
  csv: ["news.csv", "id,title,date,text\n", ({ name, text }, index) => `${index},${quoted(name)},2019-06-03,${quoted(text)}\n`],
  jsonl: ["news.jsonl", "", ({ name, text }, index) => `${JSON.stringify({ id: index, title: name, date: "2019-06-03", text })}\n`],
  "jsonl in ascii": [
    "news.jsonl",
    "",
    ({ name, text }, index) =>
      `${ascii(JSON.stringify({ id: index, title: name, date: "2019-06-03", text: text.replace(/[a-m]/g, "д") }))}\n`,
  ],
  trec: [
    "news.sgm",
    "",
    ({ name, text }, index) =>
      `<DOC>\n<DOCNO> MK-${index} </DOCNO>\n<HEAD>${name}</HEAD>\n<TEXT>\n${text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}\n</TEXT>\n</DOC>\n`,
  ],
  lexisnexis: ["export.txt", "", ({ text }, index) => `${index + 1} of 999999 DOCUMENTS\n\n${text}\n`],
  gitingest: ["digest.txt", "", ({ name, text }) => `${"=".repeat(48)}\nFILE: ${name}\n${"=".repeat(48)}\n${text}\n\n`],
};

function made(head: string, make: Make): string {
  const generator = new CorpusGenerator(11);
  const pool = Array.from({ length: 2000 }, () => generator.next());
  const pieces = [head];
  let length = 0;
  for (let index = 0; length < megabytes * mega; index++) {
    const article = pool[index % pool.length];
    if (article === undefined) break;
    const piece = make(article, index);
    pieces.push(piece);
    length += piece.length;
  }
  return Buffer.from(pieces.join(""), "utf8").toString("utf8");
}

function cpuOf(work: () => unknown): number {
  const used = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(used);
  return (user + system) / 1000;
}

function memory(): number {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / mega;
}

for (const [name, [fileName, head, make]] of Object.entries(makers)) {
  if (only !== undefined && only !== name) continue;
  const text = made(head, make);
  const before = memory();
  const peer = cpuOf(() =>
    name.startsWith("jsonl")
      ? text.split("\n").reduce((count, line) => count + (line === "" ? 0 : Object.keys(JSON.parse(line) as object).length), 0)
      : text.split("\n").length,
  );
  const kept: { document?: ReturnType<typeof parseDocument> } = {};
  const cpu = cpuOf(() => (kept.document = parseDocument(text, { fileName })));
  const more = memory() - before;
  const { document } = kept;
  console.log(
    `${name}: ${(text.length / mega).toFixed(0)} M units, ${document?.slots.length ?? 0} articles, ${(cpu / (text.length / mega)).toFixed(1)} ms of processor a million units, ` +
      `${(cpu / peer).toFixed(1)} × the peer, ${more.toFixed(0)} MB more memory`,
  );
}

const generator = new CorpusGenerator(12);
const singles = Array.from({ length: 20_000 }, () => generator.next());
const texts = singles.map(({ name, text }) => ({ text, fileName: name, lines: new LineIndex(text) }));
let found = 0;
const look = cpuOf(() => {
  for (const source of texts) if (readContainer(source) !== null) found++;
});
const split = cpuOf(() => {
  for (const { text } of texts) found += text.split("\n").length < 0 ? 1 : 0;
});
console.log(
  `no container: ${((look * 1000) / texts.length).toFixed(1)} µs of processor an article, ${(look / split).toFixed(1)} × split("\\n"); ${found} of ${texts.length} taken for one`,
);
