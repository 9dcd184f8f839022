import { csvCell, markdownLabel, markdownText } from "../../../core/text/escape";
import { warnings } from "../../../core/check/finding";
import type { DiffPart } from "../../../core/check/finding";
import type { CheckedEvidence, CheckedPassage } from "../../../protocol/drafts";
import { kindWords, verdictWords } from "./draftWords";

/** What a report tells: a text's passages with where they stand in it, 1-based. */
export interface DraftReport {
  readonly name: string;
  readonly passages: readonly (CheckedPassage & { readonly line: number; readonly column: number; readonly isIgnored: boolean })[];
  readonly isComplete: boolean;
  readonly readTo: number | null;
  /** The path of a file as a reader knows it. */
  readonly pathOf: (uri: string) => string;
}

export type ReportFormat = "markdown" | "csv" | "json";

/** What makes a report in each format. */
export const reportWriters: Readonly<Record<ReportFormat, (report: DraftReport) => string>> = { markdown, csv, json };

/** Whether a command's argument is a format. */
export function isReportFormat(value: unknown): value is ReportFormat {
  return typeof value === "string" && Object.hasOwn(reportWriters, value);
}

/** A comparison of words in one line of Markdown: what only the text has is struck through, what only the source has is bold. */
export function diffInMarkdown(diff: readonly DiffPart[]): string {
  return diff
    .map(({ kind, text }) => {
      const words = markdownText(text);
      return kind === "same" ? words : kind === "draft" ? `~~${words}~~` : `**${words}**`;
    })
    .join(" ");
}

function markdown({ name, passages, isComplete, readTo, pathOf }: DraftReport): string {
  const shown = passages.filter(({ isIgnored }) => !isIgnored);
  const otherwise = shown.filter(({ verdict }) => warnings.has(verdict));
  const missing = shown.filter(({ verdict }) => verdict === "not-in-corpus");
  const rest = shown.filter((one) => !otherwise.includes(one) && !missing.includes(one));
  const ignored = passages.filter(({ isIgnored }) => isIgnored);
  const item = ({ line, kind, verdict, text, note, evidence }: DraftReport["passages"][number]): string =>
    [
      `- **Line ${line}, ${kindWords(kind).toLowerCase()}: ${verdictWords(verdict).toLowerCase()}.** “${markdownLabel(text, 600)}” — ${markdownText(note)}`,
      ...evidence.map((one) => `  - ${cited(one, pathOf)}`),
    ].join("\n");
  const section = (title: string, list: readonly DraftReport["passages"][number][]): readonly string[] =>
    list.length === 0 ? [] : [`## ${title} (${list.length})`, list.map(item).join("\n")];
  return `${[
    `# Check of ${markdownLabel(name)}`,
    `${passages.length} passages checked: ${rest.length} stand in the corpus, ${otherwise.length} otherwise, ${missing.length} not${ignored.length === 0 ? "" : `, ${ignored.length} ignored`}.`,
    ...(isComplete ? [] : ["The corpus was still being read: more may be found."]),
    ...(readTo === null ? [] : [`Only the first ${readTo.toLocaleString("en")} characters were checked.`]),
    ...section("Otherwise in the corpus", otherwise),
    ...section("Not in the corpus", missing),
    ...section("As in the corpus", rest),
    ...section("Ignored", ignored),
  ].join("\n\n")}\n`;
}

function cited({ uri, range, source, title, date, text, diff }: CheckedEvidence, pathOf: (uri: string) => string): string {
  const place = `${pathOf(uri)}:${range.start.line + 1}`;
  const facts = [source ?? title, date ?? "undated", place].map((fact) => markdownLabel(fact));
  return `“${diff === undefined ? markdownText(text) : diffInMarkdown(diff)}” (${facts.join(", ")})`;
}

const header = [
  "line",
  "column",
  "kind",
  "verdict",
  "text",
  "note",
  "ignored",
  "file",
  "sourceLine",
  "source",
  "title",
  "date",
  "sourceText",
];

/** One row a piece of evidence (RFC 4180); a passage without any has one row. */
function csv({ passages, pathOf }: DraftReport): string {
  const rows = passages.flatMap(({ line, column, kind, verdict, text, note, isIgnored, evidence }) => {
    const own = [line, column, kind, verdict, text, note, isIgnored ? "yes" : "no"];
    return evidence.length === 0
      ? [[...own, null, null, null, null, null, null]]
      : evidence.map((one) => [...own, pathOf(one.uri), one.range.start.line + 1, one.source, one.title, one.date, one.text]);
  });
  return `${[header, ...rows].map((row) => row.map(csvCell).join(",")).join("\r\n")}\r\n`;
}

function json({ name, passages, isComplete, readTo, pathOf }: DraftReport): string {
  const written = passages.map(({ line, column, kind, verdict, text, note, isIgnored, evidence }) => ({
    line,
    column,
    kind,
    verdict,
    text,
    note,
    ignored: isIgnored,
    evidence: evidence.map(({ uri, range, source, title, date, text: words, diff }) => ({
      file: pathOf(uri),
      line: range.start.line + 1,
      source,
      title,
      date,
      text: words,
      ...(diff !== undefined && { diff }),
    })),
  }));
  return `${JSON.stringify({ text: name, complete: isComplete, readTo, passages: written }, null, 2)}\n`;
}
