import { Range } from "vscode-languageserver";
import type { LineIndex } from "../../core/text/lineIndex";
import type { Span } from "../../core/text/span";

/** A span of a document as LSP's range. */
export function lspRange(lines: LineIndex, span: Span): Range {
  return { start: lines.positionAt(span.start), end: lines.positionAt(span.end) };
}
