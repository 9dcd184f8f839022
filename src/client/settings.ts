import { type ConfigurationScope, type Uri, workspace } from "vscode";
import type { Grouping } from "../protocol/corpus";
import type { EntitySort } from "../protocol/entities";
import type { RelatedSettings, ServerSettings } from "../protocol/settings";

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

/** Whether the server may keep what it knows of the corpus between sessions. */
export function keepsIndex(): boolean {
  return workspace.getConfiguration(section).get<boolean>("keepIndex") ?? true;
}

/** The settings that `askedEncoding` reads. */
export const encodingSettings = [`${section}.encoding`, "files.encoding"] as const;

/**
 * What the files of a folder are written in that are not UTF-8: what the setting says, else what the editor opens plain
 * text with; undefined where both leave it open.
 */
export function askedEncoding(folder: Uri): string | undefined {
  const own = workspace.getConfiguration(section, folder).get<string>("encoding") ?? "auto";
  if (own !== "auto" && own.trim() !== "") return own;
  const editors = workspace.getConfiguration("files", { uri: folder, languageId: "plaintext" }).get<string>("encoding") ?? "utf8";
  return editors.startsWith("utf8") ? undefined : editors;
}

/** How the Articles view is grouped. */
export function grouping(): Grouping {
  const by = workspace.getConfiguration(section).get<string>("articles.groupBy");
  return by === "publisher" || by === "folder" || by === "story" || by === "none" ? by : "date";
}

/** Remembers how the Articles view is grouped, for all windows. */
export async function setGrouping(by: Grouping): Promise<void> {
  await workspace.getConfiguration(section).update("articles.groupBy", by, true);
}

/** Whether the Articles view follows the editor. */
export function autoReveal(): boolean {
  return workspace.getConfiguration(section).get<boolean>("articles.autoReveal") ?? true;
}

/** Whether a hover says who is named. */
export function hoverEnabled(): boolean {
  return workspace.getConfiguration(section).get<boolean>("hover.enabled") ?? true;
}

/** Whether the names of each kind have a colour of their own. */
export function namesColored(): boolean {
  return workspace.getConfiguration(section).get<boolean>("names.colors") ?? true;
}

/** Remembers whether names are coloured, for all windows. */
export async function setNamesColored(colored: boolean): Promise<void> {
  await workspace.getConfiguration(section).update("names.colors", colored, true);
}

/** Whether names are underlined. */
export function namesUnderlined(): boolean {
  return workspace.getConfiguration(section).get<boolean>("names.underline") ?? false;
}

/** How the Entities view is sorted. */
export function entitySort(): EntitySort {
  const by = workspace.getConfiguration(section).get<string>("entities.sortBy");
  return by === "count" || by === "recency" || by === "name" ? by : "usefulness";
}

/** Remembers how the Entities view is sorted, for all windows. */
export async function setEntitySort(by: EntitySort): Promise<void> {
  await workspace.getConfiguration(section).update("entities.sortBy", by, true);
}

/** What the server has to know about related articles. */
function relatedSettings(): RelatedSettings {
  const settings = workspace.getConfiguration(section);
  return {
    relatedLimit: settings.get<number>("related.limit") ?? 5,
    relatedCodeLens: settings.get<boolean>("related.codeLens") ?? true,
    duplicateHints: settings.get<boolean>("duplicates.hints") ?? true,
  };
}

/** What the server has to know. */
export function serverSettings(): ServerSettings {
  const megabytes = workspace.getConfiguration(section).get<number>("maxFileSize") ?? 512;
  return { maxFileSize: Math.max(1, megabytes) * megabyte, clientSetsFolders: true, hover: hoverEnabled(), ...relatedSettings() };
}
