import { Analyst } from "../analysis/analyst";
import type { ToAnalyst } from "../analysis/messages";
import { breathe, ownPort } from "./webWorker";

// A worker of the server's worker that analyses.
const analyst = new Analyst((message, transfer) => {
  ownPort.postMessage(message, [...transfer]);
}, breathe);
ownPort.addEventListener("message", (event) => {
  analyst.receive((event as unknown as { readonly data: ToAnalyst }).data);
});
