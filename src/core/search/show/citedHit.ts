import type { LineOfText } from "./lineOfText";

/** A hit with what somebody needs who cites it. */
export interface CitedHit {
  readonly title: string;
  readonly source: string | null;
  /** `YYYY-MM-DD`. */
  readonly date: string | null;
  readonly url: string | null;
  /** Below its folder, with "/"; the key of a bundle's article behind "#". */
  readonly file: string;
  /** 1-based: of the first match, or of the article. */
  readonly line: number;
  readonly snippets: readonly LineOfText[];
  readonly partial: boolean;
}
