import type { Desk } from "./desk.js";
import type { Scenario } from "./scenario.js";

const copy = "lissen-courier/former-governor-hallam-jailed.txt";
const talks = "lissen-courier/tarlen-conference-opens-in-geneva.txt";
/** Lists three titles: two of them are here. */
const lists = "lissen-courier/ardelia-recalls-ambassador-over-halmir-dam.txt";

/** Pictures of going from one article to the next: the Related view, a comparison, a story over time. */
export const relatedScenarios: readonly Scenario[] = [
  {
    name: "related",
    shows: "an article with its lenses and the Related view",
    async run(desk) {
      await openRelated(desk, copy);
      await desk.page.locator(".codelens-decoration a").first().waitFor();
      await desk.calm();
    },
  },
  {
    name: "listed",
    shows: "titles that an article lists: links to what is here, and a search for what is not",
    async run(desk) {
      await openRelated(desk, lists);
      await desk.command("Focus Active Editor Group");
      await desk.page.keyboard.press("Control+End");
      await desk.calm();
      await desk.hover("The Tarlen in Ten Pictures");
    },
  },
  {
    name: "go-to-related",
    shows: "the quick pick over all that belongs to an article",
    async run(desk) {
      await openRelated(desk, lists);
      await desk.command("Focus Active Editor Group");
      await desk.command("Go to Related Article…");
      await desk.page.locator(".quick-input-list .monaco-list-row").first().waitFor();
      await desk.calm();
    },
  },
  {
    name: "peek-related",
    shows: "related articles in the peek window",
    async run(desk) {
      await openRelated(desk, lists);
      await desk.command("Focus Active Editor Group");
      await desk.command("Peek Related");
      await desk.page.locator(".zone-widget .monaco-list-row").first().waitFor();
      await desk.calm();
    },
  },
  {
    name: "compare",
    shows: "two near-duplicates in the diff editor, without headers",
    async run(desk) {
      await openRelated(desk, copy);
      await desk.command("Compare with Near-Duplicate");
      await desk.page.locator(".monaco-diff-editor .view-line").first().waitFor();
      await desk.calm();
    },
  },
  {
    name: "story",
    shows: "the story timeline: articles over time by outlet, and as a table",
    async run(desk) {
      await openRelated(desk, talks);
      await desk.command("Show Story Timeline");
      const page = desk.page.locator("iframe.webview").last().contentFrame().locator("iframe").contentFrame();
      await page.locator(".uplot canvas").first().waitFor();
      await desk.calm();
    },
  },
];

/** Opens an article with what belongs to it in the Related view. */
async function openRelated(desk: Desk, file: string): Promise<void> {
  await desk.open(file);
  await desk.command("Show Related Articles");
  await desk.rows("Related");
}
