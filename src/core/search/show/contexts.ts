import { fold } from "../../text/fold";
import type { Span } from "../../text/span";
import type { SearchableText } from "../engine/searchable";
import type { TextMatch } from "./findMatches";
import { lineOfText } from "./lineOfText";

/** A match with the words to its left and right: a key word in context. */
export interface MatchContext {
  readonly before: string;
  readonly match: string;
  readonly after: string;
  readonly place: Span;
}

/** Code units on either side. */
const reach = 90;

/** Each match with its surroundings in the same paragraph, in the order of the text. */
export function contextsOf({ text, title, body, site }: SearchableText, matches: readonly TextMatch[]): readonly MatchContext[] {
  const runs = [...(title === null ? [] : [title]), ...body, ...site];
  return matches.map((match) => {
    const run = runs.find((pieces) => pieces.some(({ start, end }) => match.start >= start && match.start < end)) ?? [match];
    const start = Math.max(run[0]?.start ?? match.start, match.start - reach);
    const end = Math.min(Math.max(run.at(-1)?.end ?? match.end, match.end), match.end + reach);
    return {
      before: oneLine(text, start, match.start).trimStart(),
      match: oneLine(text, match.start, match.end),
      after: oneLine(text, match.end, end),
      place: { start: match.start, end: match.end },
    };
  });
}

/** Spaces at the ends stay: they stand between the words and the match. */
function oneLine(text: string, start: number, end: number): string {
  const { text: line } = lineOfText(text, { start, end }, []);
  const leading = /^\s/u.test(text.charAt(start)) && start < end ? " " : "";
  const trailing = line !== "" && /\s/u.test(text.charAt(end - 1)) ? " " : "";
  return leading + line + trailing;
}

/** What contexts are sorted by: the words to the right, or those to the left from the nearest on, folded. */
export function contextKey({ before, after }: Pick<MatchContext, "before" | "after">, side: "left" | "right"): string {
  const words = fold(side === "right" ? after : before)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== "");
  return (side === "right" ? words.slice(0, 6) : words.reverse().slice(0, 6)).join(" ");
}
