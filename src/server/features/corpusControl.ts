import { DidChangeConfigurationNotification, type DidChangeConfigurationParams } from "vscode-languageserver";
import { method, type CorpusFolder, type TreatAsParams } from "../../protocol/corpus";
import { hoverOf, maxFileSizeOf, takeRelatedSettings } from "../settings";
import type { Feature } from "../main/services";
import { normalUri } from "../files/uris";

/** What the client decides: which folders are the corpus, how a file is read, the settings, and a fresh start. */
export const corpusControl: Feature = (connection, { documents, indexer, entitySettings, related, relatedSettings }) => {
  connection.onNotification(method.setFolders, (folders: readonly CorpusFolder[]) => {
    indexer.setFolders(folders);
  });

  connection.onNotification(method.treatAs, ({ uri, kind }: TreatAsParams) => {
    documents.force(uri, kind);
    if (!documents.isOpen(uri)) indexer.modified(normalUri(uri));
  });

  connection.onNotification(DidChangeConfigurationNotification.type, ({ settings }: DidChangeConfigurationParams) => {
    const maxFileSize = maxFileSizeOf(settings);
    if (maxFileSize !== null) indexer.maxFileSize = maxFileSize;
    entitySettings.hover = hoverOf(settings) ?? entitySettings.hover;
    if (takeRelatedSettings(relatedSettings, settings)) related.changed.fire();
  });

  connection.onRequest(method.rebuild, () => indexer.rebuild());
  return {};
};
