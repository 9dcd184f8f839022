import type { Span } from "../text/span";
import type { Problem } from "../corpus/problem";

/** One article of a bundle, as its markers tell; what is inside is `Article`'s business. */
export interface EnvelopeArticle {
  /** The name as it stands (a label, never a path to open); null for nameless openers. */
  readonly name: string | null;
  readonly nameSpan: Span | null;
  /** Unique in its bundle and safe as a relative path: `a.txt`, `a.txt~2`, `#1`. */
  readonly key: string;
  readonly ordinal: number | null;
  /** Attributes of the opener and its header lines, keys in lower case. */
  readonly attributes: ReadonlyMap<string, string>;
  /** The opener's line without its line end. */
  readonly opener: Span;
  /** PATH:, BYTES: … lines straight after a nameless opener. */
  readonly header: Span | null;
  /** Everything strictly between the marker lines (and behind the header lines). */
  readonly raw: Span;
  /** The lines of `raw` from the first to the last non-blank one. */
  readonly content: Span | null;
  readonly closer: Span | null;
}

/** A text read as a bundle. Where `isBundle` is false, the other lists are empty. */
export interface Envelopes {
  readonly isBundle: boolean;
  readonly articles: readonly EnvelopeArticle[];
  /** Runs of lines outside every article that are not blank. */
  readonly outside: readonly Span[];
  readonly problems: readonly Problem[];
}
