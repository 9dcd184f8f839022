import { l10n, languages, ProgressLocation, Uri, window, workspace, type QuickPickItem } from "vscode";
import { label, noticeLabel } from "../../../../core/text/escape";
import type { EntitySummary } from "../../../../protocol/entities";
import type { EntityQueries } from "../entityQueries";
import { csvExport } from "./csvExport";
import type { EntityRecord, ExportFormat } from "./entityRecord";
import { jsonExport } from "./jsonExport";
import { markdownExport } from "./markdownExport";

/** More contexts than this make no readable document. */
const mostMentions = 100_000;

const writers: Readonly<Record<ExportFormat, (record: EntityRecord) => string>> = {
  markdown: markdownExport,
  csv: csvExport,
  json: jsonExport,
};

/**
 * Opens all that is known of an entity as a new text, which the reader saves where it is wanted. Asks for the format unless it is
 * given.
 */
export async function exportEntity(queries: EntityQueries, entity: EntitySummary, format?: ExportFormat): Promise<void> {
  const chosen = format ?? (await pickFormat(entity.name));
  if (!chosen) return;
  const options = { location: ProgressLocation.Notification, title: l10n.t("Exporting {0}", noticeLabel(entity.name)), cancellable: true };
  const record = await window.withProgress(options, async (_progress, token): Promise<EntityRecord | undefined> => {
    const profile = await queries.profile(entity.id);
    const mentions = await queries.allMentions(entity.id, mostMentions, token);
    if (!profile || token.isCancellationRequested) return undefined;
    return { profile, mentions, pathOf: (uri) => workspace.asRelativePath(Uri.parse(uri, true), true) };
  });
  if (!record) return;
  const known = await languages.getLanguages();
  const language = known.includes(chosen) ? chosen : "plaintext";
  await window.showTextDocument(await workspace.openTextDocument({ language, content: writers[chosen](record) }));
}

/** Whether a command's argument is a format. */
export function isExportFormat(value: unknown): value is ExportFormat {
  return typeof value === "string" && Object.hasOwn(writers, value);
}

async function pickFormat(name: string): Promise<ExportFormat | undefined> {
  const items: (QuickPickItem & { readonly format: ExportFormat })[] = [
    { format: "markdown", label: "Markdown", description: l10n.t("the page with all contexts, to read") },
    { format: "csv", label: "CSV", description: l10n.t("the contexts, for a spreadsheet") },
    { format: "json", label: "JSON", description: l10n.t("all of it, for a program") },
  ];
  return (await window.showQuickPick(items, { title: l10n.t("Export “{0}” As", label(name)) }))?.format;
}
