import { terminalText } from "../../core/text/escape";
import { type Command, InvalidArgumentError } from "commander";
import { promises as fs } from "node:fs";
import * as path from "node:path";
import { messageOf } from "../../core/util/errorText";
import { bundleEntry, type BundleEntry } from "../bundleEntry";
import type { Context } from "../context";
import type { CorpusFile } from "../corpusFile";
import { Failure } from "../failure";
import { loadCorpus } from "../loadCorpus";

const EXAMPLES = `
Each file becomes one article of the bundle, named by its path in the folder, its text unchanged (as UTF-8; a missing
last line end is added). A file that is a bundle itself stays one piece.

Examples:
  corpus-navigator bundle clippings -o clippings.bundle
  corpus-navigator bundle clippings -o clippings.bundle --force`;

interface Options {
  readonly output: string;
  readonly force?: true;
}

/** `bundle FOLDER -o FILE`: the articles of a folder in one file. */
export function addBundle(program: Command, context: Context): void {
  program
    .command("bundle")
    .summary("pack the articles of a folder into one file")
    .description("Packs the articles of a folder, with its subfolders, into one bundle.")
    .argument("<folder>", "a folder, or a single file")
    .requiredOption("-o, --output <file>", "the bundle to write", notEmpty)
    .option("--force", "replace the file if it is there")
    .addHelpText("after", EXAMPLES)
    .action((folder: string, options: Options) => bundle(folder, options, context));
}

function notEmpty(value: string): string {
  if (value === "") throw new InvalidArgumentError("A name is needed.");
  return value;
}

async function bundle(folder: string, { output, force }: Options, context: Context): Promise<void> {
  const { terminal } = context;
  const target = path.resolve(output);
  const there = await fs.lstat(target).catch(() => null);
  if (there !== null && !there.isFile()) throw new Failure(`${terminalText(output)} is there and is not a regular file.`);
  if (there !== null && force !== true) throw new Failure(`${terminalText(output)} is there already; --force replaces it.`);
  const { files } = await loadCorpus(folder, context, target);
  if (files.length === 0) throw new Failure(`No articles in ${terminalText(folder)}: nothing to bundle.`);
  await replaceFile(target, output, entries(files, context));
  terminal.complain(`${terminalText(output)}: ${files.length} ${files.length === 1 ? "file" : "files"} bundled.`);
}

function* entries(files: readonly CorpusFile[], { terminal, token }: Context): Generator<string> {
  const taken = new Set<string>();
  for (const { path: name, document } of files) {
    if (token.isCancellationRequested) throw new Failure("Cancelled.");
    const entry: BundleEntry = bundleEntry(name, document.text, taken);
    if (entry.name !== name) terminal.complain(`${terminalText(name)}: no marker can hold this name; bundled as ${terminalText(entry.name)}.`);
    if (!entry.exact) terminal.complain(`${terminalText(name)}: holds markers that no envelope can shield; it will not split as it was.`);
    if (document.kind === "bundle") terminal.complain(`${terminalText(name)}: is a bundle itself and is kept as one article.`);
    yield entry.text;
  }
}

/** Writes beside the target and renames, so that no half of a bundle is ever there. */
async function replaceFile(target: string, shown: string, pieces: Iterable<string>): Promise<void> {
  const partial = `${target}.${process.pid}.partial`;
  try {
    await fs.writeFile(partial, pieces, { flag: "wx" });
    await fs.rename(partial, target);
  } catch (error) {
    await fs.rm(partial, { force: true });
    if (error instanceof Failure) throw error;
    throw new Failure(`${terminalText(shown)} cannot be written: ${terminalText(messageOf(error))}`);
  }
}
