import { FoldingRangeKind, type FoldingRange } from "vscode-languageserver";
import { articleFolds, documentFolds, type Fold, type FoldKind } from "../../core/article/folds";
import type { LineIndex } from "../../core/text/lineIndex";
import type { Feature } from "../main/services";

/** In a bundle with more articles than this, only whole articles fold: editors show some thousand folds at most. */
const maxDetailedArticles = 1000;

/**
 * Site text counts as imports: it comes with the page and is not the author's, and editors that fold imports when a
 * file is opened (VS Code's `editor.foldingImportsByDefault`) then fold it.
 */
const lspKinds: Readonly<Record<FoldKind, FoldingRangeKind | null>> = {
  envelope: null,
  header: FoldingRangeKind.Comment,
  article: null,
  section: null,
  related: FoldingRangeKind.Region,
  boilerplate: FoldingRangeKind.Imports,
  outside: FoldingRangeKind.Comment,
};

/** Folding of articles, the parts that stand out from them, and what is outside of all articles. */
export const foldingRanges: Feature = (connection, { documents, scheduler }) => {
  connection.onFoldingRanges(async ({ textDocument }, token) => {
    const document = documents.parsed(textDocument.uri);
    if (document === null) return [];
    const folds = [...documentFolds(document)];
    const slices = scheduler.slices();
    if (document.slots.length <= maxDetailedArticles) {
      for (let index = 0; index < document.slots.length; index++) {
        for (const fold of articleFolds(document.text, document.article(index))) folds.push(fold);
        if (slices.over) await slices.next(token);
      }
    }
    const ranges: FoldingRange[] = [];
    for (const fold of folds) {
      const range = foldingRange(document.lines, fold);
      if (range !== null) ranges.push(range);
    }
    return ranges.sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
  });
  return { foldingRangeProvider: true };
};

function foldingRange(lines: LineIndex, { kind, span }: Fold): FoldingRange | null {
  const startLine = lines.lineAt(span.start);
  let endLine = lines.lineAt(span.end);
  // A span may end behind its last line's end.
  if (endLine > startLine && lines.startOf(endLine) === span.end) endLine--;
  if (endLine <= startLine) return null;
  const lspKind = lspKinds[kind];
  return lspKind === null ? { startLine, endLine } : { startLine, endLine, kind: lspKind };
}
