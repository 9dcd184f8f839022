/**
 * What a kept index spares the command line: each command without an index, with a new one, and with one that is as the corpus is, in
 * seconds of processor and of the clock; and how long an agent waits for its first answer from `mcp`, from the start of the process.
 *
 *   npm run bench:cli -- [--n 10000] [--folder PATH] [--only warm|mcp]
 *
 * Articles are those of the folder (of its subfolder `files`, if it has one), or generated. `--only warm` leaves out the runs without an
 * index; `--only mcp` makes an index without names and asks an agent's first questions. The command line is bundled as it is shipped, and
 * each command is a process of its own.
 */
import { spawn, spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { buildSync } from "esbuild";
import { CorpusGenerator } from "./generateCorpus";

const { values } = parseArgs({
  options: { n: { type: "string", default: "10000" }, folder: { type: "string" }, only: { type: "string" } },
});
const workFolder = mkdtempSync(join(tmpdir(), "corpus-cli-"));
const script = join(workFolder, "dist/cli/main.js");
const kept = join(workFolder, "index");

function corpusFolder(): string {
  if (values.folder !== undefined) return existsSync(join(values.folder, "files")) ? join(values.folder, "files") : values.folder;
  const folder = join(workFolder, "corpus");
  mkdirSync(folder);
  const generator = new CorpusGenerator(7);
  for (let made = 0; made < Number(values.n); made++) {
    const { name, text } = generator.next();
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** Says at its end how much of the processor a process has had. */
const meter = join(workFolder, "meter.cjs");
/** Node's own switches come first. */
const node = ["--require", meter, "--max-old-space-size=6000", script];

function run(what: string, args: readonly string[]): void {
  const start = performance.now();
  const { stdout, stderr, status } = spawnSync(process.execPath, [...node, ...args], { encoding: "utf8", maxBuffer: 2 ** 30 });
  const wall = (performance.now() - start) / 1000;
  const processor = Number(/processor ([\d.]+)/u.exec(stderr)?.[1] ?? "NaN");
  console.log(
    `${what.padEnd(56)}${processor.toFixed(2).padStart(8)} s processor${wall.toFixed(2).padStart(8)} s  ${stdout.length} characters, exit ${status ?? -1}`,
  );
}

/** The time from the start of `mcp` to the answers of calls one after the other, in seconds. */
async function firstAnswers(folder: string, calls: readonly (readonly [name: string, args: object])[]): Promise<void> {
  const start = performance.now();
  const child = spawn(process.execPath, [...node, "mcp", folder, "--index", kept], { stdio: ["pipe", "pipe", "inherit"] });
  const answers = new Map<number, (text: string) => void>();
  createInterface({ input: child.stdout }).on("line", (line) => {
    const { id } = JSON.parse(line) as { readonly id?: number };
    if (id !== undefined) answers.get(id)?.(line);
  });
  const ask = (id: number, method: string, params: object): Promise<string> => {
    const answer = new Promise<string>((resolve) => answers.set(id, resolve));
    child.stdin.write(`${JSON.stringify({ jsonrpc: "2.0", id, method, params })}\n`);
    return answer;
  };
  await ask(0, "initialize", { protocolVersion: "2025-06-18", capabilities: {}, clientInfo: { name: "bench", version: "1" } });
  child.stdin.write(`${JSON.stringify({ jsonrpc: "2.0", method: "notifications/initialized" })}\n`);
  for (const [at, [name, args]] of calls.entries()) {
    const before = performance.now();
    const answer = await ask(at + 1, "tools/call", { name, arguments: args });
    const now = performance.now();
    console.log(
      `mcp: ${name.padEnd(51)}${((now - before) / 1000).toFixed(2).padStart(8)} s, ${((now - start) / 1000).toFixed(2)} s after the start  ${answer.length} characters`,
    );
  }
  child.stdin.end();
  await new Promise((resolve) => child.once("close", resolve));
}

async function main(): Promise<void> {
  try {
    buildSync({
      entryPoints: ["src/cli/main.ts"],
      bundle: true,
      minify: true,
      platform: "node",
      format: "cjs",
      outfile: script,
      logLevel: "error",
    });
    writeFileSync(
      meter,
      "process.on('exit',()=>{const{user,system}=process.cpuUsage();process._rawDebug('processor '+(user+system)/1e6+' s')})",
    );
    mkdirSync(join(workFolder, "models"));
    copyFileSync("models/names.bin", join(workFolder, "models/names.bin"));
    const folder = corpusFolder();
    const files = readdirSync(folder).filter((name) => statSync(join(folder, name)).isFile());
    console.log(`${files.length} files`);
    const index = ["--index", kept];
    const search = ["search", folder, "government", "--json", "--limit", "20"];
    const [first = ""] = files;
    const commands: readonly (readonly [string, readonly string[]])[] = [
      ["search", ["search", folder, "government", "--no-fold"]],
      ["search, near-duplicates folded", ["search", folder, "government"]],
      ["search --json, with facets", search],
      ["duplicates", ["duplicates", folder]],
      ["related", ["related", folder, first]],
      ["entities", ["entities", folder, "--top", "20"]],
      ["quotations", ["quotations", folder]],
    ];
    if (values.only === "mcp") {
      run("search, and the index made", ["search", folder, "government", ...index]);
      for (let time = 0; time < 2; time++) await firstAnswers(folder, [["describe_corpus", {}]]);
      for (let time = 0; time < 2; time++) await firstAnswers(folder, [["search_articles", { query: "government" }]]);
      return;
    }
    if (values.only !== "warm") for (const [what, args] of commands.slice(0, 4)) run(`${what}, without an index`, args);
    run("search, and the index made", [...search, ...index]);
    run("entities, with the names of all found and kept", ["entities", folder, "--top", "20", ...index]);
    for (const [what, args] of commands) run(`${what}, with the index`, [...args, ...index]);
    const bytes = readdirSync(kept).reduce((sum, name) => sum + statSync(join(kept, name)).size, 0);
    console.log(`index: ${(bytes / 2 ** 20).toFixed(1)} MB`);
    await firstAnswers(folder, [
      ["describe_corpus", {}],
      ["search_articles", { query: "government" }],
      ["lookup_name", { name: "Clinton" }],
      ["related_articles", { id: first }],
      ["find_quotations", { words: "government" }],
      ["check_quote", { text: "the government will not change its policy on interest rates" }],
    ]);
    await firstAnswers(folder, [["search_articles", { query: "government" }]]);
  } finally {
    rmSync(workFolder, { recursive: true });
  }
}

void main();
