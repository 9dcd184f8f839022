import type { Command } from "commander";
import type { Context } from "../context";

const EXAMPLES = `
Standard input and output then belong to the protocol.

Example, for an editor's settings:
  command: corpus-navigator
  arguments: serve --stdio
  language ids: news-article, news-bundle (or plaintext)`;

/** `serve --stdio`: the language server, for any editor that speaks LSP. */
export function addServe(program: Command, context: Context): void {
  program
    .command("serve")
    .summary("run the language server")
    .description("Runs the language server, for any editor that speaks the Language Server Protocol.")
    .requiredOption("--stdio", "talk over standard input and output")
    .addHelpText("after", EXAMPLES)
    .action(async () => {
      await import("../../server/node");
      await ended(context);
    });
}

/** The server ends the process itself when its client says so or goes away. */
async function ended({ token }: Context): Promise<void> {
  while (!token.isCancellationRequested) await new Promise((resolve) => setTimeout(resolve, 1000));
}
