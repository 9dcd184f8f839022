import { commands, l10n, type QuickInputButton, type QuickPickItem, QuickPickItemKind, ThemeIcon, Uri, window, workspace } from "vscode";
import type { CorpusStatus, LeftOutParams, SkipReason } from "../../protocol/corpus";
import { command } from "../commandIds";
import { iconLabel } from "../../core/text/escape";
import { number } from "../ui/locale";

interface FileItem extends QuickPickItem {
  /** Opened when the item is chosen; absent for what stands for many files. */
  readonly uri?: Uri;
  /** What is read as articles when the item itself is chosen, or one of its buttons. */
  readonly all?: LeftOutParams;
}

/**
 * Lists the files that were left out of the corpus or cut, each with its reason. The chosen one is opened; its buttons
 * read it as an article, or all that were left out for the same reason.
 */
export function showSkippedFiles(status: CorpusStatus | undefined): void {
  const items = skippedItems(status);
  if (items.length === 0) {
    void window.showInformationMessage(l10n.t("No file was skipped."));
    return;
  }
  const pick = window.createQuickPick<FileItem>();
  pick.title = l10n.t("Skipped Files");
  pick.placeholder = l10n.t("What was left out or cut, and why; choose a file to open it, or read it as an article by its button");
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.items = items;
  pick.onDidTriggerItemButton(({ item: { uri, all }, button }) => {
    pick.hide();
    if (button === readIt && uri) void commands.executeCommand(command.readLeftOut, { uris: [uri.toString()] });
    else if (all) void commands.executeCommand(command.readLeftOut, all);
  });
  pick.onDidAccept(() => {
    const [chosen] = pick.selectedItems;
    pick.hide();
    if (chosen?.uri) void commands.executeCommand("vscode.open", chosen.uri);
    else if (chosen?.all) void commands.executeCommand(command.readLeftOut, chosen.all);
  });
  pick.onDidHide(() => {
    pick.dispose();
  });
  pick.show();
}

const readIt: QuickInputButton = { iconPath: new ThemeIcon("file-add"), tooltip: l10n.t("Read It as an Article") };
const readAll: QuickInputButton = { iconPath: new ThemeIcon("checklist"), tooltip: l10n.t("Read All like It as Articles") };

/** What the list holds: files that could not be read, then those that are no articles, by reason, then other kinds of files. */
export function skippedItems(status: CorpusStatus | undefined): FileItem[] {
  if (!status) return [];
  const separator = (label: string): FileItem => ({ label, kind: QuickPickItemKind.Separator });
  const file = (uri: string, description: string, detail: string): FileItem => ({
    uri: Uri.parse(uri),
    label: iconLabel(workspace.asRelativePath(Uri.parse(uri))),
    description,
    detail: iconLabel(detail),
  });
  const failed = [
    ...status.skipped.map(({ uri, reason, detail }) => file(uri, reasonText(reason), detail)),
    ...status.notices.map(({ uri, detail }) => file(uri, l10n.t("read with a notice"), detail)),
  ];
  const others = status.leftOut
    .map(({ uri, detail }) => ({ ...file(uri, reasonText("not-an-article"), detail), all: { detail }, buttons: [readIt, readAll] }))
    .sort((a, b) => a.all.detail.localeCompare(b.all.detail));
  const kinds = status.unreadKinds.map(({ extension, count }): FileItem => ({
    label: iconLabel(`.${extension}`),
    description: count === 1 ? l10n.t("1 file of a kind that is not read") : l10n.t("{0} files of a kind that is not read", number(count)),
    detail: l10n.t("Choose it to read them all as articles."),
    all: { extension },
    buttons: [readAll],
  }));
  return [
    ...(failed.length > 0 ? [separator(l10n.t("skipped or cut")), ...failed] : []),
    ...(others.length > 0 ? [separator(l10n.t("left out: {0}", number(status.otherFiles))), ...others] : []),
    ...(kinds.length > 0 ? [separator(l10n.t("other kinds of files")), ...kinds] : []),
  ];
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
