import { spawn } from "node:child_process";

/** How a command is run: `quiet` keeps its output back unless it fails. */
export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly quiet?: boolean;
}

/** Runs a command to its end. Gives its exit code; with `quiet`, a code other than 0 throws with the output's end. */
export async function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<number> {
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: options.env ?? process.env,
    stdio: ["ignore", options.quiet ? "pipe" : "inherit", options.quiet ? "pipe" : "inherit"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (data: Buffer) => (output += data.toString()));
  const code = await new Promise<number>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (exit) => { resolve(exit ?? 1); });
  });
  if (options.quiet && code !== 0) {
    throw new Error(`${command} ${args.join(" ")} ended with ${code}:\n${output.slice(-4000)}`);
  }
  return code;
}
