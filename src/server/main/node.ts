import { promises as fs } from "node:fs";
import * as path from "node:path";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { NodeFileSource } from "../files/node/nodeFileSource";
import { startServer } from "./server";

// How to talk (--stdio, --node-ipc, --socket) is on the command line.
startServer(createConnection(ProposedFeatures.all), {
  directFiles: new NodeFileSource(),
  // The bundles lie two folders below the package's root, as this file does.
  readModel: () => fs.readFile(path.join(__dirname, "../../models/names.bin")),
  breathe: () => new Promise((resolve) => setImmediate(resolve)),
});
