import { articleFiles, articleFileText } from "../../../core/corpus/articleFiles";
import { isCandidateName, isExtractedName, isIgnoredFolder } from "../../../core/corpus/candidates";
import { type ParsedDocument, parseDocument } from "../../../core/corpus/parseDocument";
import { bundleEntry } from "../../../core/envelope/bundleEntry";
import { readMember } from "../../../core/recognition/memberReading";
import type { Decoded } from "../io/decode";
import { unpack } from "./archive";
import type { Extracted } from "./page";

const bounds = { bytes: 300_000_000, entries: 20_000 };
/** So many reasons are named. */
const mostNamed = 8;

/** Reads a file of an archive; `depth` is that of the archive in others, 0 for one that lies in a folder. */
export type ReadEntry = (name: string, bytes: Uint8Array, depth: number) => Decoded;

/** Archives in archives are unpacked, but no deeper. */
const deepest = 2;

/**
 * The articles of a ZIP archive as a bundle of envelopes, each under its path: of a file that holds many, each under the file's path and
 * its own key. What gives no articles is counted and named in the notice. Never throws.
 */
export function archiveText(bytes: Uint8Array, depth: number, read: ReadEntry): Extracted {
  if (depth > deepest) return { reason: `It is an archive in more than ${deepest} others, which is not unpacked.` };
  const left = new Map<string, string[]>();
  const leave = (name: string, reason: string): void => {
    left.set(reason, [...(left.get(reason) ?? []), name]);
  };
  const unpacked = unpack(bytes, (name) => isWanted(name, leave), bounds);
  if ("reason" in unpacked) return unpacked;
  const taken = new Set<string>();
  const pieces: string[] = [];
  for (const packed of unpacked.entries) {
    const { name } = packed;
    if ("reason" in packed) {
      leave(name, packed.reason);
      continue;
    }
    const decoded = read(name, packed.bytes, depth + 1);
    if (!decoded.ok) {
      leave(name, decoded.detail);
      continue;
    }
    const { text, notice } = decoded.file;
    const base = name.slice(name.lastIndexOf("/") + 1);
    const member = readMember(text, base);
    if (!member.isRead) {
      leave(name, member.reason);
      continue;
    }
    if (notice !== null) leave(name, notice);
    const document = parseDocument(text, member.kind === null ? { fileName: base } : { fileName: base, kind: member.kind });
    for (const [entry, own] of entriesOf(name, document)) {
      const made = bundleEntry(entry, own, taken);
      if (made.name !== entry) leave(entry, "It goes by another name, for it has that of another file or one that no marker can hold.");
      if (!made.exact) leave(entry, "It holds markers that no envelope can shield.");
      pieces.push(made.text);
    }
  }
  if (pieces.length === 0) return { reason: `It is an archive without articles. ${told(left)}`.trim() };
  return { text: pieces.join(""), notice: left.size === 0 ? null : told(left) };
}

function isWanted(name: string, leave: (name: string, reason: string) => void): boolean {
  const parts = name.split("/");
  const base = parts.at(-1) ?? "";
  if (base === "" || base.startsWith(".") || parts[0] === "__MACOSX") return false;
  if (parts.slice(0, -1).some(isIgnoredFolder)) leave(name, "Its folder is not read.");
  else if (!isCandidateName(base)) leave(name, "Its name is not that of a text.");
  else return true;
  return false;
}

function* entriesOf(name: string, document: ParsedDocument): Generator<readonly [name: string, text: string]> {
  // What was taken out of a page is no page any more.
  if (document.kind === "article") yield [isExtractedName(name) ? `${name}.txt` : name, document.text];
  else for (const file of articleFiles(document)) yield [`${name}/${file.name}`, articleFileText(document, file.slot)];
}

/** `Of the archive, 3 files give no articles: Its name is not that of a text (a.jpg, b.jpg); …` */
function told(left: ReadonlyMap<string, readonly string[]>): string {
  if (left.size === 0) return "";
  const reasons = [...left].slice(0, mostNamed).map(([reason, names]) => {
    const more = names.length > mostNamed ? `, and ${names.length - mostNamed} more` : "";
    return `${reason} (${names.slice(0, mostNamed).join(", ")}${more})`;
  });
  const count = [...left.values()].reduce((sum, names) => sum + names.length, 0);
  return `Of the archive, ${count} ${count === 1 ? "file is" : "files are"} left out or not whole: ${reasons.join("; ")}${left.size > mostNamed ? "; …" : ""}`;
}
