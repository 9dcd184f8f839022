import { DiagnosticSeverity, languages, RelativePattern, type TextDocument, type Uri, workspace, type WorkspaceFolder } from "vscode";
import type { Verdict } from "../../../core/check/finding";

const section = "corpusNavigator";

/** Which files are drafts, and the settings that say how what is found is shown. */
export const draftsSetting = `${section}.drafts`;
export const severitySetting = `${section}.check.severity`;

/** The files of a folder that are drafts; null for none. */
export function draftsOf(folder: WorkspaceFolder): RelativePattern | null {
  const glob = (workspace.getConfiguration(section, folder.uri).get<string>("drafts") ?? "").trim();
  return glob === "" ? null : new RelativePattern(folder, glob);
}

/** Whether a document is a draft by the setting: checked as it is typed, and no part of the corpus. */
export function isDraft(document: TextDocument): boolean {
  const folder = workspace.getWorkspaceFolder(document.uri);
  const pattern = folder ? draftsOf(folder) : null;
  return pattern !== null && languages.match({ scheme: document.uri.scheme, pattern }, document) > 0;
}

const severities: Readonly<Record<string, DiagnosticSeverity | null>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
  off: null,
};

/** What stands in the corpus as written is no news; what a writer has to look at is a warning. */
const usual: Readonly<Record<Verdict, keyof typeof severities>> = {
  verbatim: "off",
  "as-in-corpus": "off",
  altered: "warning",
  "somebody-else": "warning",
  "other-role": "warning",
  "other-figure": "warning",
  "spelled-otherwise": "information",
  "other-date": "information",
  "not-in-corpus": "information",
};

/** How each verdict is shown; null for not at all. */
export function severityOf(scope: Uri): (verdict: Verdict) => DiagnosticSeverity | null {
  const set: unknown = workspace.getConfiguration(section, scope).get("check.severity");
  const chosen = typeof set === "object" && set !== null ? new Map<string, unknown>(Object.entries(set)) : new Map<string, unknown>();
  return (verdict) => {
    const one = chosen.get(verdict);
    return severities[typeof one === "string" && Object.hasOwn(severities, one) ? one : usual[verdict]] ?? null;
  };
}

/** How a citation is written: `{source}`, `{date}`, `{title}`, `{byline}`, `{url}` and `{file}` stand for what is known. */
export function citationStyle(scope: Uri): string {
  return workspace.getConfiguration(section, scope).get<string>("check.citation") ?? "({source}, {date})";
}
