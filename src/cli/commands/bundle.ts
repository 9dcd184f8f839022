import { terminalText } from "../../core/text/escape";
import { type Command, InvalidArgumentError } from "commander";
import { promises as fs } from "node:fs";
import * as path from "node:path";
import { URI } from "vscode-uri";
import { messageOf } from "../../core/util/errorText";
import { isExtractedName } from "../../core/corpus/candidates";
import { articleFiles, articleFileText } from "../../core/corpus/articleFiles";
import { bundleEntry, type BundleEntry } from "../../core/envelope/bundleEntry";
import type { Context } from "../context";
import type { CorpusFile } from "../corpusFile";
import { Failure } from "../failure";
import { loadTexts } from "../loadCorpus";
import { makeRoot, refuseIfInTheWay, SafeWriter } from "../safeWriter";
import { splitPaths } from "../splitPaths";

const EXAMPLES = `
Each file becomes one article of the bundle, named by its path in the folder, its text unchanged (as UTF-8; a missing
last line end is added). A file that is a bundle itself stays one piece. Of any other file with many articles (an archive's
export, a pack, a table, JSON …) each article becomes one, with the fields that stand beside its text in a YAML front
matter. Where -o is a folder (it is there, or its name ends with "/"), the articles become files in it.

Examples:
  corpus-navigator bundle clippings -o clippings.bundle
  corpus-navigator bundle clippings -o clippings.bundle --force
  corpus-navigator bundle export.txt -o articles/`;

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
    .requiredOption("-o, --output <file>", "the bundle to write, or a folder", notEmpty)
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
  if (there?.isDirectory() === true || /[\\/]$/.test(output)) return intoFolder(folder, output, force === true, context);
  if (there !== null && !there.isFile()) throw new Failure(`${terminalText(output)} is there and is not a regular file.`);
  if (there !== null && force !== true) throw new Failure(`${terminalText(output)} is there already; --force replaces it.`);
  const { files } = await loadTexts(folder, context, target);
  if (files.length === 0) throw new Failure(`No articles in ${terminalText(folder)}: nothing to bundle.`);
  await nameByteOrderMarks(files, context);
  await replaceFile(target, output, entries(files, context));
  terminal.complain(`${terminalText(output)}: ${files.length} ${files.length === 1 ? "file" : "files"} bundled.`);
}

/** A text with its name; made when it is asked for. */
interface Piece {
  readonly name: string;
  readonly text: () => string;
}

/** Each file as it is, but for those with many articles, other than envelopes: each article with the file's name before its own. */
function piecesOf({ path: name, document }: CorpusFile, isOnly: boolean): readonly Piece[] {
  const isExtracted = isExtractedName(name);
  // What was taken out of a page is no page any more.
  if (isExtracted && document.kind === "article") return [{ name: `${name}.txt`, text: () => document.text }];
  if (document.container === null && !isExtracted) return [{ name, text: () => document.text }];
  return articleFiles(document).map((file) => ({
    name: isOnly ? file.name : `${name}/${file.name}`,
    text: () => articleFileText(document, file.slot),
  }));
}

function* entries(files: readonly CorpusFile[], { terminal, token }: Context): Generator<string> {
  const taken = new Set<string>();
  for (const file of files) {
    for (const { name, text } of piecesOf(file, files.length === 1)) {
      if (token.isCancellationRequested) throw new Failure("Cancelled.");
      const entry: BundleEntry = bundleEntry(name, text(), taken);
      if (entry.name !== name)
        terminal.complain(`${terminalText(name)}: no marker can hold this name; bundled as ${terminalText(entry.name)}.`);
      if (!entry.exact) terminal.complain(`${terminalText(name)}: holds markers that no envelope can shield; it will not split as it was.`);
      yield entry.text;
    }
    if (file.document.kind === "bundle" && file.document.container === null && !isExtractedName(file.path))
      terminal.complain(`${terminalText(file.path)}: is a bundle itself and is kept as one article.`);
  }
}

/** The articles as files below a folder. */
async function intoFolder(folder: string, output: string, force: boolean, context: Context): Promise<void> {
  const { terminal, token } = context;
  const { files } = await loadTexts(folder, context);
  if (files.length === 0) throw new Failure(`No articles in ${terminalText(folder)}: nothing to write.`);
  await nameByteOrderMarks(files, context);
  const pieces = files.flatMap((file) => piecesOf(file, files.length === 1));
  const paths = splitPaths(
    pieces.map(({ name }) => name),
    process.platform,
  );
  const writer = new SafeWriter(output, force);
  await refuseIfInTheWay(writer, paths, (index) => terminalText(pieces[index]?.name ?? ""), output);
  await makeRoot(output);
  for (const [index, { key, path: relative }] of paths.entries()) {
    if (token.isCancellationRequested) throw new Failure(`Cancelled: ${index} of ${paths.length} articles are written.`);
    if (key !== relative) terminal.complain(`${terminalText(key)} is written as ${terminalText(relative)}.`);
    await writer.write(relative, pieces[index]?.text() ?? "");
  }
  terminal.complain(`${terminalText(output)}: ${paths.length} ${paths.length === 1 ? "article" : "articles"} written.`);
}

/** A byte order mark is no text and is not kept: where a file had one, that is said. */
async function nameByteOrderMarks(files: readonly CorpusFile[], { terminal }: Context): Promise<void> {
  for (const { uri, path: name } of files) {
    const handle = await fs.open(URI.parse(uri).fsPath, "r").catch(() => null);
    if (handle === null) continue;
    try {
      const { buffer } = await handle.read(Buffer.alloc(3), 0, 3, 0);
      const starts = (...bytes: number[]): boolean => bytes.every((byte, index) => buffer[index] === byte);
      if (starts(0xef, 0xbb, 0xbf) || starts(0xff, 0xfe) || starts(0xfe, 0xff))
        terminal.complain(`${terminalText(name)}: its byte order mark is left out.`);
    } finally {
      await handle.close();
    }
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
