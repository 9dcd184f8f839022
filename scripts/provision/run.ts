import { spawn } from "node:child_process";

/** Runs a command to its end with its output on ours. Gives its exit code. */
export async function run(command: string, args: readonly string[], cwd?: string): Promise<number> {
  const child = spawn(command, args, { cwd, stdio: ["ignore", "inherit", "inherit"] });
  return new Promise<number>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      resolve(code ?? 1);
    });
  });
}

/** Runs a command to its end. Gives what it printed; an exit code other than 0 throws with the end of that. */
export async function output(
  command: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<string> {
  const child = spawn(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data: Buffer) => (printed += data.toString()));
  const code = await new Promise<number>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (exit) => {
      resolve(exit ?? 1);
    });
  });
  if (code !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${code}:\n${printed.slice(-4000)}`);
  return printed;
}
