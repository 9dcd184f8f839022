import type { ArticleSummary } from "../../../protocol/ranges";
import type { SearchHitItem } from "../../../protocol/search";
import { element } from "../page/dom";
import { readableDay } from "../page/readableDay";
import { filled, marked, pageLanguage, readableNumber } from "./dom";
import type { SearchLabels } from "./messages";

/** What the menus of VS Code are told about a result. */
function menuContext(article: ArticleSummary): string {
  return JSON.stringify({ webviewSection: "result", article, preventDefaultContextMenuItems: true });
}

/** An article among the results: title, source and date, snippets. `index` counts from 0 through all results. */
function resultItem(item: SearchHitItem, index: number, total: number, labels: SearchLabels): HTMLElement {
  const { article, title, snippets, matches, partial, inSiteText, copies } = item;
  const root = element("div", { className: "result", role: "option" });
  root.id = `result-${index}`;
  root.setAttribute("aria-posinset", String(index + 1));
  root.setAttribute("aria-setsize", String(total));
  root.setAttribute("aria-selected", "false");
  root.dataset["vscodeContext"] = menuContext(article);
  const details = [
    article.publisher ?? article.agency,
    article.datePublished === null ? labels.undated : readableDay(article.datePublished, pageLanguage()),
    matches === null || matches === 0 ? null : matches === 1 ? labels.oneMatch : filled(labels.matches, readableNumber(matches)),
  ].filter((detail) => detail !== null);
  const line = element("div", { className: "details quiet", text: details.join(" · ") });
  for (const [is, text] of [
    [partial, labels.partial],
    [inSiteText, labels.inSiteText],
  ] as const)
    if (is) line.append(" ", element("span", { className: "badge", text }));
  if (copies.length > 0) {
    const badge = element("span", { className: "badge", text: copies.length === 1 ? labels.copy : filled(labels.copies, copies.length) });
    badge.title = copies
      .map((copy) =>
        [copy.displayTitle, copy.publisher ?? copy.agency, copy.datePublished && readableDay(copy.datePublished, pageLanguage())]
          .filter((part) => part !== null)
          .join(" · "),
      )
      .join("\n");
    line.append(" ", badge);
  }
  root.append(marked(title.text, title.marks, "title"), line, ...snippets.map(({ text, marks }) => marked(text, marks, "snippet")));
  return root;
}

/** Results are fetched and drawn by so many: somewhat more than are in sight, for the first ones are what a key waits for. */
export const pageSize = 12;
/** How high a page is before it has been drawn, in pixels. */
const guessedHeight = pageSize * 110;

export interface ResultListEvents {
  /** The page that begins with this result is needed. */
  readonly need: (offset: number) => void;
  readonly open: (item: SearchHitItem, how: { readonly beside: boolean; readonly focus: boolean; readonly snippet: number }) => void;
  /** The article's title, or its citation, is to be copied. */
  readonly copy: (item: SearchHitItem, what: "title" | "citation") => void;
  readonly moved: (index: number) => void;
  /** Up from the first result. */
  readonly up: () => void;
  /** A letter was typed: it belongs into the box. */
  readonly typed: (key: string) => void;
}

/**
 * The results as a list box of pages: only pages in sight have their articles in the document, the others are an empty
 * space of their height. So the list is as long as the corpus and as light as the window.
 */
export class ResultList {
  readonly root: HTMLElement;
  readonly #labels: SearchLabels;
  readonly #events: ResultListEvents;
  readonly #inSight: IntersectionObserver;
  readonly #pages: { readonly box: HTMLElement; items: readonly SearchHitItem[] | null; isDrawn: boolean; isAsked: boolean }[] = [];
  #listed = 0;
  #active = -1;

  constructor(labels: SearchLabels, events: ResultListEvents) {
    this.#labels = labels;
    this.#events = events;
    this.root = element("div", { className: "results", role: "listbox", label: labels.results });
    this.root.tabIndex = 0;
    this.root.addEventListener("keydown", (event) => {
      this.#key(event);
    });
    this.root.addEventListener("focus", () => {
      if (this.#active < 0 && this.#listed > 0) this.activate(0);
    });
    this.root.addEventListener("click", (event) => {
      this.#click(event);
    });
    this.#inSight = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries)
          this.#sees(
            this.#pages.findIndex(({ box }) => box === target),
            isIntersecting,
          );
      },
      { rootMargin: "400px" },
    );
  }

  get active(): number {
    return this.#active;
  }

  /** Begins anew with the first page of `listed` results; `wasActive` stays so, if there are as many. */
  show(items: readonly SearchHitItem[], listed: number, wasActive: number): void {
    const active = Math.min(wasActive, listed - 1);
    const isFirst = this.#pages.length === 0;
    this.#inSight.disconnect();
    this.#pages.length = 0;
    this.#listed = listed;
    for (let offset = 0; offset < listed; offset += pageSize) {
      const box = element("div", { className: "page", role: "presentation" });
      box.style.height = `${Math.round((guessedHeight * Math.min(pageSize, listed - offset)) / pageSize)}px`;
      this.#pages.push({ box, items: null, isDrawn: false, isAsked: false });
    }
    this.root.replaceChildren(...this.#pages.map(({ box }) => box));
    this.#active = -1;
    this.root.removeAttribute("aria-activedescendant");
    this.take(0, items);
    if (active >= 0) this.activate(active, isFirst);
    for (const { box } of this.#pages) this.#inSight.observe(box);
  }

  /** A page that was asked for. */
  take(offset: number, items: readonly SearchHitItem[]): void {
    const page = this.#pages[offset / pageSize];
    if (!page) return;
    page.items = items;
    page.isAsked = true;
    this.#draw(offset / pageSize);
  }

  focus(): void {
    this.root.focus();
  }

  /** Makes a result the active one. */
  activate(index: number, scroll = true): void {
    if (index < 0 || index >= this.#listed) return;
    this.root.querySelector('[aria-selected="true"]')?.setAttribute("aria-selected", "false");
    this.#active = index;
    const place = Math.floor(index / pageSize);
    const page = this.#pages[place];
    if (page && !page.isDrawn) {
      if (page.items === null) this.#ask(place);
      else this.#draw(place);
      if (scroll) page.box.scrollIntoView({ block: "nearest" });
    }
    this.#select(scroll);
    this.#events.moved(index);
  }

  #select(scroll: boolean): void {
    const item = document.getElementById(`result-${this.#active}`);
    if (!item) return;
    item.setAttribute("aria-selected", "true");
    // The menu key is pressed on the list, and means what is active in it.
    this.root.dataset["vscodeContext"] = item.dataset["vscodeContext"];
    this.root.setAttribute("aria-activedescendant", item.id);
    if (scroll) item.scrollIntoView({ block: "nearest" });
  }

  #sees(place: number, isIntersecting: boolean): void {
    const page = this.#pages[place];
    if (!page) return;
    if (isIntersecting) {
      if (page.items === null) this.#ask(place);
      else if (!page.isDrawn) this.#draw(place);
    } else if (page.isDrawn && Math.floor(this.#active / pageSize) !== place) {
      page.box.style.height = `${page.box.offsetHeight}px`;
      page.box.replaceChildren();
      page.isDrawn = false;
    }
  }

  #ask(place: number): void {
    const page = this.#pages[place];
    if (!page || page.isAsked) return;
    page.isAsked = true;
    this.#events.need(place * pageSize);
  }

  #draw(place: number): void {
    const page = this.#pages[place];
    if (!page?.items) return;
    page.box.replaceChildren(...page.items.map((item, at) => resultItem(item, place * pageSize + at, this.#listed, this.#labels)));
    page.box.style.height = "";
    page.isDrawn = true;
    if (Math.floor(this.#active / pageSize) === place) this.#select(false);
  }

  #open(index: number, beside: boolean, focus: boolean, snippet = 0): void {
    const item = this.#pages[Math.floor(index / pageSize)]?.items?.[index % pageSize];
    if (item) this.#events.open(item, { beside, focus, snippet });
  }

  /** Copies from the active result, unless the reader has selected a text. */
  #copy(event: KeyboardEvent, what: "title" | "citation"): void {
    const item = this.#pages[Math.floor(this.#active / pageSize)]?.items?.[this.#active % pageSize];
    if (!item || window.getSelection()?.isCollapsed === false) return;
    event.preventDefault();
    // VS Code has commands of its own for these keys.
    event.stopPropagation();
    this.#events.copy(item, what);
  }

  #click(event: MouseEvent): void {
    const target = event.target instanceof Element ? event.target.closest(".result") : null;
    if (!target) return;
    const index = Number(target.id.slice("result-".length));
    const snippets = [...target.querySelectorAll(".snippet")];
    const snippet = snippets.findIndex((line) => event.target instanceof Node && line.contains(event.target));
    this.activate(index, false);
    this.#open(index, event.ctrlKey || event.metaKey, event.detail > 1, Math.max(0, snippet));
  }

  #key(event: KeyboardEvent): void {
    const move = (to: number): void => {
      event.preventDefault();
      this.activate(Math.max(0, Math.min(this.#listed - 1, to)));
    };
    switch (event.key) {
      case "ArrowDown":
        move(this.#active + 1);
        break;
      case "ArrowUp":
        if (this.#active <= 0) {
          event.preventDefault();
          this.#events.up();
        } else move(this.#active - 1);
        break;
      case "PageDown":
        move(this.#active + 8);
        break;
      case "PageUp":
        move(this.#active - 8);
        break;
      case "Home":
        move(0);
        break;
      case "End":
        move(this.#listed - 1);
        break;
      case "Enter":
        event.preventDefault();
        this.#open(this.#active, event.ctrlKey || event.metaKey, false);
        break;
      case "c":
      case "C":
        if ((event.ctrlKey || event.metaKey) && !event.altKey) this.#copy(event, event.shiftKey ? "citation" : "title");
        else this.#type(event);
        break;
      default:
        this.#type(event);
    }
  }

  #type(event: KeyboardEvent): void {
    if (event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey && !event.altKey) this.#events.typed(event.key);
  }
}
