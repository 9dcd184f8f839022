import type { ArticleSummary } from "../../../protocol/ranges";
import type { StorySummary } from "../../../protocol/related";

/** Texts of the page in the reader's language. */
export interface TimelineLabels {
  readonly title: string;
  readonly story: string;
  readonly none: string;
  readonly working: string;
  readonly date: string;
  readonly outlet: string;
  readonly article: string;
  readonly undated: string;
  readonly unknownOutlet: string;
  readonly chart: string;
}

export interface StoryChoice {
  readonly id: string;
  /** `Tarlen, Geneva (10 articles, Jun 2024 – Jan 2025)` */
  readonly text: string;
}

export type ToTimeline =
  | {
      readonly type: "stories";
      readonly choices: readonly StoryChoice[];
      readonly isReady: boolean;
      readonly labels: TimelineLabels;
      readonly language: string;
    }
  | { readonly type: "story"; readonly story: StorySummary; readonly articles: readonly ArticleSummary[] };

export type FromTimeline =
  | { readonly type: "ready" }
  | { readonly type: "choose"; readonly id: string }
  | { readonly type: "open"; readonly article: ArticleSummary };
