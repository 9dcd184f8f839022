import { existsSync } from "node:fs";
import { cp, mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import type { Browser, Page } from "playwright-core";
import { provideNpmVscode } from "./provision/npmVscode.js";
import { inRepo, root } from "./provision/paths.js";
import { newestVscode, oldestVscode } from "./provision/pins.js";
import { runMain, UserError } from "./provision/userError.js";
import { provideWebVscode } from "./provision/webVscode.js";
import { accessibilityFaults } from "./screenshots/accessibility.js";
import { Desk } from "./screenshots/desk.js";
import { nameScenarios } from "./screenshots/names.js";
import { readingScenarios } from "./screenshots/reading.js";
import { relatedScenarios } from "./screenshots/related.js";
import { searchScenarios } from "./screenshots/search.js";
import type { Scenario } from "./screenshots/scenario.js";
import { parseThemes, pickedThemes, themes, type Theme } from "./screenshots/themes.js";
import { launchBrowser } from "./vscode/page.js";
import { freshFolder, quietSettings, type Settings, writeSettings } from "./vscode/profile.js";
import { startServer } from "./vscode/server.js";
import { giveDefaultSettings, startWebServer } from "./vscode/webServer.js";

const scenarios: readonly Scenario[] = [...readingScenarios, ...nameScenarios, ...relatedScenarios, ...searchScenarios];

const help = `Takes pictures of the extension in a real VS Code: .screenshots/<scenario>-<theme>.png

  npm run screenshot -- <scenario>… [options]

  --theme light|dark|light-2026|dark-2026|hc-light|hc-dark|all   default: dark; several with commas between them
  --folder PATH     opens this folder instead of samples/
  --web             in VS Code for the web instead of the one with a Node extension host
  --oldest          in the oldest supported VS Code
  --size 1400x900   of the window, in pixels
  --scale 2         pixels of the picture to one of the window
  --accessibility   has axe-core look at our pages in each picture, and fails where it finds a fault
  --set '{"editor.fontSize": 16}'   further user settings, as JSON

Scenarios (${scenarios.length}, or "all"):
${scenarios.map(({ name, shows }) => `  ${name.padEnd(12)} ${shows}`).join("\n")}

A new scenario is one entry in a list in scripts/screenshots/: open files, run commands, hover words with the methods of
Desk (desk.ts). Where a scenario fails, the picture <scenario>-<theme>-failed.png
shows the window at that moment.
`;

interface Options {
  readonly themes: readonly Theme[];
  readonly folder: string | undefined;
  readonly viewport: { readonly width: number; readonly height: number };
  readonly scale: number;
  readonly settings: Settings;
  readonly accessibility: boolean;
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      theme: { type: "string", default: "dark" },
      folder: { type: "string" },
      web: { type: "boolean", default: false },
      oldest: { type: "boolean", default: false },
      size: { type: "string", default: "1400x900" },
      scale: { type: "string", default: "1" },
      accessibility: { type: "boolean", default: false },
      set: { type: "string", default: "{}" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help || positionals.length === 0) {
    console.log(help);
    return values.help ? 0 : 1;
  }
  const chosen = positionals.includes("all") ? scenarios : positionals.map(scenarioNamed);
  const [width = 0, height = 0] = values.size.split("x").map(Number);
  const options: Options = {
    themes: parseThemes(values.theme),
    folder: values.folder,
    viewport: { width, height },
    scale: Number(values.scale),
    settings: JSON.parse(values.set) as Settings,
    accessibility: values.accessibility,
  };
  if (options.folder !== undefined && !existsSync(options.folder)) throw new UserError(`There is no folder ${options.folder}.`);
  await mkdir(inRepo(".screenshots"), { recursive: true });
  const browser = await launchBrowser();
  try {
    return await (values.web ? inWeb(browser, chosen, options) : inNode(browser, chosen, options, values.oldest));
  } finally {
    await browser.close();
  }
}

function scenarioNamed(name: string): Scenario {
  const scenario = scenarios.find((candidate) => candidate.name === name);
  if (scenario === undefined) throw new UserError(`There is no scenario "${name}": "npm run screenshot -- --help" lists them.`);
  return scenario;
}

/** One server for all. */
async function inNode(browser: Browser, chosen: readonly Scenario[], options: Options, oldest: boolean): Promise<number> {
  const profile = await freshFolder("profiles");
  const empty = await freshFolder("workspaces");
  // What is written while pictures are taken, as settings are, stays out of the samples.
  const writable = await freshFolder("workspaces");
  const samples = path.join(writable, "samples");
  await cp(inRepo("samples"), samples, { recursive: true });
  const vscode = await provideNpmVscode(oldest ? oldestVscode : newestVscode);
  const server = await startServer(vscode, { dataFolder: profile, extensionsFolder: path.join(profile, "extensions"), autoShutdown: true });
  let failures = 0;
  try {
    for (const scenario of chosen) {
      const folder = scenario.emptyFolder ? empty : path.resolve(options.folder ?? samples);
      const address = server.address(folder, [
        ["extensionDevelopmentPath", `vscode-remote://${server.authority}${root}`],
        ["skipWelcome", "true"],
      ]);
      for (const theme of options.themes) {
        await writeSettings(profile, settingsFor(theme, options));
        if (!(await picture(browser, address, scenario, `${scenario.name}-${theme}`, options, { theme: pickedThemes[theme] }))) failures++;
      }
    }
  } finally {
    server.stop();
    await Promise.all([
      rm(profile, { recursive: true, force: true }),
      rm(empty, { recursive: true, force: true }),
      rm(writable, { recursive: true, force: true }),
    ]);
  }
  return failures === 0 ? 0 : 1;
}

/** A server for each scenario, because its folder is fixed; its settings are given to the page. */
async function inWeb(browser: Browser, chosen: readonly Scenario[], options: Options): Promise<number> {
  const vscode = await provideWebVscode();
  const empty = await freshFolder("workspaces");
  let failures = 0;
  try {
    for (const scenario of chosen) {
      const server = await startWebServer(vscode, scenario.emptyFolder ? empty : path.resolve(options.folder ?? inRepo("samples")));
      try {
        for (const theme of options.themes) {
          const prepare = (page: Page): Promise<void> => giveDefaultSettings(page, settingsFor(theme, options));
          if (!(await picture(browser, server.address, scenario, `${scenario.name}-web-${theme}`, options, { prepare }))) failures++;
        }
      } finally {
        server.stop();
      }
    }
  } finally {
    await rm(empty, { recursive: true, force: true });
  }
  return failures === 0 ? 0 : 1;
}

function settingsFor(theme: Theme, options: Options): Settings {
  return { ...quietSettings, "workbench.colorTheme": themes[theme], ...options.settings };
}

/** What comes before a scenario: something with the page before it loads, a theme to pick by hand. */
interface Before {
  readonly prepare?: (page: Page) => Promise<void>;
  readonly theme?: string | undefined;
}

/** Opens a window of its own, runs a scenario in it and takes a picture. Gives whether that went well. */
async function picture(
  browser: Browser,
  address: string,
  scenario: Scenario,
  name: string,
  options: Options,
  before: Before,
): Promise<boolean> {
  const started = Date.now();
  const context = await browser.newContext({ viewport: options.viewport, deviceScaleFactor: options.scale });
  const page = await context.newPage();
  const save = async (file: string): Promise<void> => {
    await page.screenshot({ path: inRepo(".screenshots", file) });
    console.log(`.screenshots/${file} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  };
  try {
    await before.prepare?.(page);
    await page.goto(address);
    const desk = new Desk(page);
    await desk.ready();
    if (before.theme !== undefined) {
      await page.keyboard.press("Control+KeyK");
      await page.keyboard.press("Control+KeyT");
      await desk.pick(before.theme, true);
    }
    await scenario.run(desk);
    await desk.calm();
    await save(`${name}.png`);
    const faults = options.accessibility ? await accessibilityFaults(page) : [];
    for (const fault of faults) console.error(`${name}: ${fault}`);
    return faults.length === 0;
  } catch (error) {
    console.error(`${scenario.name}: ${error instanceof Error ? error.message : String(error)}`);
    await save(`${name}-failed.png`);
    return false;
  } finally {
    await context.close();
  }
}

void runMain(main);
