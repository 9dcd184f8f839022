import type { DocumentLink } from "vscode-languageserver";
import { webAddresses } from "../../core/text/webAddresses";
import { lspRange } from "../lspRange";
import type { Feature } from "../services";

/** An editor that was given more would only get slow. */
const maxLinks = 20_000;

/** The original URL and every other web address of the text. Nothing but `http` and `https` is ever linked. */
export const documentLinks: Feature = (connection, { documents, scheduler }) => {
  connection.onDocumentLinks(async ({ textDocument }, token) => {
    const document = documents.parsed(textDocument.uri);
    if (document === null) return [];
    const slices = scheduler.slices();
    const links: DocumentLink[] = [];
    for (const span of webAddresses(document.text, 0, document.text.length)) {
      const target = document.text.slice(span.start, span.end);
      if (URL.canParse(target)) links.push({ range: lspRange(document.lines, span), target });
      if (links.length >= maxLinks) break;
      if (slices.over) await slices.next(token);
    }
    return links;
  });
  return { documentLinkProvider: {} };
};
