import { TextDocumentSyncKind, type Connection, type InitializeParams, type InitializeResult, type ServerCapabilities } from "vscode-languageserver";
import { Corpus } from "../core/corpus/corpus";
import { ClientFileSource } from "./clientFileSource";
import { Documents } from "./documents";
import { features } from "./features";
import { Files } from "./files";
import { Indexer } from "./indexing/indexer";
import type { Platform } from "./platform";
import { Scheduler } from "./scheduler";
import type { Services } from "./services";
import { clientSetsFolders, defaultMaxFileSize, maxFileSizeOf } from "./settings";
import { announceChanges } from "./status";
import { indexWorkspaceFolders } from "./workspaceFolders";

/** Puts a language server behind `connection` and listens. */
export function startServer(connection: Connection, platform: Platform): void {
  const documents = new Documents();
  const corpus = new Corpus();
  const files = new Files(platform.directFiles, new ClientFileSource(connection));
  const scheduler = new Scheduler(platform.breathe);
  const indexer = new Indexer(corpus, documents, files, scheduler, defaultMaxFileSize);
  const services: Services = { documents, corpus, files, indexer, scheduler };

  let capabilities: ServerCapabilities = {};
  for (const feature of features) capabilities = { ...capabilities, ...feature(connection, services) };
  connection.onInitialize((params: InitializeParams): InitializeResult => {
    const settings: unknown = params.initializationOptions;
    indexer.maxFileSize = maxFileSizeOf(settings) ?? defaultMaxFileSize;
    if (!clientSetsFolders(settings)) indexWorkspaceFolders(connection, services, params);
    return {
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
        ...capabilities,
      },
      serverInfo: { name: "corpus-navigator" },
    };
  });
  connection.onShutdown(() => {
    documents.clear();
    indexer.stop();
  });
  indexer.failed.on((message) => {
    connection.console.error(message);
  });
  announceChanges(connection, corpus, indexer);
  documents.listen(connection);
  connection.listen();
}
