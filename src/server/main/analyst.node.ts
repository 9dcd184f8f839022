import { parentPort } from "node:worker_threads";
import { Analyst } from "../analysis/analyst";
import type { ToAnalyst } from "../analysis/messages";

// A thread of the server's process that analyses.
if (parentPort === null) throw new Error("This is no program of its own: the language server starts it.");
const port = parentPort;
const analyst = new Analyst(
  (message, transfer) => {
    port.postMessage(message, [...transfer]);
  },
  () => new Promise((resolve) => setImmediate(resolve)),
);
port.on("message", (message: ToAnalyst) => {
  analyst.receive(message);
});
