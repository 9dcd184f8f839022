import type { Locator, Page } from "playwright-core";

/** A first start on a slow machine, an index to be built: more than any picture needs. */
const patienceMilliseconds = 45_000;
/** How long nothing may move before a picture is taken: the workbench animates for 300 ms at most. */
const calmMilliseconds = 700;

/**
 * A workbench on the screen and the hands of a person in front of it: keys, mouse, command palette. Nothing here knows the extension's
 * code.
 */
export class Desk {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    page.setDefaultTimeout(patienceMilliseconds);
  }

  /** Waits until the workbench can be worked with. */
  async ready(): Promise<void> {
    await this.page.locator(".monaco-workbench .statusbar").waitFor();
    // With a folder open, the explorer's first rows are the sign that the window has its folder and its key bindings.
    await this.page
      .locator(".explorer-folders-view .monaco-list-row, .explorer-folders-view .monaco-list, .explorer-viewlet .pane-body")
      .first()
      .waitFor();
    await this.calm();
  }

  /** Waits until no progress bar runs and nothing moves any more. */
  async calm(): Promise<void> {
    await this.page.locator(".monaco-progress-container.active").first().waitFor({ state: "detached" });
    await this.page.waitForTimeout(calmMilliseconds);
  }

  /** Runs a command by typing its title into the command palette, with its category: `Corpus Navigator: Go to Article…`. */
  async command(title: string): Promise<void> {
    await this.page.keyboard.press("F1");
    await this.pick(title, true);
  }

  /** Waits until the window (this one, or the one that was opened) shows a folder of that name. */
  async arrived(folder: string): Promise<void> {
    const context = this.page.context();
    const end = Date.now() + patienceMilliseconds;
    while (Date.now() < end) {
      await this.page.waitForTimeout(300);
      const page = context.pages().find((candidate) => candidate.url().includes(folder));
      if (!page) continue;
      if (page !== this.page) await this.page.goto(page.url());
      return this.ready();
    }
    throw new Error(`No window shows the folder ${folder}.`);
  }

  /** Opens a file of the folder by its path (or the end of it), optionally at a line: `a/b.txt:12`. */
  async open(file: string): Promise<void> {
    await this.page.keyboard.press("Control+KeyP");
    await this.pick(file, false);
    await this.editor().locator(".view-line").first().waitFor();
    await this.calm();
  }

  /** Types into the quick input that is open, waits for a row and takes the first; `exact` wants its title in it. */
  async pick(text: string, exact: boolean): Promise<void> {
    const input = this.page.locator(".quick-input-widget input[type=text]");
    await input.waitFor();
    await input.pressSequentially(text);
    const rows = this.page.locator(".quick-input-list .monaco-list-row");
    await (exact ? rows.filter({ hasText: text }) : rows).first().waitFor();
    await this.page.waitForTimeout(200);
    await this.page.keyboard.press("Enter");
    // Where the command asks something itself, the input stays.
    await input.waitFor({ state: "hidden", timeout: 2000 }).catch(() => undefined);
  }

  /** Shows a view container by its name in the activity bar. */
  async viewContainer(name: string): Promise<void> {
    const tab = this.page.locator(".activitybar .action-label").and(this.page.getByLabel(new RegExp(`^${name}`)));
    if ((await tab.locator("xpath=ancestor::li[contains(@class, 'checked')]").count()) === 0) await tab.first().click();
    // The tab's tooltip would stay in the picture.
    await this.page.mouse.move(0, 0);
    await this.calm();
  }

  /** The rows of a view, by the view's title; waits for the first. */
  async rows(view: string): Promise<Locator> {
    const rows = this.page
      .locator(".pane")
      .filter({ has: this.page.locator(".pane-header", { hasText: view }) })
      .locator(".monaco-list-row");
    await rows.first().waitFor();
    return rows;
  }

  /** The active editor. */
  editor(): Locator {
    return this.page.locator(".editor-group-container.active .monaco-editor[role=code]").first();
  }

  /** Points at a word (or any text) that is on the screen in the active editor, the `nth` from 0, and waits for the hover. */
  async hover(text: string, nth = 0): Promise<void> {
    const { x, y } = await this.findText(text, nth);
    await this.page.mouse.move(x - 3, y);
    await this.page.mouse.move(x, y);
    await this.page
      .locator(".monaco-editor .monaco-hover:not(.hidden) .hover-row, .monaco-resizable-hover .monaco-hover:not(.hidden) .hover-row")
      .first()
      .waitFor();
    await this.calm();
  }

  /** Puts the cursor on a text that is on the screen in the active editor. */
  async click(text: string, nth = 0): Promise<void> {
    const { x, y } = await this.findText(text, nth);
    await this.page.mouse.click(x, y);
  }

  /** The middle of a text in the active editor, in pixels of the page; exact as far as all its characters are equally wide. */
  private async findText(text: string, nth: number): Promise<{ x: number; y: number }> {
    const lines = await this.editor().locator(".view-line > span").all();
    const found: { x: number; y: number }[] = [];
    for (const line of lines) {
      // A line may have gone since: the editor folds and draws anew while it settles.
      const content = ((await line.textContent({ timeout: 1000 }).catch(() => null)) ?? "").replaceAll("\u00a0", " ");
      const box = content.includes(text) ? await line.boundingBox() : null;
      if (box === null) continue;
      for (let at = content.indexOf(text); at >= 0; at = content.indexOf(text, at + 1)) {
        found.push({ x: box.x + (box.width * (at + text.length / 2)) / content.length, y: box.y + box.height / 2 });
      }
    }
    // The editor keeps its lines in no order that can be seen.
    const place = found.sort((a, b) => a.y - b.y || a.x - b.x)[nth];
    if (place === undefined) throw new Error(`"${text}" is not on the screen in the active editor${nth > 0 ? ` ${nth + 1} times` : ""}.`);
    return place;
  }
}
