import type { CitedHit } from "./citedHit";

/** A value that a spreadsheet shows as it is: a formula is none of a news text (OWASP, CSV injection). */
function cell(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const safe = /^[=+\-@\t\r]/u.test(value) ? `'${value}` : value;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The hits as comma-separated values (RFC 4180) with a heading line. */
export function exportCsv(hits: readonly CitedHit[]): string {
  const rows = hits.map(({ title, source, date, url, file, line, snippets, partial }) =>
    [title, source, date, url, file, line, snippets.map(({ text }) => text).join(" "), partial ? "some words" : "all words"].map(cell).join(","));
  return `${["title,source,date,url,file,line,snippet,match", ...rows].join("\r\n")}\r\n`;
}
