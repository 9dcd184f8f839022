import { BrowserMessageReader, BrowserMessageWriter, createConnection, ProposedFeatures } from "vscode-languageserver/browser";
import { type BrowserScope, placeInBrowser } from "../files/web/keepingPlace";
import { webThreads } from "../analysis/webThreads";
import { startServer } from "./server";
import { breathe, ownPort } from "./webWorker";

startServer(createConnection(ProposedFeatures.all, new BrowserMessageReader(ownPort), new BrowserMessageWriter(ownPort)), {
  directFiles: null,
  readModel: null,
  keepingPlace: (folder) => Promise.resolve(placeInBrowser(folder, globalThis as unknown as BrowserScope)),
  threads: (script) => (script === null ? null : webThreads(script)),
  breathe,
});
