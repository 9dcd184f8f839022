import { DocumentHighlight, MarkdownString, Range, type SemanticTokens, type TextDocument } from "vscode";
import type { Middleware } from "vscode-languageclient";
import { stepDone } from "../../sample/walkthrough";
import { hoverEnabled } from "../../settings";
import { honourLinks } from "./hoverLinks";

/** What is done to the language server's answers about names before VS Code gets them. */
export function nameMiddleware(tokensArrived: (document: TextDocument, tokens: SemanticTokens, within?: Range) => void): Middleware {
  return {
    async provideHover(document, position, token, next) {
      if (!hoverEnabled()) return undefined;
      const hover = await next(document, position, token);
      if (hover) stepDone("hover");
      for (const part of hover?.contents ?? []) if (part instanceof MarkdownString) honourLinks(part);
      return hover;
    },
    async provideDocumentHighlights(document, position, token, next) {
      const highlights = await next(document, position, token);
      // Where no name stands, VS Code would highlight every occurrence of the plain word. An empty highlight keeps it from that.
      return highlights && highlights.length > 0 ? highlights : [new DocumentHighlight(new Range(position, position))];
    },
    async provideDocumentSemanticTokens(document, token, next) {
      const tokens = await next(document, token);
      if (tokens) tokensArrived(document, tokens);
      return tokens;
    },
    async provideDocumentRangeSemanticTokens(document, range, token, next) {
      const tokens = await next(document, range, token);
      if (tokens) tokensArrived(document, tokens, range);
      return tokens;
    },
  };
}
