import { DidChangeWatchedFilesNotification, type Connection, type InitializeParams, type WorkspaceFolder } from "vscode-languageserver";
import type { Services } from "./services";

/**
 * For editors that know LSP alone: the workspace folders are the corpus, and the client is asked to watch them.
 * Only `file:` folders, which the server can read itself.
 */
export function indexWorkspaceFolders(connection: Connection, { indexer, files }: Services, params: InitializeParams): void {
  const folders = new Set((params.workspaceFolders ?? []).map((folder) => folder.uri).filter(isFile));
  const watch = params.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
  const index = (): void => {
    indexer.setFolders([...folders].map((uri) => ({ uri, direct: true })));
  };
  connection.onInitialized(() => {
    // A client that says its folders after all has said them by now.
    if (files.folders.length === 0) index();
    if (watch) void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: "**/*" }] });
    if (params.capabilities.workspace?.workspaceFolders !== true) return;
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }: { added: WorkspaceFolder[]; removed: WorkspaceFolder[] }) => {
      for (const { uri } of removed) folders.delete(uri);
      for (const { uri } of added) if (isFile(uri)) folders.add(uri);
      index();
    });
  });
}

function isFile(uri: string): boolean {
  return uri.startsWith("file:");
}
