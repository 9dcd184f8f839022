import type { ServerSettings } from "../protocol";

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

function settingsOf(settings: unknown): Partial<ServerSettings> {
  if (typeof settings !== "object" || settings === null) return {};
  return "corpusNavigator" in settings ? settingsOf(settings.corpusNavigator) : settings;
}
