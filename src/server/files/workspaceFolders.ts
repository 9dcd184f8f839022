import { DidChangeWatchedFilesNotification, type Connection, type InitializeParams, type WorkspaceFolder } from "vscode-languageserver";
import { neverCancelled } from "../../core/util/cancellation";
import { isExtractedName } from "../../core/corpus/candidates";
import { nameOf } from "../../core/corpus/places";
import { classifyFolder } from "../../core/recognition/folderClassification";
import type { CorpusFolder } from "../../protocol/corpus";
import type { FileSource } from "./fileSource";
import type { Services } from "../main/services";
import { normalUri } from "./uris";

/** How many files are looked into before a folder is taken for a corpus, and how long they may be, in bytes. */
const sampleSize = 24;
const maxSampleFile = 16 * 1024 * 1024;

/**
 * For editors that know LSP alone: the workspace folders that look like a corpus are one, and the client is asked to
 * watch them. Only `file:` folders, which the server can read itself. A source tree or a home folder is left alone.
 */
export function indexWorkspaceFolders(connection: Connection, { indexer, files }: Services, params: InitializeParams): void {
  const folders = new Set((params.workspaceFolders ?? []).map((folder) => folder.uri).filter(isFile));
  const { workspace } = params.capabilities;
  const index = async (): Promise<void> => {
    const corpora: CorpusFolder[] = [];
    for (const uri of folders) {
      const folder = { uri, direct: true };
      const isKnown = files.folders.some((known) => known.uri === normalUri(uri));
      if (isKnown || (await looksLikeCorpus(files.sourceOf(folder), uri))) corpora.push(folder);
    }
    indexer.setFolders(corpora);
  };
  connection.onInitialized(() => {
    void index();
    if (workspace?.didChangeWatchedFiles?.dynamicRegistration === true) {
      void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: "**/*" }] });
    }
    if (workspace?.workspaceFolders !== true) return;
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }: { added: WorkspaceFolder[]; removed: WorkspaceFolder[] }) => {
      for (const { uri } of removed) folders.delete(uri);
      for (const { uri } of added) if (isFile(uri)) folders.add(uri);
      void index();
    });
  });
}

async function looksLikeCorpus(source: FileSource, folder: string): Promise<boolean> {
  const heads: { readonly name: string; readonly text: string }[] = [];
  let candidates = 0;
  for await (const { uri } of source.list(folder, () => undefined, neverCancelled)) {
    candidates++;
    const result = await source.read(uri, { maxFileSize: maxSampleFile }, neverCancelled);
    // What was taken out of a page is no page any more.
    const name = isExtractedName(nameOf(uri)) ? `${nameOf(uri)}.txt` : nameOf(uri);
    if (result.ok) heads.push({ name, text: result.file.text.slice(0, 65_536) });
    if (candidates >= sampleSize) break;
  }
  return classifyFolder({ heads, candidates, others: 0 }).isCorpus;
}

function isFile(uri: string): boolean {
  return uri.startsWith("file:");
}
