import { cp, rm } from "node:fs/promises";
import path from "node:path";
import { provideNpmVscode } from "./provision/npmVscode.js";
import { inRepo, root } from "./provision/paths.js";
import { newestVscode } from "./provision/pins.js";
import { runMain } from "./provision/userError.js";
import { Desk } from "./screenshots/desk.js";
import { themeClasses, themes, type Theme } from "./screenshots/themes.js";
import { launchBrowser } from "./vscode/page.js";
import { freshFolder, quietSettings, type Settings, writeSettings } from "./vscode/profile.js";
import { startServer } from "./vscode/server.js";

/**
 * Prints how well names and site text can be read in each of VS Code's own themes: the contrast (WCAG 2) of the colours that a real
 * VS Code has computed for an article of the samples. Fails where a name has less than 4.5:1, site text less than 3:1 (4.5:1 in
 * high contrast), two kinds of names are hard to tell apart, the legend in the Entities view has another colour than the text, or names
 * keep a colour that is switched off. Each theme has a window of its own, and
 * is put on by its settings.
 */
const namesIn = "tarlen-conference-opens-in-geneva.txt";
const names = { person: "Pavel Ostrin", organisation: "European Union", place: "Geneva", event: "Tarlen Basin Conference" };
type Kind = keyof typeof names;
/** Plain words in the same article. */
const plainIn = "opened in";
/** The icons that the Entities view has for the kinds, which are the legend of the colours. */
const icons: Readonly<Record<Kind, string>> = { person: "person", organisation: "organization", place: "location", event: "calendar" };
/** The command that switches the colours off and on. */
const toggle = "Toggle Colours of Names";
/** The theme is the one that is set, whatever the system has. */
const onlyAsSet: Settings = { "window.autoDetectColorScheme": false, "window.autoDetectHighContrast": false };
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
      await writeSettings(profile, { ...quietSettings, ...onlyAsSet, "workbench.colorTheme": themes[theme] });
      const page = await browser.newPage({ viewport: { width: 1400, height: 1600 } });
      try {
        await page.goto(
          server.address(folder, [
            ["extensionDevelopmentPath", `vscode-remote://${server.authority}${root}`],
            ["skipWelcome", "true"],
          ]),
        );
        const desk = new Desk(page);
        await desk.ready();
        await desk.page.locator(`.monaco-workbench.${themeClasses[theme]}`).waitFor();
        const faults = await look(desk, theme);
        for (const fault of faults) console.error(`${themes[theme]}: ${fault}`);
        failures += faults.length;
      } finally {
        await page.close();
      }
    }
  } finally {
    await browser.close();
    server.stop();
    await Promise.all([rm(profile, { recursive: true, force: true }), rm(path.dirname(folder), { recursive: true, force: true })]);
  }
  return failures === 0 ? 0 : 1;
}

/** Prints the figures of one theme; answers what is not well in it. */
async function look(desk: Desk, theme: Theme): Promise<string[]> {
  await desk.open(namesIn);
  await desk.command("Focus on Entities View");
  const isColored = (painted: readonly Painted[]): boolean => {
    const color = colorOf(painted, names.event);
    return color !== undefined && color !== colorOf(painted, plainIn);
  };
  // Names are coloured when they have been read: the event is one that only the model finds.
  await until("coloured names", async () => isColored(await paintedIn(desk)));
  await desk.calm();
  const background = 'getComputedStyle(document.querySelector(".monaco-editor .monaco-editor-background")).backgroundColor';
  const paper = rgb(await desk.page.evaluate<string>(background));
  const shown = await paintedIn(desk);
  const isHigh = theme.startsWith("hc");
  const faults: string[] = [];
  const colors = Object.entries(names).map(([kind, name]): readonly [Kind, Rgb] => {
    const span = shown.find(({ text }) => text.trim() === name);
    if (!span) throw new Error(`${theme}: "${name}" is not to be seen.`);
    return [kind as Kind, over(rgb(span.color), span.opacity, paper)];
  });
  const figures = colors.map(([kind, color]) => [kind, contrast(color, paper)] as const);
  for (const [kind, figure] of figures) if (figure < leastOfNames) faults.push(`${kind} has ${figure.toFixed(1)}:1`);
  const apart = Math.min(...colors.flatMap(([, one], at) => colors.slice(at + 1).map(([, other]) => difference(one, other))));
  if (apart < leastApart) faults.push(`two kinds of names are only ${apart.toFixed(0)} apart`);
  for (const [kind, color] of colors) {
    const legend = await desk.page.evaluate<string | null>(`(() => {
      const icon = document.querySelector(".auxiliarybar .monaco-list-row .custom-view-tree-node-item-icon.codicon-${icons[kind]}");
      return icon && getComputedStyle(icon).color;
    })()`);
    if (legend === null || difference(rgb(legend), color) > 1) faults.push(`the Entities view has ${legend ?? "no icon"} for ${kind}`);
  }
  await desk.command(toggle);
  const isPlain = (painted: readonly Painted[]): boolean =>
    Object.values(names).every((name) => colorOf(painted, name) === colorOf(painted, plainIn));
  await until("names in the colour of the text", async () => isPlain(await paintedIn(desk))).catch(() =>
    faults.push("names keep a colour that is switched off"),
  );
  await desk.command(toggle);
  await desk.open(siteTextIn);
  await desk.command("Unfold All");
  await desk.calm();
  const quiet = (await paintedIn(desk)).filter(({ opacity }) => opacity < 0.75);
  const siteText = Math.min(...quiet.map(({ color, opacity }) => contrast(over(rgb(color), opacity, paper), paper)));
  if (quiet.length === 0 || siteText < (isHigh ? 4.5 : 3)) faults.push(`site text has ${siteText.toFixed(1)}:1`);
  const row = [...figures, ["site text", siteText] as const].map(([what, figure]) => `${what} ${figure.toFixed(1)}`).join("  ");
  console.log(`${themes[theme].padEnd(28)} ${row}  least apart ${apart.toFixed(0)}`);
  return faults;
}

/** Waits for something in the window; throws after half a minute. */
async function until(what: string, look: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 30_000;
  while (!(await look())) {
    if (Date.now() > end) throw new Error(`Waited in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

function colorOf(painted: readonly Painted[], part: string): string | undefined {
  return painted.find(({ text }) => text.includes(part))?.color;
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
