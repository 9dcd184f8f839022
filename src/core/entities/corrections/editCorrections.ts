import { isMap, isScalar, isSeq, parseDocument, stringify } from "yaml";
import { correctionsVersion, type ParsedCorrections, parseCorrections } from "./parseCorrections";

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

/** Why nothing can be added to a file, and where it says so (0-based). */
export interface CannotAdd {
  readonly line: number;
  readonly message: string;
}

/**
 * The change that adds an entry to a corrections file and leaves every other character as it is; `text` null makes the file. A file
 * that cannot be understood, or would not say one thing more and nothing else, is not changed.
 */
export function addCorrection(text: string | null, entry: NewEntry): TextChange | CannotAdd {
  if (text === null || text.trim() === "") return { start: 0, end: text?.length ?? 0, newText: newFile + listText(entry, "\n") };
  const before = parseCorrections(text);
  const fatal = before.problems.find(({ isFatal }) => isFatal === true);
  if (fatal !== undefined) return fatal;
  const change = changeFor(text, entry);
  if ("message" in change) return change;
  return saysOneMore(before, parseCorrections(applyChange(text, change)), entry.list)
    ? change
    : cannot(text, 0, `the list "${entry.list}" is written in a way that this program cannot add to`);
}

function changeFor(text: string, entry: NewEntry): TextChange | CannotAdd {
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  const root = parseDocument(text).contents;
  const pair = isMap(root) ? root.items.find(({ key }) => isScalar(key) && key.value === entry.list) : undefined;
  if (pair === undefined) {
    const gap = /[\r\n]$/.test(text) ? "" : eol;
    return { start: text.length, end: text.length, newText: gap + listText(entry, eol) };
  }
  const list = pair.value;
  const range = rangeOf(list);
  if (isSeq(list) && list.flow === true && range !== null) {
    // A list in brackets goes on before its closing one.
    const end = range[1] - 1;
    const last = rangeOf(list.items.at(-1))?.[1];
    const between = last === undefined || text.slice(last, end).trimStart().startsWith(",") ? "" : ", ";
    const item = stringify(Object.fromEntries(entry.keys), { lineWidth: 0, collectionStyle: "flow" }).trimEnd();
    // Not at the beginning of a line, where YAML looks for the next key.
    const opensLine = /[\r\n]/.test(text.charAt(end - 1));
    return { start: end, end, newText: opensLine ? `  ${between}${item}${eol}` : between + item };
  }
  const firstStart = isSeq(list) ? rangeOf(list.items[0])?.[0] : undefined;
  const lastEnd = isSeq(list) ? rangeOf(list.items.at(-1))?.[1] : undefined;
  if (firstStart !== undefined && lastEnd !== undefined) {
    const dash = text.lastIndexOf("-", firstStart);
    const lineStart = Math.max(text.lastIndexOf("\n", dash), text.lastIndexOf("\r", dash)) + 1;
    return behindLine(text, lastEnd, itemText(entry, text.slice(lineStart, dash), eol), eol);
  }
  const keyEnd = rangeOf(pair.key)?.[1];
  if (isScalar(list) && list.value === null && list.source === "" && keyEnd !== undefined)
    return behindLine(text, keyEnd, itemText(entry, "  ", eol), eol);
  return cannot(text, range?.[0] ?? 0, `"${entry.list}" has to be a list: lines that begin with "- "`);
}

/** What puts whole lines behind the line that ends at `offset` or behind it. */
function behindLine(text: string, offset: number, addition: string, eol: string): TextChange {
  const lineEnd = endOfLine(text, offset);
  const newText = lineEnd > 0 && /[\r\n]/.test(text.charAt(lineEnd - 1)) ? addition : eol + addition;
  return { start: lineEnd, end: lineEnd, newText };
}

function cannot(text: string, offset: number, message: string): CannotAdd {
  return { line: text.slice(0, offset).split(/\r\n|\r|\n/).length - 1, message };
}

/** Whether a file after a change says what it said, one entry more at the end of one list, and nothing more that is not understood. */
function saysOneMore(before: ParsedCorrections, after: ParsedCorrections, list: NewEntry["list"]): boolean {
  const name = ({ merge: "merges", split: "splits", pin: "pins", rename: "renames", kind: "kinds", hide: "hidden" } as const)[list];
  const cut = { ...after.corrections.list, [name]: after.corrections.list[name].slice(0, -1) };
  return (
    JSON.stringify(cut) === JSON.stringify(before.corrections.list) &&
    after.corrections.list[name].length > 0 &&
    after.problems.length <= before.problems.length
  );
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
  return yaml
    .split("\n")
    .map((line) => `${indent}${line}${eol}`)
    .join("");
}
