import { SemanticTokensBuilder, type CancellationToken, type SemanticTokens } from "vscode-languageserver";
import { articleTokens, type ArticleToken } from "../../core/corpus/articleTokens";
import type { ParsedDocument } from "../../core/corpus/parseDocument";
import { semanticTokenModifiers, semanticTokenTypes } from "../../core/semanticTokenLegend";
import type { LineIndex } from "../../core/text/lineIndex";
import type { Span } from "../../core/text/span";
import type { Scheduler } from "../scheduler";
import type { Feature } from "../services";

/** Colours for what a grammar cannot know: which line is the headline, which lines are site text. */
export const semanticTokens: Feature = (connection, { documents, scheduler }) => {
  connection.languages.semanticTokens.on(({ textDocument }, token) => {
    const document = documents.parsed(textDocument.uri);
    return document === null ? { data: [] } : tokensIn(document, { start: 0, end: document.text.length }, scheduler, token);
  });
  connection.languages.semanticTokens.onRange(({ textDocument, range }, token) => {
    const document = documents.parsed(textDocument.uri);
    if (document === null) return { data: [] };
    return tokensIn(document, { start: document.lines.offsetAt(range.start), end: document.lines.offsetAt(range.end) }, scheduler, token);
  });
  return {
    semanticTokensProvider: {
      legend: { tokenTypes: [...semanticTokenTypes], tokenModifiers: [...semanticTokenModifiers] },
      full: true,
      range: true,
    },
  };
};

async function tokensIn(document: ParsedDocument, span: Span, scheduler: Scheduler, token: CancellationToken): Promise<SemanticTokens> {
  const slices = scheduler.slices();
  const builder = new SemanticTokensBuilder();
  for (let index = document.firstSlotFrom(span.start); index < document.slots.length; index++) {
    const slot = document.slots[index];
    if (slot === undefined || slot.span.start > span.end) break;
    for (const found of articleTokens(document.article(index), slot.envelope?.nameSpan ?? null)) {
      if (found.span.start < span.end && found.span.end > span.start) push(builder, document.lines, found);
    }
    if (slices.over) await slices.next(token);
  }
  return builder.build();
}

/** Adds a token line by line: not every client accepts one that runs over several. */
function push(builder: SemanticTokensBuilder, lines: LineIndex, { span, type, modifiers }: ArticleToken): void {
  let bits = 0;
  for (const modifier of modifiers) bits |= 1 << semanticTokenModifiers.indexOf(modifier);
  for (let line = lines.lineAt(span.start); line < lines.count && lines.startOf(line) < span.end; line++) {
    const whole = lines.spanOf(line);
    const start = Math.max(whole.start, span.start);
    const end = Math.min(whole.end, span.end);
    if (end > start) builder.push(line, start - whole.start, end - start, semanticTokenTypes.indexOf(type), bits);
  }
}
