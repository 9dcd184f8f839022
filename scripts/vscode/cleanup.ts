import type { ChildProcess } from "node:child_process";

const closers = new Set<() => void>();
let watching = false;

/** Calls `close` (which must not wait) when this process ends for whatever reason it can see. Gives the function that takes it back. */
export function onExit(close: () => void): () => void {
  if (!watching) {
    watching = true;
    process.on("exit", () => {
      for (const one of closers) one();
    });
    // The signals that a terminal, a CI or a parent sends; each ends this process with the code that a shell would give.
    for (const [signal, code] of [
      ["SIGINT", 130],
      ["SIGTERM", 143],
      ["SIGHUP", 129],
    ] as const)
      process.on(signal, () => process.exit(code));
  }
  closers.add(close);
  return () => closers.delete(close);
}

/** Ends a process that was spawned with `detached: true`, and all that it started; SIGTERM lets them clean up first. */
export function killGroup(child: ChildProcess, signal: "SIGKILL" | "SIGTERM" = "SIGKILL"): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // It has ended already.
  }
}
