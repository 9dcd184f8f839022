import type { CancellationToken } from "../core/util/cancellation";
import type { Terminal } from "./terminal";

/** What every command is given. */
export interface Context {
  readonly terminal: Terminal;
  readonly token: CancellationToken;
}
