import type { SearchResult, Suggestion } from "../../../protocol/search";
import { element } from "../page/dom";
import { chip, filled } from "./dom";
import type { SearchLabels } from "./messages";

/** Below the box: how the query was understood and corrections; over what is below it: what the word may become. */
export class Hints {
  readonly root: HTMLElement;
  /** Lies over the results, so that nothing moves while somebody types. */
  readonly suggestions: HTMLElement;
  readonly #labels: SearchLabels;
  readonly #replace: (query: string, cursor: number) => void;
  readonly #understood = element("p", { className: "quiet" });
  readonly #corrections = element("p");

  constructor(labels: SearchLabels, replace: (query: string, cursor: number) => void) {
    this.#labels = labels;
    this.#replace = replace;
    this.#understood.id = "understood";
    this.suggestions = element("div", { className: "suggestions chips", role: "group", label: labels.suggestions });
    this.root = element("div", { className: "hints" }, this.#corrections, this.#understood);
    this.suggestions.addEventListener("keydown", (event) => {
      this.#move(event);
    });
  }

  show({ understoodAs, hints, corrections }: SearchResult, query: string): void {
    const understood = understoodAs === "" || !needsSaying(understoodAs, query) ? [] : [filled(this.#labels.understoodAs, understoodAs)];
    this.#understood.textContent = [...hints, ...understood].join(" ");
    const buttons = corrections.map(({ meant, query: corrected }) =>
      chip(filled(this.#labels.didYouMean, meant), () => {
        this.#replace(corrected, corrected.length);
      }),
    );
    this.#corrections.replaceChildren(...buttons);
  }

  suggest(suggestions: readonly Suggestion[]): void {
    this.suggestions.replaceChildren(
      ...suggestions.slice(0, 7).map(({ kind, label, query, cursor }) => {
        const button = chip(label, () => {
          this.#replace(query, cursor);
        });
        button.classList.add(kind);
        button.tabIndex = -1;
        return button;
      }),
    );
  }

  clear(): void {
    this.#understood.textContent = "";
    this.#corrections.replaceChildren();
    this.suggestions.replaceChildren();
  }

  get isSuggesting(): boolean {
    return this.suggestions.childElementCount > 0;
  }

  /** Into the suggestions; arrows move among them. False if there are none. */
  focus(): boolean {
    const first = this.suggestions.firstElementChild;
    if (!(first instanceof HTMLElement)) return false;
    first.focus();
    return true;
  }

  #move(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    const buttons = [...this.suggestions.querySelectorAll("button")];
    const at = buttons.findIndex((button) => button === document.activeElement);
    event.preventDefault();
    buttons[(at + step + buttons.length) % buttons.length]?.focus();
  }
}

/** Words that must all occur are understood by everybody; only operators are worth a line. */
function needsSaying(understoodAs: string, query: string): boolean {
  const plain = (text: string): string =>
    text
      .replace(/\bAND\b/g, "")
      .replace(/\s+/g, " ")
      .trim();
  return plain(understoodAs) !== plain(query);
}
