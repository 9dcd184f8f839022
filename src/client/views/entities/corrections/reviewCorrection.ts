import { commands, l10n, TabInputTextDiff, Uri, window, workspace } from "vscode";
import type { Correction } from "./corrections";

/** Texts that are compared while a correction is reviewed, and nowhere stored. */
const scheme = "corpus-correction";

/**
 * Shows the file of corrections as it is beside what it will be, and asks whether to write it. Answers once the reader has
 * decided; the comparison is closed then.
 */
export async function reviewCorrection({ file, summary, text }: Correction, before: string): Promise<boolean> {
  const { path } = Uri.parse(file, true);
  const [left, right] = ["before", "after"].map((state) => Uri.from({ scheme, path, query: state })) as [Uri, Uri];
  const provider = workspace.registerTextDocumentContentProvider(scheme, { provideTextDocumentContent: ({ query }) => (query === "after" ? text : before) });
  try {
    await commands.executeCommand("vscode.diff", left, right, l10n.t("{0}: as it is and as it will be", workspace.asRelativePath(path)), { preview: true });
    const apply = { label: `$(check) ${l10n.t("Apply")}` };
    const leave = { label: `$(close) ${l10n.t("Leave It as It Is")}` };
    // The reader may scroll and select in the comparison meanwhile.
    return (await window.showQuickPick([apply, leave], { title: summary, ignoreFocusOut: true })) === apply;
  } finally {
    const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
    await window.tabGroups.close(tabs.filter(({ input }) => input instanceof TabInputTextDiff && input.modified.scheme === scheme));
    provider.dispose();
  }
}
