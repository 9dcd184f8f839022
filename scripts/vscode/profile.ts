import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { isAlive } from "../provision/isAlive.js";
import { cache } from "../provision/paths.js";

/** User settings by name, as in settings.json. */
export type Settings = Readonly<Record<string, unknown>>;

/** Nothing on the screen but what is tested or pictured. */
export const quietSettings: Settings = {
  "security.workspace.trust.enabled": false,
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "workbench.welcomePage.walkthroughs.openOnInstall": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "chat.disableAIFeatures": true,
  "chat.commandCenter.enabled": false,
  "extensions.ignoreRecommendations": true,
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "git.enabled": false,
  // On by default in a browser, where it would save what a test types.
  "files.autoSave": "off",
};

/**
 * A new empty folder `.vscode-test/<kind>/<process>-<random>`, so that several runs at a time don't meet. Removes what
 * runs left there that were ended before they could tidy up.
 */
export async function freshFolder(kind: string): Promise<string> {
  const parent = path.join(cache, kind);
  await mkdir(parent, { recursive: true });
  for (const name of await readdir(parent)) {
    if (!isAlive(Number.parseInt(name, 10))) await rm(path.join(parent, name), { recursive: true, force: true });
  }
  return mkdtemp(path.join(parent, `${process.pid}-`));
}

/** Writes the user settings of a server's data folder. A running workbench follows. */
export async function writeSettings(dataFolder: string, settings: Settings): Promise<void> {
  const user = path.join(dataFolder, "data", "User");
  await mkdir(user, { recursive: true });
  await writeFile(path.join(user, "settings.json"), `${JSON.stringify(settings, null, 2)}\n`);
}
