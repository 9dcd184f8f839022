import type { Span } from "../text/span";
import type { Article } from "./article";
import { bodySections } from "./bodySections";
import type { ParsedDocument } from "../corpus/parseDocument";

/** What a fold hides. `envelope` runs from marker to marker, `article` from the headline to the end of the text. */
export type FoldKind = "envelope" | "header" | "article" | "section" | "related" | "boilerplate" | "outside";

export interface Fold {
  readonly kind: FoldKind;
  readonly span: Span;
}

/** What can be folded in a document, apart from what is inside its articles. */
export function documentFolds(document: ParsedDocument): readonly Fold[] {
  const folds: Fold[] = document.outside.map((span) => ({ kind: "outside", span }));
  for (const { key, envelope, span } of document.slots) {
    if (key === null) continue;
    folds.push({ kind: "envelope", span });
    if (envelope?.header) folds.push({ kind: "header", span: envelope.header });
  }
  return folds;
}

/** What can be folded in an article. `text` is its document's. */
export function articleFolds(text: string, article: Article): readonly Fold[] {
  const folds: Fold[] = [];
  const headline = article.headline?.span;
  if (headline && article.content !== null) folds.push({ kind: "article", span: { start: headline.start, end: article.content.end } });
  for (const section of bodySections(text, article)) if (section.kind === "section") folds.push({ kind: "section", span: section.span });
  if (article.relatedList !== null) folds.push({ kind: "related", span: article.relatedList });
  for (const span of article.boilerplate) folds.push({ kind: "boilerplate", span });
  return folds;
}
