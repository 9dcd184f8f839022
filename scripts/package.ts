import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { provideNpmVscode } from "./provision/npmVscode.js";
import { newestVscode } from "./provision/pins.js";
import { runMain } from "./provision/userError.js";
import { freshFolder } from "./vscode/profile.js";
import { installVsix, packVsix } from "./vscode/vsix.js";

/**
 * Makes `corpus-navigator-<version>.vsix` from a production build. With `--check` it is then installed into a fresh
 * profile of the VS Code from npm, and this fails unless it is listed there.
 */
async function main(): Promise<number> {
  const vsix = await packVsix();
  if (!process.argv.includes("--check")) return 0;
  const vscode = await provideNpmVscode(newestVscode);
  const profile = await freshFolder("profiles");
  try {
    const extensions = path.join(profile, "extensions");
    await mkdir(extensions);
    await installVsix(vscode, vsix, profile, extensions);
    console.log(`Installed and listed by VS Code ${vscode.version}: ${vsix.id}`);
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
  return 0;
}

void runMain(main);
