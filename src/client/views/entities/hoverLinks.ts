import { MarkdownString } from "vscode";
import { entityCommand } from "../../../protocol/entities";
import { relatedCommand } from "../../../protocol/related";

/** What may run from a text of the server: its links, and no other command. */
const enabledCommands: readonly string[] = [...Object.values(entityCommand), relatedCommand.searchTitle];

/**
 * Lets the whitelisted commands run from a text of the server, and nothing else. Neither HTML nor icons are honoured: both may come
 * from the corpus.
 */
export function honourLinks(text: MarkdownString): MarkdownString {
  text.isTrusted = { enabledCommands };
  text.supportHtml = false;
  return text;
}

/** The server's card of an entity, for a tooltip. */
export function cardTooltip(card: string): MarkdownString {
  return honourLinks(new MarkdownString(card));
}
