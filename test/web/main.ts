import { existsSync } from "node:fs";
import { inRepo } from "../../scripts/provision/paths.js";
import { runMain, UserError } from "../../scripts/provision/userError.js";
import { provideWebVscode } from "../../scripts/provision/webVscode.js";
import { automate } from "../../scripts/vscode/automation.js";
import { collectErrors, launchBrowser } from "../../scripts/vscode/page.js";
import { quietSettings } from "../../scripts/vscode/profile.js";
import { giveDefaultSettings, startWebServer } from "../../scripts/vscode/webServer.js";

/** Runs the suite in a VS Code for the web, whose extension host is a web worker and whose folder is virtual. */
async function main(): Promise<number> {
  const tests = inRepo("out", "test", "web", "index.js");
  if (!existsSync(tests)) throw new UserError('The bundles are missing: run "npm run build" first.');
  const vscode = await provideWebVscode();
  console.log(`VS Code ${vscode.version} for the web (npm), web extension host`);
  const server = await startWebServer(vscode, inRepo("samples"), tests);
  try {
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
      const errors = collectErrors(page);
      const automation = await automate(page);
      await giveDefaultSettings(page, quietSettings);
      await page.goto(server.address);
      const code = await automation.exitCode.catch((error: unknown) => {
        console.error(error);
        return 1;
      });
      if (code !== 0) console.error(`--- workbench and extension host ---\n${`${automation.log()}\n${errors()}`.slice(-8000)}`);
      return code;
    } finally {
      await browser.close();
    }
  } finally {
    server.stop();
  }
}

void runMain(main);
