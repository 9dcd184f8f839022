import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import type { NpmVscode } from "../provision/npmVscode.js";
import { killGroup, onExit } from "./cleanup.js";

/** A running VS Code server on this machine. */
export interface VscodeServer {
  /** `host:port`, which is also the authority of its `vscode-remote:` URIs. */
  readonly authority: string;
  /** What the server printed so far. */
  readonly log: () => string;
  /** The address that opens `folder` (absolute, or none) with the workbench's payload keys, all as the given entries. */
  readonly address: (folder: string | undefined, payload: readonly (readonly [string, string])[]) => string;
  readonly stop: () => void;
  /** Settles when the server has ended, stopped or by itself. */
  readonly ended: Promise<void>;
}

/** Where a server keeps its data, and what it is to be told. */
export interface ServerOptions {
  readonly dataFolder: string;
  readonly extensionsFolder: string;
  /** A port, or 0 for any free one. */
  readonly port?: number;
  /** Ends by itself some minutes after the last window has gone; for runs that nobody watches. */
  readonly autoShutdown?: boolean;
}

const startMilliseconds = 120_000;

/** Starts a VS Code server and waits until it listens. Throws with its output where it doesn't. */
export async function startServer(vscode: NpmVscode, options: ServerOptions): Promise<VscodeServer> {
  const token = randomBytes(16).toString("hex");
  const args = [
    vscode.serverMain,
    "--host",
    "127.0.0.1",
    "--port",
    String(options.port ?? 0),
    "--connection-token",
    token,
    "--accept-server-license-terms",
    "--server-data-dir",
    options.dataFolder,
    "--extensions-dir",
    options.extensionsFolder,
    "--telemetry-level",
    "off",
    // A built VS Code ignores the payload keys for extension development without it.
    "--enable-smoke-test-driver",
    ...(options.autoShutdown ? ["--enable-remote-auto-shutdown"] : []),
  ];
  const child = spawn(vscode.node, args, { detached: true, stdio: ["ignore", "pipe", "pipe"], env: serverEnv() });
  const ended = new Promise<void>((resolve) =>
    child.once("close", () => {
      resolve();
    }),
  );
  const forget = onExit(() => {
    killGroup(child);
  });
  let log = "";
  const port = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => {
      fail(`did not listen within ${startMilliseconds / 1000} s`);
    }, startMilliseconds);
    const fail = (what: string): void => {
      clearTimeout(timer);
      killGroup(child);
      reject(new Error(`The VS Code server ${what}:\n${log}`));
    };
    const read = (data: Buffer): void => {
      log += data.toString();
      const listening = /Extension host agent listening on (\d+)/.exec(log)?.[1];
      if (listening === undefined) return;
      clearTimeout(timer);
      resolve(listening);
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.on("error", (error) => {
      fail(`could not start (${error.message})`);
    });
    child.on("exit", (code) => {
      fail(`ended with ${String(code)}`);
    });
  });
  const authority = `127.0.0.1:${port}`;
  return {
    authority,
    ended,
    log: () => log,
    address(folder, payload) {
      const url = new URL(`http://${authority}/`);
      url.searchParams.set("tkn", token);
      if (folder !== undefined) url.searchParams.set("folder", folder);
      if (payload.length > 0) url.searchParams.set("payload", JSON.stringify(payload));
      return url.href;
    },
    stop() {
      forget();
      killGroup(child);
    },
  };
}

/** This process's environment without what another VS Code put there, and without a gallery: nothing is asked of the network. */
function serverEnv(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^(?:VSCODE_|ELECTRON_)/.test(name));
  return { ...Object.fromEntries(own), EXTENSIONS_GALLERY: JSON.stringify({ serviceUrl: "" }) };
}
