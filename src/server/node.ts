import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { NodeFileSource } from "./node/nodeFileSource";
import { startServer } from "./server";

// How to talk (--stdio, --node-ipc, --socket) is on the command line.
startServer(createConnection(ProposedFeatures.all), {
  directFiles: new NodeFileSource(),
  breathe: () => new Promise((resolve) => setImmediate(resolve)),
});
