/** Where a command's answers and complaints go: the process's streams, or a test's strings. */
export interface Terminal {
  /** Resolves when the reader can take more. */
  write(text: string): Promise<void>;
  /** One line on standard error, without its line end. */
  complain(message: string): void;
  /** Columns to fit a table into. */
  readonly width: number;
  /** Whether colours are wanted: a terminal, and nobody said no (no-color.org). */
  readonly isColoured?: boolean;
}

/** Wide enough for a title and its source where the output is no terminal. */
const DEFAULT_WIDTH = 120;

/** Standard output and standard error. A reader that goes away (`| head`) ends the process quietly. */
export function processTerminal(): Terminal {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    process.exit(error.code === "EPIPE" ? 0 : 1);
  });
  return {
    write: (text) =>
      new Promise((resolve) => {
        process.stdout.write(text, () => {
          resolve();
        });
      }),
    complain: (message) => {
      process.stderr.write(`${message}\n`);
    },
    width: process.stdout.isTTY ? process.stdout.columns : DEFAULT_WIDTH,
    isColoured: process.stdout.isTTY && (process.env["NO_COLOR"] ?? "") === "" && process.env["TERM"] !== "dumb",
  };
}
