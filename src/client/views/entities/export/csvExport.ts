import { csvCell } from "../../../../core/text/escape";
import type { EntityRecord } from "./entityRecord";

const header = ["file", "line", "column", "title", "date", "before", "name", "after"];

/** The mentions as comma-separated values (RFC 4180): one a row with its context; lines and columns are 1-based. */
export function csvExport({ mentions, pathOf }: EntityRecord): string {
  const rows = mentions.map(({ uri, range, title, date, before, text, after }) => {
    const { line, character } = range.start;
    return [pathOf(uri), String(line + 1), String(character + 1), title, date ?? "", before, text, after];
  });
  return `${[header, ...rows].map((row) => row.map(csvCell).join(",")).join("\r\n")}\r\n`;
}
