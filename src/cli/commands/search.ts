import { InvalidArgumentError, Option, type Command } from "commander";
import type { SortOrder } from "../../core/search/engine/searchEngine";
import type { Context } from "../context";
import { loadCorpus } from "../loadCorpus";
import { searchCorpus } from "../searchCorpus";
import { colouredStyle, plainStyle, searchList } from "../searchList";

const ORDERS = ["relevance", "newest", "oldest"] as const satisfies readonly SortOrder[];
const DEFAULT_LIMIT = 20;

const HELP = `
Query language:
  peace talks          both words, inflections below the exact words; too few: articles with some of them follow
  "peace talks"        the phrase              peace OR truce       either       ( )     groups
  -war  -"cold war"    without                 peace NEAR/5 talks   at most 5 words between
  confer*              begins with             lavrof~              spelt like
  title: body: author: source: agency: place: file: lang:     in a field: title:talks, source:"evening lantern"
  date:2013-11  date:2013-05..2013-11  date:<2012  undated:   when
Nothing is an error: what cannot be understood is left out, and said.

With --json there is one object: {total, partial, hits: [{file, key, displayTitle, publisher, datePublished, score, partial,
inSiteText, snippets: [{text, marks: [[start, end]], line}]}], facets: {source, month, …: [{value, count}]}, histogram,
understoodAs, corrections, hints}. Lines are 1-based, marks are UTF-16 code units of the snippet's text.

Examples:
  corpus-navigator search clippings '"peace conference" -oil'
  corpus-navigator search clippings 'agency:reuters date:2013' --sort newest
  corpus-navigator search clippings lavrof --json --limit 5
  corpus-navigator search clippings peace -war`;

interface Options {
  readonly json?: true;
  readonly limit: number;
  readonly sort: SortOrder;
}

/** `search FOLDER QUERY [--json]`: finds articles by what they say. */
export function addSearch(program: Command, context: Context): void {
  const { terminal } = context;
  program
    .command("search")
    .summary("search the articles of a folder or a bundle")
    .description("Finds the articles of a folder (with its subfolders), of a bundle, or of one file, best first.")
    .argument("<folder>", "a folder, or a single file")
    .argument("<query...>", "what to look for; several arguments are one query")
    .addOption(new Option("--limit <n>", "at most so many hits").default(DEFAULT_LIMIT).argParser(wholeNumber))
    .addOption(new Option("--sort <order>", "undated articles come last").choices(ORDERS).default("relevance"))
    .option("--json", "one object with hits, snippets and facets")
    .addHelpText("after", HELP)
    // "-war" is part of the query.
    .allowUnknownOption()
    .action(async (folder: string, words: readonly string[], { json, limit, sort }: Options) => {
      const unknown = words.find((word) => /^--\w/u.test(word));
      if (unknown !== undefined) program.error(`error: unknown option '${unknown}'`);
      const answer = await searchCorpus(await loadCorpus(folder, context), { query: words.join(" "), limit, sort }, context);
      await terminal.write(json === true ? `${JSON.stringify(answer, null, 2)}\n` : searchList(answer, terminal.isColoured ? colouredStyle : plainStyle));
    });
}

function wholeNumber(value: string): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number) || number < 0) throw new InvalidArgumentError("A whole number is needed.");
  return number;
}
