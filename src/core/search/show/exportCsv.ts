import { csvCell } from "../../text/escape";
import type { CitedHit } from "./citedHit";

/** The hits as comma-separated values (RFC 4180) with a heading line. */
export function exportCsv(hits: readonly CitedHit[]): string {
  const rows = hits.map(({ title, source, date, url, file, line, snippets, partial }) =>
    [title, source, date, url, file, line, snippets.map(({ text }) => text).join(" "), partial ? "some words" : "all words"]
      .map(csvCell)
      .join(","),
  );
  return `${["title,source,date,url,file,line,snippet,match", ...rows].join("\r\n")}\r\n`;
}
