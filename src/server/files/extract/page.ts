import { Readability } from "@mozilla/readability";
import { Parser } from "htmlparser2";
import { parseHTML } from "linkedom";
import { type PageDocument, type PageElement, paragraphsOf } from "./pageDom";
import { pageFacts, type PageFacts } from "./pageFacts";

/** The text that was taken out of a file, or, in a sentence, why there is none. */
export type Extracted = { readonly text: string; readonly notice: string | null } | { readonly reason: string };

/** Of larger pages no article is looked for: in UTF-16 code units, in elements, and in elements within one another. */
const longestPage = 8_000_000;
const mostElements = 30_000;
const deepestElement = 400;
const mostAttributes = 200_000;
const mostTexts = 200_000;
/** So many code units are looked at between two looks whether it is enough. */
const scanned = 1 << 16;
/** Less text is no article. In UTF-16 code units. */
const leastText = 140;
/** A page's data have the article rather than what was found in it, if that is so short. */
const shortText = 400;

const noArticle = "No article was found in this page.";

/**
 * The article of a page as text: what the page says of it as front matter, then its paragraphs. The article is found by Mozilla's
 * Readability, without running or loading anything. Never throws.
 */
export function pageText(html: string): Extracted {
  const reason = html.length > longestPage ? `more than ${longestPage / 1_000_000} million characters` : tooMuchOf(html);
  if (reason !== null) return { reason: `It is a page of ${reason}: no article is looked for in it.` };
  try {
    const { document } = parseHTML(html) as unknown as { readonly document: PageDocument };
    // Reading the article changes the document.
    const facts = pageFacts(document);
    const read = new Readability<PageElement>(document, {
      maxElemsToParse: mostElements,
      charThreshold: 200,
      serializer: (node: unknown) => node as PageElement,
    }).parse();
    const title = facts.title ?? read?.title?.replace(/\s+/g, " ").trim() ?? null;
    const found = read?.content ? paragraphsOf(read.content) : [];
    const body = bodyOf(found, facts);
    const [first] = body;
    const paragraphs = first !== undefined && title !== null && sameWords(first, title) ? body.slice(1) : body;
    if (paragraphs.reduce((sum, paragraph) => sum + paragraph.length, 0) < leastText) return { reason: noArticle };
    const authors = facts.authors.length > 0 ? facts.authors : bylineOf(read?.byline ?? null);
    const head = frontMatter({
      ...facts,
      title,
      authors,
      publisher: facts.publisher ?? read?.siteName ?? null,
      date: facts.date ?? read?.publishedTime ?? null,
    });
    return { text: `${head}${paragraphs.join("\n\n")}\n`, notice: null };
  } catch {
    return { reason: noArticle };
  }
}

/** Of what a page has more than is looked at, in words; null for nothing. Linear in its length. */
function tooMuchOf(html: string): string | null {
  let [depth, elements, attributes, texts] = [0, 0, 0, 0];
  const found: string[] = [];
  const parser = new Parser({
    onopentagname: () => {
      elements++;
      depth++;
      if (elements > mostElements) found.push(`more than ${mostElements} elements`);
      if (depth > deepestElement) found.push(`elements that lie more than ${deepestElement} deep`);
    },
    onattribute: () => {
      attributes++;
      if (attributes > mostAttributes) found.push(`more than ${mostAttributes} attributes`);
    },
    ontext: () => {
      texts++;
      if (texts > mostTexts) found.push(`more than ${mostTexts} pieces of text`);
    },
    onclosetag: () => {
      depth--;
    },
  });
  for (let at = 0; at < html.length && found.length === 0; at += scanned) parser.write(html.slice(at, at + scanned));
  return found[0] ?? null;
}

function bodyOf(found: readonly string[], { body }: PageFacts): readonly string[] {
  const length = found.reduce((sum, paragraph) => sum + paragraph.length, 0);
  if (body === null || length >= shortText || body.length < 2 * length) return found;
  return body
    .split(/\n+/)
    .map((paragraph) => paragraph.replace(/\s+/g, " ").trim())
    .filter((paragraph) => paragraph !== "");
}

function bylineOf(byline: string | null): readonly string[] {
  const text =
    byline
      ?.replace(/\s+/g, " ")
      .replace(/^by\s+/i, "")
      .trim() ?? "";
  return text === "" || text.length > 120 ? [] : [text];
}

function sameWords(a: string, b: string): boolean {
  const words = (text: string): string =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
  return words(a) === words(b);
}

/** In YAML, of which strings in JSON are a part. */
function frontMatter({ title, authors, date, publisher, url }: Omit<PageFacts, "body">): string {
  const lines: string[] = [];
  const put = (key: string, value: string | readonly string[] | null): void => {
    if (value !== null && value.length > 0)
      lines.push(
        `${key}: ${typeof value === "string" ? JSON.stringify(value) : `[${value.map((one) => JSON.stringify(one)).join(", ")}]`}`,
      );
  };
  put("title", title);
  put("author", authors);
  put("date", date);
  put("publisher", publisher);
  put("url", url);
  return lines.length === 0 ? "" : `---\n${lines.join("\n")}\n---\n\n`;
}
