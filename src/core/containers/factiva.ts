import { ProblemList } from "../envelope/problemList";
import type { LineIndex } from "../text/lineIndex";
import type { Span } from "../text/span";
import type { Container, ContainerSource } from "./container";
import { type FoundLine, type FoundSlot, linesWith, containerOf, trimmed, withKeys } from "./slots";

/** Letters, digits and a date among them: "Document VNWS000020310304e7ct0001r". */
const id = String.raw`(?=[A-Za-z0-9]{0,40}\d{6})([A-Za-z][A-Za-z0-9]{9,49})`;
const closing = new RegExp(
  String.raw`^[ \t\ufeff]{0,20}(?:AN[ \t:]{1,20})?(?:Document|Dokument|Documento|Документ)[ \t]{1,20}${id}[ \t]{0,20}$`,
);
const accession = new RegExp(String.raw`^[ \t\ufeff]{0,20}AN[ \t:]{1,20}${id}[ \t]{0,20}$`);
/** Codes that may begin a record; what other codes follow the number belongs to the record before. */
const begins = /^[ \t]{0,20}(?:SE|HD|CLM|CR|BY)(?:[ \t:]|$)/;
const coded = /^[ \t]{0,20}(?:[A-Z]{2}|PUB|IPC|IPD)(?:[ \t]{1,20}\S|[ \t]{0,20}$)/;
/** Lines of the page and not of a document. */
const furniture =
  /^[ \t]{0,40}(?:Page \d{1,6} of \d{1,6}\b.{0,120}|(?:©|\(c\)) ?\d{4} (?:Factiva|Dow Jones).{0,120}|Factiva|Dow Jones)[ \t]{0,40}$/i;
const shortestRest = 300;
const closingWords = /^\s{0,40}(?:Search Summary|Suchzusammenfassung|(?:©|\(c\)) ?\d{4} (?:Factiva|Dow Jones))/i;

/** Factiva's text export: a document ends with its number, "Document VNWS0000…", or, in two-letter codes, with AN. */
export function readFactiva({ text, lines }: ContainerSource): Container | null {
  const ends = closersOf(text, lines);
  if (ends.length < 2) return null;
  const found: FoundSlot[] = [];
  let at = 0;
  for (const { line, span: closer, match } of ends) {
    const to = recordEnd(text, lines, line);
    const span = trimmed(text, { start: withoutFurniture(text, lines, at, closer.start), end: to });
    const name = match[1] ?? "";
    const nameSpan = { start: closer.end - match[0].length + match[0].lastIndexOf(name), end: 0 };
    if (span !== null) found.push({ name, nameSpan: { start: nameSpan.start, end: nameSpan.start + name.length }, span, text: span });
    at = to;
  }
  const rest = trimmed(text, { start: at, end: text.length });
  if (rest !== null && rest.end - rest.start >= shortestRest && !closingWords.test(text.slice(rest.start, rest.start + 80)))
    found.push({ name: null, span: rest, text: rest });
  const problems = new ProblemList();
  const slots = withKeys(text, found, problems);
  return containerOf({ text, lines }, "factiva", "a Factiva export", slots, problems);
}

function closersOf(text: string, lines: LineIndex): FoundLine[] {
  const found = ["Document ", "Dokument ", "Documento ", "Документ "].map((needle) => linesWith(text, lines, needle, closing));
  const numbered = found.reduce((most, next) => (next.length > most.length ? next : most), []);
  return numbered.length >= 2 ? numbered : linesWith(text, lines, "AN ", accession);
}

/** The end of the lines with codes that follow the number and begin no record. */
function recordEnd(text: string, lines: LineIndex, closer: number): number {
  let { end } = lines.spanOf(closer);
  let pending = closer;
  for (let line = closer + 1; line < Math.min(lines.count, closer + 12); line++) {
    const span = lines.spanOf(line);
    const content = text.slice(span.start, Math.min(span.end, span.start + 200));
    if (content.trim() === "") continue;
    if (begins.test(content) || !coded.test(content) || line > pending + 2) break;
    pending = line;
    ({ end } = span);
  }
  return end;
}

function withoutFurniture(text: string, lines: LineIndex, from: number, before: number): number {
  let at = from;
  for (let line = lines.lineAt(from); line < lines.count && lines.startOf(line) < before; line++) {
    const span: Span = lines.spanOf(line);
    const content = text.slice(Math.max(span.start, from), Math.min(span.end, span.start + 200));
    if (content.trim() !== "" && !furniture.test(content)) break;
    at = Math.max(from, lines.startOf(line + 1));
  }
  return at;
}
