import type { DisplayTitleKind } from "../core/article/article";

export interface ProtocolRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** An article as lists show it. `id` is stable while its file and envelope key are. */
export interface ArticleSummary {
  readonly id: string;
  readonly uri: string;
  readonly key: string | null;
  readonly displayTitle: string;
  readonly displayTitleKind: DisplayTitleKind;
  readonly publisher: string | null;
  readonly agency: string | null;
  readonly datelineCity: string | null;
  readonly datePublished: string | null;
  /** Where to put the cursor: the headline, or the first line of the body. */
  readonly selection: ProtocolRange;
  /** The whole article. */
  readonly range: ProtocolRange;
}
