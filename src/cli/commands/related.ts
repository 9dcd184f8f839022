import { terminalText } from "../../core/text/escape";
import { InvalidArgumentError, type Command } from "commander";
import { NamedEntities, outletNames } from "../../core/related/similarity/namedEntities";
import { linkBetween } from "../../core/related/links/linkBetween";
import { readableTerms } from "../../core/related/similarity/readableTerms";
import { reasonsInWords } from "../../core/related/similarity/reasons";
import { textParts } from "../../core/related/articleFeatures";
import type { RelatedArticle } from "../../core/related/relatedCorpus";
import type { Context } from "../context";
import { findArticle } from "../findArticle";
import { JsonList } from "../jsonList";
import { loadCorpus } from "../loadCorpus";
import { readEntities } from "../readEntities";
import { drive } from "../drive";
import { headingOf, placeOf, placeText, readRelated, type LoadedArticle, type LoadedRelated, type PlaceJson } from "../readRelated";

/** What `related --json` says of one article; the names are a promise. */
interface RelatedJson extends PlaceJson {
  readonly displayTitle: string;
  /** `YYYY-MM-DD`, or null. */
  readonly datePublished: string | null;
  /** 0..1 */
  readonly score: number;
  readonly reasons: readonly string[];
}

const EXAMPLES = `
FILE is relative to the folder (or a path of its own); in a bundle, #KEY says which article. Near-duplicates of the article
are not among the related ones: "duplicates" lists them. In corpora of more than ${mostWithNames().toLocaleString("en")} articles names are not looked for, and
shared terms alone decide.

Examples:
  corpus-navigator related clippings clippings/talks.txt
  corpus-navigator related clippings "week.txt#a/talks.txt" --limit 3 --json`;

/** Finding names takes about a millisecond an article: nobody waits minutes for one list. */
function mostWithNames(): number {
  return 20_000;
}

interface Options {
  readonly json?: true;
  readonly limit: number;
}

/** `related FOLDER FILE[#KEY] [--limit N] [--json]`: which articles belong to one, and why. */
export function addRelated(program: Command, context: Context): void {
  program
    .command("related")
    .summary("list the articles that are related to one, with reasons")
    .description("Lists the articles of a folder (or of a bundle) that are related to one of them, best first, each with its reasons.")
    .argument("<folder>", "a folder, or a single file")
    .argument("<article>", "a file of it, with #KEY in a bundle")
    .option("--limit <n>", "at most so many", positive, 5)
    .option("--json", "one array with every related article")
    .addHelpText("after", EXAMPLES)
    .action(async (folder: string, place: string, { limit, json }: Options) => {
      const loaded = await readRelated(await loadCorpus(folder, context), context);
      const article = findArticle(loaded, folder, place);
      const related = await relatedTo(article, loaded, limit, context);
      if (json === true) await JsonList.write(context.terminal, related);
      else await writeList(related, loaded, context);
    });
}

function positive(value: string): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number) || number < 1) throw new InvalidArgumentError("A whole number from 1 is needed.");
  return number;
}

/** The articles that belong to one, with reasons; `known` are the names of the corpus, where they have been read. */
export async function relatedTo(
  article: LoadedArticle,
  loaded: LoadedRelated,
  limit: number,
  context: Context,
  known: NamedEntities | null = null,
): Promise<readonly RelatedJson[]> {
  const { related, articles, corpus } = loaded;
  await drive(related.relatedness.train(), context);
  const isLarge = articles.size > mostWithNames();
  const entities = isLarge ? null : (known ?? new NamedEntities((await readEntities(loaded, null, context)).view));
  const stories = isLarge ? [] : await drive(related.stories(), context);
  const story = new Set(stories.find((one) => one.articles.includes(article.id))?.articles);
  return related.related(article.id, limit, entities).flatMap((hit): RelatedJson[] => {
    const other = articles.get(hit.id);
    if (other === undefined) return [];
    const score = Number(hit.score.toFixed(4));
    const { displayTitle } = other.record;
    return [
      {
        ...placeOf(other),
        displayTitle,
        datePublished: corpus.dateOf(other.record),
        score,
        reasons: reasonsFor(article, hit, other, loaded, entities, story.has(hit.id)),
      },
    ];
  });
}

function reasonsFor(
  article: LoadedArticle,
  hit: RelatedArticle,
  other: LoadedArticle,
  { related }: LoadedRelated,
  entities: NamedEntities | null,
  isSameStory: boolean,
): readonly string[] {
  const outlets = outletNames([article.record.publisher, article.record.agency, other.record.publisher, other.record.agency]);
  const { title, body } = textParts(article.article());
  const spans = title === null ? body : [title, ...body];
  const sources = {
    entity: (id: string) => entities?.shared(id, outlets) ?? null,
    phrases: (stems: readonly string[], limit: number) => readableTerms(article.file.document.text, spans, stems, limit),
    articleCount: related.size,
  };
  return reasonsInWords(hit, sources, linkBetween(related, article.id, hit.id), isSameStory);
}

async function writeList(related: readonly RelatedJson[], loaded: LoadedRelated, { terminal }: Context): Promise<void> {
  for (const one of related) {
    const article = [...loaded.articles.values()].find(({ file, record }) => file.path === one.file && record.key === one.key);
    if (article === undefined) continue;
    await terminal.write(
      `${one.score.toFixed(2)}  ${terminalText(headingOf(article, one.datePublished))}\n      ${terminalText(one.reasons.join("; "))}\n      ${terminalText(placeText(one))}\n`,
    );
  }
  if (related.length === 0) terminal.complain("No related articles found.");
}
