import { Command, CommanderError, InvalidArgumentError } from "commander";
import { version } from "../../package.json";
import { neverCancelled, type CancellationToken } from "../core/util/cancellation";
import { messageOf } from "../core/util/errorText";
import { addArticles } from "./commands/articles";
import { addBundle } from "./commands/bundle";
import { addCheck } from "./commands/check";
import { addCompare } from "./commands/compare";
import { addDuplicates } from "./commands/duplicates";
import { addEntities } from "./commands/entities";
import { addMcp } from "./commands/mcp";
import { addQuotations } from "./commands/quotations";
import { addSearch } from "./commands/search";
import { addRelated } from "./commands/related";
import { addServe } from "./commands/serve";
import { addSplit } from "./commands/split";
import { addStories } from "./commands/stories";
import { encodingNamed } from "../server/files/io/decoders";
import type { Context } from "./context";
import { Failure, WarningsFound } from "./failure";
import { cacheVariable } from "./keptIndex";
import type { Terminal } from "./terminal";

/** Exit codes: done; it could not be done; it was asked in a way that is not understood; a check found what to look at. */
export type ExitCode = 0 | 1 | 2 | 3;

/** Runs the command line `args` (without node and script). Never throws: what goes wrong is said on the terminal. */
export async function run(args: readonly string[], terminal: Terminal, token: CancellationToken = neverCancelled): Promise<ExitCode> {
  const written: Promise<void>[] = [];
  const program = new Command("corpus-navigator")
    .description("Reads folders of news articles, and bundles of them, as a corpus.")
    .version(version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => written.push(terminal.write(text)),
      writeErr: (text) => {
        terminal.complain(text.trimEnd());
      },
      getOutHelpWidth: () => terminal.width,
      getErrHelpWidth: () => terminal.width,
    })
    .configureHelp({ showGlobalOptions: true })
    .showHelpAfterError("(--help tells how it is used)")
    .addHelpText("after", EXIT_CODES);
  const atEnd: (() => Promise<void>)[] = [];
  const context: Context = { terminal, token, encoding: null, index: null, atEnd };
  program.option(
    "--encoding <name>",
    "what files are written in that are not UTF-8 (windows-1250, koi8-u, cp852 …); told by their letters if not given",
    knownEncoding,
  );
  program.option("--index <folder>", INDEX);
  program.hook("preAction", () => {
    const { encoding = null, index = null } = program.opts<{ encoding?: string; index?: string }>();
    context.encoding = encoding;
    context.index = index;
  });
  for (const add of [
    addArticles,
    addEntities,
    addSearch,
    addRelated,
    addDuplicates,
    addStories,
    addQuotations,
    addCheck,
    addCompare,
    addBundle,
    addSplit,
    addServe,
    addMcp,
  ])
    add(program, context);
  try {
    if (args.length === 0) {
      program.outputHelp({ error: true });
      return 2;
    }
    try {
      await program.parseAsync(args, { from: "user" });
    } finally {
      if (!token.isCancellationRequested) for (const end of atEnd) await end();
    }
    await Promise.all(written);
    return 0;
  } catch (error) {
    await Promise.all(written);
    if (error instanceof WarningsFound) return 3;
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    terminal.complain(
      error instanceof Failure ? `corpus-navigator: ${error.message}` : `corpus-navigator: unexpected: ${messageOf(error)}`,
    );
    return 1;
  }
}

function knownEncoding(name: string): string {
  const encoding = encodingNamed(name);
  if (encoding === null) throw new InvalidArgumentError("There is no such encoding.");
  return encoding;
}

const INDEX =
  "keep what is known of the corpus in this folder, and read only files that are new or have changed since; " +
  `without it, each corpus has its own folder below $${cacheVariable}, if that is set (articles, bundle and split read all)`;

const EXIT_CODES = `
Files that cannot be read as articles are named on standard error and left out.
Exit codes: 0 done, 1 it could not be done, 2 wrong usage, 3 a check found what to look at.`;
