import type { Scenario } from "./scenario.js";

const articleFile = "lissen-courier/tarlen-conference-opens-in-geneva.txt";
const bundleFile = "bundles/tarlen-talks.txt";

/** Pictures of opening and reading: the Corpus view, an article, a bundle, an empty folder, going to an article. */
export const readingScenarios: readonly Scenario[] = [
  {
    name: "articles",
    shows: "the Articles tree of the Corpus view",
    async run(desk) {
      await desk.viewContainer("Corpus");
      await desk.rows("Articles");
    },
  },
  {
    name: "article",
    shows: "one article, with its outline and the Corpus view",
    async run(desk) {
      await desk.viewContainer("Corpus");
      await desk.open(articleFile);
    },
  },
  {
    name: "bundle",
    shows: "a bundle of articles with its outline",
    async run(desk) {
      await desk.open(bundleFile);
      await desk.command("Explorer: Focus on Outline View");
      await desk.rows("Outline");
    },
  },
  {
    name: "welcome",
    shows: "the Corpus view of a folder without articles",
    emptyFolder: true,
    async run(desk) {
      await desk.viewContainer("Corpus");
    },
  },
  {
    name: "goto",
    shows: "the quick pick of Go to Article…",
    async run(desk) {
      await desk.viewContainer("Corpus");
      await desk.rows("Articles");
      await desk.command("Go to Article…");
      await desk.page.locator(".quick-input-list .monaco-list-row").first().waitFor();
    },
  },
  {
    name: "reveal",
    shows: "the article that is being read, revealed in the Corpus view",
    async run(desk) {
      await desk.open(articleFile);
      await desk.command("Reveal in Corpus View");
      await desk.page.waitForTimeout(5000);
    },
  },
];
