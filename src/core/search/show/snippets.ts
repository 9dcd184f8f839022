import { CharClass, charClass } from "../../text/charClass";
import { fold } from "../../text/fold";
import type { Span } from "../../text/span";
import type { SearchableText, TextRun, Zone } from "../engine/searchable";
import type { TextMatch } from "./findMatches";
import { lineOfText, type LineOfText } from "./lineOfText";

/** A few words of an article around what was found in it. */
export interface Snippet extends LineOfText {
  /** In the document: the first match in it, or where it begins if it has none. */
  readonly place: Span;
  readonly zone: Zone;
}

/** Code units of a snippet, about two lines in a side bar; a longer phrase is shown whole. */
const snippetLength = 170;
/** A shorter line is none of the text's sentences, in code units. */
const shortestLead = 60;
/** What stands in front of the first match. */
const before = 50;

interface Window extends Span {
  readonly first: number;
  readonly last: number;
  readonly worth: number;
}

/** From the first to the last piece of the run that a match stands in. */
function aroundOf(runs: readonly TextRun[], match: Span): Span {
  const run = runs.find((pieces) => pieces.some(({ start, end }) => match.start >= start && match.start < end));
  return run === undefined ? match : { start: run[0]?.start ?? match.start, end: run.at(-1)?.end ?? match.end };
}

function isBreak(text: string, at: number): boolean {
  return charClass(text.charCodeAt(at)) === CharClass.Space;
}

function isLowSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** The window that begins at a match: some words before it, and what fits behind it in the same paragraph. */
function windowAt(text: string, matches: readonly TextMatch[], first: number, around: Span): Window {
  const match = matches[first] ?? around;
  let start = Math.max(around.start, match.start - before);
  // Whole words, unless they are endless; never half of a surrogate pair.
  for (let at = start; start > around.start && at < match.start; at++) {
    if (!isBreak(text, at)) continue;
    start = at + 1;
    break;
  }
  if (start > around.start && isLowSurrogate(text, start)) start++;
  const previous = matches[first - 1];
  if (previous !== undefined && previous.end > start) start = Math.max(around.start, Math.min(start, previous.start));
  let end = Math.min(around.end, Math.max(match.end, start + snippetLength));
  if (isLowSurrogate(text, end)) end--;
  for (let at = end; end < around.end && at > match.end; at--) {
    if (!isBreak(text, at)) continue;
    end = at;
    break;
  }
  const seen = new Set<string>();
  let last = first;
  for (let at = first; at < matches.length; at++) {
    const { start: from, end: to } = matches[at] ?? match;
    if (to > end) {
      // Half of a phrase is no match.
      end = Math.min(end, from);
      break;
    }
    last = at;
    seen.add(fold(text.slice(from, Math.min(to, from + 80))));
  }
  return { start, end, first, last, worth: seen.size + Math.min(9, last - first) / 100 };
}

function snippetOf(text: string, { start, end, first, last }: Window, around: Span, matches: readonly TextMatch[]): Snippet {
  const inside = matches.slice(first > 0 && (matches[first - 1]?.start ?? 0) >= start ? first - 1 : first, last + 1);
  const line = lineOfText(text, { start, end }, inside, start > around.start ? "…" : "", end < around.end ? "…" : "");
  const match = matches[first];
  return { ...line, place: match ?? { start, end: start }, zone: match?.zone ?? "body" };
}

/** More matches than this are not looked at for the best window. */
const mostMatches = 400;

/**
 * At most `limit` snippets of an article, in the order of the text: those with the most different matches, from the
 * body where there are any, else from site text, else from the title. An article that was found by its fields gives
 * its beginning.
 */
export function snippetsOf(article: SearchableText, matches: readonly TextMatch[], limit: number): readonly Snippet[] {
  const { text } = article;
  const zone = (["body", "site", "title"] as const).find((candidate) => matches.some((match) => match.zone === candidate));
  if (zone === undefined) {
    // A byline or a date is no beginning.
    const lead =
      article.body.find((run) => run.some(({ start, end }) => end - start >= shortestLead)) ?? article.body[0] ?? article.site[0];
    const around = lead === undefined ? null : { start: lead[0]?.start ?? 0, end: lead.at(-1)?.end ?? 0 };
    return around === null
      ? []
      : [snippetOf(text, { ...windowAt(text, [], 0, { start: around.start, end: around.start }), end: leadEnd(text, around) }, around, [])];
  }
  const inZone = matches.filter((match) => match.zone === zone).slice(0, mostMatches);
  const runs = zone === "title" ? (article.title === null ? [] : [article.title]) : article[zone];
  const windows = inZone.map((match, first) => windowAt(text, inZone, first, aroundOf(runs, match)));
  const chosen: Window[] = [];
  for (const window of [...windows].sort((a, b) => b.worth - a.worth || a.start - b.start)) {
    if (chosen.length >= limit) break;
    if (chosen.every((other) => window.end <= other.start || window.start >= other.end)) chosen.push(window);
  }
  return chosen
    .sort((a, b) => a.first - b.first)
    .map((window) => snippetOf(text, window, aroundOf(runs, inZone[window.first] ?? window), inZone));
}

function leadEnd(text: string, { start, end }: Span): number {
  const last = Math.min(end, start + snippetLength);
  if (last === end) return end;
  const space = text.lastIndexOf(" ", last);
  return space > start ? space : last;
}
