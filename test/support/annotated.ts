import type { Mention, MentionType } from "../../src/core/entities/mention";

/** Takes inline annotations (`[PER Ilka Maros]`) out of a text: the plain text and its mentions, scores 1. */
export function readAnnotated(source: string): { readonly text: string; readonly mentions: readonly Mention[] } {
  const mentions: Mention[] = [];
  let text = "";
  let at = 0;
  for (const match of source.matchAll(/\[(PER|ORG|LOC|EVENT|MISC) ([^\]]*)\]/gu)) {
    text += source.slice(at, match.index);
    const name = match[2] ?? "";
    mentions.push({ start: text.length, end: text.length + name.length, type: match[1] as MentionType, score: 1 });
    text += name;
    at = match.index + match[0].length;
  }
  return { text: text + source.slice(at), mentions };
}
