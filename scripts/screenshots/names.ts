import type { Locator } from "playwright-core";
import type { Desk } from "./desk.js";
import type { Scenario } from "./scenario.js";

const articleFile = "lissen-courier/tarlen-conference-opens-in-geneva.txt";
const name = "al-Hadri";

/** Pictures of names in context. In another folder than the samples, NAME and ARTICLE in the environment say whom to look at. */
export const nameScenarios: readonly Scenario[] = [
  {
    name: "hover",
    shows: "the hover over a name",
    async run(desk) {
      await openArticle(desk);
      await desk.hover(whom());
    },
  },
  {
    name: "entities",
    shows: "the Entities view beside an article",
    async run(desk) {
      await desk.viewContainer("Corpus");
      await openArticle(desk);
      // Room for the tree that matters here.
      await desk.page.locator(".pane-header", { hasText: "Articles" }).click();
      await desk.command("Focus on Entities View");
      const rows = await desk.rows("Entities");
      await rows.filter({ hasText: whom() }).first().click();
      await desk.calm();
    },
  },
  {
    name: "entity-page",
    shows: "an entity's page",
    async run(desk) {
      await openArticle(desk);
      await desk.click(whom());
      await desk.command("Open Entity Page");
      await pageMentions(desk).first().waitFor();
    },
  },
  {
    name: "contexts",
    shows: "the mentions on an entity's page",
    async run(desk) {
      await openArticle(desk);
      await desk.click(whom());
      await desk.command("Open Entity Page");
      const names = pageMentions(desk);
      await names.first().waitFor();
      await names.first().focus();
      await desk.page.keyboard.press("End");
    },
  },
  {
    name: "said",
    shows: "what somebody said, on an entity's page",
    async run(desk) {
      await openArticle(desk);
      await desk.click(whom());
      await desk.command("Open Entity Page");
      const said = desk.page.frameLocator("iframe.webview").frameLocator("iframe").locator("ul.said button.sentence");
      await said.first().waitFor();
      await said.first().focus();
      await desk.page.keyboard.press("Tab");
    },
  },
  {
    name: "quotation",
    shows: "the hover over a quotation, and the quotations of the article in the Entities view",
    async run(desk) {
      await openArticle(desk);
      await desk.command("Focus on Entities View");
      const rows = await desk.rows("Entities");
      await rows.filter({ hasText: "Quotations" }).first().click();
      await desk.hover("spilling");
    },
  },
  {
    name: "references",
    shows: "the peek list of all mentions of a name",
    async run(desk) {
      await openArticle(desk);
      await desk.click(whom());
      await desk.page.keyboard.press("Shift+F12");
      await desk.page.locator(".peekview-widget .ref-tree .monaco-list-row").first().waitFor();
    },
  },
  {
    name: "show-entity",
    shows: "the quick pick of Show Entity…",
    async run(desk) {
      await openArticle(desk);
      await runAndPick(desk, "Show Entity…");
      await desk.page.keyboard.type(whom().slice(0, 4));
      await desk.page.locator(".quick-input-list .monaco-list-row").first().waitFor();
    },
  },
  {
    name: "correct",
    shows: "what can be corrected about a name",
    async run(desk) {
      await openArticle(desk);
      await desk.click(whom());
      await runAndPick(desk, "Correct a Name…");
      await desk.page.locator(".quick-input-list .monaco-list-row").first().waitFor();
    },
  },
  {
    name: "review",
    shows: "what a correction will write, before it is written",
    async run(desk) {
      await openArticle(desk);
      await desk.click(whom());
      await runAndPick(desk, "Not a Name");
      await desk.page.locator(".quick-input-list .monaco-list-row").nth(1).waitFor();
      await desk.page.keyboard.press("ArrowDown");
      await desk.page.keyboard.press("Enter");
      await desk.page.locator(".monaco-diff-editor").first().waitFor();
    },
  },
  {
    name: "entity-page-again",
    shows: "an entity's page after the window was loaded anew",
    async run(desk) {
      await openArticle(desk);
      await desk.click(whom());
      await desk.command("Open Entity Page");
      await pageMentions(desk).first().waitFor();
      await Promise.all([desk.page.waitForEvent("load"), desk.command("Developer: Reload Window")]);
      await desk.ready();
      await pageMentions(desk).first().waitFor();
    },
  },
  {
    name: "date",
    shows: "the hover over a date in the text",
    async run(desk) {
      await openArticle(desk);
      await desk.hover(process.env["DATE"] ?? "Friday");
    },
  },
  {
    name: "symbols",
    shows: "Go to Symbol in Workspace with a slip of a key",
    async run(desk) {
      await openArticle(desk);
      await desk.page.keyboard.press("Control+KeyT");
      const input = desk.page.locator(".quick-input-widget input[type=text]");
      await input.waitFor();
      await input.pressSequentially(process.env["QUERY"] ?? "Verhani");
      await desk.page.waitForTimeout(1500);
    },
  },
  {
    name: "no-names",
    shows: "the Entities view where there is no corpus",
    emptyFolder: true,
    async run(desk) {
      await desk.viewContainer("Corpus");
      await desk.command("Focus on Entities View");
    },
  },
  {
    name: "names",
    shows: "the colours of names in an article, without views",
    async run(desk) {
      await openArticle(desk);
      await desk.page.keyboard.press("Control+KeyB");
    },
  },
];

/** Runs a command that shows a quick pick itself: the input never goes away in between. */
async function runAndPick(desk: Desk, title: string): Promise<void> {
  await desk.page.keyboard.press("F1");
  await desk.page.locator(".quick-input-widget input[type=text]").pressSequentially(title);
  await desk.page.locator(".quick-input-list .monaco-list-row").filter({ hasText: title }).first().waitFor();
  await desk.page.keyboard.press("Enter");
  await desk.page.locator(".quick-input-title").waitFor();
}

/** The mentions on the entity page that is shown. */
function pageMentions(desk: Desk): Locator {
  return desk.page.frameLocator("iframe.webview").frameLocator("iframe").locator(".contexts button");
}

function whom(): string {
  return process.env["NAME"] ?? name;
}

/** Opens the article and waits until its names are coloured, which is when they are known. */
async function openArticle(desk: Desk): Promise<void> {
  await desk.open(process.env["ARTICLE"] ?? articleFile);
  await desk.page.waitForTimeout(2500);
}
