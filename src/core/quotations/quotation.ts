import type { Span } from "../text/span";

/**
 * `direct`: the words as they were said, between quotation marks. `indirect`: what was said, in the writer's words.
 * `mixed`: in the writer's words, some of them quoted.
 */
export type QuotationKind = "direct" | "indirect" | "mixed";

/** By what the text names a speaker: a name, a phrase for what somebody is ("a ministry spokeswoman"), or a pronoun. */
export type SpeakerForm = "name" | "role" | "pronoun";

/** Who says it, as it stands at the quotation. */
export interface Speaker extends Span {
  readonly form: SpeakerForm;
  /**
   * Index of the article's mention that names the speaker: the name itself, or the one that a pronoun or a phrase
   * stands for by what the article says. Null where the article does not tell.
   */
  readonly mention: number | null;
}

/**
 * What somebody said, in an article: Source, Cue and Content, as the PARC corpus of attribution relations calls them
 * (Pareti 2012). The span is that of the content, quotation marks left out; all offsets are into the document's text.
 */
export interface Quotation extends Span {
  readonly kind: QuotationKind;
  /** The reporting verb, or "according to". Null where only the layout tells (a paragraph that goes on with a quotation). */
  readonly cue: Span | null;
  readonly speaker: Speaker | null;
}

/** The quotation with all its places moved by `offset` code units. */
export function movedBy(quotation: Quotation, offset: number): Quotation {
  const moved = ({ start, end }: Span): Span => ({ start: start + offset, end: end + offset });
  const { kind, cue, speaker } = quotation;
  return {
    ...moved(quotation),
    kind,
    cue: cue === null ? null : moved(cue),
    speaker: speaker === null ? null : { ...speaker, ...moved(speaker) },
  };
}
