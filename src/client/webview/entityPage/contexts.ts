import type { EntityMention } from "../../../protocol/entities";
import { element, linkButton } from "../page/dom";
import { host } from "./host";
import type { Labels, ToPage } from "./messages";
import { readableDay } from "../page/readableDay";

/**
 * All mentions as key words in context: what stands before the name, the name, what stands behind it, below the title
 * of the article. One Tab leads in; the arrow keys go from mention to mention, Enter opens one.
 */
export class Contexts {
  readonly root = element("section");
  readonly #heading = element("h2");
  readonly #table = element("table", { className: "contexts" });
  readonly #more = linkButton("", () => {
    this.#askMore();
  });
  #labels: Labels | undefined;
  #language = "en";
  #shown = 0;
  #article: string | undefined;
  #body = element("tbody");

  constructor() {
    this.root.append(this.#heading, this.#table, this.#more);
    this.root.hidden = true;
    this.#table.addEventListener("keydown", (event) => {
      this.#walk(event);
    });
  }

  /** Sets the words around the contexts and the language of dates. */
  setLabels(labels: Labels, language: string): void {
    this.#labels = labels;
    this.#language = language;
    this.root.setAttribute("aria-label", labels.contexts);
    this.#more.textContent = labels.more;
  }

  /** Shows a page of contexts: the first replaces all, others are added. */
  show({ offset, mentions, total }: Extract<ToPage, { readonly type: "mentions" }>): void {
    if (offset === 0) this.clear();
    if (offset !== this.#shown) return;
    const first = this.#names().length;
    for (const mention of mentions) this.#add(mention);
    this.#shown += mentions.length;
    this.#heading.textContent = `${this.#labels?.contexts ?? ""} (${total})`;
    this.#more.hidden = this.#shown >= total || mentions.length === 0;
    this.root.hidden = total === 0;
    const names = this.#names();
    if (offset === 0) names[0]?.setAttribute("tabindex", "0");
    // Who asked for more by the keyboard goes on where the new ones begin.
    else if (document.activeElement === document.body || document.activeElement === this.#more) this.#focus(names[first]);
  }

  /** Shows no context. */
  clear(): void {
    this.#table.replaceChildren();
    this.#shown = 0;
    this.#article = undefined;
    this.root.hidden = true;
  }

  #add(mention: EntityMention): void {
    const { articleId, title, date, before, text, after, uri, range } = mention;
    if (articleId !== this.#article) {
      this.#article = articleId;
      this.#body = element("tbody");
      const heading = element(
        "th",
        {},
        title,
        " ",
        element("span", { className: "quiet", text: date === null ? (this.#labels?.undated ?? "") : readableDay(date, this.#language) }),
      );
      heading.colSpan = 2;
      heading.scope = "rowgroup";
      this.#body.append(element("tr", {}, heading));
      this.#table.append(this.#body);
    }
    const open = (): void => {
      host.postMessage({ type: "open", uri, range });
    };
    const name = linkButton(text, open, "name");
    name.tabIndex = -1;
    name.setAttribute("aria-label", `${before}${text}${after}`);
    const row = element(
      "tr",
      {},
      element("td", { className: "before" }, element("span", { text: before })),
      element("td", {}, name, after),
    );
    row.addEventListener("click", (event) => {
      if (event.target !== name && getSelection()?.isCollapsed !== false) open();
    });
    this.#body.append(row);
  }

  #askMore(): void {
    host.postMessage({ type: "mentions", offset: this.#shown });
  }

  #names(): HTMLElement[] {
    return [...this.#table.querySelectorAll<HTMLElement>("button.name")];
  }

  #walk(event: KeyboardEvent): void {
    const names = this.#names();
    const at = names.findIndex((name) => name === document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: names.length - 1 }[event.key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    this.#focus(names[to]);
  }

  #focus(name: HTMLElement | undefined): void {
    if (!name) return;
    for (const other of this.#table.querySelectorAll("button.name[tabindex='0']")) other.setAttribute("tabindex", "-1");
    name.tabIndex = 0;
    name.focus();
    name.scrollIntoView({ block: "nearest" });
  }
}
