import { ProblemList } from "../envelope/problemList";
import type { Span } from "../text/span";
import type { Container, ContainerSource, GivenField } from "./container";
import { type FoundSlot, firstLine, linesWith, containerOf, trimmed, withKeys } from "./slots";

const version = /^\ufeff?WARC\/\d{1,2}\.\d{1,2}[ \t]{0,4}$/;
const header = /^([A-Za-z][A-Za-z0-9-]{1,40}):[ \t]{0,20}(.{0,4000})$/;

/**
 * Records of a web archive as text (WET, or WARC with texts). The address is the article's, the time of the crawl never
 * its date. Records that are no text (about the crawl, pages in HTML) belong to no article.
 */
export function readWarc({ text, lines }: ContainerSource): Container | null {
  if (!version.test(text.slice(0, 20).split(/[\r\n]/)[0] ?? "")) return null;
  const starts = linesWith(text, lines, "WARC/", version).filter(({ line }) => {
    const next = lines.spanOf(line + 1);
    return header.test(text.slice(next.start, Math.min(next.end, next.start + 200)));
  });
  const problems = new ProblemList();
  const found: FoundSlot[] = [];
  for (const [
    index,
    {
      line,
      span: { start },
    },
  ] of starts.entries()) {
    const limit = starts[index + 1]?.span.start ?? text.length;
    const { fields, bodyLine } = readHeaders(text, (at) => lines.spanOf(at), line + 1, lines.count);
    const body = { start: Math.min(lines.startOf(bodyLine), limit), end: limit };
    const type = (fields.get("warc-type")?.value ?? "").toLowerCase();
    const isText =
      type === "conversion" ||
      (type !== "warcinfo" && type !== "request" && type !== "metadata" && /^text\/plain\b/i.test(fields.get("content-type")?.value ?? ""));
    const whole = trimmed(text, { start, end: limit });
    if (whole === null) continue;
    if (!isText) {
      if (type !== "warcinfo" && type !== "request" && type !== "metadata") {
        const what = [type, fields.get("content-type")?.value]
          .filter((part) => part !== undefined && part !== "")
          .join(", ")
          .slice(0, 100);
        problems.add("record-left-out", () => ({
          code: "record-left-out",
          severity: "information",
          message: `This record is no text (${what}): it is no article.`,
          span: firstLine(text, whole),
        }));
      }
      continue;
    }
    const url = fields.get("warc-target-uri");
    const address = url?.value.replace(/^<|>$/g, "") ?? "";
    const name = address === "" ? null : address.replace(/^[a-z]{1,10}:\/\//i, "");
    const given = new Map<string, GivenField>();
    if (url?.span && address !== "") given.set("url", { value: address, span: url.span });
    found.push({
      name,
      nameSpan: url?.span ?? null,
      span: whole,
      text: trimmed(text, body) ?? { start: whole.end, end: whole.end },
      fields: given,
    });
  }
  if (found.length === 0) return null;
  const slots = withKeys(text, found, problems);
  return containerOf({ text, lines }, "warc", "a web archive", slots, problems);
}

function readHeaders(
  text: string,
  spanOf: (line: number) => Span,
  from: number,
  count: number,
): { fields: Map<string, GivenField>; bodyLine: number } {
  const fields = new Map<string, GivenField>();
  let line = from;
  for (; line < count && line < from + 60; line++) {
    const { start, end } = spanOf(line);
    if (start === end) return { fields, bodyLine: line + 1 };
    const match = header.exec(text.slice(start, Math.min(end, start + 5000)));
    if (match === null) break;
    const value = (match[2] ?? "").trimEnd();
    const at = start + match[0].length - (match[2] ?? "").length;
    const key = (match[1] ?? "").toLowerCase();
    if (!fields.has(key)) fields.set(key, { value, span: { start: at, end: at + value.length } });
  }
  return { fields, bodyLine: line };
}
