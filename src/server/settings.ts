import type { ServerSettings } from "../protocol/settings";

/** In bytes. About what a string may hold in V8, so that a bundle of 300 MB is read. */
export const defaultMaxFileSize = 512 * 1024 * 1024;

/** The size limit in what a client sent as settings (its own shape or `{ corpusNavigator: … }`); null if there is none. */
export function maxFileSizeOf(settings: unknown): number | null {
  const own = settingsOf(settings);
  return typeof own.maxFileSize === "number" && own.maxFileSize > 0 ? own.maxFileSize : null;
}

/** Whether the client says that it will send `setFolders`. */
export function clientSetsFolders(settings: unknown): boolean {
  return settingsOf(settings).clientSetsFolders === true;
}

/** Settings that concern names, as they are at the moment. */
export interface LiveEntitySettings {
  hover: boolean;
  /** Whether the client can be asked to ask for semantic tokens again. */
  refreshesTokens: boolean;
}

/** Whether hovers are wanted, in what a client sent as settings; null if it does not say. */
export function hoverOf(settings: unknown): boolean | null {
  const { hover } = settingsOf(settings);
  return typeof hover === "boolean" ? hover : null;
}

/** Where the client has the model for names; null if it does not say. */
export function modelUriOf(settings: unknown): string | null {
  const { modelUri } = settingsOf(settings);
  return typeof modelUri === "string" ? modelUri : null;
}

/** What the client says of threads that analyse: their script, and how many there may be; null where it does not say. */
export function analystsOf(settings: unknown): { readonly script: string | null; readonly most: number | null } {
  const { analystUrl, analysts } = settingsOf(settings);
  return {
    script: typeof analystUrl === "string" ? analystUrl : null,
    most: typeof analysts === "number" && analysts >= 0 ? Math.floor(analysts) : null,
  };
}

/** Where the client lets the server keep what it knows of the corpus; null if nowhere. */
export function keepInOf(settings: unknown): string | null {
  const { keepIn } = settingsOf(settings);
  return typeof keepIn === "string" && keepIn !== "" ? keepIn : null;
}

/** Settings that concern related articles, as they are at the moment. */
export interface LiveRelatedSettings {
  limit: number;
  duplicateHints: boolean;
  codeLens: boolean;
}

export const defaultRelatedSettings: LiveRelatedSettings = { limit: 5, duplicateHints: true, codeLens: true };

/** Takes over what a client sent as settings of related articles; what it does not say stays. Whether anything is different now. */
export function takeRelatedSettings(into: LiveRelatedSettings, settings: unknown): boolean {
  const { relatedLimit, duplicateHints, relatedCodeLens } = settingsOf(settings);
  const before = { ...into };
  if (typeof relatedLimit === "number" && relatedLimit >= 1) into.limit = Math.min(50, Math.floor(relatedLimit));
  if (typeof duplicateHints === "boolean") into.duplicateHints = duplicateHints;
  if (typeof relatedCodeLens === "boolean") into.codeLens = relatedCodeLens;
  return before.limit !== into.limit || before.duplicateHints !== into.duplicateHints || before.codeLens !== into.codeLens;
}

function settingsOf(settings: unknown): Partial<ServerSettings> {
  if (typeof settings !== "object" || settings === null) return {};
  return "corpusNavigator" in settings ? settingsOf(settings.corpusNavigator) : settings;
}
