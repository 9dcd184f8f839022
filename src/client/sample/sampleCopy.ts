import { commands, FileSystemError, l10n, Uri, window, workspace } from "vscode";
import { packagedSample, samplePaths } from "./sampleFiles";

/** What the copy is called in the folder that the user chose. */
const folderName = "corpus-navigator-sample";

/** Copies the sample corpus into a folder that the user chooses, and opens the copy. Nothing that exists is overwritten. */
export async function copyAndOpenSamples(extensionUri: Uri): Promise<void> {
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

/**
 * Copies the sample corpus, byte by byte, into a folder of its own below `parent`; answers that folder. What is there
 * already stays, so that a copy which was interrupted is completed. Rejects where a file cannot be read or written.
 */
export async function copySampleCorpus(extensionUri: Uri, parent: Uri): Promise<Uri> {
  const target = Uri.joinPath(parent, folderName);
  await Promise.all(
    samplePaths.map(async (path) => {
      const to = Uri.joinPath(target, path);
      if (await exists(to)) return;
      await workspace.fs.writeFile(to, await workspace.fs.readFile(packagedSample(extensionUri, path)));
    }),
  );
  return target;
}

async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch (error) {
    if (error instanceof FileSystemError && error.code === "FileNotFound") return false;
    throw error;
  }
}
