import { mkdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { createVSIX } from "@vscode/vsce";
import { provideNpmVscode } from "./provision/npmVscode.js";
import { inRepo, root } from "./provision/paths.js";
import { newestVscode } from "./provision/pins.js";
import { output, run } from "./provision/run.js";
import { runMain } from "./provision/userError.js";
import { freshFolder } from "./vscode/profile.js";

/**
 * Makes `corpus-navigator-<version>.vsix` from a production build. With `--check` it is then installed into a fresh
 * profile of the VS Code from npm, and this fails unless it is listed there.
 */
async function main(): Promise<number> {
  const { name, publisher, version } = JSON.parse(await readFile(inRepo("package.json"), "utf8")) as {
    name: string;
    publisher: string;
    version: string;
  };
  const built = await run(process.execPath, ["esbuild.mjs", "--production", "--no-tests"], root);
  if (built !== 0) return built;
  const vsix = inRepo(`${name}-${version}.vsix`);
  await createVSIX({ cwd: root, packagePath: vsix, dependencies: false, allowMissingRepository: true, rewriteRelativeLinks: false });
  if (process.argv.includes("--check")) await checkInstalls(vsix, `${publisher}.${name}@${version}`);
  return 0;
}

/** Throws unless the newest VS Code installs the file and then lists it. */
async function checkInstalls(vsix: string, expected: string): Promise<void> {
  const vscode = await provideNpmVscode(newestVscode);
  const profile = await freshFolder("profiles");
  try {
    const extensions = path.join(profile, "extensions");
    await mkdir(extensions);
    const server = (...args: string[]): Promise<string> =>
      output(vscode.node, [
        vscode.serverMain,
        "--accept-server-license-terms",
        "--server-data-dir",
        profile,
        "--extensions-dir",
        extensions,
        ...args,
      ]);
    await server("--install-extension", vsix);
    const listed = await server("--list-extensions", "--show-versions");
    if (!listed.split("\n").includes(expected)) throw new Error(`${vsix} was installed, but ${expected} is not listed:\n${listed}`);
    console.log(`Installed and listed by VS Code ${vscode.version}: ${expected}`);
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
}

void runMain(main);
