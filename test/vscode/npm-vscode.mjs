#!/usr/bin/env node
// The executable that stands for VS Code where the VS Code from npm runs the tests: see npmVscode.ts.
import process from "node:process";
import { tsImport } from "tsx/esm/api";

const { runMain } = await tsImport("../../scripts/provision/userError.ts", import.meta.url);
const { runAsVscode } = await tsImport("./npmVscode.ts", import.meta.url);
await runMain(() => runAsVscode(process.argv.slice(2)));
process.exit();
