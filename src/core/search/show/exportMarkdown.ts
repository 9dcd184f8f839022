import type { LineOfText } from "./lineOfText";
import type { CitedHit } from "./citedHit";

/** Nothing of a text may become a link, an image, HTML or emphasis. */
function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+!|<>~&]/gu, "\\$&");
}

function quoted({ text, marks }: LineOfText): string {
  let line = "";
  let at = 0;
  for (const [start, end] of marks) {
    line += `${escaped(text.slice(at, start))}**${escaped(text.slice(start, end))}**`;
    at = end;
  }
  return line + escaped(text.slice(at));
}

function linkTo(url: string): string {
  return /^https?:\/\/[^\s<>]+$/iu.test(url) ? `<${url}>` : escaped(url);
}

/** The hits as a list in Markdown: each with its citation and its snippets as quotes, matches bold. */
export function exportMarkdown(query: string, hits: readonly CitedHit[]): string {
  const items = hits.map(({ title, source, date, url, file, line, snippets, partial }) => {
    const citation = [source === null ? null : escaped(source), date ?? "undated", url === null ? null : linkTo(url), escaped(`${file}:${line}`)];
    const head = `- **${escaped(title)}**${partial ? " (some of the words)" : ""}  \n  ${citation.filter((part) => part !== null).join(" · ")}`;
    return [head, ...snippets.map((snippet) => `  > ${quoted(snippet)}`)].join("\n\n");
  });
  return `${[`# Search: ${escaped(query.replace(/\s+/gu, " "))}`, `${hits.length} ${hits.length === 1 ? "article" : "articles"}`, ...items].join("\n\n")}\n`;
}
