import { commands, l10n, Uri, window, workspace, type QuickPickItem } from "vscode";
import { iconLabel } from "../../core/text/escape";
import type { CorpusStatus, SkipReason } from "../../protocol/corpus";

/** Lists the files that were left out of the corpus or cut, each with its reason; the chosen one is opened. */
export async function showSkippedFiles(status: CorpusStatus | undefined): Promise<void> {
  const item = (uri: string, description: string, detail: string): QuickPickItem & { readonly uri: Uri } => {
    const label = iconLabel(workspace.asRelativePath(Uri.parse(uri)));
    return { uri: Uri.parse(uri), label, description, detail: iconLabel(detail) };
  };
  const items = [
    ...(status?.skipped ?? []).map(({ uri, reason, detail }) => item(uri, reasonText(reason), detail)),
    ...(status?.notices ?? []).map(({ uri, detail }) => item(uri, l10n.t("read in part"), detail)),
  ];
  if (items.length === 0) {
    void window.showInformationMessage(l10n.t("No file was skipped."));
    return;
  }
  const chosen = await window.showQuickPick(items, {
    title: l10n.t("Skipped Files"),
    placeHolder: l10n.t("What was left out or cut, and why; choose a file to open it"),
    matchOnDescription: true,
  });
  if (chosen) await commands.executeCommand("vscode.open", chosen.uri);
}

function reasonText(reason: SkipReason): string {
  switch (reason) {
    case "too-large":
      return l10n.t("larger than the limit");
    case "unreadable":
      return l10n.t("cannot be read");
    case "vanished":
      return l10n.t("has gone");
    case "binary":
      return l10n.t("not text");
    case "not-an-article":
      return l10n.t("not an article");
    case "other-kind":
      return l10n.t("another kind of file");
    case "loop":
      return l10n.t("a link that leads back");
  }
}
