import { fork } from "node:child_process";
import { parseArticle } from "../src/core/article/parseArticle";
import { parseEnvelopes } from "../src/core/envelope/parseEnvelopes";
import { LineIndex } from "../src/core/text/lineIndex";
import { CorpusGenerator } from "./generateCorpus";

/**
 * How fast texts become articles, on one thread: single files in corpora of three sizes, then one bundle. The peer is
 * `text.split("\n")` over the same texts in the same run.
 */
const sizes = [1_000, 10_000, 100_000];
const bundled = 100_000;
const chunk = 500;
const mega = 1e6;
/** Sentences in any order make a few texts that are no article; more would mean that nothing real is measured. */
const leastBodies = 0.97;

interface Result {
  readonly articles: number;
  readonly units: number;
  /** Milliseconds on the clock. */
  readonly parse: number;
  readonly split: number;
  /** Milliseconds of the processor for `parse`: what other programs do at the same time does not count. */
  readonly cpu: number;
}

/** Parses `count` single-article texts; they are made in chunks, so that only the parsing is timed and memory stays small. */
function singleFiles(count: number): Result {
  const generator = new CorpusGenerator(7);
  let [units, parse, split, cpu, found] = [0, 0, 0, 0, 0];
  for (let done = 0; done < count; done += chunk) {
    const files = Array.from({ length: Math.min(chunk, count - done) }, () => generator.next());
    // Joined strings are flattened by the first look at them: that belongs to the making.
    for (const { text } of files) units += text.includes("\u0000") ? 0 : text.length;
    const used = process.cpuUsage();
    const started = performance.now();
    for (const { name, text } of files) {
      const lines = new LineIndex(text);
      if (parseEnvelopes(text, lines).isBundle) throw new Error(`${name} was read as a bundle`);
      const article = parseArticle(text, lines, { start: 0, end: text.length }, { fileName: name, attributes: null });
      if (article.body !== null) found++;
    }
    const parsed = performance.now();
    cpu += cpuSince(used);
    for (const { text } of files) if (text.split("\n").length < 2) found--;
    split += performance.now() - parsed;
    parse += parsed - started;
  }
  if (found < leastBodies * count) throw new Error(`only ${found} of ${count} articles have a body`);
  return { articles: count, units, parse, split, cpu };
}

/** The bundle as an editor or the server gets it: bytes, decoded at once. */
function bundleText(count: number): string {
  const generator = new CorpusGenerator(11);
  const bytes: Buffer[] = [];
  for (let made = 0; made < count; made += chunk) {
    const part = Array.from({ length: chunk }, () => generator.next()).map(
      ({ name, text }) => `<<<FILE: ${name}>>>\n${text}<<<END FILE>>>\n`,
    );
    bytes.push(Buffer.from(part.join("")));
  }
  return new TextDecoder().decode(Buffer.concat(bytes));
}

function oneBundle(): void {
  const text = bundleText(bundled);
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed + process.memoryUsage().external;
  let most = before;
  const look = (): void => {
    const { heapUsed, external } = process.memoryUsage();
    most = Math.max(most, heapUsed + external);
  };
  const used = process.cpuUsage();
  const started = performance.now();
  const lines = new LineIndex(text);
  const indexed = performance.now();
  const { articles, problems } = parseEnvelopes(text, lines);
  const enveloped = performance.now();
  look();
  let bodies = 0;
  articles.forEach(({ raw, name, attributes }, index) => {
    if (parseArticle(text, lines, raw, { fileName: name, attributes }).body !== null) bodies++;
    if (index % chunk === 0) look();
  });
  const ended = performance.now();
  const cpu = cpuSince(used);
  const split = splitInPieces(text);
  if (articles.length !== bundled || problems.length > 0 || bodies < leastBodies * bundled)
    throw new Error(`read ${articles.length} articles, ${bodies} with a body`);
  report("bundle", { articles: bundled, units: text.length, parse: ended - started, split, cpu });
  const seconds = (from: number, to: number): string => `${((to - from) / 1000).toFixed(2)} s`;
  console.log(`  lines ${seconds(started, indexed)}, envelopes ${seconds(indexed, enveloped)}, articles ${seconds(enveloped, ended)}`);
  console.log(
    `  memory: the text alone ${(before / mega).toFixed(0)} MB; most while parsing, garbage included, ${(most / mega).toFixed(0)} MB (${(most / before).toFixed(2)}×); peak RSS with the making of the text ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`,
  );
}

/** Splits piece by piece: the lines of the whole bundle at once would be a test of the garbage collector. */
function splitInPieces(text: string): number {
  const started = performance.now();
  let count = 0;
  for (let at = 0; at < text.length; at += mega) count += text.slice(at, at + mega).split("\n").length;
  if (count < bundled) throw new Error("too few lines");
  return performance.now() - started;
}

function cpuSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function report(name: string, { articles, units, parse, split, cpu }: Result): void {
  const cells = [
    name.padEnd(16),
    `${(units / mega).toFixed(1)} M characters`.padStart(20),
    `${(units / mega / (parse / 1000)).toFixed(1)} M/s`.padStart(12),
    `${Math.round(articles / (parse / 1000))} articles/s`.padStart(18),
    `${((1000 * parse) / articles).toFixed(1)} µs/article`.padStart(18),
    `${((1000 * cpu) / articles).toFixed(1)} µs of CPU`.padStart(18),
    `${(parse / split).toFixed(1)}× split("\\n")`.padStart(18),
  ];
  console.log(cells.join(" "));
}

if (process.argv.includes("--bundle")) {
  oneBundle();
} else {
  singleFiles(500);
  const results = sizes.map((size) => {
    const result = singleFiles(size);
    report(`${size} files`, result);
    return result.cpu / size;
  });
  const [, small, large] = results;
  if (small !== undefined && large !== undefined)
    console.log(`growth of processor time per article from 10,000 to 100,000: ${(large / small).toFixed(2)}×`);
  // In a process of its own, so that its memory is only its own.
  fork(import.meta.filename, ["--bundle"], { execArgv: [...process.execArgv, "--expose-gc"] });
}
