import { markdownCommand } from "../../../core/text/escape";
import type { entityCommand } from "../../../protocol/entities";
import type { relatedCommand } from "../../../protocol/related";

/** Begins a line in the same paragraph: a hover has little room for paragraphs. */
export const lineBreak = "  \n";

/** A link that runs one of the commands that a hover may run, with one argument. */
export function commandLink(
  words: string,
  command: (typeof entityCommand)[keyof typeof entityCommand] | typeof relatedCommand.searchTitle,
  argument: object,
): string {
  return markdownCommand(words, command, argument);
}
