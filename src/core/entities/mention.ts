import type { Span } from "../text/span";

/**
 * What a name names: a person, an organisation, a place, an event ("Geneva-2", "World Cup"); `MISC` is a nationality
 * word ("Syrian"), which stands for its country.
 */
export type MentionType = "PER" | "ORG" | "LOC" | "EVENT" | "MISC";

/** All mention types, in the order in which lists show them. */
export const mentionTypes: readonly MentionType[] = ["PER", "ORG", "LOC", "EVENT", "MISC"];

/** A name where it stands in a text: UTF-16 offsets into the document, `end` exclusive. */
export interface Mention extends Span {
  readonly type: MentionType;
  /** 0–1: the share of the model's weight that this kind has for these words, against other kinds and none. */
  readonly score: number;
}
