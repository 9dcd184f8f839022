import { l10n, MarkdownString } from "vscode";
import { markdownLabel } from "../../../core/text/escape";
import type { ArticleDetails } from "../../../protocol/corpus";
import { formatDate, number } from "../../ui/locale";

/** More of a lead is not read in a tooltip, in UTF-16 code units. */
const longestLead = 600;

/**
 * What a tooltip shows of an article. All of it comes from files that anybody may have written: it is escaped,
 * and neither links to commands nor HTML are honoured.
 */
export function articleTooltip(details: ArticleDetails): MarkdownString {
  const { summary } = details;
  const tooltip = new MarkdownString();
  tooltip.isTrusted = false;
  tooltip.supportHtml = false;
  tooltip.appendMarkdown(`**${markdownLabel(summary.displayTitle)}**\n\n`);
  const facts = [
    summary.publisher,
    summary.agency === summary.publisher ? null : summary.agency,
    summary.datelineCity,
    summary.datePublished ? formatDate(summary.datePublished, "long") : l10n.t("undated"),
    l10n.t("{0} words", number(details.wordCount)),
  ].filter((fact) => fact !== null);
  tooltip.appendMarkdown(`${facts.map((fact) => markdownLabel(fact)).join(" · ")}\n\n`);
  if (details.byline) tooltip.appendMarkdown(`${markdownLabel(details.byline)}\n\n`);
  const { lead } = details;
  if (lead && summary.displayTitleKind !== "derived") tooltip.appendMarkdown(`${markdownLabel(lead, longestLead)}\n\n`);
  else if (lead) tooltip.appendMarkdown(`*${markdownLabel(l10n.t("No headline."))}* ${markdownLabel(lead, longestLead)}\n\n`);
  if (summary.displayTitleKind === "name") tooltip.appendMarkdown(`*${markdownLabel(l10n.t("Named after its file."))}*\n\n`);
  return tooltip;
}
