import { stringify } from "yaml";
import type { GivenFields } from "../containers/container";
import type { ArticleSlot, ParsedDocument } from "./parseDocument";

/** The fields that every article has come first, in the order in which a reader looks for them. */
const order = ["title", "deck", "author", "date", "updated", "source", "url", "dateline", "section"];
const textName = /\.(?:txt|text|md|markdown|news)$/i;

/** An article of a container as a file of its own. */
export interface ArticleFile {
  /** A relative path with "/": the key, with an extension. */
  readonly name: string;
  readonly slot: ArticleSlot;
}

/** The files that a container can be turned into, in its order. A pack keeps its paths. */
export function articleFiles({ slots }: ParsedDocument): ArticleFile[] {
  return slots.map((slot) => {
    const key = slot.key ?? "";
    const isPath = slot.fields?.size === 0 && /\.[A-Za-z0-9]{1,10}$/.test(key);
    return { name: isPath || textName.test(key) ? key : `${key}.txt`, slot };
  });
}

/**
 * The text of such a file: what stands in the container for the article, below a YAML front matter with the fields that
 * the container keeps beside the text, so that none is lost.
 */
export function articleFileText({ text }: ParsedDocument, { text: own, fields }: ArticleSlot): string {
  const content = text.slice(own.start, own.end);
  if (fields === null || fields.size === 0) return content;
  return `---\n${stringify(Object.fromEntries(inOrder(fields)), { lineWidth: 0 })}---\n\n${content.replace(/^[ \t]*(?:\r\n|\r|\n)/, "")}${/[\r\n]$/.test(content) ? "" : "\n"}`;
}

function inOrder(fields: GivenFields): [name: string, value: string][] {
  const known = order.filter((name) => fields.has(name));
  const others = [...fields.keys()].filter((name) => !order.includes(name));
  return [...known, ...others].map((name) => [name, fields.get(name)?.value ?? ""]);
}
