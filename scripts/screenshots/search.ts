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
      await view.getByRole("searchbox").fill(query);
      await view.getByRole("option").first().waitFor();
      await desk.page.keyboard.press("ArrowDown");
      await desk.page.keyboard.press("Enter");
      await desk.editor().locator(".view-line").first().waitFor();
      await desk.calm();
    },
  },
  {
    name: "search-contexts",
    shows: "every match in its line, sorted by the word behind it",
    async run(desk) {
      const view = await searchView(desk);
      await view.getByRole("searchbox").fill(query);
      await view.getByRole("option").first().waitFor();
      await view.getByRole("button", { name: "Contexts" }).click();
      await view.locator(".context").first().waitFor();
      await desk.calm();
    },
  },
  {
    name: "search-report",
    shows: "results in an editor",
    async run(desk) {
      const view = await searchView(desk);
      await view.getByRole("searchbox").fill(query);
      await view.getByRole("option").first().waitFor();
      await desk.command("Open Results in Editor");
      await desk.editor().locator(".view-line").first().waitFor();
      await desk.calm();
    },
  },
];

/** The view alone in its container, with the focus in its box. */
async function searchView(desk: Desk): Promise<FrameLocator> {
  await desk.viewContainer("Corpus");
  await (await desk.rows("Articles")).first().waitFor();
  await desk.command("Corpus: Search…");
  for (const other of ["Articles", "Entities", "Related", "Stories"]) {
    const header = desk.page.locator(".pane-header.expanded", { hasText: other });
    if ((await header.count()) > 0) await header.first().click();
  }
  const view = desk.page.frameLocator("iframe.webview").frameLocator("iframe");
  await view.getByRole("searchbox").click();
  return view;
}
