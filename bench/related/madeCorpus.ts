import { existsSync, readFileSync, readdirSync } from "node:fs";
import * as path from "node:path";
import { parseDocument, type ParsedDocument } from "../../src/core/corpus/parseDocument";

/** What `make-corpus.mjs` says of its near-duplicates. */
export interface MadeGold {
  readonly pairs: readonly { readonly a: string; readonly b: string; readonly level: string }[];
}

/** The files below a folder that `make-corpus.mjs` wrote, by name; null where there is no such folder. */
export function madeFiles(folder: string): readonly string[] | null {
  const files = path.join(folder, "files");
  if (!existsSync(files)) return null;
  return (readdirSync(files, { recursive: true }) as string[])
    .filter((name) => name.endsWith(".txt"))
    .sort()
    .map((name) => path.join(files, name));
}

export function madeGold(folder: string): MadeGold {
  return JSON.parse(readFileSync(path.join(folder, "gold.json"), "utf8")) as MadeGold;
}

/** A file as the product reads it. */
export function readMade(file: string): ParsedDocument {
  return parseDocument(readFileSync(file, "utf8"), { fileName: path.basename(file), kind: "article" });
}
