import { facets, type Facet, type FacetCount, type FacetFilter } from "../../../core/search/engine/searchEngine";
import { element } from "../page/dom";
import { readableDay } from "../page/readableDay";
import { chip, filled, pageLanguage, readableNumber } from "./dom";
import type { SearchLabels } from "./messages";

/** Values of a facet that are shown before somebody asks for more. */
const valuesShown = 8;

export interface FacetListEvents {
  readonly changed: (filters: readonly FacetFilter[]) => void;
  readonly opened: (open: readonly string[]) => void;
}

/** What the results are made of, with counts; a value is wanted, or left out, or neither. */
export class FacetList {
  readonly root = element("div", { className: "facets" });
  readonly chips: HTMLElement;
  readonly #labels: SearchLabels;
  readonly #events: FacetListEvents;
  readonly #all = new Set<Facet>();
  #filters: readonly FacetFilter[];
  #open: ReadonlySet<string>;
  #counts: Readonly<Record<Facet, readonly FacetCount[]>> | null = null;

  constructor(labels: SearchLabels, filters: readonly FacetFilter[], open: readonly string[], events: FacetListEvents) {
    this.#labels = labels;
    this.#events = events;
    this.#filters = filters;
    this.#open = new Set(open);
    this.chips = element("div", { className: "chips", role: "group", label: labels.filters });
  }

  get filters(): readonly FacetFilter[] {
    return this.#filters;
  }

  show(counts: Readonly<Record<Facet, readonly FacetCount[]>>): void {
    this.#counts = counts;
    this.#draw();
  }

  /** Other filters, for another question. */
  choose(filters: readonly FacetFilter[]): void {
    this.#filters = filters;
    this.#counts = null;
    this.#draw();
  }

  #draw(): void {
    const focused =
      document.activeElement instanceof HTMLElement && this.root.contains(document.activeElement)
        ? document.activeElement.dataset["key"]
        : undefined;
    this.chips.replaceChildren(
      ...this.#filters.map((filter) => {
        const text = `${filter.exclude ? "−" : ""}${this.#name(filter.facet, filter.value)}`;
        return chip(
          `${text} ×`,
          () => {
            this.#set(filter.facet, filter.value, null);
          },
          filled(this.#labels.removeFilter, text),
        );
      }),
    );
    const counts = this.#counts;
    // With one value and nothing chosen there is nothing to choose.
    const shown =
      counts === null
        ? []
        : facets.filter(
            (facet) =>
              counts[facet].length > 1 ||
              (facet === "duplicates" && counts[facet].length > 0) ||
              this.#filters.some((filter) => filter.facet === facet),
          );
    this.root.replaceChildren(
      ...(shown.length === 0
        ? []
        : [
            this.#section(
              "",
              this.#labels.filters,
              shown.map((facet) => this.#facet(facet, counts?.[facet] ?? [])),
            ),
          ]),
    );
    if (focused !== undefined)
      [...this.root.querySelectorAll<HTMLElement>("[data-key]")].find(({ dataset }) => dataset["key"] === focused)?.focus();
  }

  #facet(facet: Facet, counts: readonly FacetCount[]): HTMLElement {
    const counted = facet === "year" || facet === "month" ? [...counts].reverse() : counts;
    // What is left out is in no result; it stays where it can be taken back.
    const missing = this.#filters.filter((filter) => filter.facet === facet && !counts.some(({ value }) => value === filter.value));
    const values = [...missing.map(({ value }) => ({ value, count: 0 })), ...counted];
    const all = this.#all.has(facet) ? values : values.slice(0, valuesShown);
    const rows: HTMLElement[] = all.map((count) => this.#value(facet, count));
    if (values.length > all.length) {
      rows.push(
        chip(`+${readableNumber(values.length - all.length)}`, () => {
          this.#all.add(facet);
          this.#draw();
        }),
      );
    }
    return this.#section(facet, this.#labels.facets[facet] ?? facet, rows);
  }

  /** Rows that can be folded away; whether they are is remembered under `name`. */
  #section(name: string, title: string, rows: readonly HTMLElement[]): HTMLElement {
    const details = element("details", {}, element("summary", { text: title }), ...rows);
    details.open = this.#open.has(name);
    details.addEventListener("toggle", () => {
      if (details.open === this.#open.has(name)) return;
      this.#open = new Set(details.open ? [...this.#open, name] : [...this.#open].filter((other) => other !== name));
      this.#events.opened([...this.#open]);
    });
    return details;
  }

  #value(facet: Facet, { value, count }: FacetCount): HTMLElement {
    const chosen = this.#filters.find((filter) => filter.facet === facet && filter.value === value);
    const name = this.#name(facet, value);
    const state = chosen === undefined ? "" : chosen.exclude ? this.#labels.excluded : this.#labels.included;
    const box = element(
      "button",
      { className: "value", role: "checkbox", label: [name, readableNumber(count), state].filter((part) => part !== "").join(", ") },
      element("span", { className: "tick", text: chosen === undefined ? "" : chosen.exclude ? "−" : "✓" }),
      element("span", { className: "name", text: name }),
      element("span", { className: "quiet", text: readableNumber(count) }),
    );
    box.type = "button";
    box.dataset["key"] = `${facet}\n${value}`;
    box.title = this.#labels.exclude;
    box.setAttribute("aria-checked", chosen === undefined ? "false" : chosen.exclude ? "mixed" : "true");
    box.addEventListener("click", (event) => {
      const exclude = event.altKey || event.shiftKey;
      this.#set(facet, value, chosen?.exclude === exclude ? null : exclude);
    });
    box.addEventListener("keydown", (event) => {
      this.#key(event, facet, value, chosen);
    });
    return box;
  }

  #key(event: KeyboardEvent, facet: Facet, value: string, chosen: FacetFilter | undefined): void {
    if (event.key === "-" || event.key === "Delete") {
      event.preventDefault();
      this.#set(facet, value, chosen?.exclude === true ? null : true);
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const boxes = [...this.root.querySelectorAll<HTMLElement>("summary, details[open] > button")];
    boxes[boxes.findIndex((box) => box === document.activeElement) + step]?.focus();
  }

  #set(facet: Facet, value: string, exclude: boolean | null): void {
    const others = this.#filters.filter((filter) => filter.facet !== facet || filter.value !== value);
    this.#filters = exclude === null ? others : [...others, { facet, value, exclude }];
    this.#draw();
    this.#events.changed(this.#filters);
  }

  #name(facet: Facet, value: string): string {
    if (facet === "duplicates") return this.#labels.yes;
    if (facet !== "month") return value;
    return value === "undated" ? this.#labels.undated : readableDay(value, pageLanguage());
  }
}
