import type { Span } from "../text/span";

export type Severity = "error" | "warning" | "information" | "hint";

/** Every code that a diagnostic can have: the envelope's rules first, then other containers', then the article's. */
export type ProblemCode =
  | "missing-closer"
  | "missing-closer-at-eof"
  | "nested-markers-kept-as-text"
  | "stray-closer"
  | "closer-name-mismatch"
  | "empty-body"
  | "duplicate-name"
  | "unsafe-path"
  | "short-fence"
  | "problems-left-out"
  | "unclosed-quote"
  | "ragged-row"
  | "broken-record"
  | "record-left-out"
  | "ambiguous-date"
  | "text-cut";

/** Something in a text that a reader may want to correct. Nothing is lost because of it. */
export interface Problem {
  readonly code: ProblemCode;
  readonly severity: Severity;
  readonly message: string;
  readonly span: Span;
}
