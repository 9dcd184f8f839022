import { env, l10n, ProgressLocation, Uri, window, workspace } from "vscode";
import type { ExportFormat } from "../../../protocol/search";
import type { SearchQueries } from "./searchQueries";
import type { Shown } from "./searchView";

const formats: readonly { readonly label: string; readonly format: ExportFormat; readonly extension: string }[] = [
  { label: "Markdown", format: "markdown", extension: "md" },
  { label: "CSV", format: "csv", extension: "csv" },
  { label: "JSON", format: "json", extension: "json" },
];

/** Puts the results on the clipboard, in a format that the reader chooses. */
export async function copyResults(queries: SearchQueries, shown: Shown | undefined): Promise<void> {
  const made = await inFormat(queries, shown, l10n.t("Copy Results As"));
  if (!made) return;
  await env.clipboard.writeText(made.text);
  window.setStatusBarMessage(l10n.t("Results copied as {0}", made.label), 3000);
}

/** Writes the results to a file that the reader chooses, and shows it. */
export async function exportResults(queries: SearchQueries, shown: Shown | undefined): Promise<void> {
  const made = await inFormat(queries, shown, l10n.t("Export Results As"));
  if (!made) return;
  const { text, extension, label } = made;
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const name = `search-results.${extension}`;
  const target = await window.showSaveDialog({
    filters: { [label]: [extension] },
    ...(folder && { defaultUri: Uri.joinPath(folder, name) }),
  });
  if (!target) return;
  await workspace.fs.writeFile(target, new TextEncoder().encode(text));
  await window.showTextDocument(target, { preview: false });
}

async function inFormat(
  queries: SearchQueries,
  shown: Shown | undefined,
  title: string,
): Promise<{ readonly text: string; readonly extension: string; readonly label: string } | undefined> {
  if (!shown) return undefined;
  const chosen = await window.showQuickPick(formats, { title });
  if (!chosen) return undefined;
  const options = { location: ProgressLocation.Notification, title: l10n.t("Collecting results"), cancellable: true };
  const text = await window.withProgress(options, (_progress, token) => queries.export(shown.question, chosen.format, token));
  return text === undefined ? undefined : { text, extension: chosen.extension, label: chosen.label };
}
