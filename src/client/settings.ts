import { workspace, type ConfigurationScope } from "vscode";
import type { Grouping, ServerSettings } from "../protocol";

export type RecognitionMode = "auto" | "ask" | "off";

const section = "corpusNavigator";
const megabyte = 1024 * 1024;

/** Whether an event is about any of the settings below. */
export const settingsSection = section;

/** What to do about texts that look like articles, for one folder or file. */
export function recognitionMode(scope?: ConfigurationScope): RecognitionMode {
  const mode = workspace.getConfiguration(section, scope).get<string>("recognition");
  return mode === "ask" || mode === "off" ? mode : "auto";
}

/** How the Articles view is grouped. */
export function grouping(): Grouping {
  const by = workspace.getConfiguration(section).get<string>("articles.groupBy");
  return by === "publisher" || by === "folder" || by === "none" ? by : "date";
}

/** Remembers how the Articles view is grouped, for all windows. */
export async function setGrouping(by: Grouping): Promise<void> {
  await workspace.getConfiguration(section).update("articles.groupBy", by, true);
}

/** Whether the Articles view follows the editor. */
export function autoReveal(): boolean {
  return workspace.getConfiguration(section).get<boolean>("articles.autoReveal") ?? true;
}

/** What the server has to know. */
export function serverSettings(): ServerSettings {
  const megabytes = workspace.getConfiguration(section).get<number>("maxFileSize") ?? 512;
  return { maxFileSize: Math.max(1, megabytes) * megabyte, clientSetsFolders: true };
}
