import { terminalText } from "../core/text/escape";
import type { HitJson, SearchJson, SnippetJson } from "./searchJson";

/** How parts of the list look: plain, or with a terminal's colours. */
export interface Style {
  readonly title: (text: string) => string;
  readonly quiet: (text: string) => string;
  readonly mark: (text: string) => string;
}

export const plainStyle: Style = { title: (text) => text, quiet: (text) => text, mark: (text) => text };

const colour =
  (on: number, off: number) =>
  (text: string): string =>
    `\u001b[${on}m${text}\u001b[${off}m`;
export const colouredStyle: Style = { title: colour(1, 22), quiet: colour(2, 22), mark: colour(33, 39) };

/** The answer as a list to read: how many, then title, source and date, place, and the snippets of each hit. */
export function searchList({ total, partial, hits, understoodAs, corrections, hints }: SearchJson, style: Style): string {
  const lines = [style.quiet(terminalText(summary(total, partial, understoodAs)))];
  for (const { typed, meant } of corrections)
    lines.push(terminalText(`“${typed}” occurs nowhere; “${meant}” and the like were looked for.`));
  for (const hint of hints) lines.push(terminalText(hint));
  for (const hit of hits) lines.push("", ...linesOf(hit, style));
  return `${lines.join("\n")}\n`;
}

function summary(total: number, partial: number, understoodAs: string): string {
  const articles = total === 1 ? "1 article" : `${total} articles`;
  const some = partial === 0 ? "" : `, ${partial} with some of the words`;
  return understoodAs === "" ? `${articles}.` : `${articles}${some} for ${understoodAs}`;
}

function linesOf(hit: HitJson, style: Style): readonly string[] {
  const place = `${hit.file}${hit.key === null ? "" : `#${hit.key}`}${hit.snippets[0] === undefined ? "" : `:${hit.snippets[0].line}`}`;
  const details = [
    hit.publisher,
    hit.datePublished ?? "undated",
    place,
    hit.partial ? "some of the words" : null,
    hit.inSiteText ? "in site text" : null,
    copiesOf(hit),
  ];
  return [
    style.title(terminalText(hit.displayTitle)),
    style.quiet(terminalText(details.filter((detail) => detail !== null).join(" · "))),
    ...hit.snippets.map((snippet) => `  ${marked(snippet, style)}`),
  ];
}

function copiesOf({ copies }: HitJson): string | null {
  return copies.length === 0 ? null : copies.length === 1 ? "+1 copy" : `+${copies.length} copies`;
}

function marked({ text, marks }: SnippetJson, style: Style): string {
  let line = "";
  let at = 0;
  for (const [start, end] of marks) {
    line += terminalText(text.slice(at, start)) + style.mark(terminalText(text.slice(start, end)));
    at = end;
  }
  return line + terminalText(text.slice(at));
}
