import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { classifyFolder } from "../src/core/recognition/folderClassification";
import { readMember } from "../src/core/recognition/memberReading";
import { classifyText } from "../src/core/recognition/recognition";
import { decode } from "../src/server/files/io/decode";
import { CorpusGenerator } from "./generateCorpus";

/**
 * How well and how fast texts are told apart by content alone: every one is called `document.txt`. For each set: how many
 * are taken for articles by themselves, how many are read where the folder is a corpus, how many folders of 24 of them
 * are taken for a corpus, and the processor time for one text. Sets: generated articles, what packages bring along, and
 * the folders that are named, `news=FOLDER` or `other=FOLDER`.
 */
const wanted = 1000;
const folderSize = 24;
const root = join(import.meta.dirname, "..");

function* filesBelow(folder: string, names: RegExp): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path, names);
    else if (entry.isFile() && names.test(entry.name) && lstatSync(path).size < 2e6) yield path;
  }
}

function textOf(path: string): string {
  const decoded = decode(readFileSync(path));
  return decoded.ok ? decoded.file.text : "";
}

function measure(name: string, texts: readonly string[]): void {
  let [articles, read, corpora, folders] = [0, 0, 0, 0];
  const started = process.cpuUsage();
  for (const text of texts) if (classifyText(text, { fileName: "document.txt" }).kind !== "other") articles++;
  const { user, system } = process.cpuUsage(started);
  for (const text of texts) if (readMember(text, "document.txt").isRead) read++;
  for (let at = 0; at + folderSize <= texts.length || at === 0; at += folderSize) {
    const heads = texts.slice(at, at + folderSize).map((text) => ({ name: "document.txt", text }));
    folders++;
    if (classifyFolder({ heads, candidates: heads.length, others: 0 }).isCorpus) corpora++;
  }
  const share = (count: number): string => `${count} (${((100 * count) / Math.max(1, texts.length)).toFixed(2)} %)`;
  console.log(
    `${name}: ${texts.length} texts; alone ${share(articles)}; read in a corpus ${share(read)}; ${corpora} of ${folders} folders a corpus; ` +
      `${((user + system) / 1000 / Math.max(1, texts.length)).toFixed(2)} ms each`,
  );
}

const generator = new CorpusGenerator(3);
measure(
  "generated articles",
  Array.from({ length: wanted }, () => generator.next().text),
);
const ofPackages = /\.(?:md|txt|[cm]?[jt]s|json|css|html|ya?ml)$|^(?:LICENSE|CHANGELOG|README)/i;
measure("texts of packages", [...filesBelow(join(root, "node_modules"), ofPackages)].filter((_, index) => index % 5 === 0).map(textOf));
for (const set of process.argv.slice(2)) {
  const [kind = "", folder = ""] = set.split("=", 2);
  measure(
    `${kind} ${folder}`,
    [...filesBelow(folder, /./)].map(textOf).filter((text) => text.trim() !== ""),
  );
}
