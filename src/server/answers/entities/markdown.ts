import type { entityCommand } from "../../../protocol/entities";
import type { relatedCommand } from "../../../protocol/related";

/** Begins a line in the same paragraph: a hover has little room for paragraphs. */
export const lineBreak = "  \n";

/** `text` as Markdown that shows exactly it, in one line: corpus text must not make links, pictures, code or HTML. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\s\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069]+/g, " ")
    .trim()
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    // The full stop and the colon too: bare addresses become links by themselves.
    .replace(/[\\`*_{}[\]()#+.!|~$:@=>-]/g, (mark) => `\\${mark}`);
}

/** A link that runs one of the commands that a hover may run, with one argument. */
export function commandLink(label: string, command: (typeof entityCommand)[keyof typeof entityCommand] | typeof relatedCommand.searchTitle, argument: object): string {
  const query = encodeURIComponent(JSON.stringify([argument])).replace(/[()!'*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
  return `[${label}](command:${command}?${query})`;
}
