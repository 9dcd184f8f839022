import type { DocumentLink } from "vscode-languageserver";
import { webAddresses } from "../../core/text/webAddresses";
import { lspRange } from "../answers/lspRange";
import { titleLinks } from "../answers/related/titleLinks";
import type { Feature } from "../main/services";

/** An editor that was given more would only get slow. */
const maxLinks = 20_000;

/**
 * The titles that articles list, where the corpus has them; the original URL and every other web address of the text. Of
 * addresses nothing but `http` and `https` is ever linked.
 */
export const documentLinks: Feature = (connection, services) => {
  const { documents, scheduler } = services;
  connection.onDocumentLinks(async ({ textDocument }, token) => {
    const document = documents.parsed(textDocument.uri);
    if (document === null) return [];
    const slices = scheduler.slices();
    const links: DocumentLink[] = [];
    for (const link of titleLinks(services, textDocument.uri, document)) {
      links.push(link);
      if (slices.over) await slices.next(token);
    }
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
