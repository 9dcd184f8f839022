import type { CancellationToken } from "../core/util/cancellation";
import type { Terminal } from "./terminal";

/** What every command is given. */
export interface Context {
  readonly terminal: Terminal;
  readonly token: CancellationToken;
  /** `--encoding`: of files that are not UTF-8 or UTF-16 by their bytes; null leaves it to the bytes. */
  encoding?: string | null;
}
