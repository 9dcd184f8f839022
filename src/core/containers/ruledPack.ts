import { ProblemList } from "../envelope/problemList";
import type { LineIndex } from "../text/lineIndex";
import type { Container, ContainerSource } from "./container";
import { type FoundSlot, linesWith, containerOf, trimmed, withKeys } from "./slots";

const title = /^[ \t\ufeff]{0,4}(?:FILE|File):[ \t]{1,10}(\S.{0,400}?)[ \t]{0,20}$/;
const rule = /^={8,100}$/;

/** gitingest and repomix's plain text: "FILE: path" between two lines of equals signs above each text. */
export function readRuledPack({ text, lines }: ContainerSource): Container | null {
  if (!text.includes("========")) return null;
  const rules = new Set(linesWith(text, lines, "========", rule).map(({ line }) => line));
  const titles = [...linesWith(text, lines, "FILE:", title), ...linesWith(text, lines, "File:", title)]
    .filter(({ line }) => rules.has(line - 1) && rules.has(line + 1) && sameLines(text, lines, line - 1, line + 1))
    .sort((a, b) => a.line - b.line);
  if (titles.length === 0) return null;
  // Other things between such rules end a text too: a link's target, the pack's own sections.
  const sections = [...rules]
    .filter((line) => rules.has(line + 2) && !rules.has(line + 1) && sameLines(text, lines, line, line + 2))
    .sort((a, b) => a - b);
  const found: FoundSlot[] = [];
  let next = 0;
  for (const { line, match, span } of titles) {
    while (next < sections.length && (sections[next] ?? 0) < line + 1) next++;
    const start = lines.startOf(line - 1);
    const from = lines.startOf(line + 2);
    const whole = trimmed(text, { start, end: lines.startOf(sections[next] ?? lines.count) }) ?? span;
    const name = match[1] ?? "";
    const at = span.start + match[0].lastIndexOf(name);
    const { end } = whole;
    found.push({ name, nameSpan: { start: at, end: at + name.length }, span: { start, end }, text: { start: Math.min(from, end), end } });
  }
  const problems = new ProblemList();
  const slots = withKeys(text, found, problems, true);
  return containerOf({ text, lines }, "ruled-pack", "a pack of files", slots, problems);
}

function sameLines(text: string, lines: LineIndex, a: number, b: number): boolean {
  const first = lines.spanOf(a);
  const second = lines.spanOf(b);
  return text.slice(first.start, first.end) === text.slice(second.start, second.end);
}
