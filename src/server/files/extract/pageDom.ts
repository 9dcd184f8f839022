/** What of a page's nodes is asked for, of any implementation of the DOM. */
export interface PageNode {
  /** 1 for an element, 3 for text. */
  readonly nodeType: number;
  /** In capitals, for an element. */
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly firstChild: PageNode | null;
  readonly nextSibling: PageNode | null;
  readonly parentNode: PageNode | null;
}

export interface PageElement extends PageNode {
  readonly textContent: string | null;
  getAttribute(name: string): string | null;
}

export interface PageDocument {
  querySelectorAll(selectors: string): ArrayLike<PageElement> & Iterable<PageElement>;
}

const blocks: ReadonlySet<string> = new Set(
  (
    "ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIV DL DT FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR " +
    "LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TFOOT THEAD TR UL"
  ).split(" "),
);
const unseen: ReadonlySet<string> = new Set("SCRIPT STYLE NOSCRIPT TEMPLATE IFRAME SVG OBJECT BUTTON SELECT TEXTAREA".split(" "));

/** The text below a node as paragraphs: a heading begins with `##`, an item of a list with `-`. Does not recurse. */
export function paragraphsOf(root: PageNode): readonly string[] {
  const paragraphs: string[] = [];
  let current = "";
  let mark = "";
  const end = (): void => {
    const text = current
      .split("\n")
      .map((line) => line.replace(/\s+/g, " ").trim())
      .filter((line) => line !== "")
      .join("\n");
    if (text !== "") {
      paragraphs.push(`${mark}${text}`);
      mark = "";
    }
    current = "";
  };
  for (let node: PageNode | null = root; node !== null;) {
    const name = node.nodeName;
    if (node.nodeType === 3) current += (node.nodeValue ?? "").replace(/\s+/g, " ");
    if (blocks.has(name)) {
      end();
      mark = /^H[1-6]$/.test(name) ? "## " : name === "LI" ? "- " : mark;
    } else if (name === "BR") {
      current += "\n";
    } else if (name === "TD" || name === "TH") {
      current += " ";
    }
    if (node.firstChild !== null && !unseen.has(name)) {
      node = node.firstChild;
      continue;
    }
    while (node !== null && node !== root && node.nextSibling === null) {
      node = node.parentNode;
      if (node !== null && blocks.has(node.nodeName)) {
        end();
        mark = "";
      }
    }
    node = node === null || node === root ? null : node.nextSibling;
  }
  end();
  return paragraphs;
}
