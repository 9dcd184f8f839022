import { DidChangeConfigurationNotification, type DidChangeConfigurationParams } from "vscode-languageserver";
import { method, type CorpusFolder, type LeftOutParams, type TreatAsParams } from "../../protocol/corpus";
import { hoverOf, maxFileSizeOf, takeRelatedSettings } from "../settings";
import type { Feature } from "../main/services";
import { normalUri } from "../files/uris";

/** How many files that were left out are named at a time. */
const maxLeftOut = 20_000;

/** What the client decides: which folders are the corpus, how a file is read, the settings, and a fresh start. */
export const corpusControl: Feature = (connection, { documents, files, indexer, keeper, entitySettings, related, relatedSettings }) => {
  connection.onNotification(method.setFolders, (folders: readonly CorpusFolder[]) => {
    indexer.setFolders(folders);
  });

  connection.onNotification(method.treatAs, ({ uri, kind }: TreatAsParams) => {
    files.setNamed(normalUri(uri), kind === "article" || kind === "bundle");
    documents.force(uri, kind);
    if (!documents.isOpen(uri)) indexer.modified(normalUri(uri));
  });

  connection.onNotification(DidChangeConfigurationNotification.type, ({ settings }: DidChangeConfigurationParams) => {
    const maxFileSize = maxFileSizeOf(settings);
    if (maxFileSize !== null) indexer.maxFileSize = maxFileSize;
    entitySettings.hover = hoverOf(settings) ?? entitySettings.hover;
    if (takeRelatedSettings(relatedSettings, settings)) related.changed.fire();
  });

  connection.onRequest(method.leftOut, ({ detail, extension }: LeftOutParams): readonly string[] => {
    if (extension !== undefined) return indexer.ledger.unreadFiles(extension, maxLeftOut);
    return indexer.ledger
      .others(Infinity)
      .filter((file) => file.detail === detail)
      .map(({ uri }) => uri)
      .slice(0, maxLeftOut);
  });
  connection.onRequest(method.rebuild, () => indexer.rebuild());
  connection.onRequest(method.clearIndex, () => keeper.clear());
  return {};
};
