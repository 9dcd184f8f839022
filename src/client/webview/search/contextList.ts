import type { SearchContext, SearchContexts } from "../../../protocol/search";
import { element } from "../page/dom";
import { readableDay } from "../page/readableDay";
import { pageLanguage } from "./dom";
import type { SearchLabels } from "./messages";

export interface ContextListEvents {
  readonly open: (context: SearchContext, beside: boolean) => void;
  /** The line is to be copied. */
  readonly copy: (text: string) => void;
  readonly up: () => void;
}

/** Every match in its line, centred: key words in context. */
export class ContextList {
  readonly root: HTMLElement;
  readonly #events: ContextListEvents;
  readonly #labels: SearchLabels;
  #contexts: readonly SearchContext[] = [];
  #rows: readonly HTMLElement[] = [];
  #active = -1;

  constructor(labels: SearchLabels, events: ContextListEvents) {
    this.#events = events;
    this.#labels = labels;
    this.root = element("div", { className: "contexts", role: "listbox", label: labels.contexts });
    this.root.tabIndex = 0;
    this.root.addEventListener("keydown", (event) => {
      this.#key(event);
    });
    this.root.addEventListener("focus", () => {
      if (this.#active < 0) this.#activate(0);
    });
    this.root.addEventListener("click", (event) => {
      const at = this.#rows.findIndex((row) => event.target instanceof Node && row.contains(event.target));
      if (at < 0) return;
      this.#activate(at);
      this.#open(event.ctrlKey || event.metaKey);
    });
  }

  /** `grouped`: a heading for each article. */
  show({ contexts, articles }: SearchContexts, grouped: boolean): void {
    this.#contexts = contexts;
    this.#active = -1;
    this.root.removeAttribute("aria-activedescendant");
    const children: HTMLElement[] = [];
    const rows: HTMLElement[] = [];
    let last = -1;
    for (const [index, context] of contexts.entries()) {
      const article = articles[context.article];
      const source =
        article === undefined
          ? ""
          : [
              article.displayTitle,
              article.publisher ?? article.agency,
              article.datePublished === null ? this.#labels.undated : readableDay(article.datePublished, pageLanguage()),
            ]
              .filter((part) => part !== null)
              .join(" · ");
      if (grouped && context.article !== last) children.push(element("div", { className: "heading", role: "presentation", text: source }));
      last = context.article;
      const row = element(
        "div",
        { className: "context", role: "option", label: `${context.before}${context.match}${context.after}, ${source}` },
        element("span", { className: "before" }, element("bdi", { text: context.before })),
        element("mark", { text: context.match }),
        element("span", { className: "after", text: context.after }),
      );
      row.id = `context-${index}`;
      row.title = source;
      row.setAttribute("aria-selected", "false");
      children.push(row);
      rows.push(row);
    }
    this.#rows = rows;
    this.root.replaceChildren(...children);
  }

  focus(): void {
    this.root.focus();
  }

  #activate(index: number): void {
    const row = this.#rows[index];
    if (!row) return;
    this.#rows[this.#active]?.setAttribute("aria-selected", "false");
    this.#active = index;
    row.setAttribute("aria-selected", "true");
    this.root.setAttribute("aria-activedescendant", row.id);
    row.scrollIntoView({ block: "nearest" });
  }

  #open(beside: boolean): void {
    const context = this.#contexts[this.#active];
    if (context) this.#events.open(context, beside);
  }

  #key(event: KeyboardEvent): void {
    const last = this.#rows.length - 1;
    const context = this.#contexts[this.#active];
    if (event.key === "c" && (event.ctrlKey || event.metaKey) && !event.altKey) {
      if (!context || window.getSelection()?.isCollapsed === false) return;
      // VS Code would copy what is selected, which is nothing.
      event.stopPropagation();
      event.preventDefault();
      this.#events.copy(`${context.before}${context.match}${context.after}`);
      return;
    }
    if (event.key === "ArrowUp" && this.#active <= 0) this.#events.up();
    else if (event.key === "Enter") this.#open(event.ctrlKey || event.metaKey);
    else {
      const to = {
        ArrowDown: this.#active + 1,
        ArrowUp: this.#active - 1,
        PageDown: this.#active + 20,
        PageUp: this.#active - 20,
        Home: 0,
        End: last,
      }[event.key];
      if (to === undefined) return;
      this.#activate(Math.max(0, Math.min(last, to)));
    }
    event.preventDefault();
  }
}
