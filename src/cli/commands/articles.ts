import type { Command } from "commander";
import { URI } from "vscode-uri";
import { articlesOf } from "../articleJson";
import { tableRow } from "../articleTable";
import type { Context } from "../context";
import { Failure } from "../failure";
import { loadTexts } from "../loadCorpus";

const EXAMPLES = `
Without --json there is one line an article: date, title, source, and where it is (FILE:LINE or FILE#KEY).

Examples:
  corpus-navigator articles clippings
  corpus-navigator articles --json clippings > articles.json
  corpus-navigator articles bundle.txt`;

/** `articles FOLDER [--json]`: what stands in a corpus. */
export function addArticles(program: Command, context: Context): void {
  program
    .command("articles")
    .summary("list the articles of a folder or a bundle")
    .description("Lists the articles of a folder (with its subfolders), of a bundle, or of one file.")
    .argument("<folder>", "a folder, or a single file")
    .option("--json", "an array of objects with every field, lines 1-based and inclusive")
    .addHelpText("after", EXAMPLES)
    .action(async (folder: string, options: { json?: true }) => {
      await (options.json === true ? writeJson(folder, context) : writeTable(folder, context));
    });
}

/** Written in pieces: the whole may be longer than a string can be. */
async function writeJson(folder: string, context: Context): Promise<void> {
  const { terminal, token } = context;
  const { files, corpus } = await loadTexts(folder, context);
  const paths = new Map(files.map(({ uri, path }) => [uri, path]));
  const pathOf = (uri: string): string => paths.get(uri) ?? URI.parse(uri).path;
  let piece = "[";
  let separator = "\n";
  for (const file of files) {
    for (const article of articlesOf(file, corpus, pathOf)) {
      piece += separator + JSON.stringify(article);
      separator = ",\n";
      if (piece.length < PIECE) continue;
      await terminal.write(piece);
      piece = "";
      if (token.isCancellationRequested) throw new Failure("Cancelled: the array is not complete.");
    }
  }
  await terminal.write(`${piece}\n]\n`);
}

async function writeTable(folder: string, context: Context): Promise<void> {
  const { terminal } = context;
  const { files, corpus } = await loadTexts(folder, context);
  let piece = "";
  for (const file of files) {
    for (const article of articlesOf(file, corpus, (uri) => uri)) {
      piece += `${tableRow(article, terminal.width)}\n`;
      if (piece.length < PIECE) continue;
      await terminal.write(piece);
      piece = "";
    }
  }
  await terminal.write(piece);
  if (corpus.articleCount === 0) terminal.complain("No articles found.");
}

/** Characters that are gathered for one write. */
const PIECE = 1 << 20;
