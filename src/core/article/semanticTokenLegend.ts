/**
 * The semantic token types and modifiers, in the order of their numbers in LSP's encoding. The extension's manifest
 * describes the same names (`semanticTokenTypes`, `semanticTokenScopes`).
 */
export const semanticTokenTypes = [
  "headline",
  "subheading",
  "byline",
  "author",
  "publisher",
  "date",
  "dateline",
  "agency",
  "creditLine",
  "relatedTitle",
  "sourceUrl",
  "boilerplate",
  "articleName",
  "person",
  "organization",
  "place",
  "event",
] as const;
export type SemanticTokenType = (typeof semanticTokenTypes)[number];

/** `ambiguous`: a date that can be read day first or month first. */
export const semanticTokenModifiers = ["ambiguous"] as const;
export type SemanticTokenModifier = (typeof semanticTokenModifiers)[number];
