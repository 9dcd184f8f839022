import path from "node:path";

/** The folder of package.json. */
export const root = path.resolve(import.meta.dirname, "..", "..");

/** What is installed or made on first use: VS Codes, browsers, workspaces, profiles. Ignored by git; safe to delete. */
export const cache = path.join(root, ".vscode-test");

/** A path inside the repository. */
export function inRepo(...parts: string[]): string {
  return path.join(root, ...parts);
}
