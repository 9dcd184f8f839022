import type { Mention, MentionType } from "../../../src/core/entities/mention";
import { findQuotations } from "../../../src/core/quotations/findQuotations";

const kinds: Readonly<Record<string, MentionType>> = { P: "PER", O: "ORG", L: "LOC", M: "MISC" };

/**
 * What is found in `marked`, whose paragraphs are parted by blank lines and whose names are marked as `[P Ada Vorn]`. Names
 * with the same last word are one. A line a quotation: kind | speaker (= name that it stands for) | cue | content.
 */
export function quotationsIn(marked: string): readonly string[] {
  const mentions: Mention[] = [];
  let text = "";
  let at = 0;
  for (const match of marked.matchAll(/\[([POLM]) ([^\]]+)\]/gu)) {
    text += marked.slice(at, match.index);
    const name = match[2] ?? "";
    mentions.push({ start: text.length, end: text.length + name.length, type: kinds[match[1] ?? ""] ?? "PER", score: 1 });
    text += name;
    at = match.index + match[0].length;
  }
  text += marked.slice(at);
  const lastWord = ({ start, end }: Mention): string => text.slice(start, end).split(" ").at(-1) ?? "";
  const names = [...new Set(mentions.map(lastWord))];
  const paragraphs: { pieces: { start: number; end: number }[] }[] = [];
  let start = 0;
  for (const paragraph of text.split("\n\n")) {
    if (paragraph !== "") paragraphs.push({ pieces: [{ start, end: start + paragraph.length }] });
    start += paragraph.length + 2;
  }
  const found = findQuotations(
    text,
    { paragraphs, boilerplate: [] },
    { mentions, entityOf: mentions.map((mention) => names.indexOf(lastWord(mention))) },
  );
  return found.map(({ kind, speaker, cue, start: from, end }) => {
    const written = speaker === null ? "–" : text.slice(speaker.start, speaker.end);
    const mention = speaker?.mention === null || speaker === null ? undefined : mentions[speaker.mention];
    const named = mention === undefined ? "" : text.slice(mention.start, mention.end);
    const who = speaker === null || speaker.form === "name" ? written : `${written} = ${named === "" ? "?" : named}`;
    return `${kind} | ${who} | ${cue === null ? "–" : text.slice(cue.start, cue.end)} | ${text.slice(from, end).replace(/\s+/gu, " ")}`;
  });
}
