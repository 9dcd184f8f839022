import type { EntityMention, EntityProfile } from "../../../protocol/entities";
import type { Said } from "../../../protocol/quotations";
import type { ProtocolRange } from "../../../protocol/ranges";

/** What the entity page says to the extension. */
export type FromPage =
  /** The page is there and wants to be told what to show. */
  | { readonly type: "ready" }
  /** More contexts, from the `offset`th on. */
  | { readonly type: "mentions"; readonly offset: number }
  /** Quotations (of the entity, or about it) that have these words, from the `offset`th on. */
  | { readonly type: "said"; readonly about: boolean; readonly filter: string; readonly offset: number }
  | { readonly type: "open"; readonly uri: string; readonly range: ProtocolRange }
  | { readonly type: "openEntity"; readonly id: string }
  | { readonly type: "run"; readonly command: PageCommand };

/** What the page's buttons run; the extension knows on which entity. */
export type PageCommand = "mentions" | "articles" | "search" | "correct" | "export:markdown" | "export:csv" | "export:json";

/** What the extension says to the entity page. */
export type ToPage =
  | { readonly type: "profile"; readonly profile: EntityProfile; readonly labels: Labels; readonly language: string }
  /** Contexts from the `offset`th on, of `total`; those from 0 replace what was shown. */
  | { readonly type: "mentions"; readonly offset: number; readonly mentions: readonly EntityMention[]; readonly total: number }
  /** Quotations from the `offset`th on, as they were asked for; those from 0 replace what was shown. */
  | { readonly type: "said"; readonly about: boolean; readonly filter: string; readonly offset: number; readonly said: Said }
  /** The entity is no longer in the corpus. */
  | { readonly type: "gone"; readonly text: string };

/** What the page remembers while it is hidden, and over a restart. */
export interface PageState {
  readonly id: string;
}

/** The page's own words, in the reader's language. */
export interface Labels {
  readonly kind: string;
  readonly counts: string;
  readonly roles: string;
  readonly aliases: string;
  readonly timeline: string;
  readonly asTable: string;
  readonly from: string;
  readonly articles: string;
  readonly mentions: string;
  readonly occursWith: string;
  readonly because: string;
  readonly corrections: string;
  readonly sentences: string;
  readonly contexts: string;
  readonly more: string;
  readonly allMentions: string;
  readonly articlesAbout: string;
  readonly search: string;
  readonly correct: string;
  readonly exportAs: string;
  readonly undated: string;
  readonly said: string;
  readonly saidAbout: string;
  readonly filterSaid: string;
  readonly alsoIn: string;
  readonly unnamed: string;
  readonly kinds: Readonly<Record<Said["items"][number]["kind"], string>>;
}
