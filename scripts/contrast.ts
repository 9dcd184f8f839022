import { cp, rm } from "node:fs/promises";
import path from "node:path";
import type { Browser } from "playwright-core";
import { provideNpmVscode } from "./provision/npmVscode.js";
import { inRepo, root } from "./provision/paths.js";
import { newestVscode } from "./provision/pins.js";
import { runMain } from "./provision/userError.js";
import { Desk } from "./screenshots/desk.js";
import { pickedThemes, themes, type Theme } from "./screenshots/themes.js";
import { launchBrowser } from "./vscode/page.js";
import { freshFolder, quietSettings, writeSettings } from "./vscode/profile.js";
import { startServer, type VscodeServer } from "./vscode/server.js";

/**
 * Prints how well names and site text can be read in each of VS Code's own themes: the contrast (WCAG 2) of the colours that a real
 * VS Code has computed for an article of the samples. Fails where a name has less than 4.5:1, site text less than 3:1 (4.5:1 in
 * high contrast), or two kinds of names are hard to tell apart.
 */
const namesIn = "tarlen-conference-opens-in-geneva.txt";
const names = { person: "Pavel Ostrin", organisation: "European Union", place: "Geneva", event: "Tarlen Basin Conference" };
const siteTextIn = "crowds-cheer-as-filling-begins.txt";
const leastOfNames = 4.5;
/** CIE 1976 colour difference in L*a*b*; about 2 is just noticeable side by side. */
const leastApart = 20;

type Rgb = readonly [number, number, number];

interface Painted {
  readonly text: string;
  readonly color: string;
  readonly opacity: number;
}

async function main(): Promise<number> {
  const profile = await freshFolder("profiles");
  const folder = path.join(await freshFolder("workspaces"), "samples");
  await cp(inRepo("samples"), folder, { recursive: true });
  const vscode = await provideNpmVscode(newestVscode);
  const server = await startServer(vscode, { dataFolder: profile, extensionsFolder: path.join(profile, "extensions"), autoShutdown: true });
  const browser = await launchBrowser();
  let failures = 0;
  try {
    for (const theme of Object.keys(themes) as Theme[]) {
      await writeSettings(profile, { ...quietSettings, "workbench.colorTheme": themes[theme] });
      const faults = await look(browser, server, folder, theme);
      for (const fault of faults) console.error(`${themes[theme]}: ${fault}`);
      failures += faults.length;
    }
  } finally {
    await browser.close();
    server.stop();
    await Promise.all([rm(profile, { recursive: true, force: true }), rm(path.dirname(folder), { recursive: true, force: true })]);
  }
  return failures === 0 ? 0 : 1;
}

/** Prints the figures of one theme; answers what is not well in it. */
async function look(browser: Browser, server: VscodeServer, folder: string, theme: Theme): Promise<string[]> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 1600 } });
  try {
    const page = await context.newPage();
    await page.goto(
      server.address(folder, [
        ["extensionDevelopmentPath", `vscode-remote://${server.authority}${root}`],
        ["skipWelcome", "true"],
      ]),
    );
    const desk = new Desk(page);
    await desk.ready();
    const picked = pickedThemes[theme];
    if (picked !== undefined) {
      await page.keyboard.press("Control+KeyK");
      await page.keyboard.press("Control+KeyT");
      await desk.pick(picked, true);
    }
    await desk.open(namesIn);
    // Names are coloured when they have been read: the event is one that only the model finds.
    const isColored = async (): Promise<boolean> => {
      const painted = await paintedIn(desk);
      const colorOf = (part: string): string | undefined => painted.find(({ text }) => text.includes(part))?.color;
      return colorOf(names.event) !== undefined && colorOf(names.event) !== colorOf("opened in");
    };
    for (let tries = 0; tries < 60 && !(await isColored()); tries++) await page.waitForTimeout(500);
    await desk.calm();
    const background = 'getComputedStyle(document.querySelector(".monaco-editor .monaco-editor-background")).backgroundColor';
    const paper = rgb(await page.evaluate<string>(background));
    const shown = await paintedIn(desk);
    const isHigh = theme.startsWith("hc");
    const faults: string[] = [];
    const colors = Object.entries(names).map(([kind, name]): readonly [string, Rgb] => {
      const span = shown.find(({ text }) => text.trim() === name);
      if (!span) throw new Error(`${theme}: "${name}" is not to be seen.`);
      return [kind, over(rgb(span.color), span.opacity, paper)];
    });
    const figures = colors.map(([kind, color]) => [kind, contrast(color, paper)] as const);
    for (const [kind, figure] of figures) if (figure < leastOfNames) faults.push(`${kind} has ${figure.toFixed(1)}:1`);
    const apart = Math.min(...colors.flatMap(([, one], at) => colors.slice(at + 1).map(([, other]) => difference(one, other))));
    if (apart < leastApart) faults.push(`two kinds of names are only ${apart.toFixed(0)} apart`);
    await desk.open(siteTextIn);
    await desk.command("Unfold All");
    await desk.calm();
    const quiet = (await paintedIn(desk)).filter(({ opacity }) => opacity < 0.75);
    const siteText = Math.min(...quiet.map(({ color, opacity }) => contrast(over(rgb(color), opacity, paper), paper)));
    if (quiet.length === 0 || siteText < (isHigh ? 4.5 : 3)) faults.push(`site text has ${siteText.toFixed(1)}:1`);
    const row = [...figures, ["site text", siteText] as const].map(([what, figure]) => `${what} ${figure.toFixed(1)}`).join("  ");
    console.log(`${themes[theme].padEnd(28)} ${row}  least apart ${apart.toFixed(0)}`);
    return faults;
  } finally {
    await context.close();
  }
}

/** What stands in the active editor, span by span, as it is painted. */
async function paintedIn(desk: Desk): Promise<readonly Painted[]> {
  return desk.page.evaluate<readonly Painted[]>(`
    [...document.querySelectorAll(".editor-group-container.active .view-line > span > span")].map((span) => {
      const { color, opacity } = getComputedStyle(span);
      return { text: span.textContent.replaceAll("\\u00a0", " "), color, opacity: Number(opacity) };
    })`);
}

function rgb(color: string): Rgb {
  const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/g) ?? []).map(Number);
  return [red, green, blue];
}

function over(color: Rgb, opacity: number, paper: Rgb): Rgb {
  const mix = (at: 0 | 1 | 2): number => color[at] * opacity + paper[at] * (1 - opacity);
  return [mix(0), mix(1), mix(2)];
}

/** Linear light of a channel, as in WCAG 2 and sRGB. */
function linear(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

function contrast(one: Rgb, other: Rgb): number {
  const luminance = ([red, green, blue]: Rgb): number => 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function difference(one: Rgb, other: Rgb): number {
  const [a, b] = [lab(one), lab(other)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

/** CIE L*a*b* of an sRGB colour, white point D65. */
function lab(color: Rgb): Rgb {
  const [red, green, blue] = [linear(color[0]), linear(color[1]), linear(color[2])];
  const f = (t: number): number => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
  const x = f((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505);
  const y = f(0.2126 * red + 0.7152 * green + 0.0722 * blue);
  const z = f((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

void runMain(main);
