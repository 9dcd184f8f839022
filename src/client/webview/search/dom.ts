import { element } from "../page/dom";

/** `template` with its `{0}`, `{1}` … replaced. */
export function filled(template: string, ...values: (string | number)[]): string {
  return template.replace(/\{(\d)\}/g, (whole, index: string) => {
    const value = values[Number(index)];
    return value === undefined ? whole : String(value);
  });
}

/** The language of numbers and dates: the page's frame says it. */
export function pageLanguage(): string {
  return document.documentElement.lang || "en";
}

/** A count in that language: `1,234`. */
export function readableNumber(count: number): string {
  return new Intl.NumberFormat(pageLanguage()).format(count);
}

/** A text with its matches in `<mark>`: text nodes only. */
export function marked(text: string, marks: readonly (readonly [number, number])[], className: string): HTMLElement {
  const line = element("span", { className });
  let at = 0;
  for (const [start, end] of marks) {
    line.append(text.slice(at, start), element("mark", { text: text.slice(start, end) }));
    at = end;
  }
  line.append(text.slice(at));
  return line;
}

/** A small button with a text. */
export function chip(text: string, run: () => void, label?: string): HTMLButtonElement {
  const button = element("button", { text, className: "chip", ...(label === undefined ? {} : { label }) });
  button.type = "button";
  button.addEventListener("click", run);
  return button;
}

/** A drop-down of labelled values. */
export function dropDown<Value extends string>(
  label: string,
  options: readonly (readonly [value: Value, text: string])[],
  chosen: Value,
  change: (value: Value) => void,
): HTMLSelectElement {
  const select = element("select", { label });
  for (const [value, text] of options) {
    const option = element("option", { text });
    option.value = value;
    option.selected = value === chosen;
    select.append(option);
  }
  select.addEventListener("change", () => {
    const option = options[select.selectedIndex];
    if (option) change(option[0]);
  });
  return select;
}
