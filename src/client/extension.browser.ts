import { Uri, type ExtensionContext } from "vscode";
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient, type MessageTransports } from "vscode-languageclient/browser";
import { activateExtension, type CorpusNavigatorApi } from "./activate";
import { virtualFolderReader } from "./server/folderReader";

/** The browser's own: the DOM's types are no part of this project. */
declare const Worker: new (url: string) => InstanceType<typeof MessagePort>;

let api: CorpusNavigatorApi | undefined;

/** The browser's start: the server is a worker, and every folder is virtual. */
export function activate(context: ExtensionContext): CorpusNavigatorApi {
  const module = Uri.joinPath(context.extensionUri, "dist/server/browser.js").toString(true);
  api = activateExtension(context, {
    createClient: (options) =>
      new LanguageClient("corpusNavigator", "Corpus Navigator", () => Promise.resolve(startWorker(module)), options),
    folderReader: virtualFolderReader,
    isDirect: () => false,
    analystUrl: Uri.joinPath(context.extensionUri, "dist/server/analyst.browser.js").toString(true),
    modelUri: Uri.joinPath(context.extensionUri, "models/names.bin"),
  });
  return api;
}

/** Ends the worker. */
export async function deactivate(): Promise<void> {
  await api?.stop();
}

/** The ways to and from a new worker. (Given the worker itself, the language client would not know it: VS Code wraps the class.) */
function startWorker(module: string): MessageTransports {
  const worker = new Worker(module);
  return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
}
