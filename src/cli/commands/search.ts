import { InvalidArgumentError, Option, type Command } from "commander";
import type { SortOrder } from "../../core/search/engine/searchEngine";
import type { Context } from "../context";
import { loadCorpus } from "../loadCorpus";
import { correctionsOf } from "../readEntities";
import { mostReadForFacets, searchCorpus } from "../searchCorpus";
import { colouredStyle, plainStyle, searchList } from "../searchList";

const ORDERS = ["relevance", "newest", "oldest"] as const satisfies readonly SortOrder[];
const DEFAULT_LIMIT = 20;

const HELP = `
Query language:
  peace talks          both words, inflections below the exact words; too few: articles with some of them follow
  "peace talks"        the phrase              peace OR truce       either       ( )     groups
  -war  -"cold war"    without                 peace NEAR/5 talks   at most 5 words between
  confer*  wom?n       begins with; any letter lavrof~              spelt like
  title: body: author: source: agency: place: file: lang:     in a field: title:talks, source:"evening lantern"
  date:2013-11  date:2013-05..2013-11  date:<2012  since:2013  before:2014  undated:   when
  person: org: place: entity:    who and where the articles name: person:"ilse marden"
  said:marden  said:marden ferry what somebody said, and with words in it; quote:"we have waited": words between quotation marks
  is:duplicate  story:           near-duplicates; articles of a running story, by a word of its label
Nothing is an error: what cannot be understood is left out, a word that occurs nowhere is taken for misspelt, and that is said.

Names, near-duplicates and stories take a while longer, and are found out where a query asks for them. Near-duplicates of a hit
are folded into it; --no-fold does without.

With --json there is one object: {total, partial, hits: [{file, key, displayTitle, publisher, datePublished, score, partial,
inSiteText, copies: [{file, key}], snippets: [{text, marks: [[start, end]], line}]}], facets: {source, year, month, agency,
person, org, place, folder, story, duplicates: [{value, count}]}, histogram, understoodAs, corrections, hints, leftOut: [{file, reason}]}. Facets without a value
are left out. Those of names are counted in the articles that were found, if they are not more than ${mostReadForFacets.toLocaleString("en")}; that of
stories is there where the query has story:. Lines are 1-based, marks are UTF-16 code units of the snippet's text.

Examples:
  corpus-navigator search clippings '"peace conference" -oil'
  corpus-navigator search clippings 'agency:reuters date:2013' --sort newest
  corpus-navigator search clippings lavrof --json --limit 5
  corpus-navigator search clippings person:marden -is:duplicate
  corpus-navigator search clippings peace -war
  corpus-navigator search clippings dam --index clippings.index`;

interface Options {
  readonly json?: true;
  readonly limit: number;
  readonly sort: SortOrder;
  readonly fold: boolean;
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
    .option("--no-fold", "list near-duplicates of a hit too, instead of naming them with it")
    .option("--json", "one object with hits, snippets and facets")
    .addHelpText("after", HELP)
    // "-war" is part of the query.
    .allowUnknownOption()
    .action(async (folder: string, words: readonly string[], { json, ...wanted }: Options) => {
      const unknown = words.find((word) => /^--\w/u.test(word));
      if (unknown !== undefined) program.error(`error: unknown option '${unknown}'`);
      const options = { ...wanted, query: words.join(" "), facets: json === true, corrections: await correctionsOf(folder) };
      const answer = await searchCorpus(await loadCorpus(folder, context), options, context);
      await terminal.write(
        json === true ? `${JSON.stringify(answer, null, 2)}\n` : searchList(answer, terminal.isColoured ? colouredStyle : plainStyle),
      );
    });
}

function wholeNumber(value: string): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number) || number < 0) throw new InvalidArgumentError("A whole number is needed.");
  return number;
}
