import type { AnalystHost } from "./analysts";
import type { FromAnalyst } from "./messages";

const mostThreads = 8;

/** What a browser has and the types of this project have not. */
interface WebWorker extends InstanceType<typeof MessagePort> {
  terminate(): void;
}
interface WorkerScope {
  readonly Worker?: new (url: string) => WebWorker;
  readonly navigator?: { readonly hardwareConcurrency?: number };
}

/**
 * Web workers that run `script`, a URL. A worker may run no script of another origin, but it may import one. Where workers may not start
 * workers, there are none.
 */
export function webThreads(script: string): AnalystHost | null {
  const { Worker, navigator } = globalThis as WorkerScope;
  if (Worker === undefined) return null;
  return {
    count: Math.min(mostThreads, Math.max(1, (navigator?.hardwareConcurrency ?? 2) - 1)),
    start: (heard, died) => {
      const url = URL.createObjectURL(new Blob([`importScripts(${JSON.stringify(script)});`], { type: "text/javascript" }));
      const worker = new Worker(url);
      let hasEnded = false;
      worker.addEventListener("message", (event) => {
        if (!hasEnded) heard((event as unknown as { readonly data: FromAnalyst }).data);
      });
      worker.addEventListener("error", (event) => {
        if (hasEnded) return;
        hasEnded = true;
        died("message" in event && typeof event.message === "string" ? event.message : "it could not go on.");
      });
      return {
        post: (message) => {
          worker.postMessage(message);
        },
        end: () => {
          hasEnded = true;
          worker.terminate();
          URL.revokeObjectURL(url);
        },
      };
    },
  };
}
