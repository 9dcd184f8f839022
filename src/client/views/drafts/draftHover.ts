import { Hover, type HoverProvider, l10n, MarkdownString, type Position, Range, type TextDocument } from "vscode";
import { markdownCommand, markdownText } from "../../../core/text/escape";
import type { CheckedPassage } from "../../../protocol/drafts";
import { entityCommand } from "../../../protocol/entities";
import { honourLinks } from "../entities/hoverLinks";
import { type CheckedTexts, rangeOf } from "./checkedTexts";
import { diffInMarkdown } from "./draftReport";
import { kindWords, verdictWords, whose } from "./draftWords";

const mostSources = 3;

/** The original beside a passage that was checked. */
export class DraftHover implements HoverProvider {
  readonly #texts: CheckedTexts;

  constructor(texts: CheckedTexts) {
    this.#texts = texts;
  }

  provideHover(document: TextDocument, position: Position): Hover | undefined {
    const passages = this.#texts.passagesAt(document, new Range(position, position));
    const [first] = passages;
    return first && new Hover(passages.map(cardOf), rangeOf(document, first));
  }
}

function cardOf({ kind, verdict, note, evidence }: CheckedPassage): MarkdownString {
  const parts = [`**${verdictWords(verdict)}** · ${kindWords(kind)}`, markdownText(note)];
  for (const one of evidence.slice(0, mostSources)) {
    const words = one.diff === undefined ? markdownText(one.text) : diffInMarkdown(one.diff);
    parts.push(`> “${words}”\n>\n> ${markdownCommand(whose(one), entityCommand.openAt, { uri: one.uri, range: one.range })}`);
  }
  const more = evidence.length - mostSources;
  if (more > 0) parts.push(more === 1 ? l10n.t("1 more place") : l10n.t("{0} more places", more));
  return honourLinks(new MarkdownString(parts.join("\n\n")));
}
