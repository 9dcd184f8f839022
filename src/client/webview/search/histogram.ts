import type { FacetCount } from "../../../core/search/engine/searchEngine";
import type { DateSpan } from "../../../protocol/search";
import { element } from "../page/dom";
import { readableDay } from "../page/readableDay";
import { chip, filled, pageLanguage, readableNumber } from "./dom";
import type { SearchLabels } from "./messages";

/** With fewer bars there is nothing to see. */
const fewestBars = 2;

/** When the results were published: bars by year, month or day, of which a stretch can be chosen with mouse or keys. */
export class Histogram {
  readonly root = element("div", { className: "timeline" });
  readonly #labels: SearchLabels;
  readonly #choose: (dates: DateSpan | null) => void;
  readonly #bars: HTMLElement;
  readonly #caption = element("span", { className: "quiet" });
  readonly #clear: HTMLElement;
  #periods: readonly FacetCount[] = [];
  #chosen: DateSpan | null = null;
  #from = -1;
  #to = -1;
  #isDragging = false;

  constructor(labels: SearchLabels, choose: (dates: DateSpan | null) => void) {
    this.#labels = labels;
    this.#choose = choose;
    this.#bars = element("div", { className: "bars", role: "listbox", label: labels.timeline });
    this.#bars.tabIndex = 0;
    this.#bars.setAttribute("aria-multiselectable", "true");
    this.#bars.setAttribute("aria-orientation", "horizontal");
    this.#bars.title = labels.timelineHelp;
    this.#clear = element("span");
    this.root.append(this.#bars, element("div", { className: "caption" }, this.#caption, this.#clear));
    this.#bars.addEventListener("keydown", (event) => {
      this.#key(event);
    });
    this.#bars.addEventListener("focus", () => {
      if (this.#to < 0) this.#mark(this.#periods.length - 1, this.#periods.length - 1);
    });
    this.#bars.addEventListener("pointerdown", (event) => {
      const at = this.#at(event);
      if (at < 0) return;
      this.#isDragging = true;
      this.#bars.setPointerCapture(event.pointerId);
      this.#mark(at, at);
    });
    this.#bars.addEventListener("pointermove", (event) => {
      const at = this.#at(event);
      if (this.#isDragging && at >= 0) this.#mark(this.#from, at);
      else if (at >= 0) this.#say(at, at);
    });
    this.#bars.addEventListener("pointerup", () => {
      if (this.#isDragging) this.#accept();
      this.#isDragging = false;
    });
  }

  /** Shows the counts; `chosen` is the stretch that they are restricted to already. */
  show(counts: readonly FacetCount[], chosen: DateSpan | null): void {
    this.#chosen = chosen;
    const before = this.#periods;
    this.#periods = withGaps(counts);
    // A stretch that is being marked stays while the counts grow.
    const isSame = before.length === this.#periods.length && before.every(({ value }, index) => value === this.#periods[index]?.value);
    const [from, to] = isSame && this.#bars.contains(document.activeElement) ? [this.#from, this.#to] : [-1, -1];
    [this.#from, this.#to] = [-1, -1];
    this.root.hidden = this.#periods.length < fewestBars && chosen === null;
    const most = Math.max(1, ...this.#periods.map(({ count }) => count));
    this.#bars.replaceChildren(
      ...this.#periods.map(({ value, count }, index) => {
        const fill = element("span", { className: "fill" });
        fill.style.height = count === 0 ? "0" : `${Math.max(4, (100 * count) / most)}%`;
        const bar = element("div", { className: "bar", role: "option", label: this.#counted(readable(value), count) }, fill);
        bar.id = `bar-${index}`;
        bar.setAttribute("aria-selected", "false");
        return bar;
      }),
    );
    this.#bars.removeAttribute("aria-activedescendant");
    this.#caption.textContent = readableSpan(this.#periods[0]?.value, this.#periods.at(-1)?.value);
    this.#clear.replaceChildren(
      ...(chosen === null
        ? []
        : [
            chip(
              `${readableSpan(chosen.from, chosen.to)} ×`,
              () => {
                this.#choose(null);
              },
              filled(this.#labels.removeFilter, readableSpan(chosen.from, chosen.to)),
            ),
          ]),
    );
    if (to >= 0) this.#mark(from, to);
  }

  #at(event: PointerEvent): number {
    const { left, width } = this.#bars.getBoundingClientRect();
    const at = Math.floor(((event.clientX - left) / width) * this.#periods.length);
    return this.#periods.length === 0 ? -1 : Math.max(0, Math.min(this.#periods.length - 1, at));
  }

  #mark(from: number, to: number): void {
    this.#from = from;
    this.#to = to;
    const [low, high] = [Math.min(from, to), Math.max(from, to)];
    for (const [index, bar] of [...this.#bars.children].entries()) bar.setAttribute("aria-selected", String(index >= low && index <= high));
    this.#bars.setAttribute("aria-activedescendant", `bar-${to}`);
    this.#say(low, high);
  }

  #say(low: number, high: number): void {
    const count = this.#periods.slice(low, high + 1).reduce((sum, period) => sum + period.count, 0);
    this.#caption.textContent = this.#counted(readableSpan(this.#periods[low]?.value, this.#periods[high]?.value), count);
  }

  #counted(period: string, count: number): string {
    return count === 1 ? filled(this.#labels.oneInBar, period) : filled(this.#labels.bar, period, readableNumber(count));
  }

  #accept(): void {
    const [low, high] = [Math.min(this.#from, this.#to), Math.max(this.#from, this.#to)];
    const [first, last] = [this.#periods[low]?.value, this.#periods[high]?.value];
    if (first !== undefined && last !== undefined) this.#choose({ from: firstDay(first), to: lastDay(last) });
  }

  #key(event: KeyboardEvent): void {
    const last = this.#periods.length - 1;
    // Other bars, of which none is marked yet, are entered from the end.
    const to = { ArrowLeft: (this.#to < 0 ? last + 1 : this.#to) - 1, ArrowRight: this.#to < 0 ? last : this.#to + 1, Home: 0, End: last }[
      event.key
    ];
    if (to !== undefined) {
      const at = Math.max(0, Math.min(last, to));
      this.#mark(event.shiftKey && this.#from >= 0 ? this.#from : at, at);
    } else if (event.key === "Enter" || event.key === " ") this.#accept();
    else if (event.key === "Delete" || (event.key === "Escape" && this.#chosen !== null)) this.#choose(null);
    else return;
    event.preventDefault();
  }
}

function firstDay(period: string): string {
  return `${period}-01-01`.slice(0, 10);
}

function lastDay(period: string): string {
  const [year = 0, month, day] = period.split("-").map(Number);
  if (day !== undefined) return period;
  return month === undefined ? `${period}-12-31` : new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** The counts with the periods between them that have none, so that the axis is time. */
function withGaps(counts: readonly FacetCount[]): readonly FacetCount[] {
  const known = new Map(counts.map(({ value, count }) => [value, count]));
  const last = counts.at(-1)?.value ?? "";
  const periods: FacetCount[] = [];
  for (let value = counts[0]?.value ?? ""; value !== "" && value <= last && periods.length < 400; value = next(value))
    periods.push({ value, count: known.get(value) ?? 0 });
  return periods;
}

function next(period: string): string {
  const [year = 0, month, day] = period.split("-").map(Number);
  if (month === undefined) return String(year + 1).padStart(4, "0");
  if (day === undefined) return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 7);
  return new Date(Date.UTC(year, month - 1, day + 1)).toISOString().slice(0, 10);
}

function readable(period: string | null | undefined): string {
  return readableDay(period ?? "", pageLanguage());
}

/** `May 2013 – Nov 2013`; one of the two where they are the same. */
function readableSpan(from: string | null | undefined, to: string | null | undefined): string {
  return from === to ? readable(from) : `${readable(from)} – ${readable(to)}`;
}
