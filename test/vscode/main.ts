import { existsSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { runTests, TestRunFailedError } from "@vscode/test-electron";
import { inRepo, root } from "../../scripts/provision/paths.js";
import { runMain, UserError } from "../../scripts/provision/userError.js";
import { copySamples } from "../../scripts/testing/workspace.js";
import { freshFolder, quietSettings, writeSettings } from "../../scripts/vscode/profile.js";
import { oldestVscode } from "../../scripts/provision/pins.js";

/**
 * Runs the suite in a VS Code with a Node extension host, always through `runTests` of @vscode/test-electron.
 *
 *   --vscode=npm       the VS Code from npm packages (the default on Linux)
 *   --vscode=desktop   a desktop VS Code that @vscode/test-electron downloads (the default elsewhere)
 *   --vscode=PATH      an installed VS Code, by its executable
 *   --oldest           the oldest VS Code that is supported, instead of the newest
 */
async function main(): Promise<number> {
  const { values } = parseArgs({ options: { vscode: { type: "string", default: process.platform === "linux" ? "npm" : "desktop" }, oldest: { type: "boolean", default: false } } });
  const tests = inRepo("out", "test", "vscode", "index.js");
  if (!existsSync(tests)) throw new UserError('The bundles are missing: run "npm run build" first.');
  const profile = await freshFolder("profiles");
  const workspace = await copySamples();
  try {
    await writeSettings(profile, quietSettings);
    await mkdir(path.join(profile, "User"));
    await writeFile(path.join(profile, "User", "settings.json"), JSON.stringify(quietSettings));
    await runTests({
      ...executable(values.vscode, values.oldest),
      extensionDevelopmentPath: root,
      extensionTestsPath: tests,
      launchArgs: [workspace, `--user-data-dir=${profile}`, `--extensions-dir=${path.join(profile, "extensions")}`, "--disable-extensions"],
      extensionTestsEnv: values.oldest ? { NPM_VSCODE: "oldest" } : {},
    });
    return 0;
  } catch (error) {
    if (error instanceof TestRunFailedError) return 1;
    throw error;
  } finally {
    await Promise.all([rm(profile, { recursive: true, force: true }), rm(workspace, { recursive: true, force: true })]);
  }
}

function executable(vscode: string, oldest: boolean): { vscodeExecutablePath?: string; version?: string } {
  if (vscode === "npm") return { vscodeExecutablePath: inRepo("test", "vscode", "npm-vscode.mjs") };
  if (vscode === "desktop") return { version: oldest ? oldestVscode.vscode : "stable" };
  if (!existsSync(vscode)) throw new UserError(`There is no VS Code at ${vscode}: give "--vscode=npm", "--vscode=desktop" or the path of an executable.`);
  return { vscodeExecutablePath: path.resolve(vscode) };
}

void runMain(main);
