import { Uri, type ExtensionContext } from "vscode";
import { LanguageClient } from "vscode-languageclient/browser";
import { activateExtension, type CorpusNavigatorApi } from "./activate";
import { virtualFolderReader } from "./folderReader";

/** The browser's own: the DOM's types are no part of this project. */
declare const Worker: new (url: string) => { terminate(): void };

let api: CorpusNavigatorApi | undefined;

/** The browser's start: the server is a worker, and every folder is virtual. */
export function activate(context: ExtensionContext): CorpusNavigatorApi {
  const module = Uri.joinPath(context.extensionUri, "dist/server/browser.js").toString(true);
  api = activateExtension(context, {
    // The worker is made when the server starts, not before.
    createClient: (options) => new LanguageClient("corpusNavigator", "Corpus Navigator", () => Promise.resolve(new Worker(module)), options),
    folderReader: virtualFolderReader,
    isDirect: () => false,
  });
  return api;
}

/** Ends the worker. */
export async function deactivate(): Promise<void> {
  await api?.stop();
}
