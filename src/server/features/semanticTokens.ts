import { SemanticTokensBuilder, type CancellationToken, type SemanticTokens } from "vscode-languageserver";
import { articleTokens, type ArticleToken } from "../../core/article/articleTokens";
import type { ParsedDocument } from "../../core/corpus/parseDocument";
import { semanticTokenModifiers, semanticTokenTypes } from "../../core/article/semanticTokenLegend";
import type { LineIndex } from "../../core/text/lineIndex";
import type { Span } from "../../core/text/span";
import { withNameTokens } from "../answers/entities/nameTokens";
import type { Feature, Services } from "../main/services";

/** In a document with more articles than this, names have colours once they are in the index; else they are recognised at once. */
const maxRecognised = 20;

/** Colours for what a grammar cannot know: which line is the headline, which words are names, which lines are site text. */
export const semanticTokens: Feature = (connection, services) => {
  const { documents } = services;
  connection.languages.semanticTokens.on(({ textDocument }, token) => {
    const document = documents.parsed(textDocument.uri);
    return document === null
      ? { data: [] }
      : tokensIn(services, textDocument.uri, document, { start: 0, end: document.text.length }, token);
  });
  connection.languages.semanticTokens.onRange(({ textDocument, range }, token) => {
    const document = documents.parsed(textDocument.uri);
    if (document === null) return { data: [] };
    return tokensIn(
      services,
      textDocument.uri,
      document,
      { start: document.lines.offsetAt(range.start), end: document.lines.offsetAt(range.end) },
      token,
    );
  });
  return {
    semanticTokensProvider: {
      legend: { tokenTypes: [...semanticTokenTypes], tokenModifiers: [...semanticTokenModifiers] },
      full: true,
      range: true,
    },
  };
};

async function tokensIn(
  { scheduler, names }: Services,
  uri: string,
  document: ParsedDocument,
  span: Span,
  token: CancellationToken,
): Promise<SemanticTokens> {
  const slices = scheduler.slices();
  const builder = new SemanticTokensBuilder();
  for (let index = document.firstSlotFrom(span.start); index < document.slots.length; index++) {
    const slot = document.slots[index];
    if (slot === undefined || slot.span.start > span.end) break;
    const article = document.article(index);
    const tokens = articleTokens(article, slot.nameSpan);
    const open = names.openArticle(uri, document, index, document.slots.length <= maxRecognised);
    for (const found of open === null ? tokens : withNameTokens(tokens, article, open, names)) {
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
    if (end <= start) continue;
    // In the columns of the file: an escape is longer there.
    const { character } = lines.positionAt(start);
    builder.push(line, character, lines.positionAt(end).character - character, semanticTokenTypes.indexOf(type), bits);
  }
}
