import { existsSync } from "node:fs";
import { copyFile, rm } from "node:fs/promises";
import path from "node:path";
import type { BrowserContext } from "playwright-core";
import { provideNpmVscode } from "../../scripts/provision/npmVscode.js";
import { inRepo } from "../../scripts/provision/paths.js";
import { newestVscode } from "../../scripts/provision/pins.js";
import { runMain, UserError } from "../../scripts/provision/userError.js";
import { provideWebVscode } from "../../scripts/provision/webVscode.js";
import { automate } from "../../scripts/vscode/automation.js";
import { collectErrors, launchBrowser } from "../../scripts/vscode/page.js";
import { freshFolder, quietSettings } from "../../scripts/vscode/profile.js";
import { installVsix, packVsix } from "../../scripts/vscode/vsix.js";
import { giveDefaultSettings, startWebServer } from "../../scripts/vscode/webServer.js";

const viewport = { width: 1400, height: 900 };

/**
 * Runs the suite in a VS Code for the web, whose extension host is a web worker and whose folder is virtual, and then
 * opens the folder cold and warm.
 *
 *   --packaged   with the extension as its .vsix holds it, instead of under development
 */
async function main(): Promise<number> {
  const tests = inRepo("out", "test", "web", "index.js");
  if (!existsSync(tests)) throw new UserError('The bundles are missing: run "npm run build" first.');
  const vscode = await provideWebVscode();
  console.log(`VS Code ${vscode.version} for the web (npm), web extension host`);
  const profile = await freshFolder("profiles");
  const packaged = process.argv.includes("--packaged")
    ? { folder: await installVsix(await provideNpmVscode(newestVscode), await packVsix(), profile, profile), host: inRepo("out", "test") }
    : undefined;
  // The server of @vscode/test-web serves tests from the extension under development alone.
  if (packaged) await copyFile(inRepo("test", "vscode", "host", "package.json"), path.join(packaged.host, "package.json"));
  const server = await startWebServer(vscode, inRepo("samples"), tests, packaged);
  try {
    const browser = await launchBrowser();
    try {
      const code = await runIn(await browser.newContext({ viewport }), server.address, "index");
      if (code !== 0 || !runsAll()) return code;
      // Two windows one after the other in one browser: the second has what the first has kept.
      const context = await browser.newContext({ viewport });
      const cold = await runIn(context, server.address, "cold");
      return cold === 0 ? await runIn(context, server.address, "warm") : cold;
    } finally {
      await browser.close();
    }
  } finally {
    server.stop();
    await rm(profile, { recursive: true, force: true });
  }
}

/** Whether these tests are not among those that TESTS leaves out. */
function runsAll(): boolean {
  return (process.env["TESTS"] ?? "").split(",").some((part) => "kept".includes(part));
}

/** Opens a window with the tests of a bundle; their exit code. */
async function runIn(context: BrowserContext, address: string, tests: string): Promise<number> {
  const page = await context.newPage();
  const errors = collectErrors(page);
  const automation = await automate(page);
  await giveDefaultSettings(page, quietSettings, tests);
  await page.goto(address);
  const code = await automation.exitCode.catch((error: unknown) => {
    console.error(error);
    return 1;
  });
  if (code !== 0) console.error(`--- workbench and extension host ---\n${`${automation.log()}\n${errors()}`.slice(-8000)}`);
  await page.close();
  return code;
}

void runMain(main);
