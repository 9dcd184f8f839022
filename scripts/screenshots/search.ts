import type { FrameLocator } from "playwright-core";
import type { Desk } from "./desk.js";
import type { Scenario } from "./scenario.js";

/** What is looked for; in another folder than the samples, QUERY in the environment says it. */
const query = process.env["QUERY"] ?? '"water treaty" OR dam';

/** Pictures of searching. */
export const searchScenarios: readonly Scenario[] = [
  {
    name: "search",
    shows: "the Search view with an article that was found",
    async run(desk) {
      const view = await searchView(desk);
      await search(desk, view);
      await desk.page.keyboard.press("ArrowDown");
      await desk.page.keyboard.press("Enter");
      await desk.editor().locator(".view-line").first().waitFor();
      await desk.calm();
    },
  },
  {
    name: "search-shortcut",
    shows: "what is typed right behind the shortcut, in a window where the view was never shown; fails where a letter is lost",
    async run(desk) {
      await desk.open("tarlen-conference-opens-in-geneva.txt");
      // The key is the extension's as soon as the corpus is known.
      await desk.page.waitForTimeout(3000);
      await desk.page.keyboard.press("Control+KeyK");
      await desk.page.keyboard.press("Control+Shift+KeyF");
      await desk.page.keyboard.type("water treaty", { delay: Number(process.env["DELAY"] ?? 150) });
      const view = desk.page.frameLocator("iframe.webview").frameLocator("iframe");
      await view.locator(".result").first().waitFor();
      const typed = await view.getByRole("searchbox").inputValue();
      const isChanged = (await desk.page.locator(".tab.dirty").count()) > 0;
      if (typed !== "water treaty" || isChanged) throw new Error(`"${typed}" has arrived${isChanged ? ", some in the article" : ""}.`);
      await desk.calm();
    },
  },
  {
    name: "search-contexts",
    shows: "every match in its line, sorted by the word behind it",
    async run(desk) {
      const view = await searchView(desk);
      await search(desk, view);
      await view.getByRole("button", { name: "Contexts" }).click();
      await view.locator(".context").first().waitFor();
      await desk.calm();
    },
  },
  {
    name: "search-filters",
    shows: "filters with one value left out, and a stretch of time chosen with the keyboard",
    async run(desk) {
      const view = await searchView(desk);
      await search(desk, view);
      await view.locator("summary", { hasText: "Filters" }).click();
      await view.getByRole("checkbox").first().press("-");
      await view.locator(".found .chips .chip").first().waitFor();
      await view.locator(".bars").focus();
      await desk.page.keyboard.press("Shift+ArrowLeft");
      await desk.page.keyboard.press("Shift+ArrowLeft");
      await desk.calm();
    },
  },
  {
    name: "search-typing",
    shows: "suggestions while a word is typed",
    async run(desk) {
      const view = await searchView(desk);
      await view.getByRole("searchbox").pressSequentially(process.env["TYPED"] ?? "comm", { delay: 60 });
      await view.locator(".suggestions .chip").first().waitFor();
      await desk.calm();
    },
  },
  {
    name: "search-correction",
    shows: "a word that occurs nowhere, and what it was taken for",
    async run(desk) {
      const view = await searchView(desk);
      await view.getByRole("searchbox").fill(process.env["TYPED"] ?? "comission");
      await view.getByText("Did you mean").waitFor();
      await desk.calm();
    },
  },
  {
    name: "search-saved",
    shows: "saved searches below the empty box, with the keyboard on one",
    async run(desk) {
      const view = await searchView(desk);
      await search(desk, view);
      await desk.command("Corpus: Save Search…");
      await desk.page.keyboard.type("Water and dams");
      await desk.page.keyboard.press("Enter");
      await desk.command("Corpus: Clear Search");
      await view.locator("button.saved").first().focus();
      await desk.calm();
    },
  },
  {
    name: "search-pick",
    shows: "the same search in a quick pick",
    async run(desk) {
      await searchView(desk);
      await desk.command("Corpus: Find…");
      await desk.page.locator(".quick-input-widget input[type=text]").pressSequentially(query);
      await desk.page.locator(".quick-input-list .monaco-list-row").first().waitFor();
      await desk.calm();
    },
  },
  {
    name: "search-report",
    shows: "results in an editor",
    async run(desk) {
      const view = await searchView(desk);
      await search(desk, view);
      await desk.command("Open Results in Editor");
      await desk.editor().locator(".view-line").first().waitFor();
      await desk.calm();
    },
  },
  {
    name: "search-export",
    shows: "results that were exported as a table, through the dialog that asks where",
    async run(desk) {
      const view = await searchView(desk);
      await search(desk, view);
      await desk.command("Corpus: Export Results…");
      await desk.page.locator(".quick-input-list .monaco-list-row", { hasText: "CSV" }).click();
      // The dialog proposes the folder and a name.
      await desk.page.locator(".quick-input-list .monaco-list-row", { hasText: "lissen-courier" }).waitFor();
      await desk.calm();
      await desk.page.keyboard.press("Enter");
      await desk.editor().locator(".view-line", { hasText: "title" }).first().waitFor();
      await desk.calm();
    },
  },
];

/** The view alone in its container, with the focus in its box. */
async function searchView(desk: Desk): Promise<FrameLocator> {
  await desk.viewContainer("Corpus");
  await (await desk.rows("Articles")).first().waitFor();
  await desk.command("Corpus: Search");
  for (const other of ["Articles", "Saved Searches", "Entities", "Related", "Stories"]) {
    const header = desk.page.locator(".pane-header.expanded", { hasText: other });
    if ((await header.count()) > 0) await header.first().click();
  }
  const view = desk.page.frameLocator("iframe.webview").frameLocator("iframe");
  await view.getByRole("searchbox").click();
  return view;
}

/** Types the query, and waits until the results of a corpus that is still being read don't move any more. */
async function search(desk: Desk, view: FrameLocator): Promise<void> {
  await view.getByRole("searchbox").fill(query);
  await view.locator(".result").first().waitFor();
  await desk.calm();
}
