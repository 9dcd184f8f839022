import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
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
};

/** A new empty folder `.vscode-test/<kind>/<unique>`, so that several runs at a time don't meet. */
export async function freshFolder(kind: string): Promise<string> {
  const folder = path.join(cache, kind, `${process.pid}-${Date.now().toString(36)}`);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  return folder;
}

/** Writes the user settings of a server's data folder. A running workbench follows. */
export async function writeSettings(dataFolder: string, settings: Settings): Promise<void> {
  const user = path.join(dataFolder, "data", "User");
  await mkdir(user, { recursive: true });
  await writeFile(path.join(user, "settings.json"), `${JSON.stringify(settings, null, 2)}\n`);
}
