import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Frame, Page } from "playwright-core";

/** A page of ours in its frame, as VS Code nests them: it has the policy that we gave it, and something in it. */
const isOurs =
  "window.parent !== window.top && document.querySelector('meta[http-equiv=Content-Security-Policy]') !== null && document.querySelector('#page') !== null";
/** What lies behind a page is the workbench, which its frame cannot see: colours are compared with the background of the page's place. */
const giveBackground =
  "document.documentElement.style.background = document.title === 'Search' ? 'var(--vscode-sideBar-background)' : 'var(--vscode-editor-background)'; document.body.style.background = 'transparent'";
/** A view has its heading in the workbench. */
const run =
  "axe.run(document, { resultTypes: ['violations'], rules: { 'page-has-heading-one': { enabled: document.title !== 'Search' } } })";

/**
 * What axe-core finds wrong for people with a screen reader, a keyboard or weak eyes, in each of our webviews that is on the
 * screen: a line each, with the elements. Empty if all is well.
 */
export async function accessibilityFaults(page: Page): Promise<readonly string[]> {
  const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  const faults: string[] = [];
  for (const frame of page.frames())
    if (await frame.evaluate<boolean>(isOurs).catch(() => false)) faults.push(...(await faultsIn(frame, axe)));
  return faults;
}

async function faultsIn(frame: Frame, axe: string): Promise<readonly string[]> {
  await frame.evaluate(axe);
  await frame.evaluate(giveBackground);
  const { violations } = await frame.evaluate<AxeResults>(run);
  const title = await frame.title();
  return violations.map(({ id, help, nodes }) => `${title}: ${id}: ${help}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`);
}
