import { l10n, MarkdownString } from "vscode";
import type { ArticleDetails } from "../../../protocol/corpus";
import { formatDate } from "./articlePresentation";

/**
 * What a tooltip shows of an article. All of it comes from files that anybody may have written: it is escaped,
 * and neither links to commands nor HTML are honoured.
 */
export function articleTooltip(details: ArticleDetails): MarkdownString {
  const { summary } = details;
  const tooltip = new MarkdownString();
  tooltip.isTrusted = false;
  tooltip.supportHtml = false;
  tooltip.appendMarkdown(`**${escapeMarkdown(summary.displayTitle)}**\n\n`);
  const facts = [
    summary.publisher,
    summary.agency === summary.publisher ? null : summary.agency,
    summary.datelineCity,
    summary.datePublished ? formatDate(summary.datePublished, "long") : l10n.t("undated"),
    l10n.t("{0} words", new Intl.NumberFormat("en").format(details.wordCount)),
  ].filter((fact) => fact !== null);
  tooltip.appendMarkdown(`${facts.map(escapeMarkdown).join(" · ")}\n\n`);
  if (details.byline) tooltip.appendMarkdown(`${escapeMarkdown(details.byline)}\n\n`);
  const { lead } = details;
  if (lead && summary.displayTitleKind !== "derived") tooltip.appendMarkdown(`${escapeMarkdown(lead)}\n\n`);
  else if (lead) tooltip.appendMarkdown(`*${escapeMarkdown(l10n.t("No headline."))}* ${escapeMarkdown(lead)}\n\n`);
  if (summary.displayTitleKind === "name") tooltip.appendMarkdown(`*${escapeMarkdown(l10n.t("Named after its file."))}*\n\n`);
  return tooltip;
}

/** Plain text as Markdown that shows just that text, on one line. */
export function escapeMarkdown(text: string): string {
  // Every ASCII punctuation character may be escaped; with them go links, images, HTML, emphasis and autolinks.
  return text.replace(/\s+/gu, " ").trim().replace(/[!-/:-@[-`{-~]/gu, "\\$&");
}
