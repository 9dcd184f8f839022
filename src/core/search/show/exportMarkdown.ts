import { markdownAddress, markdownLabel, markdownText } from "../../text/escape";
import type { LineOfText } from "./lineOfText";
import type { CitedHit } from "./citedHit";

function quoted({ text, marks }: LineOfText): string {
  let line = "";
  let at = 0;
  for (const [start, end] of marks) {
    line += `${markdownText(text.slice(at, start))}**${markdownText(text.slice(start, end))}**`;
    at = end;
  }
  return line + markdownText(text.slice(at));
}

/** The hits as a list in Markdown: each with its citation and its snippets as quotes, matches bold. */
export function exportMarkdown(query: string, hits: readonly CitedHit[]): string {
  const items = hits.map(({ title, source, date, url, file, line, snippets, partial }) => {
    const citation = [
      source === null ? null : markdownLabel(source),
      date ?? "undated",
      url === null ? null : markdownAddress(url),
      markdownText(`${file}:${line}`),
    ];
    const head = `- **${markdownLabel(title)}**${partial ? " (some of the words)" : ""}  \n  ${citation.filter((part) => part !== null).join(" · ")}`;
    return [head, ...snippets.map((snippet) => `  > ${quoted(snippet)}`)].join("\n\n");
  });
  return `${[`# Search: ${markdownText(query)}`, `${hits.length} ${hits.length === 1 ? "article" : "articles"}`, ...items].join("\n\n")}\n`;
}
