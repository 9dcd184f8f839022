import { l10n, Uri, window, workspace } from "vscode";
import { noticeLabel } from "../../core/text/escape";
import { shownUri } from "../extracted/extractedUri";

/**
 * What shows the URI that a link, a page, a key or another extension wants opened, if it is of a folder of the workspace or of a
 * document that is open; undefined, with a notice, for any other.
 */
export function openable(text: string): Uri | undefined {
  const uri = parsed(text);
  if (uri && !uri.path.split("/").includes("..") && (workspace.getWorkspaceFolder(uri) !== undefined || isOpen(uri))) return shownUri(uri);
  void window.showWarningMessage(l10n.t("“{0}” is in no folder of this workspace: it is not opened.", noticeLabel(text)));
  return undefined;
}

function parsed(text: string): Uri | undefined {
  try {
    return Uri.parse(text, true);
  } catch {
    return undefined;
  }
}

function isOpen(uri: Uri): boolean {
  const text = uri.toString();
  return workspace.textDocuments.some((document) => document.uri.toString() === text);
}
