import { BrowserMessageReader, BrowserMessageWriter, createConnection, ProposedFeatures } from "vscode-languageserver/browser";
import { webThreads } from "../analysis/webThreads";
import { startServer } from "./server";
import { breathe, ownPort } from "./webWorker";

startServer(createConnection(ProposedFeatures.all, new BrowserMessageReader(ownPort), new BrowserMessageWriter(ownPort)), {
  directFiles: null,
  readModel: null,
  keepingPlace: null,
  threads: (script) => (script === null ? null : webThreads(script)),
  breathe,
});
