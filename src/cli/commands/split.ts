import { promises as fs } from "node:fs";
import * as path from "node:path";
import { terminalText } from "../../core/text/escape";
import type { Command } from "commander";
import { URI } from "vscode-uri";
import type { CancellationToken } from "../../core/util/cancellation";
import { nameKeys } from "../../core/envelope/specification";
import { parseEnvelopes } from "../../core/envelope/parseEnvelopes";
import type { EnvelopeArticle, Envelopes } from "../../core/envelope/envelope";
import { messageOf } from "../../core/util/errorText";
import { LineIndex } from "../../core/text/lineIndex";
import { NodeFileSource } from "../../server/files/node/nodeFileSource";
import type { Context } from "../context";
import { Failure } from "../failure";
import { MAX_FILE_SIZE } from "../loadCorpus";
import { SafeWriter } from "../safeWriter";
import { splitPaths, type SplitPath } from "../splitPaths";

const EXAMPLES = `
Each article becomes a file with the name that its marker gives, made safe: never outside of FOLDER, never hidden, never
through a link. Its text is what stands between the markers, as UTF-8. If one file is in the way, nothing is written.

Examples:
  corpus-navigator split clippings.bundle -o clippings
  corpus-navigator split clippings.bundle -o clippings --force`;

interface Options {
  readonly output: string;
  readonly force?: true;
}

/** `split FILE -o FOLDER`: a bundle's articles as files. */
export function addSplit(program: Command, context: Context): void {
  program
    .command("split")
    .summary("unpack a bundle into files")
    .description("Unpacks a bundle: each article into a file of its own.")
    .argument("<file>", "the bundle")
    .requiredOption("-o, --output <folder>", "the folder to write to; it is made if it is not there")
    .option("--force", "replace files that are there")
    .addHelpText("after", EXAMPLES)
    .action((file: string, options: Options) => split(file, options, context));
}

async function split(file: string, { output, force }: Options, context: Context): Promise<void> {
  const { terminal, token } = context;
  const text = await readText(file, context);
  const lines = new LineIndex(text);
  const envelopes = parseEnvelopes(text, lines, token);
  if (cancelled(token)) throw new Failure("Cancelled.");
  if (!envelopes.isBundle) throw new Failure(`${terminalText(file)}: no <<<FILE …>>> markers that make it a bundle.`);
  const paths = splitPaths(envelopes.articles.map(({ key }) => key), process.platform);
  const place = (article: EnvelopeArticle | undefined): string => `${terminalText(file)}:${lines.lineAt(article?.opener.start ?? 0) + 1}`;
  for (const { span, message } of envelopes.problems) terminal.complain(`${terminalText(file)}:${lines.lineAt(span.start) + 1}: ${terminalText(message)}`);
  for (const [index, { key, path: relative }] of paths.entries()) {
    if (key !== relative) terminal.complain(`${place(envelopes.articles[index])}: ${terminalText(key)} is written as ${terminalText(relative)}.`);
  }
  const writer = new SafeWriter(output, force === true);
  await refuseIfInTheWay(writer, paths, (index) => place(envelopes.articles[index]), output);
  await makeRoot(output);
  for (const [index, { path: relative }] of paths.entries()) {
    if (cancelled(token)) throw new Failure(`Cancelled: ${index} of ${paths.length} articles are written.`);
    const raw = envelopes.articles[index]?.raw;
    if (raw !== undefined) await writer.write(relative, text.slice(raw.start, raw.end));
  }
  for (const loss of lossesOf(envelopes)) terminal.complain(`${terminalText(file)}: ${loss}`);
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

const MOST_NAMED = 10;

async function refuseIfInTheWay(writer: SafeWriter, paths: readonly SplitPath[], place: (index: number) => string, output: string): Promise<void> {
  const objections: string[] = [];
  for (const [index, { path: relative }] of paths.entries()) {
    const objection = await writer.objection(relative);
    if (objection !== null) objections.push(`${place(index)}: ${terminalText(path.join(output, relative))}: ${objection}`);
  }
  if (objections.length === 0) return;
  const more = objections.length > MOST_NAMED ? [`… and ${objections.length - MOST_NAMED} more.`] : [];
  throw new Failure(["Nothing is written (--force replaces files, never links):", ...objections.slice(0, MOST_NAMED), ...more].join("\n"));
}

async function makeRoot(output: string): Promise<void> {
  try {
    await fs.mkdir(output, { recursive: true });
  } catch (error) {
    throw new Failure(`${terminalText(output)} cannot be made: ${terminalText(messageOf(error))}`);
  }
}

/** What a bundle holds that files cannot. */
function lossesOf({ articles, outside }: Envelopes): string[] {
  const losses: string[] = [];
  if (outside.length > 0) losses.push(`${outside.length} ${outside.length === 1 ? "passage" : "passages"} outside of all articles not written.`);
  const withFields = articles.filter(({ attributes }) => [...attributes.keys()].some((key) => !nameKeys.includes(key))).length;
  if (withFields > 0) losses.push(`the attributes of ${withFields} ${withFields === 1 ? "marker" : "markers"} not written.`);
  return losses;
}
