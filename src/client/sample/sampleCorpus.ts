import { commands, type ExtensionContext, ExtensionMode, l10n, Uri, window, workspace } from "vscode";
import { articlesViewId } from "../commandIds";
import { sampleFolder } from "./sampleFileSystem";

/** The article that a beginner sees first: it has a near-duplicate, related articles and many names. */
const firstArticle = "lissen-courier/ardelia-kestrovia-to-meet-in-geneva.txt";
const greeted = "corpusNavigator.sampleGreeted";

/** Opens the sample corpus: here where no folder is open, else in a new window. */
export async function openSampleCorpus(): Promise<void> {
  await commands.executeCommand("vscode.openFolder", sampleFolder, { forceNewWindow: workspace.workspaceFolders !== undefined });
}

/**
 * What a beginner finds in the sample corpus: the Corpus view, an article, and once a hint of what can be done with it. Nothing
 * happens in other folders, nor where an editor is open already.
 */
export async function welcomeToSample(context: ExtensionContext): Promise<void> {
  const folder = workspace.workspaceFolders?.length === 1 ? workspace.workspaceFolders[0]?.uri : undefined;
  if (folder === undefined || !isSample(folder, context) || window.tabGroups.all.some(({ tabs }) => tabs.length > 0)) return;
  await window.showTextDocument(Uri.joinPath(folder, firstArticle), { preview: false });
  await commands.executeCommand(`${articlesViewId}.focus`);
  if (context.globalState.get(greeted) === true) return;
  await context.globalState.update(greeted, true);
  const tour = l10n.t("Show Me Around");
  const chosen = await window.showInformationMessage(
    l10n.t("Point at a name to see what the whole corpus says about it. The view on the left lists all articles."),
    tour,
  );
  if (chosen === tour) await commands.executeCommand("workbench.action.openWalkthrough", `${context.extension.id}#start`, false);
}

/** Whether a folder is the sample corpus, be it the packaged one or, while the extension is developed, its source. */
function isSample(folder: Uri, { extensionMode, extensionUri }: ExtensionContext): boolean {
  if (folder.scheme === sampleFolder.scheme) return true;
  return extensionMode === ExtensionMode.Development && folder.path === `${extensionUri.path}/samples`;
}
