import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser } from "playwright-core";
import { provideNpmVscode } from "../scripts/provision/npmVscode.js";
import { inRepo, root } from "../scripts/provision/paths.js";
import { newestVscode } from "../scripts/provision/pins.js";
import { runMain } from "../scripts/provision/userError.js";
import { Desk } from "../scripts/screenshots/desk.js";
import { launchBrowser } from "../scripts/vscode/page.js";
import { freshFolder, quietSettings, writeSettings } from "../scripts/vscode/profile.js";
import { startServer } from "../scripts/vscode/server.js";

/**
 * How long the extension takes to activate, as VS Code itself says in its list of running extensions: loading the
 * code and the call of `activate`, in milliseconds. The peers are extensions of VS Code's own that activate in the
 * same windows. Each window has a new extension host and opens the sample corpus with a Markdown file beside it.
 * `tsx bench/activation.ts [number of windows]`, after a build; what ships is the same code minified.
 */
const windows = Number(process.argv[2] ?? 5);
/** An extension under development is listed by its id. */
const ours = "corpus-navigator.corpus-navigator";
const peers = ["Markdown Language Features", "JSON Language Features", "Git", "Emmet", "Merge Conflict"];

/** The activation times of one window by the extensions' display names. */
async function activationTimes(browser: Browser, address: string): Promise<Map<string, number>> {
  const context = await browser.newContext({ viewport: { width: 1400, height: 1600 } });
  try {
    const page = await context.newPage();
    await page.goto(address);
    const desk = new Desk(page);
    await desk.ready();
    await desk.open("about.md");
    await desk.command("Developer: Show Running Extensions");
    const rows = page.locator(".editor-group-container.active .monaco-list-row");
    await rows.filter({ hasText: ours }).first().waitFor();
    const texts = await rows.allInnerTexts();
    return new Map(
      texts.flatMap((text) => {
        const time = /Activation: (\d+)ms/.exec(text)?.[1];
        const name = text.split("\n")[0]?.trim();
        return time === undefined || name === undefined ? [] : [[name, Number(time)] as const];
      }),
    );
  } finally {
    await context.close();
  }
}

async function main(): Promise<number> {
  const folder = await mkdtemp(path.join(tmpdir(), "corpus-bench-"));
  await cp(inRepo("samples"), folder, { recursive: true });
  await writeFile(path.join(folder, "about.md"), "# About\n\nA Markdown file.\n");
  const profile = await freshFolder("profiles");
  const vscode = await provideNpmVscode(newestVscode);
  await writeSettings(profile, quietSettings);
  const server = await startServer(vscode, { dataFolder: profile, extensionsFolder: path.join(profile, "extensions"), autoShutdown: true });
  const browser = await launchBrowser();
  try {
    const address = server.address(folder, [
      ["extensionDevelopmentPath", `vscode-remote://${server.authority}${root}`],
      ["skipWelcome", "true"],
    ]);
    const runs: Map<string, number>[] = [];
    for (let run = 0; run < windows; run++) runs.push(await activationTimes(browser, address));
    const own = median(runs, ours);
    console.log(`VS Code ${vscode.version} (npm), ${windows} windows; median, with the lowest and the highest`);
    for (const name of [ours, ...peers]) {
      const times = timesOf(runs, name);
      const ratio = name === ours ? "" : `; ours takes ${(own / median(runs, name)).toFixed(2)} times as long`;
      console.log(
        times.length === 0 ? `${name}: not activated` : `${name}: ${median(runs, name)} ms (${times[0] ?? 0}–${times.at(-1) ?? 0})${ratio}`,
      );
    }
    return runs.every((run) => run.has(ours)) ? 0 : 1;
  } finally {
    await browser.close();
    server.stop();
    await Promise.all([rm(profile, { recursive: true, force: true }), rm(folder, { recursive: true, force: true })]);
  }
}

/** In milliseconds, sorted. */
function timesOf(runs: readonly ReadonlyMap<string, number>[], name: string): number[] {
  return runs.flatMap((run) => run.get(name) ?? []).sort((a, b) => a - b);
}

function median(runs: readonly ReadonlyMap<string, number>[], name: string): number {
  const times = timesOf(runs, name);
  return times[Math.floor(times.length / 2)] ?? NaN;
}

void runMain(main);
