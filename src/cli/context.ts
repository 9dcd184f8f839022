import type { CancellationToken } from "../core/util/cancellation";
import type { Terminal } from "./terminal";

/** What every command is given. */
export interface Context {
  readonly terminal: Terminal;
  readonly token: CancellationToken;
  /** `--encoding`: of files that are not UTF-8 or UTF-16 by their bytes; null leaves it to the bytes. */
  encoding?: string | null;
  /** `--index`: the folder in which what is known of the corpus is kept; null for none. */
  index?: string | null;
  /** What is still to be done once a command has answered; not where it was cancelled. */
  atEnd?: (() => Promise<void>)[];
}
