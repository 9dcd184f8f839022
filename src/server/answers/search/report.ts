import { readableDate } from "../../../core/dates/readableDate";
import { sameLengthLine } from "../../../core/text/escape";
import { counted, readableNumber } from "../../../core/text/readableCount";
import type { LineOfText } from "../../../core/search/show/lineOfText";
import { snippetsOf } from "../../../core/search/show/snippets";
import type { CancellationToken } from "../../../core/util/cancellation";
import type { ArticleSummary, ProtocolRange } from "../../../protocol/ranges";
import type { ReportParams, ReportPlace, SearchReport } from "../../../protocol/search";
import type { Services } from "../../main/services";
import { citedHits } from "./citedHits";
import { searchContexts } from "./contexts";

/** A longer document is read by nobody. */
const mostArticles = 1000;
const snippetsEach = 10;
/** Columns in front of a match, so that matches stand below each other. */
const column = 60;

/** A text that is written line by line, with the places that its lines lead to. */
class ReportText {
  readonly #lines: string[] = [];
  readonly places: ReportPlace[] = [];
  readonly marks: ProtocolRange[] = [];

  get text(): string {
    return `${this.#lines.join("\n")}\n`;
  }

  line(text: string): number {
    // A text must not begin lines of its own.
    return this.#lines.push(sameLengthLine(text)) - 1;
  }

  /** A line that leads to a place; `link` is the stretch of it to click on. */
  place(prefix: string, { text, marks }: LineOfText, uri: string, range: ProtocolRange, link: readonly [start: number, end: number]): void {
    const line = this.line(prefix + text);
    this.places.push({ line, start: link[0], end: link[1], uri, range });
    for (const [start, end] of marks)
      this.marks.push({ start: { line, character: prefix.length + start }, end: { line, character: prefix.length + end } });
  }

  get result(): SearchReport {
    return { text: this.text, places: this.places, marks: this.marks };
  }
}

/** The results as a document: each article with its snippets, or every match in its line. Rejects when cancelled. */
export async function searchReport(services: Services, params: ReportParams, token: CancellationToken): Promise<SearchReport> {
  const report = new ReportText();
  report.line(`# Search: ${params.query}`);
  if (params.contexts === null) await writeArticles(services, params, report, token);
  else await writeContexts(services, params, params.contexts, report, token);
  return report.result;
}

async function writeArticles(services: Services, params: ReportParams, report: ReportText, token: CancellationToken): Promise<void> {
  let count = 0;
  for await (const { hit, found } of citedHits(services, params, token)) {
    if (++count > mostArticles) {
      report.line("");
      report.line(`# Only the first ${readableNumber(mostArticles)} articles are listed.`);
      break;
    }
    const { summary, rangeOf, text, matches } = found;
    report.line("");
    const details = [hit.source, hit.date === null ? "undated" : readableDate(hit.date), hit.file]
      .filter((part) => part !== null)
      .join(" · ");
    report.place(
      "",
      { text: `${hit.title}  ${details}${hit.partial ? " · some of the words" : ""}`, marks: [] },
      summary.uri,
      summary.selection,
      [0, hit.title.length],
    );
    if (text === null) continue;
    for (const snippet of snippetsOf(text, matches, snippetsEach)) {
      const range = snippet.marks.length === 0 ? summary.selection : rangeOf(snippet.place);
      const number = String(range.start.line + 1).padStart(7);
      report.place(`${number}: `, snippet, summary.uri, range, [number.length - number.trimStart().length, number.length]);
    }
  }
}

async function writeContexts(
  services: Services,
  params: ReportParams,
  order: NonNullable<ReportParams["contexts"]>,
  report: ReportText,
  token: CancellationToken,
): Promise<void> {
  const { contexts, articles, cut } = await searchContexts(services, { ...params, order }, token);
  report.line(`# ${counted(contexts.length, "context")} in ${counted(articles.length, "article")}${cut ? "; there are more" : ""}`);
  report.line("");
  let last = -1;
  for (const { before, match, after, uri, range, article } of contexts) {
    if (order === "article" && article !== last) {
      const summary = articles[article];
      if (last >= 0) report.line("");
      if (summary !== undefined)
        report.place("", { text: `${summary.displayTitle}  ${sourceAndDate(summary)}`, marks: [] }, uri, summary.selection, [
          0,
          summary.displayTitle.length,
        ]);
      last = article;
    }
    const left = before.slice(-column).padStart(column);
    const mark = [left.length, left.length + match.length] as const;
    report.place("", { text: left + match + after, marks: [mark] }, uri, range, mark);
  }
}

/** `Reuters · 15 Nov 2013`. */
function sourceAndDate({ publisher, agency, datePublished }: ArticleSummary): string {
  const date = datePublished === null ? "undated" : readableDate(datePublished);
  return [publisher ?? agency, date].filter((part) => part !== null).join(" · ");
}
