import type { SelectionRange } from "vscode-languageserver";
import { enclosingSpans } from "../../core/article/enclosingSpans";
import { lspRange } from "../answers/lspRange";
import { throwIfCancelled } from "../reading/scheduler";
import type { Feature } from "../main/services";

/** Expand Selection: word, sentence, paragraph, body, article, bundle. */
export const selectionRanges: Feature = (connection, { documents }) => {
  connection.onSelectionRanges(({ textDocument, positions }, token) => {
    const document = documents.parsed(textDocument.uri);
    if (document === null) return null;
    return positions.map((position) => {
      throwIfCancelled(token);
      let range: SelectionRange | null = null;
      for (const span of [...enclosingSpans(document, document.lines.offsetAt(position))].reverse()) {
        const own = lspRange(document.lines, span);
        range = range === null ? { range: own } : { range: own, parent: range };
      }
      // LSP wants an answer for each position.
      return range ?? { range: { start: position, end: position } };
    });
  });
  return { selectionRangeProvider: true };
};
