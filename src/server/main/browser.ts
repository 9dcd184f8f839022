import { BrowserMessageReader, BrowserMessageWriter, createConnection, ProposedFeatures } from "vscode-languageserver/browser";
import { startServer } from "./server";

// The project is compiled without the DOM's types: a worker's global scope is a port as the reader asks for one.
const worker = globalThis as unknown as InstanceType<typeof MessagePort>;

// A message channel's turn comes behind the messages that wait, and at once; timers are slowed down to 4 ms.
const channel = new MessageChannel();
const waiting: (() => void)[] = [];
channel.port1.addEventListener("message", () => waiting.shift()?.());
channel.port1.start();

startServer(createConnection(ProposedFeatures.all, new BrowserMessageReader(worker), new BrowserMessageWriter(worker)), {
  directFiles: null,
  readModel: null,
  keepingPlace: null,
  breathe: () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      channel.port2.postMessage(null);
    }),
});
