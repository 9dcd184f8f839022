import { promises as fs } from "node:fs";
import * as path from "node:path";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { NodeFileSource } from "../files/node/nodeFileSource";
import { placeInFolder } from "../files/node/keepingPlace";
import { nodeThreads } from "../analysis/node/nodeThreads";
import { startServer } from "./server";

// The bundles lie two folders below the package's root, as this file does.
const analyst = path.join(__dirname, "analyst.node.js");
const model = path.join(__dirname, "../../models/names.bin");

// How to talk (--stdio, --node-ipc, --socket) is on the command line.
startServer(createConnection(ProposedFeatures.all), {
  directFiles: new NodeFileSource(),
  readModel: () => fs.readFile(model),
  keepingPlace: (folder) => placeInFolder(folder, [__filename, analyst, model]),
  threads: () => nodeThreads(analyst),
  breathe: () => new Promise((resolve) => setImmediate(resolve)),
});
