import type { CancellationToken, Range } from "vscode-languageserver";
import { method } from "../../protocol";
import { lspRange } from "../lspRange";
import type { Feature } from "../services";

/** `boilerplate`: the site text of an open document, which the client dims. */
export const boilerplate: Feature = (connection, { documents, scheduler }) => {
  connection.onRequest(method.boilerplate, async ({ uri }: { readonly uri: string }, token: CancellationToken): Promise<Range[]> => {
    const document = documents.parsed(uri);
    if (document === null) return [];
    const slices = scheduler.slices();
    const ranges: Range[] = [];
    for (let index = 0; index < document.slots.length; index++) {
      for (const span of document.article(index).boilerplate) ranges.push(lspRange(document.lines, span));
      if (slices.over) await slices.next(token);
    }
    return ranges.sort((a, b) => a.start.line - b.start.line);
  });
  return {};
};
