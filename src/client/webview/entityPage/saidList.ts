import type { SaidItem, SaidPlace } from "../../../protocol/quotations";
import { element, group, linkButton } from "../page/dom";
import { readableDay } from "../page/readableDay";
import { host } from "./host";
import type { Labels, ToPage } from "./messages";

/** How long, in milliseconds, a filter waits for the next key. */
const typingPause = 150;
/** Fewer are seen at a glance: they need no filter. */
const fewestFiltered = 4;

/**
 * What somebody said, or what others said about them, the newest first: each with its day and outlet, and a link to its place and to
 * the others that it has. A box filters by words.
 */
export class SaidList {
  readonly root = element("section");
  readonly #about: boolean;
  readonly #heading = element("h2");
  readonly #filter = element("input", { className: "filter" });
  readonly #count = element("p", { className: "quiet caption", role: "status" });
  readonly #list = element("ul", { className: "said" });
  readonly #more = linkButton("", () => {
    this.#ask(this.#shown);
  });
  #labels: Labels | undefined;
  #language = "en";
  #shown = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `about`: what others said with the name in it. */
  constructor(about: boolean) {
    this.#about = about;
    this.#filter.type = "search";
    this.root.append(this.#heading, this.#filter, this.#count, this.#list, this.#more);
    this.root.hidden = true;
    this.#filter.addEventListener("input", () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => {
        this.#ask(0);
      }, typingPause);
    });
  }

  /** Sets the words around the list and the language of dates. */
  setLabels(labels: Labels, language: string): void {
    this.#labels = labels;
    this.#language = language;
    const title = this.#about ? labels.saidAbout : labels.said;
    this.root.setAttribute("aria-label", title);
    this.#filter.placeholder = labels.filterSaid;
    this.#filter.setAttribute("aria-label", `${title}: ${labels.filterSaid}`);
    this.#more.textContent = labels.more;
  }

  /** Shows a page of quotations: the first replaces all, others are added. An answer to an older filter is passed over. */
  show({ offset, filter, said }: Extract<ToPage, { readonly type: "said" }>): void {
    const labels = this.#labels;
    if (labels === undefined || filter !== this.#filter.value) return;
    if (offset === 0) {
      this.#list.replaceChildren();
      this.#shown = 0;
    }
    if (offset !== this.#shown) return;
    const before = this.#list.children.length;
    for (const item of said.items) this.#list.append(element("li", {}, ...this.#item(item, labels)));
    this.#shown = offset + said.items.length;
    this.#heading.textContent = `${this.#about ? labels.saidAbout : labels.said} (${said.all})`;
    this.#filter.hidden = said.all < fewestFiltered && filter === "";
    this.#count.hidden = filter === "";
    this.#count.textContent = filter === "" ? "" : `${said.total} / ${said.all}`;
    this.#more.hidden = this.#shown >= said.total || said.items.length === 0;
    this.root.hidden = said.all === 0;
    // Who asked for more by the keyboard goes on where the new ones begin.
    if (offset > 0 && (document.activeElement === document.body || document.activeElement === this.#more))
      this.#list.children[before]?.querySelector("button")?.focus();
  }

  /** Shows nothing. */
  clear(): void {
    this.root.hidden = true;
    this.#list.replaceChildren();
    this.#shown = 0;
  }

  #item(item: SaidItem, labels: Labels): readonly Node[] {
    const words = item.kind === "direct" ? `“${item.text}”` : item.text;
    const open = this.#open(words, item, "sentence");
    open.title = item.title;
    const parts: Node[] = [];
    if (this.#about) parts.push(this.#speaker(item, labels));
    parts.push(open, group(" ", quiet([labels.kinds[item.kind], item.source ?? item.title, this.#day(item, labels)].join(" · "))));
    if (item.places === 0) return parts;
    const others = item.others.flatMap((place, at) => [
      at === 0 ? " " : ", ",
      this.#open(`${place.source ?? place.title} ${this.#day(place, labels)}`, place),
    ]);
    const left = item.places - item.others.length;
    return [...parts, element("div", { className: "quiet places" }, labels.alsoIn, ...others, left > 0 ? ` +${left}` : "")];
  }

  #speaker({ speaker }: SaidItem, labels: Labels): HTMLElement {
    const id = speaker?.id ?? null;
    const name = speaker?.name ?? labels.unnamed;
    if (id === null) return group(quiet(name), ": ");
    return group(
      linkButton(name, () => {
        host.postMessage({ type: "openEntity", id });
      }),
      ": ",
    );
  }

  #open(words: string, { uri, range }: SaidPlace, className = ""): HTMLButtonElement {
    return linkButton(
      words,
      () => {
        host.postMessage({ type: "open", uri, range });
      },
      className,
    );
  }

  #day({ date }: SaidPlace, labels: Labels): string {
    return date === null ? labels.undated : readableDay(date, this.#language);
  }

  #ask(offset: number): void {
    host.postMessage({ type: "said", about: this.#about, filter: this.#filter.value, offset });
  }
}

function quiet(text: string): HTMLElement {
  return element("span", { className: "quiet", text });
}
