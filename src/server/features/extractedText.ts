import type { CancellationToken } from "vscode-languageserver";
import { isExtractedName } from "../../core/corpus/candidates";
import { nameOf } from "../../core/corpus/places";
import { type ExtractedText, method } from "../../protocol/corpus";
import { normalUri } from "../files/uris";
import type { Feature } from "../main/services";

/** `extractedText`: what the index reads of a file whose text has to be taken out of it, for the client to show. */
export const extractedText: Feature = (connection, { corpus, documents, files, indexer }) => {
  connection.onRequest(
    method.extractedText,
    async ({ uri }: { readonly uri: string }, token: CancellationToken): Promise<ExtractedText | { readonly reason: string }> => {
      const file = normalUri(uri);
      const folder = files.folderOf(file);
      if (folder === null || !isExtractedName(nameOf(file))) return { reason: "It is no file of the corpus." };
      const result = await files.sourceOf(folder).read(file, { maxFileSize: indexer.maxFileSize }, token);
      if (!result.ok) return { reason: result.skipped.detail };
      const { text } = result.file;
      const [known] = corpus.articlesOf(file);
      const isBundle = known === undefined ? documents.parseAs(file, text, null).kind === "bundle" : known.key !== null;
      return { text, kind: isBundle ? "bundle" : "article" };
    },
  );
  return {};
};
