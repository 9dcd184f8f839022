import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { classifyText, type Classification } from "../src/core/recognition/recognition";
import { CorpusGenerator } from "./generateCorpus";

/**
 * How well and how fast texts are told apart by content alone: generated articles against what packages bring along
 * (documentation, licenses, change logs, source code, data). Every text is called `document.txt`.
 */
const wanted = 1000;
const root = join(import.meta.dirname, "..");
const context = { fileName: "document.txt", languageId: "plaintext", truncated: false };

function* filesBelow(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path);
    else if (entry.isFile() && /\.(?:md|txt|[cm]?[jt]s|json|css|html|ya?ml)$|^(?:LICENSE|CHANGELOG|README)/i.test(entry.name) && lstatSync(path).size < 2e6) yield path;
  }
}

function measure(name: string, kind: Classification["kind"], texts: Iterable<readonly [id: string, text: string]>): void {
  let [count, right, time] = [0, 0, 0];
  const wrong: string[] = [];
  for (const [id, text] of texts) {
    const started = performance.now();
    const found = classifyText(text, context);
    time += performance.now() - started;
    count++;
    if (found.kind === kind) right++;
    else wrong.push(`    ${id}: ${found.kind} (${found.reasons.slice(0, 4).join(", ")})`);
  }
  console.log(`${name}: ${right} of ${count} are "${kind}" (${((100 * right) / Math.max(1, count)).toFixed(2)} %), ${(time / Math.max(1, count)).toFixed(2)} ms each`);
  for (const line of wrong.slice(0, 5)) console.log(line);
}

const generator = new CorpusGenerator(3);
const articles = Array.from({ length: wanted }, () => generator.next());
measure("generated articles", "article", articles.map(({ name, text }) => [name, text] as const));
measure("texts of packages", "other", (function* () {
  let seen = 0;
  for (const path of filesBelow(join(root, "node_modules"))) if (seen++ % 5 === 0) yield [path.slice(root.length + 1), readFileSync(path, "utf8")] as const;
})());
