import * as path from "node:path";
import { articleFeatures } from "../src/core/related/articleFeatures";
import { DuplicatePairs, type DuplicatePair } from "../src/core/related/duplicates/duplicatePairs";
import { signatureOf } from "../src/core/related/duplicates/signature";
import { settle } from "./related/settle";
import { madeFiles, madeGold, readMade, type MadeGold } from "./related/madeCorpus";

/**
 * Near-duplicates in folders that `make-corpus.mjs` wrote (given as arguments): recall by how much the copy was edited,
 * precision, speed, memory, and what the edit of one article costs. A pair that nobody planted counts as right where the two texts
 * share 40 % of their word
 * 3-grams, or half of the smaller one's: real agency text holds hundreds of such. Reading and parsing are not timed.
 */
function measure(folder: string): void {
  const files = madeFiles(folder);
  if (files === null) {
    console.log(`${folder}: skipped, not there`);
    return;
  }
  const words = new Map<string, Uint32Array>();
  // As bytes: half of what strings take, and not in the heap.
  const texts = new Map<string, Buffer>();
  const pairs = new DuplicatePairs();
  let spent = 0;
  let cpu = 0;
  const timed = (run: () => void): void => {
    const used = process.cpuUsage();
    const start = performance.now();
    run();
    spent += performance.now() - start;
    const { user, system } = process.cpuUsage(used);
    cpu += (user + system) / 1000;
  };
  for (let at = 0; at < files.length; at += 500) {
    const read = files.slice(at, at + 500).map((file) => ({ name: path.basename(file), document: readMade(file) }));
    for (const { document } of read) document.article(0);
    timed(() => {
      for (const { name, document } of read) {
        const own = articleFeatures(document.text, document.article(0)).words;
        words.set(name, own);
        pairs.set(name, signatureOf(own), own);
      }
    });
    for (const { name, document } of read) texts.set(name, Buffer.from(bodyText(document.text, document.article(0).paragraphs)));
  }
  let asked = 0;
  timed(() => {
    settle(pairs, (id) => {
      asked++;
      return words.get(id) ?? new Uint32Array(0);
    });
  });
  const found = pairs.pairs();
  console.log(
    `\n${path.basename(folder)}: ${files.length} articles, ${found.length} near-duplicates, ${asked} texts read again to compare them`,
  );
  console.log(`  ${rate(files.length, spent)} articles/s on the clock, ${rate(files.length, cpu)} articles/s of the processor`);
  console.log(`  ${editTime(pairs, words).toFixed(1)} ms of the processor for an edit of one article (median of 31)`);
  console.log(`  ${(pairs.bytes / files.length).toFixed(0)} bytes an article for signatures and identities`);
  report(found, madeGold(folder), texts);
}

/** Gives articles the text of another, and back: milliseconds for the median of both. */
function editTime(pairs: DuplicatePairs, words: ReadonlyMap<string, Uint32Array>): number {
  const ids = [...words.keys()];
  const idAt = (at: number): string => ids[at % ids.length] ?? "";
  const times: number[] = [];
  for (let turn = 0; turn < 31; turn++) {
    const id = idAt(turn * 2477);
    const other = words.get(idAt(turn * 977 + 13)) ?? new Uint32Array(0);
    for (const text of [other, words.get(id) ?? other]) {
      const used = process.cpuUsage();
      pairs.set(id, signatureOf(text), text);
      settle(pairs, (asked) => words.get(asked) ?? text);
      const { user, system } = process.cpuUsage(used);
      times.push((user + system) / 1000);
    }
  }
  return times.sort((a, b) => a - b)[times.length >> 1] ?? 0;
}

function rate(count: number, milliseconds: number): string {
  return Math.round((count / milliseconds) * 1000).toLocaleString("en");
}

function bodyText(
  text: string,
  paragraphs: readonly { readonly pieces: readonly { readonly start: number; readonly end: number }[] }[],
): string {
  return paragraphs.flatMap(({ pieces }) => pieces.map(({ start, end }) => text.slice(start, end))).join("\n");
}

function report(found: readonly DuplicatePair[], gold: MadeGold, texts: ReadonlyMap<string, Buffer>): void {
  const known = new Set(found.map(({ a, b }) => `${a} ${b}`));
  const levels = new Map<string, { found: number; all: number }>();
  const parents = new Map<string, string>();
  const rootOf = (id: string): string => {
    let root = id;
    for (let parent = parents.get(root); parent !== undefined; parent = parents.get(root)) root = parent;
    return root;
  };
  for (const { a, b, level } of gold.pairs) {
    const count = levels.get(level) ?? { found: 0, all: 0 };
    levels.set(level, count);
    count.all++;
    if (known.has(a < b ? `${a} ${b}` : `${b} ${a}`)) count.found++;
    if (rootOf(a) !== rootOf(b)) parents.set(rootOf(a), rootOf(b));
  }
  for (const [level, count] of [...levels].sort())
    console.log(`  recall ${level.padEnd(8)} ${(count.found / count.all).toFixed(3)}  (${count.found} of ${count.all})`);
  const grams = (id: string): ReadonlySet<string> => gramsOf(texts.get(id)?.toString() ?? "");
  let [planted, real] = [0, 0];
  let last = "";
  let own: ReadonlySet<string> = new Set();
  // The pairs of one article stand together, so that no more than two texts' 3-grams are held.
  for (const { a, b } of found) {
    if (rootOf(a) === rootOf(b)) {
      planted++;
      continue;
    }
    if (a !== last) own = grams(a);
    last = a;
    if (isRealCopy(own, grams(b))) real++;
  }
  console.log(
    `  precision ${((planted + real) / found.length).toFixed(4)}  (${planted} planted, ${real} not planted and real, ${found.length - planted - real} neither)`,
  );
}

function gramsOf(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.slice(2).map((word, at) => `${words[at] ?? ""} ${words[at + 1] ?? ""} ${word}`));
}

function isRealCopy(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  let shared = 0;
  for (const gram of a) if (b.has(gram)) shared++;
  return shared / (a.size + b.size - shared || 1) >= 0.4 || shared / Math.min(a.size || 1, b.size || 1) >= 0.5;
}

const folders = process.argv.slice(2);
if (folders.length === 0) console.log("Usage: tsx bench/duplicates.ts FOLDER… (written by make-corpus.mjs)");
for (const folder of folders) measure(folder);
