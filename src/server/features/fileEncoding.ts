import type { CancellationToken } from "vscode-languageserver";
import { isExtractedName } from "../../core/corpus/candidates";
import { nameOf } from "../../core/corpus/places";
import { type FileEncoding, method } from "../../protocol/corpus";
import { normalUri } from "../files/uris";
import type { Feature } from "../main/services";

/** `fileEncoding`: how the index decodes a file, for the client to show it decoded in the same way. */
export const fileEncoding: Feature = (connection, { files, indexer }) => {
  connection.onRequest(
    method.fileEncoding,
    async ({ uri }: { readonly uri: string }, token: CancellationToken): Promise<FileEncoding | null> => {
      const file = normalUri(uri);
      const folder = files.folderOf(file);
      if (folder === null || !files.mayHoldArticles(file) || isExtractedName(nameOf(file))) return null;
      const result = await files.sourceOf(folder).read(file, { maxFileSize: indexer.maxFileSize }, token);
      return result.ok ? { encoding: result.file.encoding, isDoubtful: result.file.isDoubtful } : null;
    },
  );
  return {};
};
