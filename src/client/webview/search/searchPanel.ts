import type { SortOrder } from "../../../core/search/engine/searchEngine";
import type { ContextSort, SearchQuestion, SearchResult } from "../../../protocol/search";
import { element } from "../page/dom";
import { ContextList } from "./contextList";
import { dropDown, filled, readableNumber } from "./dom";
import { FacetList } from "./facetList";
import { Hints } from "./hints";
import { Histogram } from "./histogram";
import { host } from "./host";
import type { AskedFor, SavedEntry, SearchLabels, ToView, ViewState } from "./messages";
import { QueryBox } from "./queryBox";
import { pageSize, ResultList } from "./resultList";
import { startPage } from "./startPage";
import { followTyping } from "./typing";

/** How long a key waits while the one before is being answered, in milliseconds: most keys are not the last. */
const typingPause = 35;
/** How long before suggestions are asked for. */
const suggestPause = 150;

const emptyState: ViewState = {
  query: "",
  filters: [],
  dates: null,
  sort: "relevance",
  contexts: null,
  openFacets: ["source"],
  active: -1,
};

/** The whole view: what is asked, when, and where the answer goes. */
export class SearchPanel {
  readonly #labels: SearchLabels;
  readonly #box: QueryBox;
  readonly #hints: Hints;
  readonly #facets: FacetList;
  readonly #histogram: Histogram;
  readonly #list: ResultList;
  readonly #contexts: ContextList;
  readonly #bar = element("div", { className: "bar-of-results" });
  readonly #summary: HTMLElement;
  readonly #start = element("div", { className: "start" });
  readonly #found = element("div", { className: "found" });
  #state: ViewState;
  #history: readonly string[];
  #saved: readonly SavedEntry[];
  /** The last question; answers to others are dropped. */
  #asked = 0;
  /** The last question that was answered. */
  #answered = 0;
  #timer = 0;
  #suggestTimer = 0;
  /** The question that the list shows an answer to. */
  #shown: string;
  #walked: number;

  constructor(root: HTMLElement, { labels, history, saved, active, walked }: Extract<ToView, { type: "setUp" }>) {
    this.#labels = labels;
    this.#history = history;
    this.#saved = saved;
    this.#state = { ...emptyState, ...host.getState(), ...(active !== null && { active }) };
    this.#walked = walked;
    // What was shown before it was hidden is shown again, with the same result active.
    this.#shown = JSON.stringify(this.#question);
    this.#box = new QueryBox(labels, {
      changed: (query) => {
        this.#typed(query);
      },
      down: () => {
        this.#focusResults();
      },
      accept: () => {
        host.postMessage({ type: "used", query: this.#state.query });
        this.#focusResults();
      },
      suggest: () => {
        this.#hints.focus();
      },
    });
    this.#box.history = history;
    this.#hints = new Hints(labels, (query, cursor) => {
      this.#box.show(query, cursor);
      this.#box.focus();
      this.#typed(query);
    });
    this.#facets = new FacetList(labels, this.#state.filters, this.#state.openFacets, {
      changed: (filters) => {
        this.#change({ filters });
      },
      opened: (openFacets) => {
        this.#remember({ openFacets });
      },
    });
    this.#histogram = new Histogram(labels, (dates) => {
      this.#change({ dates });
    });
    this.#list = new ResultList(labels, {
      need: (offset) => {
        this.#ask(offset);
      },
      open: ({ article, snippets }, { beside, focus, snippet }) => {
        host.postMessage({ type: "used", query: this.#state.query });
        host.postMessage({ type: "open", uri: article.uri, range: snippets[snippet]?.range ?? article.selection, beside, focus });
      },
      copy: ({ article }, what) => {
        host.postMessage({ type: "copy", article, what });
      },
      moved: (active) => {
        this.#remember({ active });
      },
      up: () => {
        this.#box.focus();
      },
      typed: () => {
        this.#box.focus();
      },
    });
    this.#contexts = new ContextList(labels, {
      open: ({ uri, range }, beside) => {
        host.postMessage({ type: "used", query: this.#state.query });
        host.postMessage({ type: "open", uri, range, beside, focus: false });
      },
      copy: (text) => {
        host.postMessage({ type: "copyText", text });
      },
      up: () => {
        this.#box.focus();
      },
    });
    this.#summary = element("p", { className: "summary", role: "status" });
    this.#summary.setAttribute("aria-live", "polite");
    this.#found.append(this.#facets.chips, this.#histogram.root, this.#facets.root, this.#bar, this.#list.root, this.#contexts.root);
    this.#box.root.append(this.#hints.suggestions);
    root.replaceChildren(this.#box.root, this.#hints.root, this.#summary, this.#start, this.#found);
    followTyping(root, [this.#box.root]);
    this.#box.show(this.#state.query);
    this.#drawBar();
    this.#drawStart();
    if (this.#isAsking) this.#ask(0);
    root.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || event.defaultPrevented || event.isComposing) return;
      // From the suggestions back to the box, in the box suggestions go first; from everywhere else to the text.
      const target = event.target instanceof Node ? event.target : null;
      if (this.#hints.suggestions.contains(target)) this.#box.focus();
      else if (this.#box.root.contains(target) && this.#hints.isSuggesting) this.#hints.suggest([]);
      else host.postMessage({ type: "leave" });
    });
    // Whoever focuses the view means its box; so does who types where no letter is wanted.
    document.addEventListener("keydown", (event) => {
      if (document.activeElement === document.body && event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey)
        this.#box.focus();
    });
    window.addEventListener("focus", () => {
      if (document.activeElement === document.body) this.#box.focus(true);
    });
  }

  hear(message: ToView): void {
    switch (message.type) {
      case "setUp":
        break;
      case "remembered":
        this.#history = message.history;
        this.#saved = message.saved;
        this.#box.history = message.history;
        this.#drawStart();
        break;
      case "result":
        this.#take(message.id, message.offset, message.result);
        break;
      case "contexts":
        if (message.id !== this.#asked || message.contexts === null) break;
        this.#contexts.show(message.contexts, this.#state.contexts === "article");
        this.#summary.textContent = filled(
          message.contexts.cut ? this.#labels.contextsCut : this.#labels.contextsCount,
          readableNumber(message.contexts.contexts.length),
          readableNumber(message.contexts.articles.length),
        );
        break;
      case "suggestions":
        if (message.id === this.#asked) this.#hints.suggest(message.suggestions);
        break;
      case "changed":
        if (this.#isAsking) this.#ask(0);
        break;
      case "focus":
        if (message.question !== null) this.#run(message.question);
        this.#box.focus(true);
        break;
      case "active":
        this.#walked = message.walked;
        this.#list.activate(message.index);
        break;
      case "clear":
        this.#clear();
        break;
    }
  }

  get #isAsking(): boolean {
    return this.#state.query.trim() !== "" || this.#state.filters.length > 0 || this.#state.dates !== null;
  }

  get #question(): SearchQuestion {
    const { query, filters, dates, sort } = this.#state;
    return { query, filters, dates, sort };
  }

  #remember(change: Partial<ViewState>): void {
    this.#state = { ...this.#state, ...change };
    host.setState(this.#state);
    if ("active" in change) this.#tell(-1);
  }

  /** What the view shows; `listed` is -1 where only the place in the list has changed. */
  #tell(listed: number): void {
    host.postMessage({
      type: "shows",
      question: this.#question,
      contexts: this.#state.contexts,
      listed,
      active: this.#state.active,
      walked: this.#walked,
    });
  }

  #typed(query: string): void {
    this.#remember({ query });
    const isBusy = this.#asked !== this.#answered;
    // An answer to what was typed before is of no use any more.
    this.#asked++;
    clearTimeout(this.#timer);
    if (isBusy)
      this.#timer = window.setTimeout(() => {
        this.#ask(0);
      }, typingPause);
    else this.#ask(0);
    clearTimeout(this.#suggestTimer);
    this.#suggestTimer = window.setTimeout(() => {
      this.#suggest();
    }, suggestPause);
  }

  #run({ query, filters = [], dates = null, sort = this.#state.sort }: AskedFor): void {
    this.#box.show(query);
    this.#remember({ query, filters, dates, sort });
    this.#facets.choose(filters);
    this.#drawBar();
    this.#ask(0);
  }

  #change(change: Partial<ViewState>): void {
    this.#remember(change);
    this.#ask(0);
  }

  #clear(): void {
    this.#box.show("");
    this.#remember({ query: "", filters: [], dates: null, active: -1 });
    this.#facets.choose([]);
    this.#ask(0);
    this.#box.focus();
  }

  #suggest(): void {
    if (this.#state.query === "") this.#hints.suggest([]);
    else host.postMessage({ type: "suggest", id: this.#asked, query: this.#state.query, cursor: this.#box.cursor });
  }

  #ask(offset: number): void {
    this.#drawStart();
    if (!this.#isAsking) {
      this.#answered = ++this.#asked;
      this.#shown = "";
      this.#hints.clear();
      this.#summary.textContent = "";
      this.#tell(0);
      return;
    }
    if (offset === 0) this.#asked++;
    host.postMessage({ type: "search", id: this.#asked, question: this.#question, offset, limit: pageSize });
    const { contexts } = this.#state;
    if (contexts !== null && offset === 0)
      host.postMessage({ type: "contexts", id: this.#asked, question: this.#question, order: contexts });
  }

  #take(id: number, offset: number, result: SearchResult | null): void {
    if (id !== this.#asked) return;
    this.#answered = id;
    if (result === null) return;
    if (offset > 0) {
      this.#list.take(offset, result.hits);
      return;
    }
    const question = JSON.stringify(this.#question);
    this.#hints.show(result, this.#state.query);
    this.#facets.show(result.facets);
    this.#histogram.show(result.histogram, this.#state.dates);
    if (this.#state.contexts === null) this.#summary.textContent = this.#summaryOf(result);
    const keep = this.#shown === question;
    this.#list.show(result.hits, result.listed, keep ? this.#state.active : -1);
    if (!keep) this.#remember({ active: -1 });
    this.#shown = question;
    this.#tell(result.listed);
  }

  #summaryOf({ total, partial, state }: SearchResult): string {
    const labels = this.#labels;
    const count = total === 0 ? labels.noResults : total === 1 ? labels.oneResult : filled(labels.manyResults, readableNumber(total));
    const some = partial === 0 ? [] : [filled(labels.somePartial, readableNumber(partial))];
    const indexing = state.done < state.total ? [filled(labels.indexing, readableNumber(state.done), readableNumber(state.total))] : [];
    return [count, ...some, ...indexing].join(" · ");
  }

  #focusResults(): void {
    if (this.#state.contexts === null) this.#list.focus();
    else this.#contexts.focus();
  }

  /** Articles or contexts, and in which order. */
  #drawBar(): void {
    const labels = this.#labels;
    const { contexts, sort } = this.#state;
    const tab = (text: string, value: ContextSort | null): HTMLElement => {
      const button = element("button", { text, className: "tab" });
      button.type = "button";
      button.setAttribute("aria-pressed", String((contexts === null) === (value === null)));
      button.addEventListener("click", () => {
        this.#change({ contexts: value });
        this.#drawBar();
      });
      return button;
    };
    const order =
      contexts === null
        ? dropDown<SortOrder>(
            labels.sortBy,
            [
              ["relevance", labels.relevance],
              ["newest", labels.newest],
              ["oldest", labels.oldest],
            ],
            sort,
            (chosen) => {
              this.#change({ sort: chosen });
            },
          )
        : dropDown<ContextSort>(
            labels.sortBy,
            [
              ["article", labels.byArticle],
              ["left", labels.byLeft],
              ["right", labels.byRight],
            ],
            contexts,
            (chosen) => {
              this.#change({ contexts: chosen });
            },
          );
    this.#bar.replaceChildren(tab(labels.results, null), tab(labels.contexts, contexts ?? "right"), order);
    this.#list.root.hidden = contexts !== null;
    this.#contexts.root.hidden = contexts === null;
  }

  #drawStart(): void {
    this.#found.hidden = !this.#isAsking;
    this.#start.hidden = this.#isAsking;
    this.#start.replaceChildren(
      this.#isAsking
        ? ""
        : startPage(this.#saved, this.#history, this.#labels, {
            search: (query) => {
              this.#run({ query });
              this.#box.focus();
            },
            saved: (action, name) => {
              host.postMessage({ type: "saved", action, name });
            },
          }),
    );
  }
}
