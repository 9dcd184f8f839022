import { readFileSync } from "node:fs";
import type { Mention } from "../../../../src/core/entities/mention";
import { loadModel, type NameModel } from "../../../../src/core/entities/recognise/model";

let model: NameModel | null = null;

/** The model that ships, loaded once. */
export function shippedModel(): NameModel {
  if (model !== null) return model;
  const loaded = loadModel(readFileSync("models/names.bin"));
  if ("error" in loaded) throw new Error(loaded.error);
  model = loaded.model;
  return model;
}

/** A text with its mentions in brackets: "[PER Ada Orm] of [LOC Tarsk]". */
export function mark(text: string, mentions: readonly Mention[]): string {
  let marked = "";
  let at = 0;
  for (const { start, end, type } of mentions) {
    marked += `${text.slice(at, start)}[${type} ${text.slice(start, end)}]`;
    at = end;
  }
  return marked + text.slice(at);
}

/** The text without the brackets. */
export function unmark(marked: string): string {
  return marked.replace(/\[(?:PER|ORG|LOC|EVENT|MISC) ([^\]]*)\]/g, "$1");
}
