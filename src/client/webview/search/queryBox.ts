import { element } from "../page/dom";
import type { SearchLabels } from "./messages";

/** What the box tells of. */
export interface QueryBoxEvents {
  readonly changed: (query: string) => void;
  /** The reader goes on to the results. */
  readonly down: () => void;
  readonly accept: () => void;
  readonly suggest: () => void;
}

/** The box: typing, and Up for what was asked before where there is nothing to move through. */
export class QueryBox {
  readonly root: HTMLElement;
  readonly input: HTMLInputElement;
  readonly #events: QueryBoxEvents;
  #history: readonly string[] = [];
  /** Which of the history is shown; -1 for what was typed. */
  #at = -1;
  #typed = "";

  constructor(labels: SearchLabels, events: QueryBoxEvents) {
    this.#events = events;
    this.input = element("input", { role: "searchbox", label: labels.search });
    this.input.type = "text";
    this.input.placeholder = labels.placeholder;
    this.input.spellcheck = false;
    this.input.autocomplete = "off";
    this.input.maxLength = 4000;
    this.input.setAttribute("aria-describedby", "understood");
    this.root = element("div", { className: "box", role: "search" }, this.input);
    this.input.addEventListener("input", () => {
      this.#at = -1;
      events.changed(this.input.value);
    });
    this.input.addEventListener("keydown", (event) => {
      this.#key(event);
    });
  }

  get query(): string {
    return this.input.value;
  }

  get cursor(): number {
    return this.input.selectionStart ?? this.query.length;
  }

  set history(history: readonly string[]) {
    this.#history = history;
  }

  /** Shows another query, with the cursor at its end or where it is said. */
  show(query: string, cursor = query.length): void {
    this.input.value = query;
    this.input.setSelectionRange(cursor, cursor);
  }

  focus(select = false): void {
    this.input.focus();
    if (select) this.input.select();
  }

  #key(event: KeyboardEvent): void {
    // Between two keys of an input method a key is part of a word.
    if (event.isComposing) return;
    switch (event.key) {
      case "ArrowDown":
        event.preventDefault();
        if (this.#at >= 0) this.#recall(this.#at - 1);
        else this.#events.down();
        break;
      case "ArrowUp":
        if (this.#at < 0 && this.query !== "" && this.cursor > 0) return;
        event.preventDefault();
        this.#recall(this.#at + 1);
        break;
      case "Enter":
        event.preventDefault();
        this.#events.accept();
        break;
      case " ":
        if (!event.ctrlKey) return;
        event.preventDefault();
        this.#events.suggest();
        break;
    }
  }

  #recall(at: number): void {
    if (at >= this.#history.length) return;
    if (this.#at < 0) this.#typed = this.query;
    this.#at = Math.max(-1, at);
    // The cursor stays in front, where Up goes on.
    this.show(this.#at < 0 ? this.#typed : (this.#history[this.#at] ?? ""), 0);
    this.#events.changed(this.query);
  }
}
