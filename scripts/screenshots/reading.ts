import type { Scenario } from "./scenario.js";

const articleFile = process.env["ARTICLE"] ?? "lissen-courier/tarlen-conference-opens-in-geneva.txt";
const bundleFile = process.env["BUNDLE"] ?? "bundles/tarlen-talks.txt";

/**
 * Pictures of opening and reading: the Corpus view, an article, a bundle, an empty folder, going to an article. In
 * another folder than the samples, ARTICLE and BUNDLE in the environment say which files to open.
 */
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
    name: "layout",
    shows: "all views where they are by default, with an article and a search",
    async run(desk) {
      await desk.viewContainer("Corpus");
      await desk.rows("Articles");
      await desk.open(articleFile);
      await desk.command("Focus on Entities View");
      await desk.page.keyboard.press("Control+KeyK");
      await desk.page.keyboard.press("Control+Shift+KeyF");
      const view = desk.page.frameLocator("iframe.webview").frameLocator("iframe");
      await view.locator("input:focus").waitFor();
      await desk.page.keyboard.type(process.env["TYPED"] ?? "water");
      await view.locator(".result").first().waitFor();
      await desk.calm();
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
    name: "samples",
    shows: "what Open Sample Corpus leads to, from a folder without articles",
    emptyFolder: true,
    async run(desk) {
      await desk.viewContainer("Corpus");
      await desk.page.getByRole("button", { name: "Open Sample Corpus" }).first().click();
      await desk.arrived("sample-corpus");
      await desk.rows("Related");
      await desk.page.getByText("Show Me Around").first().waitFor();
      await desk.calm();
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
    name: "tooltip",
    shows: "what the Corpus view tells of an article",
    async run(desk) {
      await desk.viewContainer("Corpus");
      const rows = await desk.rows("Articles");
      await rows.filter({ hasText: "Five Years Is Not a River" }).first().hover();
      await desk.page.locator(".workbench-hover-container .monaco-hover").first().waitFor();
      await desk.calm();
    },
  },
  {
    name: "boilerplate",
    shows: "an article whose site text is dimmed and folded",
    async run(desk) {
      await desk.open(process.env["ARTICLE"] ?? "korvat-herald/crowds-cheer-as-filling-begins.txt");
      await desk.command("Reveal in Corpus View");
      await desk.rows("Articles");
    },
  },
  {
    name: "status",
    shows: "the language status of an article: how much the corpus holds",
    async run(desk) {
      await desk.open(articleFile);
      await desk.page.locator("[id='status.languageStatus']").first().hover();
      await desk.page.locator(".hover-language-status").first().waitFor();
      await desk.calm();
    },
  },
  {
    name: "outline",
    shows: "an article with its outline",
    async run(desk) {
      await desk.open(articleFile);
      await desk.command("Explorer: Focus on Outline View");
      await desk.rows("Outline");
    },
  },
  {
    name: "filter",
    shows: "the Articles tree, filtered while typing",
    async run(desk) {
      await desk.viewContainer("Corpus");
      await desk.rows("Articles");
      await desk.page.keyboard.press("F1");
      await desk.page.locator(".quick-input-widget input[type=text]").pressSequentially("Filter Articles");
      await desk.page.locator(".quick-input-list .monaco-list-row").filter({ hasText: "Filter Articles…" }).first().click();
      await desk.page.locator(".quick-input-title", { hasText: "Filter Articles" }).waitFor();
      await desk.page.locator(".quick-input-widget input[type=text]").pressSequentially("hallam");
      await desk.calm();
    },
  },
  {
    name: "problems",
    shows: "a bundle whose last closer is missing, in the Problems panel, with the fix that is offered",
    async run(desk) {
      // What is typed here stays in the window of this folder: no picture should be taken after it in the same run.
      await desk.open(bundleFile);
      await desk.page.keyboard.press("Control+End");
      for (let line = 0; line < 2; line++) await desk.page.keyboard.press("Control+Shift+KeyK");
      await desk.command("Problems: Focus on Problems View");
      await desk.page.locator(".markers-panel .monaco-list-row").nth(1).click();
      await desk.page.keyboard.press("Enter");
      await desk.calm();
      await desk.page.keyboard.press("Control+Period");
      await desk.page.locator(".action-widget .monaco-list-row").first().waitFor();
    },
  },
];
