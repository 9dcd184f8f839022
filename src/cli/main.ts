import type { CancellationToken } from "../core/cancellation";
import { run } from "./run";
import { processTerminal } from "./terminal";

const token: CancellationToken & { isCancellationRequested: boolean } = { isCancellationRequested: false };
// The first Ctrl+C lets a command clean up, the second ends the process as usual.
process.once("SIGINT", () => {
  token.isCancellationRequested = true;
});

void run(process.argv.slice(2), processTerminal(), token).then((code) => {
  process.exitCode = code;
});
