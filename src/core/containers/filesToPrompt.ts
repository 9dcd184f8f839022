import { ProblemList } from "../envelope/problemList";
import type { Container, ContainerSource } from "./container";
import { type FoundSlot, linesWith, containerOf, withKeys } from "./slots";

/** A path with a folder or an extension; nothing that could be a line of metadata. */
const pathLine = /^\ufeff?(?:[^\s:*?"<>|][^:*?"<>|\t]{0,300}\/)?[^\s:*?"<>|/-][^:*?"<>|\t/]{0,200}(?:\.[A-Za-z0-9]{1,10}|(?<=\/.{1,200}))$/;
const rule = /^---$/;

/** files-to-prompt's own form: path, "---", text, a blank line, "---". */
export function readFilesToPrompt({ text, lines }: ContainerSource): Container | null {
  const lineAt = (line: number): string => {
    const { start, end } = lines.spanOf(line);
    return text.slice(start, Math.min(end, start + 600));
  };
  if (lineAt(1) !== "---" || !pathLine.test(lineAt(0))) return null;
  const rules = linesWith(text, lines, "---", rule).map(({ line }) => line);
  const found: FoundSlot[] = [];
  let open = 0;
  for (const [index, line] of rules.entries()) {
    if (line < open + 2) continue;
    const isLast = index === rules.length - 1 && text.slice(lines.startOf(line + 1)).trim() === "";
    // A rule of the text itself has no path and no further rule behind it.
    const isCloser = lineAt(line - 1).trim() === "" && (isLast || (lineAt(line + 2) === "---" && pathLine.test(lineAt(line + 1))));
    if (!isCloser) continue;
    const name = lineAt(open).replace(/^\ufeff/, "");
    const start = lines.startOf(open);
    const nameEnd = lines.spanOf(open).end;
    found.push({
      name,
      nameSpan: { start: nameEnd - name.length, end: nameEnd },
      span: { start, end: lines.spanOf(line).end },
      text: { start: lines.startOf(open + 2), end: Math.max(lines.startOf(open + 2), lines.spanOf(line - 1).start) },
    });
    open = line + 1;
  }
  if (found.length === 0) return null;
  const problems = new ProblemList();
  const slots = withKeys(text, found, problems, true);
  return containerOf({ text, lines }, "files-to-prompt", "a pack of files", slots, problems);
}
