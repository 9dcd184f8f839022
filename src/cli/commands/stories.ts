import { terminalText } from "../../core/text/escape";
import type { Command } from "commander";
import type { Story } from "../../core/related/relatedCorpus";
import type { Context } from "../context";
import { JsonList } from "../jsonList";
import { loadCorpus } from "../loadCorpus";
import { drive } from "../drive";
import { headingOf, placeOf, readRelated, type LoadedRelated, type PlaceJson } from "../readRelated";

/** What `stories --json` says of one story; the names are a promise. */
interface StoryJson {
  readonly label: string;
  /** The first and the last date of publication, `YYYY-MM-DD`; null where no article has one. */
  readonly from: string | null;
  readonly to: string | null;
  /** In the order of time, undated ones last. */
  readonly articles: readonly PlaceJson[];
}

const EXAMPLES = `
A story has two articles or more; articles without a story are left out. The longest story comes first.

Examples:
  corpus-navigator stories clippings
  corpus-navigator stories clippings --json > stories.json`;

/** `stories FOLDER [--json]`: the running stories of a corpus. */
export function addStories(program: Command, context: Context): void {
  program
    .command("stories")
    .summary("group the articles of a folder or a bundle into running stories")
    .description("Groups the articles of a folder (or of a bundle) into running stories in time.")
    .argument("<folder>", "a folder, or a single file")
    .option("--json", "one array with every story")
    .addHelpText("after", EXAMPLES)
    .action(async (folder: string, { json }: { readonly json?: true }) => {
      const loaded = await readRelated(await loadCorpus(folder, context), context);
      const stories = await drive(loaded.related.stories(), context);
      if (json === true)
        await JsonList.write(
          context.terminal,
          stories.map((story) => storyJson(story, loaded)),
        );
      else await writeList(stories, loaded, context);
    });
}

function storyJson({ label, from, to, articles }: Story, loaded: LoadedRelated): StoryJson {
  return {
    label,
    from,
    to,
    articles: articles.flatMap((id) => {
      const article = loaded.articles.get(id);
      return article === undefined ? [] : [placeOf(article)];
    }),
  };
}

async function writeList(stories: readonly Story[], loaded: LoadedRelated, { terminal }: Context): Promise<void> {
  for (const { label, from, to, articles } of stories) {
    const span = from === to ? (from ?? "undated") : `${from ?? ""} – ${to ?? ""}`;
    await terminal.write(`${terminalText(label)}  (${articles.length} articles, ${span})\n`);
    for (const id of articles) {
      const article = loaded.articles.get(id);
      if (article !== undefined) await terminal.write(`  ${terminalText(headingOf(article, loaded.corpus.dateOf(article.record)))}\n`);
    }
  }
  if (stories.length === 0) terminal.complain("No stories found.");
}
