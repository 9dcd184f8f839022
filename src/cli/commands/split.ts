import * as path from "node:path";
import { terminalText } from "../../core/text/escape";
import type { Command } from "commander";
import { URI } from "vscode-uri";
import type { CancellationToken } from "../../core/util/cancellation";
import { nameKeys } from "../../core/envelope/specification";
import { parseDocument, type ParsedDocument } from "../../core/corpus/parseDocument";
import { NodeFileSource } from "../../server/files/node/nodeFileSource";
import { articleFiles, articleFileText } from "../../core/corpus/articleFiles";
import { isExtractedName } from "../../core/corpus/candidates";
import type { Context } from "../context";
import { Failure } from "../failure";
import { MAX_FILE_SIZE } from "../loadCorpus";
import { makeRoot, refuseIfInTheWay, SafeWriter } from "../safeWriter";
import { splitPaths } from "../splitPaths";

const EXAMPLES = `
Each article becomes a file with the name that its marker gives, made safe: never outside of FOLDER, never hidden, never
through a link. Its text is what stands between the markers, as UTF-8. If one file is in the way, nothing is written.
Exports of archives (LexisNexis, Nexis Uni, ProQuest, Factiva), packs for language models, SGML collections, web archives
as text, tables and JSON are taken as well, and what holds any of these: ZIP archives, DOCX and RTF documents; fields that
such a file keeps beside the text become a YAML front matter. A saved page (HTML) or a document with one article becomes a
text file of its name.

Examples:
  corpus-navigator split clippings.bundle -o clippings
  corpus-navigator split clippings.bundle -o clippings --force
  corpus-navigator split articles.csv -o articles`;

interface Options {
  readonly output: string;
  readonly force?: true;
}

/** `split FILE -o FOLDER`: a bundle's articles as files. */
export function addSplit(program: Command, context: Context): void {
  program
    .command("split")
    .summary("unpack a bundle, an export or a table into files")
    .description("Unpacks a bundle or any other file of many articles: each into a file of its own.")
    .argument("<file>", "the bundle, export, pack, table …")
    .requiredOption("-o, --output <folder>", "the folder to write to; it is made if it is not there")
    .option("--force", "replace files that are there")
    .addHelpText("after", EXAMPLES)
    .action((file: string, options: Options) => split(file, options, context));
}

async function split(file: string, { output, force }: Options, context: Context): Promise<void> {
  const { terminal, token } = context;
  const text = await readText(file, context);
  const document = parseDocument(text, { fileName: path.basename(file), kind: "bundle" }, token);
  if (cancelled(token)) throw new Failure("Cancelled.");
  // What was taken out of a page or a document is a text that no file has yet.
  const isSingle = document.kind !== "bundle" && isExtractedName(path.basename(file));
  if (document.kind !== "bundle" && !isSingle)
    throw new Failure(`${terminalText(file)}: no <<<FILE …>>> markers that make it a bundle, nor any other container of articles.`);
  const { lines, slots, container } = document;
  const names = isSingle
    ? [`${path.basename(file)}.txt`]
    : container === null
      ? slots.map(({ key }) => key ?? "")
      : articleFiles(document).map(({ name }) => name);
  const paths = splitPaths(names, process.platform);
  const place = (index: number): string => `${terminalText(file)}:${lines.lineAt(slots[index]?.span.start ?? 0) + 1}`;
  for (const { span, message } of document.envelopeProblems)
    terminal.complain(`${terminalText(file)}:${lines.lineAt(span.start) + 1}: ${terminalText(message)}`);
  for (const [index, { key, path: relative }] of paths.entries()) {
    if (key !== relative) terminal.complain(`${place(index)}: ${terminalText(key)} is written as ${terminalText(relative)}.`);
  }
  const writer = new SafeWriter(output, force === true);
  await refuseIfInTheWay(writer, paths, place, output);
  await makeRoot(output);
  for (const [index, { path: relative }] of paths.entries()) {
    if (cancelled(token)) throw new Failure(`Cancelled: ${index} of ${paths.length} articles are written.`);
    const slot = slots[index];
    if (slot !== undefined) await writer.write(relative, isSingle ? document.text : articleFileText(document, slot));
  }
  for (const loss of lossesOf(document)) terminal.complain(`${terminalText(file)}: ${loss}`);
  terminal.complain(`${terminalText(output)}: ${paths.length} ${paths.length === 1 ? "article" : "articles"} written.`);
}

async function readText(file: string, { terminal, token }: Context): Promise<string> {
  const uri = URI.file(path.resolve(file)).toString();
  const result = await new NodeFileSource().read(uri, { maxFileSize: MAX_FILE_SIZE }, token);
  if (!result.ok) throw new Failure(`${terminalText(file)}: ${terminalText(result.skipped.detail)}`);
  if (result.file.notice !== null) terminal.complain(`${terminalText(file)}: ${result.file.notice}`);
  return result.file.text;
}

/** A call, so that the compiler does not take the token for settled. */
function cancelled(token: CancellationToken): boolean {
  return token.isCancellationRequested;
}

/** What a bundle holds that files cannot. */
function lossesOf({ slots, outside, text }: ParsedDocument): string[] {
  const losses: string[] = [];
  // A comma or a bracket between records is nothing to lose.
  const passages = outside.filter(({ start, end }) => /[\p{L}\p{N}]/u.test(text.slice(start, end))).length;
  if (passages > 0) losses.push(`${passages} ${passages === 1 ? "passage" : "passages"} outside of all articles not written.`);
  const withFields = slots.filter(({ envelope }) => [...(envelope?.attributes.keys() ?? [])].some((key) => !nameKeys.includes(key))).length;
  if (withFields > 0) losses.push(`the attributes of ${withFields} ${withFields === 1 ? "marker" : "markers"} not written.`);
  return losses;
}
