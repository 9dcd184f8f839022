import type { Command } from "commander";
import { compareCoverage, type Coverage, mostCompared, type Passage } from "../../core/coverage/compareCoverage";
import { coveredArticle } from "../../core/coverage/coveredArticle";
import { sourceOf } from "../../core/corpus/articleRecord";
import { terminalText } from "../../core/text/escape";
import type { Context } from "../context";
import { Failure } from "../failure";
import { findArticle } from "../findArticle";
import { loadCorpus } from "../loadCorpus";
import { correctionsOf, type LoadedEntities, readEntities } from "../readEntities";
import { drive } from "../drive";
import { headingOf, type LoadedArticle, type LoadedRelated, placeText, readRelated } from "../readRelated";

const EXAMPLES = `
Compared are the article, its near-duplicates, and the articles of its story; with --story, those of the story whose label has
these words. At most ${mostCompared}, the earliest first.

With --json there is one object; articles are named by their number in "articles":
  articles    [{file, key, displayTitle, outlet, datePublished}], the earliest first
  common      [{earlier, later, ofEarlier, ofLater, passages: [{earlier, later, words}], wording: [{earlier, later}]}]
  onlyHere    passages: sentences that no other of the articles has
  figures     [{unit, figures: [passage with value, sentence, saidBy]}]: of the same thing, but not the same
  quotations  [{versions: passages}]: the same words, cut or altered
  roles       [{entity, phrases: passages}]: what somebody is said to be, in other words
  leftOut     [{file, reason}]: files that are not read as articles
A passage is {article, line, start, end, text}; offsets are UTF-16 code units of the file.

Examples:
  corpus-navigator compare clippings clippings/talks.txt
  corpus-navigator compare clippings --story "dam" --json`;

interface Options {
  readonly json?: true;
  readonly story?: string;
}

/** `compare FOLDER ARTICLE|--story LABEL [--json]`: how several outlets tell the same. */
export function addCompare(program: Command, context: Context): void {
  program
    .command("compare")
    .summary("compare how outlets tell the same: common text, and what only one has")
    .description("Sets the articles of one story beside each other: who was first, who has whose text, and what differs.")
    .argument("<folder>", "a folder, or a single file")
    .argument("[article]", "a file of it, with #KEY in a bundle")
    .option("--story <label>", "the story whose label has these words")
    .option("--json", "one object")
    .addHelpText("after", EXAMPLES)
    .action(async (folder: string, place: string | undefined, { json, story }: Options) => {
      if ((place === undefined) === (story === undefined)) program.error("error: name an article, or a story with --story");
      const loaded = await readEntities(await loadCorpus(folder, context), await correctionsOf(folder), context);
      const related = await readRelated(loaded, context);
      const chosen = await chooseArticles(related, folder, place ?? null, story ?? "", context);
      if (chosen.length < 2) throw new Failure("No other article tells the same.");
      const coverage = compareCoverage(
        chosen.map(({ record, file }) => coveredArticle(record, file.document, loaded.view, loaded.corpus.dateOf(record))),
      );
      const ordered = coverage.order.flatMap((id) => related.articles.get(id) ?? []);
      await context.terminal.write(
        json === true ? `${JSON.stringify(jsonOf(coverage, ordered, loaded), null, 1)}\n` : textOf(coverage, ordered, loaded),
      );
    });
}

async function chooseArticles(
  loaded: LoadedRelated,
  folder: string,
  place: string | null,
  label: string,
  context: Context,
): Promise<readonly LoadedArticle[]> {
  const { related, articles } = loaded;
  const stories = await drive(related.stories(), context);
  const article = place === null ? null : findArticle(loaded, folder, place);
  const words = label
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== "");
  const story = stories.find((one) =>
    article === null ? words.every((word) => one.label.toLowerCase().includes(word)) : one.articles.includes(article.id),
  );
  if (article === null && story === undefined)
    throw new Failure(`No story of ${terminalText(folder)} has the label ${terminalText(label)}.`);
  const own = article === null ? [] : [article.id, ...related.duplicates.of(article.id).flatMap(({ a, b }) => [a, b])];
  return [...new Set([...own, ...(story?.articles ?? [])])].slice(0, mostCompared).flatMap((id) => articles.get(id) ?? []);
}

/** Passages with their lines instead of numbers only. */
function jsonOf(coverage: Coverage, ordered: readonly LoadedArticle[], { corpus, view, leftOut }: LoadedEntities): object {
  const lined = (passage: Passage): object => {
    const lines = ordered[passage.article]?.file.document.lines;
    return { ...passage, line: (lines?.lineAt(passage.start) ?? 0) + 1 };
  };
  return {
    articles: ordered.map(({ file, record }) => ({
      file: file.path,
      key: record.key,
      displayTitle: record.displayTitle,
      outlet: sourceOf(record),
      datePublished: corpus.dateOf(record),
    })),
    common: coverage.common.map((one) => ({
      ...one,
      passages: one.passages.map(({ earlier, later, words }) => ({ earlier: lined(earlier), later: lined(later), words })),
      wording: one.wording.map(({ earlier, later }) => ({ earlier: lined(earlier), later: lined(later) })),
    })),
    onlyHere: coverage.onlyHere.map(lined),
    figures: coverage.figures.map(({ unit, figures }) => ({ unit, figures: figures.map(lined) })),
    quotations: coverage.quotations.map(({ versions }) => ({ versions: versions.map(lined) })),
    roles: coverage.roles.map(({ entity, phrases }) => ({ entity, name: view.entity(entity)?.name ?? null, phrases: phrases.map(lined) })),
    leftOut,
  };
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

function textOf(coverage: Coverage, ordered: readonly LoadedArticle[], { corpus, view }: LoadedEntities): string {
  const short = (text: string): string => {
    const line = terminalText(text.replace(/\s+/gu, " "));
    return line.length > 160 ? `${line.slice(0, 159)}…` : line;
  };
  const placed = ({ article, start, text }: Passage): string => {
    const own = ordered[article];
    return own === undefined ? short(text) : `[${article + 1}:${own.file.document.lines.lineAt(start) + 1}] ${short(text)}`;
  };
  const lines = ordered.map(
    (article, at) =>
      `[${at + 1}] ${terminalText(headingOf(article, corpus.dateOf(article.record)))}  (${terminalText(placeText({ file: article.file.path, key: article.record.key }))})`,
  );
  const section = (title: string, rows: readonly string[]): void => {
    if (rows.length > 0) lines.push("", title, ...rows.map((row) => `  ${row}`));
  };
  section(
    "Text in common",
    coverage.common.flatMap(({ earlier, later, ofEarlier, ofLater, passages }) => [
      `[${earlier + 1}] and [${later + 1}]: ${percent(ofEarlier)} of the earlier, ${percent(ofLater)} of the later`,
      ...passages.slice(0, 3).map((one) => `  ${one.words} words: ${placed(one.earlier)}`),
    ]),
  );
  section(
    "In other words",
    coverage.common.flatMap(({ wording }) => wording.map(({ earlier, later }) => `${placed(earlier)}  ->  ${placed(later)}`)),
  );
  section(
    "Figures that differ",
    coverage.figures.flatMap(({ unit, figures }) => [
      terminalText(unit),
      ...figures.map((figure) => `  ${placed(figure)}${figure.saidBy === null ? "" : `  (${short(figure.saidBy)})`}`),
    ]),
  );
  section(
    "Quotations that differ",
    coverage.quotations.flatMap(({ versions }) => versions.map(placed)),
  );
  section(
    "Roles in other words",
    coverage.roles.flatMap(({ entity, phrases }) => [
      terminalText(view.entity(entity)?.name ?? entity),
      ...phrases.map((phrase) => `  ${placed(phrase)}`),
    ]),
  );
  section("Only here", coverage.onlyHere.map(placed));
  return `${lines.join("\n")}\n`;
}
