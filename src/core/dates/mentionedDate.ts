import type { Span } from "../text/span";
import type { Period } from "./period";

/** A date that a text mentions. */
export interface MentionedDate {
  readonly span: Span;
  /** What it can mean, likeliest first. Empty where only a date of publication could tell and there is none. */
  readonly readings: readonly Period[];
  /** Whether the words say it in full (`text`), or only together with the article's date (`publication`). */
  readonly by: "text" | "publication";
}
