import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Frame, Locator, Page } from "playwright-core";
import { provideNpmVscode } from "../scripts/provision/npmVscode.js";
import { root } from "../scripts/provision/paths.js";
import { newestVscode } from "../scripts/provision/pins.js";
import { Desk } from "../scripts/screenshots/desk.js";
import { launchBrowser } from "../scripts/vscode/page.js";
import { freshFolder, quietSettings, writeSettings } from "../scripts/vscode/profile.js";
import { startServer } from "../scripts/vscode/server.js";
import { CorpusGenerator } from "./generateCorpus";
import { seededRandom } from "./random";

/**
 * From pressing a key in the box of the Search view to the painted results, in a real VS Code: its server, its extension
 * host, our language server, and a browser without a screen. A key's time is the event's own; the results are painted two
 * animation frames after the view has put them in. Each key waits for the results of the one before, so that none is
 * overtaken. The peers are VS Code's own quick open, which looks through file names, and its text search (whose pause
 * after a key is its own), in the same window, on the same folder, measured the same way.
 *
 *   npm run bench:paint -- [--folder PATH] [--articles 10000] [--queries 12]
 */
const { values } = parseArgs({
  options: { folder: { type: "string" }, articles: { type: "string", default: "10000" }, queries: { type: "string", default: "12" } },
});
/** Names, near-duplicates and topics of ten thousand articles take a minute or two. */
const patience = 900_000;
/** How long the reader looks at the results before the next key, in milliseconds. */
const look = 150;
/** What has not come by then is lost: a search that changed nothing. */
const lost = 3000;

/** A page or frame, the box in it and the element whose children are the results. */
interface Target {
  readonly frame: Page | Frame;
  readonly box: Locator;
  readonly results: string;
}

interface Times {
  /** To results put into the document, and to their painting, in milliseconds from the key. */
  readonly put: number[];
  readonly painted: number[];
}

/** Runs in the page: waits for a key and for what it brings, and gives when that was put in and when it was painted. */
const measureKey = `(selector, giveUp) => new Promise((done) => {
  const list = document.querySelector(selector);
  if (list === null) throw new Error("There is no " + selector);
  let pressed = -1;
  const hear = (event) => { pressed = event.timeStamp; };
  const finish = (answer) => {
    removeEventListener("keydown", hear, true);
    observer.disconnect();
    clearTimeout(timer);
    done(answer);
  };
  const observer = new MutationObserver(() => {
    if (pressed < 0) return;
    const put = performance.now();
    observer.disconnect();
    requestAnimationFrame(() => requestAnimationFrame(() => finish([put - pressed, performance.now() - pressed])));
  });
  const timer = setTimeout(() => finish(null), giveUp);
  addEventListener("keydown", hear, true);
  observer.observe(list, { childList: true, subtree: true, characterData: true });
})`;

function writeCorpus(count: number): string {
  const folder = mkdtempSync(join(tmpdir(), "corpus-paint-"));
  const generator = new CorpusGenerator(5);
  for (let made = 0; made < count; made++) {
    const below = join(folder, String(Math.floor(made / 500)));
    if (made % 500 === 0) mkdirSync(below);
    const { name, text } = generator.next();
    writeFileSync(join(below, name), text);
  }
  return folder;
}

/** Words and file names of the folder, two words a query: what somebody might look for. */
function whatToType(folder: string, count: number): { readonly queries: readonly string[]; readonly names: readonly string[] } {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".txt"))
    .sort();
  const random = seededRandom(11);
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const queries: string[] = [];
  const names: string[] = [];
  while (queries.length < count) {
    const file = pick(files);
    if (file === undefined) throw new Error(`There are no .txt files in ${folder}.`);
    const words =
      readFileSync(join(folder, file), "utf8")
        .slice(0, 4000)
        .match(/\b[a-z]{4,9}\b/g) ?? [];
    const [first, second] = [pick(words), pick(words)];
    if (first === undefined || second === undefined || first === second) continue;
    queries.push(`${first} ${second}`);
    names.push((file.split(/[\\/]/).at(-1) ?? "").slice(0, 10));
  }
  return { queries, names };
}

/** Types `texts` key by key, and measures in the page itself. */
async function typeAll({ frame, box, results }: Target, texts: readonly string[], page: Page): Promise<Times> {
  const times: Times = { put: [], painted: [] };
  for (const text of texts) {
    await box.click();
    await page.keyboard.press("Control+KeyA");
    await page.keyboard.press("Delete");
    await page.waitForTimeout(500);
    for (const key of text) {
      const measured = frame.evaluate<readonly [number, number] | null>(`(${measureKey})(${JSON.stringify(results)}, ${lost})`);
      await page.waitForTimeout(30);
      await page.keyboard.type(key);
      const answer = await measured;
      if (answer !== null) {
        times.put.push(answer[0]);
        times.painted.push(answer[1]);
      }
      await page.waitForTimeout(look);
    }
  }
  return times;
}

function percentile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function row(name: string, { put, painted }: Times): string {
  const [half, most] = [0.5, 0.95].map((share) => percentile(painted, share).toFixed(0).padStart(5));
  const [halfPut, mostPut] = [0.5, 0.95].map((share) => percentile(put, share).toFixed(0).padStart(5));
  return `${name.padEnd(24)} ${String(painted.length).padStart(5)} keys   painted p50 ${half ?? ""} ms  p95 ${most ?? ""} ms   put in p50 ${halfPut ?? ""} ms  p95 ${mostPut ?? ""} ms`;
}

/** The frame of the Search view, when all that answers depend on has been found out: nothing else is busy then. */
async function searchFrame(desk: Desk): Promise<Frame> {
  const { page } = desk;
  await desk.viewContainer("Corpus");
  await page.locator(".pane-header", { hasText: "Search" }).first().waitFor();
  for (const other of ["Articles", "Entities", "Related"]) {
    const header = page.locator(".pane-header.expanded", { hasText: other });
    if ((await header.count()) > 0) await header.first().click();
  }
  await desk.command("Corpus: Search");
  const box = page.frameLocator("iframe.webview").frameLocator("iframe").getByRole("searchbox");
  await box.fill("person:nobody is:duplicate story:nothing");
  const frame = await (await box.elementHandle()).ownerFrame();
  if (!frame) throw new Error("The Search view has no frame.");
  const isReady = (): Promise<boolean> =>
    frame.evaluate<boolean>(
      '!/still being|files indexed/.test(document.body.textContent) && document.querySelector(".summary").textContent !== ""',
    );
  const started = performance.now();
  while (!(await isReady())) {
    if (performance.now() - started > patience) throw new Error("The corpus was not read in time.");
    await page.waitForTimeout(1000);
  }
  console.log(`read and indexed in ${((performance.now() - started) / 1000).toFixed(0)} s`);
  await page.waitForTimeout(5000);
  return frame;
}

async function main(): Promise<void> {
  const folder = values.folder === undefined ? writeCorpus(Number(values.articles)) : resolve(values.folder);
  const { queries, names } = whatToType(folder, Number(values.queries));
  const profile = await freshFolder("profiles");
  await writeSettings(profile, quietSettings);
  const server = await startServer(await provideNpmVscode(newestVscode), {
    dataFolder: profile,
    extensionsFolder: join(profile, "extensions"),
    autoShutdown: true,
  });
  const browser = await launchBrowser();
  try {
    const page = await (await browser.newContext({ viewport: { width: 1400, height: 900 } })).newPage();
    await page.goto(
      server.address(folder, [
        ["extensionDevelopmentPath", `vscode-remote://${server.authority}${root}`],
        ["skipWelcome", "true"],
      ]),
    );
    const desk = new Desk(page);
    await desk.ready();
    const frame = await searchFrame(desk);
    // The first query warms up.
    const ours = { frame, box: page.frameLocator("iframe.webview").frameLocator("iframe").getByRole("searchbox"), results: ".summary" };
    await typeAll(ours, queries.slice(0, 1), page);
    const search = await typeAll(ours, queries, page);
    console.log(row("Search view", search));
    await page.keyboard.press("Control+KeyP");
    const quickOpen = {
      frame: page,
      box: page.locator(".quick-input-widget input[type=text]"),
      results: ".quick-input-list .monaco-list-rows",
    };
    await quickOpen.box.waitFor();
    await typeAll(quickOpen, names.slice(0, 1), page);
    const quick = await typeAll(quickOpen, names, page);
    console.log(row("VS Code's quick open", quick));
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+Shift+KeyF");
    const textSearch = {
      frame: page,
      box: page.locator(".search-view .search-widget textarea").first(),
      results: ".search-view .messages",
    };
    await textSearch.box.waitFor();
    await typeAll(textSearch, queries.slice(0, 1), page);
    const text = await typeAll(textSearch, queries.slice(0, 6), page);
    console.log(row("VS Code's text search", text));
    console.log(
      `p95 is ${(percentile(search.painted, 0.95) / percentile(quick.painted, 0.95)).toFixed(2)} times quick open's and ${(percentile(search.painted, 0.95) / percentile(text.painted, 0.95)).toFixed(2)} times text search's`,
    );
  } finally {
    await browser.close();
    server.stop();
    await rm(profile, { recursive: true, force: true });
    if (values.folder === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

void main();
