/** What a new element is given. Texts become text nodes: what comes from the corpus is never read as HTML. */
export interface ElementOptions {
  readonly text?: string;
  readonly className?: string;
  readonly role?: string;
  readonly label?: string;
}

/** A new element with its children. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  options: ElementOptions = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (options.text !== undefined) made.textContent = options.text;
  if (options.className !== undefined) made.className = options.className;
  if (options.role !== undefined) made.setAttribute("role", options.role);
  if (options.label !== undefined) made.setAttribute("aria-label", options.label);
  made.append(...children);
  return made;
}

/** A button that looks like a link: for what opens something. */
export function linkButton(text: string, run: () => void, className = ""): HTMLButtonElement {
  const button = element("button", { text, className: `link ${className}` });
  button.type = "button";
  button.addEventListener("click", run);
  return button;
}

/** A section with its heading; null if there is nothing in it. */
export function section(title: string, ...content: (Node | null)[]): HTMLElement | null {
  const there = content.filter((node) => node !== null);
  return there.length === 0 ? null : element("section", { label: title }, element("h2", { text: title }), ...there);
}

/** A list of these items; null for none. */
export function list(items: readonly Node[], className = ""): HTMLElement | null {
  return items.length === 0 ? null : element("ul", { className }, ...items.map((item) => element("li", {}, item)));
}

/** Several nodes as one. */
export function group(...nodes: (Node | string)[]): HTMLElement {
  return element("span", {}, ...nodes);
}
