import { availableParallelism } from "node:os";
import { type ResourceLimits, Worker } from "node:worker_threads";
import type { AnalystHost } from "../analysts";
import type { FromAnalyst } from "../messages";

/** More would be in each other's way, and each holds some dozens of megabytes. */
const mostThreads = 8;

/** Worker threads that run `script`, a path: one core is left to the server's own. */
export function nodeThreads(script: string, resourceLimits: ResourceLimits = {}): AnalystHost {
  return {
    count: Math.min(mostThreads, Math.max(1, availableParallelism() - 1)),
    start: (heard, died) => {
      const worker = new Worker(script, { resourceLimits });
      let hasEnded = false;
      const ended = (reason: string): void => {
        if (hasEnded) return;
        hasEnded = true;
        died(reason);
      };
      worker.on("message", (message: FromAnalyst) => {
        if (!hasEnded) heard(message);
      });
      worker.on("error", ({ message }) => {
        ended(message);
      });
      worker.on("exit", (code) => {
        ended(`it ended with ${code}.`);
      });
      // The server ends when its client says so.
      worker.unref();
      return {
        post: (message) => {
          worker.postMessage(message);
        },
        end: () => {
          hasEnded = true;
          void worker.terminate();
        },
      };
    },
  };
}
