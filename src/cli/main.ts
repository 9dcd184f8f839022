import type { CancellationToken } from "../core/util/cancellation";
import { run } from "./run";
import { processTerminal } from "./terminal";

const token: CancellationToken & { isCancellationRequested: boolean } = { isCancellationRequested: false };
// The first Ctrl+C lets a command clean up, the second ends the process as usual.
const cancel = (): void => {
  token.isCancellationRequested = true;
};
process.once("SIGINT", cancel);

void run(process.argv.slice(2), processTerminal(), token).then((code) => {
  process.exitCode = code;
  // The language server goes on: Ctrl+C ends it.
  process.removeListener("SIGINT", cancel);
});
