import * as vscode from "vscode";
import type { CorpusNavigatorApi } from "../../../src/client/activate";
import type { ArticleLeaf, ArticleNode, GroupNode } from "../../../src/client/views/articles/articleNode";

const patienceMilliseconds = 20_000;

/** The running extension, when the opened folder has been read. */
export async function ready(): Promise<CorpusNavigatorApi> {
  const extension = vscode.extensions.getExtension<CorpusNavigatorApi>("corpus-navigator.corpus-navigator");
  if (!extension) throw new Error("The extension is not installed.");
  const api = await extension.activate();
  await api.whenReady();
  return api;
}

/** A file of the opened folder, a copy of the sample corpus. */
export function file(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error("No folder is open.");
  return vscode.Uri.joinPath(folder.uri, path);
}

/** Shows a file and waits until it has the language. */
export async function show(path: string, languageId?: string): Promise<vscode.TextEditor> {
  const uri = file(path);
  await vscode.window.showTextDocument(uri);
  return until(`${path} to be shown as ${languageId ?? "anything"}`, () => {
    const editor = vscode.window.activeTextEditor;
    const shown =
      editor?.document.uri.toString() === uri.toString() && (languageId === undefined || editor.document.languageId === languageId);
    return shown ? editor : undefined;
  });
}

/** Waits for something that comes about by itself; what `look` gives then. Fails, naming what was awaited, when it does not. */
export async function until<T>(what: string, look: () => T | undefined | false | Promise<T | undefined | false>): Promise<T> {
  const end = Date.now() + patienceMilliseconds;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > end) throw new Error(`Waited in vain for ${what}.`);
    await pause(50);
  }
}

/** Lets `milliseconds` go by: only to show that something does *not* happen. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** What hangs below a node of the Articles tree, or its roots. */
export async function children(api: CorpusNavigatorApi, node?: ArticleNode): Promise<ArticleNode[]> {
  return (await api.articles.getChildren(node)) ?? [];
}

/** All articles of the tree, in its order. */
export async function leaves(api: CorpusNavigatorApi, node?: GroupNode): Promise<ArticleLeaf[]> {
  const found: ArticleLeaf[] = [];
  for (const child of await children(api, node)) found.push(...(child.kind === "article" ? [child] : await leaves(api, child)));
  return found;
}

/** The titles of all articles of the tree. */
export async function titles(api: CorpusNavigatorApi): Promise<string[]> {
  return (await leaves(api)).map(({ article }) => article.displayTitle);
}

/** Closes all editors without keeping what was typed. */
export async function closeAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments) {
    if (!document.isDirty) continue;
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  }
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
}
