import { FileChangeType, type FileEvent } from "vscode-languageserver";
import type { Feature } from "../main/services";
import { throttledBatch } from "../reading/throttle";
import { normalUri } from "../files/uris";

/** Bursts (a checkout, an unpacked archive) are gathered this long, in milliseconds. */
const burst = 300;

/** `workspace/didChangeWatchedFiles`: what happened on disk, whoever watches. */
export const watchedFiles: Feature = (connection, { indexer, correctionFiles }) => {
  const gather = throttledBatch((events: readonly FileEvent[]) => {
    // In a burst the order of events tells little: what was deleted once is looked for.
    const deleted = new Set(events.filter(({ type }) => type === FileChangeType.Deleted).map(({ uri }) => normalUri(uri)));
    indexer.deleted([...deleted]);
    const last = new Map(events.map(({ uri, type }) => [normalUri(uri), type]));
    for (const [uri, type] of last) {
      correctionFiles.changedOnDisk(uri);
      if (deleted.has(uri)) continue;
      if (type === FileChangeType.Created) indexer.created(uri);
      else if (type === FileChangeType.Changed) indexer.modified(uri);
    }
  }, burst);
  connection.onDidChangeWatchedFiles(({ changes }) => {
    gather(changes);
  });
  return {};
};
