import { readableNumber } from "../../core/text/readableCount";
import { SymbolKind, type DocumentSymbol } from "vscode-languageserver";
import { label } from "../../core/text/escape";
import { articleOutline, type OutlineKind, type OutlineNode } from "../../core/article/outline";
import type { LineIndex } from "../../core/text/lineIndex";
import type { Span } from "../../core/text/span";
import { lspRange } from "../answers/lspRange";
import type { Feature } from "../main/services";

/** In a bundle with more articles than this, the outline names the articles and not their parts. */
const maxDetailedArticles = 1000;

/** Beyond it an outline says how many more there are: no editor bears more. */
const maxArticles = 100_000;

/** Chosen for the icons that editors show; LSP knows no words for news. */
const symbolKinds: Readonly<Record<OutlineKind, SymbolKind>> = {
  article: SymbolKind.File,
  headline: SymbolKind.String,
  byline: SymbolKind.Field,
  date: SymbolKind.Constant,
  lead: SymbolKind.Namespace,
  body: SymbolKind.Namespace,
  section: SymbolKind.Namespace,
  credit: SymbolKind.Field,
  related: SymbolKind.Array,
  relatedTitle: SymbolKind.String,
  url: SymbolKind.Key,
  boilerplate: SymbolKind.Null,
};

/** Outline, breadcrumbs and sticky scroll: the articles of a document and their parts. */
export const documentSymbols: Feature = (connection, { documents, corpus, scheduler }) => {
  connection.onDocumentSymbol(async ({ textDocument }, token) => {
    const document = documents.parsed(textDocument.uri);
    if (document === null) return [];
    const slices = scheduler.slices();
    const symbols: DocumentSymbol[] = [];
    const detailed = document.slots.length <= maxDetailedArticles;
    const count = Math.min(document.slots.length, maxArticles);
    for (let index = 0; index < count; index++) {
      symbols.push(symbol(articleOutline(document, index, document.article(index), corpus, detailed), document.lines));
      if (slices.over) await slices.next(token);
    }
    const rest = document.slots[count]?.span;
    if (rest !== undefined) symbols.push(symbol(restOfOutline(document.slots.length - count, rest), document.lines));
    return symbols;
  });
  return { documentSymbolProvider: { label: "Corpus Navigator" } };
};

/** Says at the end of an outline that it is not all. */
function restOfOutline(count: number, span: Span): OutlineNode {
  return {
    kind: "article",
    name: `${readableNumber(count)} more articles`,
    detail: "",
    span,
    selection: { start: span.start, end: span.start },
    children: [],
  };
}

function symbol(node: OutlineNode, lines: LineIndex): DocumentSymbol {
  return {
    name: label(node.name) || "…",
    detail: label(node.detail),
    kind: symbolKinds[node.kind],
    range: lspRange(lines, node.span),
    selectionRange: lspRange(lines, node.selection),
    children: node.children.map((child) => symbol(child, lines)),
  };
}
