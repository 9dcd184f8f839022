import type { Mention } from "../entities/mention";
import type { NameModel } from "../entities/recognise/model";
import { recogniseNames } from "../entities/recognise/recognise";
import type { LocalEntity } from "../entities/resolve/localEntity";
import { resolveArticle } from "../entities/resolve/resolveArticle";
import { extractRoles } from "../entities/roles/extractRoles";
import type { Role } from "../entities/roles/role";
import { entitiesByMention, findQuotations } from "../quotations/findQuotations";
import type { Quotation } from "../quotations/quotation";
import { sentenceEnds } from "../text/sentences";
import type { Span } from "../text/span";
import { tokenize, Tokens } from "../text/tokens";
import type { CancellationToken } from "../util/cancellation";

/** A text that somebody is about to publish, read as articles are. Spans are offsets into it. */
export interface Draft {
  readonly text: string;
  readonly paragraphs: readonly Span[];
  readonly sentences: readonly Span[];
  readonly mentions: readonly Mention[];
  readonly locals: readonly LocalEntity[];
  /** For each mention the index into `locals`; -1 for none. */
  readonly localOf: readonly number[];
  readonly roles: readonly Role[];
  readonly quotations: readonly Quotation[];
}

/** Longer drafts are read up to here. */
export const longestDraft = 400_000;

/** The paragraphs of plain text or Markdown: what stands between blank lines, without front matter, code and rules. */
export function draftParagraphs(text: string): readonly Span[] {
  const paragraphs: Span[] = [];
  let fence: string | null = /^---\r?\n/u.test(text) ? "---" : null;
  let start = -1;
  let end = -1;
  const close = (): void => {
    if (start >= 0 && end > start) paragraphs.push({ start, end });
    start = -1;
  };
  for (let at = 0; at < Math.min(text.length, longestDraft);) {
    const lineEnd = text.indexOf("\n", at);
    const next = lineEnd < 0 ? text.length : lineEnd + 1;
    const line = text.slice(at, lineEnd < 0 ? text.length : lineEnd).trim();
    if (fence !== null) {
      if (at > 0 && line.startsWith(fence)) fence = null;
    } else if (/^(?:```|~~~)/u.test(line)) {
      close();
      fence = line.slice(0, 3);
    } else if (line === "" || /^(?:[-*_]\s?){3,}$/u.test(line)) close();
    else {
      const heading = /^(?:#{1,6}\s+|>\s*|[-*+]\s+|\d{1,3}[.)]\s+)/u.exec(line)?.[0] ?? "";
      if (heading !== "" && heading.trim() !== ">") close();
      if (start < 0) start = text.indexOf(line, at) + heading.length;
      end = text.indexOf(line, at) + line.length;
      if (heading.startsWith("#")) close();
    }
    at = next;
  }
  close();
  return paragraphs;
}

/** The sentences of paragraphs, in order. */
export function sentenceSpans(text: string, paragraphs: readonly Span[]): readonly Span[] {
  const spans: Span[] = [];
  for (const { start, end } of paragraphs) {
    const tokens = new Tokens();
    tokenize(text, start, end, tokens);
    let from = 0;
    for (const to of sentenceEnds(text, tokens, 0, tokens.length)) {
      if (to > from) spans.push({ start: tokens.start(from), end: tokens.end(to - 1) });
      from = to;
    }
  }
  return spans;
}

/** Reads a draft: its names, who is what in it, and who says what. */
export function readDraft(text: string, model: NameModel, token?: CancellationToken): Draft {
  const paragraphs = draftParagraphs(text);
  const mentions = recogniseNames(text, paragraphs, model, token);
  const locals = resolveArticle(text, mentions);
  const localOf = entitiesByMention(mentions.length, locals);
  const quotations = findQuotations(
    text,
    { paragraphs: paragraphs.map((piece) => ({ pieces: [piece] })), boilerplate: [] },
    { mentions, entityOf: localOf },
  );
  return {
    text,
    paragraphs,
    sentences: sentenceSpans(text, paragraphs),
    mentions,
    locals,
    localOf,
    roles: extractRoles(text, mentions),
    quotations,
  };
}
