import { frontMatterOf } from "./frontMatter";

/** How many lines at the top make a layout. */
const topLines = 4;

/** How a text is laid out at its top, as a word: `title blank text`, `date title text`. Texts that are saved alike have the same. */
export function layoutOf(text: string): string {
  const front = frontMatterOf(text);
  const parts: string[] = front === null ? [] : [`front:${[...front.keys].sort().join(",")}`];
  const lines = text
    .slice(front?.end ?? 0)
    .trimStart()
    .split(/\r\n|\n|\r/, topLines);
  for (const line of lines) {
    const kind = lineKind(line.trim());
    parts.push(kind);
    if (kind === "text") break;
  }
  return parts.join(" ");
}

function lineKind(line: string): string {
  if (line === "") return "blank";
  if (/^https?:\/\/\S+$/.test(line)) return "url";
  if (line.length <= 60 && /\p{Nd}{4}/u.test(line) && line.replace(/[^\p{Nd}]/gu, "").length >= 5) return "date";
  const label = /^([\p{L} -]{2,20})[:：]\s?\S/u.exec(line);
  if (label !== null && line.length < 160) return `label:${label[1] ?? ""}`;
  const units = /[\u3040-\u9fff\uac00-\ud7af\u0e00-\u0eff]/.test(line) ? 2 * line.length : line.length;
  return units > 160 || (units > 90 && /[.!?。۔।]["'”’»」』)]*$/.test(line)) ? "text" : "title";
}
