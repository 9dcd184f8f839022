import { mkdir, readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { newestVscode, oldestVscode } from "../../scripts/provision/pins.js";
import { provideNpmVscode } from "../../scripts/provision/npmVscode.js";
import { automate } from "../../scripts/vscode/automation.js";
import { collectErrors, launchBrowser } from "../../scripts/vscode/page.js";
import { startServer } from "../../scripts/vscode/server.js";

/**
 * Runs an extension's tests as a desktop VS Code would: takes the arguments that `runTests` of @vscode/test-electron
 * gives a VS Code executable, serves the VS Code from npm, opens it in a headless browser, and gives the tests' exit
 * code. What a desktop VS Code alone understands is ignored. `NPM_VSCODE=oldest` in the environment chooses the oldest.
 */
export async function runAsVscode(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    options: {
      extensionTestsPath: { type: "string" },
      extensionDevelopmentPath: { type: "string" },
      "user-data-dir": { type: "string" },
      "extensions-dir": { type: "string" },
    },
  });
  const given = (name: string): string => {
    const value = values[name];
    if (typeof value !== "string") throw new Error(`--${name} is missing.`);
    return path.resolve(value);
  };
  const dataFolder = given("user-data-dir");
  const extensionsFolder = given("extensions-dir");
  await mkdir(extensionsFolder, { recursive: true });
  const vscode = await provideNpmVscode(process.env["NPM_VSCODE"] === "oldest" ? oldestVscode : newestVscode);
  console.log(`VS Code ${vscode.version} (npm), Node extension host`);
  const server = await startServer(vscode, { dataFolder, extensionsFolder, autoShutdown: true });
  let output = (): string => "";
  try {
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
      const errors = collectErrors(page);
      const automation = await automate(page);
      output = () => `${automation.log()}\n${errors()}`;
      const remote = (name: string): string => `vscode-remote://${server.authority}${given(name)}`;
      const folder = positionals[0] === undefined ? undefined : path.resolve(positionals[0]);
      await page.goto(
        server.address(folder, [
          ["extensionDevelopmentPath", remote("extensionDevelopmentPath")],
          ["extensionTestsPath", remote("extensionTestsPath")],
          ["skipWelcome", "true"],
        ]),
      );
      const code = await automation.exitCode;
      if (code !== 0) await printLogs(dataFolder, server.log(), output());
      return code;
    } finally {
      await browser.close();
    }
  } catch (error) {
    await printLogs(dataFolder, server.log(), output());
    throw error;
  } finally {
    server.stop();
  }
}

const shownCharacters = 6000;

/** Shows the end of each log of a run that failed. */
async function printLogs(dataFolder: string, serverLog: string, output: string): Promise<void> {
  const show = (title: string, text: string): void => {
    console.error(`--- ${title} ---\n${text.slice(-shownCharacters)}`);
  };
  show("server", serverLog);
  show("workbench and extension host", output);
  const logs = path.join(dataFolder, "data", "logs");
  const files = await readdir(logs, { recursive: true }).catch((): string[] => []);
  for (const file of files.filter((name) => /remoteexthost\.log$|corpus-navigator.*\.log$|Corpus.*\.log$/i.test(name))) {
    show(file, await readFile(path.join(logs, file), "utf8"));
  }
}
