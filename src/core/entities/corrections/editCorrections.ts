import { isMap, isSeq, parseDocument, stringify } from "yaml";
import { correctionsVersion, parseCorrections } from "./parseCorrections";

/** An entry to be written: the list that it goes to, and its keys in their order. */
export interface NewEntry {
  readonly list: "merge" | "split" | "pin" | "rename" | "kind" | "hide";
  readonly keys: readonly (readonly [key: string, value: string | readonly string[]])[];
}

/** A change of one stretch of a text. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

const newFile = `# What readers of this corpus know better than the program: names that are one, or two, or none.
# It counts at once, wherever names are shown. Kinds: person, organization, place, event. Lists:
#   merge   the entities called "names" are one with "into"
#   split   "form", where it was taken for "from", is an entity of its own
#   pin     "form" always means "to"
#   rename  "entity" is called "name"
#   kind    "entity" is of the kind "to"
#   hide    "name" is no name
version: ${correctionsVersion}
`;

/** The change that adds an entry to a corrections file and leaves every other character as it is; `text` null makes the file. */
export function addCorrection(text: string | null, entry: NewEntry): TextChange {
  if (text === null || text.trim() === "") return { start: 0, end: text?.length ?? 0, newText: newFile + listText(entry, "\n") };
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  const document = parseDocument(text);
  const root = document.contents;
  const list = isMap(root) ? root.get(entry.list, true) : undefined;
  const [first] = isSeq(list) ? list.items : [];
  const last = isSeq(list) ? list.items.at(-1) : undefined;
  const firstStart = rangeOf(first)?.[0];
  const lastEnd = rangeOf(last)?.[1];
  if (isSeq(list) && list.flow !== true && firstStart !== undefined && lastEnd !== undefined) {
    const dash = text.lastIndexOf("-", firstStart);
    const lineStart = Math.max(text.lastIndexOf("\n", dash), text.lastIndexOf("\r", dash)) + 1;
    const lineEnd = endOfLine(text, lastEnd);
    const addition = itemText(entry, text.slice(lineStart, dash), eol);
    return lineEnd > 0 && /[\r\n]/.test(text.charAt(lineEnd - 1))
      ? { start: lineEnd, end: lineEnd, newText: addition }
      : { start: lineEnd, end: lineEnd, newText: eol + addition };
  }
  if (list === undefined && (root === null || isMap(root))) {
    const gap = /[\r\n]$/.test(text) ? "" : eol;
    return { start: text.length, end: text.length, newText: gap + listText(entry, eol) };
  }
  // An empty list, or one in brackets: the library writes it anew.
  document.set(entry.list, document.createNode([...(isSeq(list) ? (list.toJSON() as unknown[]) : []), Object.fromEntries(entry.keys)]));
  return difference(text, document.toString());
}

/** Whether a file after a change says one thing more and nothing that is not understood. */
export function isUnderstood(before: string | null, after: string): boolean {
  return parseCorrections(after).problems.length <= (before === null ? 0 : parseCorrections(before).problems.length);
}

/** A text with a change made. */
export function applyChange(text: string, { start, end, newText }: TextChange): string {
  return text.slice(0, start) + newText + text.slice(end);
}

function rangeOf(node: unknown): readonly [number, number, number] | null {
  const range = typeof node === "object" && node !== null && "range" in node ? node.range : null;
  return Array.isArray(range) ? (range as [number, number, number]) : null;
}

/** Behind the line end of the line that `offset` is in; an offset at a line's start belongs to the line before. */
function endOfLine(text: string, offset: number): number {
  let at = Math.max(0, offset - 1);
  while (at < text.length && text.charAt(at) !== "\n" && text.charAt(at) !== "\r") at++;
  if (text.charAt(at) === "\r" && text.charAt(at + 1) === "\n") return at + 2;
  return Math.min(text.length, at + 1);
}

function listText(entry: NewEntry, eol: string): string {
  return `${entry.list}:${eol}${itemText(entry, "  ", eol)}`;
}

function itemText({ keys }: NewEntry, indent: string, eol: string): string {
  const yaml = stringify([Object.fromEntries(keys)], { lineWidth: 0, indent: 2 }).trimEnd();
  return yaml.split("\n").map((line) => `${indent}${line}${eol}`).join("");
}

/** The one stretch in which two texts differ. */
function difference(before: string, after: string): TextChange {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < before.length - start && tail < after.length - start && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return { start, end: before.length - tail, newText: after.slice(start, after.length - tail) };
}
