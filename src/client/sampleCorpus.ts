import { commands, FileSystemError, l10n, Uri, window, workspace } from "vscode";

/** What the copy is called in the folder that the user chose. */
const folderName = "corpus-navigator-sample";

/** Copies the sample corpus into a folder that the user chooses, and opens the copy. Nothing that exists is overwritten. */
export async function openSampleCorpus(extensionUri: Uri): Promise<void> {
  const chosen = await window.showOpenDialog({
    canSelectFiles: false,
    canSelectFolders: true,
    canSelectMany: false,
    title: l10n.t("Choose where to put the sample corpus"),
    openLabel: l10n.t("Copy Here"),
    ...(workspace.workspaceFolders?.[0] && { defaultUri: Uri.joinPath(workspace.workspaceFolders[0].uri, "..") }),
  });
  const parent = chosen?.[0];
  if (!parent) return;
  const target = await copySampleCorpus(extensionUri, parent);
  await commands.executeCommand("vscode.openFolder", target, { forceNewWindow: workspace.workspaceFolders !== undefined });
}

/** Copies `samples` of the extension below `parent` unless it is there already; answers the copy's folder. */
export async function copySampleCorpus(extensionUri: Uri, parent: Uri): Promise<Uri> {
  const target = Uri.joinPath(parent, folderName);
  try {
    // Across file systems too: from the extension's own, which may be a web server, to the chosen one.
    await workspace.fs.copy(Uri.joinPath(extensionUri, "samples"), target, { overwrite: false });
  } catch (error) {
    if (!(error instanceof FileSystemError && error.code === "FileExists")) throw error;
  }
  return target;
}
