import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Span } from "../../src/core/text/span";
import type { TrainingDocument, TrainingName } from "./document";

const opening = /\[(PER|ORG|LOC|EVENT|MISC) /y;

/** An article with its names in brackets, `[PER Ada Orm] of [LOC Tarsk]`, as plain text and offsets. */
export function parseAnnotated(id: string, marked: string): TrainingDocument {
  let text = "";
  const open: { start: number; type: string }[] = [];
  const names: TrainingName[] = [];
  for (let at = 0; at < marked.length;) {
    opening.lastIndex = at;
    const match = opening.exec(marked);
    if (match !== null) {
      open.push({ start: text.length, type: match[1] ?? "" });
      at = opening.lastIndex;
      continue;
    }
    const char = marked.charAt(at++);
    if (char === "]" && open.length > 0) {
      const name = open.pop();
      // A name inside a name is its part: the outer one counts.
      if (name !== undefined && open.length === 0) names.push({ ...name, end: text.length });
    } else text += char;
  }
  return { id, text, zones: paragraphs(text), names };
}

/** The stretches between blank lines. */
export function paragraphs(text: string): Span[] {
  const zones: Span[] = [];
  const break_ = /\n[ \t\r]*\n/g;
  let start = 0;
  for (let match = break_.exec(text); match !== null; match = break_.exec(text)) {
    if (match.index > start) zones.push({ start, end: match.index });
    start = break_.lastIndex;
  }
  if (start < text.length) zones.push({ start, end: text.length });
  return zones;
}

/** All `.txt` files of a folder, in the order of their names; none where there is no such folder. */
export function readAnnotations(folder: string): TrainingDocument[] {
  let files: string[];
  try {
    files = readdirSync(folder)
      .filter((file) => file.endsWith(".txt"))
      .sort();
  } catch {
    return [];
  }
  return files.map((file) => parseAnnotated(file, readFileSync(join(folder, file), "utf8").replace(/\r\n/g, "\n")));
}
