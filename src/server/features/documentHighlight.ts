import { DocumentHighlightKind, type DocumentHighlight } from "vscode-languageserver";
import { nameAt } from "../answers/entities/nameAt";
import { mentionsInArticle } from "../answers/entities/mentionsInArticle";
import type { Feature } from "../main/services";

/** The mentions of the same entity in the article, whatever it is called there. */
export const documentHighlight: Feature = (connection, services) => {
  connection.onDocumentHighlight(({ textDocument: { uri }, position }): DocumentHighlight[] | null => {
    const found = nameAt(services, uri, position);
    if (found === null) return null;
    return mentionsInArticle(services.names, found.open, found.entity).map((range) => ({ range, kind: DocumentHighlightKind.Read }));
  });
  return { documentHighlightProvider: true };
};
