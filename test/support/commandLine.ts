import { run } from "../../src/cli/run";
import { neverCancelled, type CancellationToken } from "../../src/core/util/cancellation";

export interface Ran {
  readonly code: number;
  readonly out: string;
  /** Lines of standard error. */
  readonly complaints: readonly string[];
}

/** Runs the command line in this process. */
export async function commandLine(args: readonly string[], token: CancellationToken = neverCancelled, width = 120): Promise<Ran> {
  let out = "";
  const complaints: string[] = [];
  const terminal = {
    write: (text: string) => {
      out += text;
      return Promise.resolve();
    },
    complain: (message: string) => {
      complaints.push(...message.split("\n"));
    },
    width,
  };
  const code = await run(args, terminal, token);
  return { code, out, complaints };
}
