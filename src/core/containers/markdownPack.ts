import { ProblemList } from "../envelope/problemList";
import type { Container, ContainerSource } from "./container";
import { type FoundSlot, containerOf, withKeys } from "./slots";

const fence = /^(`{3,}|~{3,})[^`\r\n]{0,40}$/;
/** "## File: a/b.txt" (repomix), "`a/b.txt`:" (code2prompt), "a/b.txt" (files-to-prompt). */
const headings: readonly RegExp[] = [
  /^#{1,6}[ \t]{1,4}File:[ \t]{1,4}(?:`([^`]{1,400})`|(\S.{0,400}?))[ \t]{0,20}$/,
  /^`([^`]{1,400})`:[ \t]{0,20}$/,
  /^((?:[^\s:*?"<>|`#][^:*?"<>|`\t]{0,300}\/)?[^\s:*?"<>|`#/][^:*?"<>|`\t/]{0,200}\.[A-Za-z0-9]{1,10})[ \t]{0,20}$/,
];

interface Heading {
  readonly kind: number;
  readonly line: number;
  readonly name: string;
  readonly fenceLine: number;
  readonly fence: string;
}

/** Packs in Markdown: the path of each file above a fence with its text. */
export function readMarkdownPack(source: ContainerSource): Container | null {
  const { text, lines } = source;
  if (!text.includes("```") && !text.includes("~~~")) return null;
  const found = headings.map((_, kind) => filesOf(source, kind)).find((files) => files !== null);
  if (found === undefined) return null;
  const problems = new ProblemList();
  const slots = withKeys(text, found, problems, true);
  return containerOf({ text, lines }, "markdown-pack", "a pack of files in Markdown", slots, problems);
}

/** The files under headings of one kind; null where the text is no pack of that kind. */
function filesOf(source: ContainerSource, kind: number): FoundSlot[] | null {
  const { text, lines } = source;
  const found: FoundSlot[] = [];
  for (let line = 0; line < lines.count;) {
    const heading = headingAt(source, line, kind);
    const closer = heading === null ? null : closingFence(source, heading);
    if (heading === null || closer === null) {
      line++;
      continue;
    }
    const span = lines.spanOf(heading.line);
    const at = span.start + text.slice(span.start, span.end).indexOf(heading.name);
    found.push({
      name: heading.name,
      nameSpan: { start: at, end: at + heading.name.length },
      span: { start: span.start, end: lines.spanOf(closer).end },
      text: { start: lines.startOf(heading.fenceLine + 1), end: lines.startOf(closer) },
    });
    line = closer + 1;
  }
  const first = found[0];
  if (first === undefined) return null;
  // A name above a fence is also how a manual shows a file: only what looks like a pack all through is one.
  const inside = found.reduce((sum, { span }) => sum + span.end - span.start, 0);
  const isDense = inside * 10 >= (text.length - first.span.start) * 9;
  return kind === 0 || (kind === 1 && /^\s{0,40}Project Path:/.test(text.slice(0, 500))) || (isDense && first.span.start < 200)
    ? found
    : null;
}

/** A heading of one kind with a fence below it, blank lines between. */
function headingAt({ text, lines }: ContainerSource, line: number, kind: number): Heading | null {
  const span = lines.spanOf(line);
  if (span.end - span.start > 500 || span.end === span.start) return null;
  const content = text.slice(span.start, span.end);
  const match = headings[kind]?.exec(content) ?? null;
  if (match === null) return null;
  for (let below = line + 1; below <= line + 2 && below < lines.count; below++) {
    const next = lines.spanOf(below);
    const raw = text.slice(next.start, Math.min(next.end, next.start + 100));
    const opening = fence.exec(raw);
    if (opening !== null) return { kind, line, name: match[1] ?? match[2] ?? "", fenceLine: below, fence: opening[1] ?? "" };
    if (raw.trim() !== "") break;
  }
  return null;
}

/** The fence that closes: as long as the opening one, and the next heading, a section, or the end behind it. */
function closingFence(source: ContainerSource, { kind, fenceLine, fence: mark }: Heading): number | null {
  const { text, lines } = source;
  let last: number | null = null;
  for (let line = fenceLine + 1; line < lines.count; line++) {
    const span = lines.spanOf(line);
    const next = headingAt(source, line, kind);
    // A file that is never closed would take the others with it.
    if (next !== null && (last !== null || next.fence === mark)) return last;
    if (span.end - span.start < mark.length || text.charAt(span.start) !== mark.charAt(0)) continue;
    if (text.slice(span.start, span.end).trimEnd() !== mark) continue;
    last = line;
    if (followsPart(source, line, kind)) return line;
  }
  return last;
}

function followsPart(source: ContainerSource, closer: number, kind: number): boolean {
  const { text, lines } = source;
  for (let line = closer + 1; line < lines.count; line++) {
    const { start, end } = lines.spanOf(line);
    const content = text.slice(start, Math.min(end, start + 500));
    if (content.trim() === "") continue;
    return (
      headingAt(source, line, kind) !== null ||
      (kind === 0 && /^#{1,2}\s/.test(content)) ||
      (kind === 1 && /^Git (?:Diff|Log)/.test(content))
    );
  }
  return true;
}
