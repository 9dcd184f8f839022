import { commands, l10n, ProgressLocation, type TextDocument, type TextEditor, Uri, ViewColumn, window, workspace } from "vscode";
import { noticeLabel } from "../core/text/escape";
import { type LeftOutParams, method } from "../protocol/corpus";
import { articlesViewId, command } from "./commandIds";
import { extractedScheme, sourceUri } from "./extracted/extractedUri";
import type { NewsLanguage } from "./languages";
import type { DocumentRecognition } from "./recognition/documentRecognition";
import type { FolderRecognition } from "./recognition/folderRecognition";
import { copyAndOpenSamples, copySampleCorpus } from "./sample/sampleCopy";
import { openSampleCorpus } from "./sample/sampleCorpus";
import { showStep } from "./sample/walkthrough";
import type { CorpusServer } from "./server/corpusServer";
import { Disposables } from "./ui/disposables";
import { number } from "./ui/locale";
import { openable } from "./ui/openable";
import { registerArticleCommands, type Selections } from "./views/articles/articleCommands";
import type { ArticlesView } from "./views/articles/articlesView";
import { showFilterBox } from "./views/articles/filterBox";
import { goToArticle } from "./views/articles/goToArticle";
import { pickGrouping } from "./views/articles/groupingPick";
import { articleIn, openArticle } from "./views/articles/openArticle";
import { showSkippedFiles } from "./views/skippedFiles";

/** What the commands act on. */
export interface CommandTargets {
  readonly extensionUri: Uri;
  readonly server: CorpusServer;
  readonly view: ArticlesView;
  readonly folders: FolderRecognition;
  readonly documents: DocumentRecognition;
  readonly selections: Selections;
}

/** Registers every command of the extension. */
export function registerCommands({ extensionUri, server, view, folders, documents, selections }: CommandTargets): Disposables {
  const disposables = new Disposables();
  const register = (id: string, run: (...args: never[]) => unknown): void => {
    disposables.add(commands.registerCommand(id, run));
  };
  const treatAs = (language: NewsLanguage | "plaintext") => (uri?: unknown) => treatDocumentAs(documents, language, uri);

  register(command.openSample, openSampleCorpus);
  register(command.walkthroughStep, showStep);
  // Another extension (or a test) that names a folder gets the copy's URI and opens it as it likes.
  register(command.copySample, (parent?: unknown) =>
    parent instanceof Uri ? copySampleCorpus(extensionUri, parent) : copyAndOpenSamples(extensionUri),
  );
  register(command.useFolder, async () => {
    const folder = workspace.workspaceFolders?.length === 1 ? workspace.workspaceFolders[0] : await window.showWorkspaceFolderPick();
    if (folder) await folders.accept(folder.uri);
  });
  register(command.treatAsArticle, treatAs("news-article"));
  register(command.treatAsBundle, treatAs("news-bundle"));
  register(command.treatAsPlainText, treatAs("plaintext"));
  register(command.rebuild, () => rebuild(server));
  register(command.clearIndex, async () => {
    await server.request(method.clearIndex, {});
    await rebuild(server);
  });
  register(command.goToArticle, (typed?: unknown) => {
    goToArticle(server, typeof typed === "string" ? typed : "");
  });
  register(command.filter, async () => {
    await commands.executeCommand(`${articlesViewId}.focus`);
    showFilterBox(view, { title: l10n.t("Filter Articles"), placeholder: l10n.t("Words of the title, an outlet or a date") });
  });
  register(command.clearFilter, () => {
    view.setFilter("");
  });
  register(command.groupBy, () => pickGrouping(view));
  register(command.showSkipped, () => {
    showSkippedFiles(server.status);
  });
  register(command.readLeftOut, async (argument?: unknown) => {
    const { uris, detail, extension } = leftOutIn(argument);
    const like: LeftOutParams | undefined = detail !== undefined ? { detail } : extension !== undefined ? { extension } : undefined;
    const all = uris ?? (like && (await server.request<readonly string[]>(method.leftOut, like))) ?? [];
    // Only what lies in a folder that is open: any extension may call a command.
    await documents.readAsArticles(all.map((uri) => Uri.parse(uri)).filter((uri) => workspace.getWorkspaceFolder(uri) !== undefined));
  });
  register(command.revealInView, async (argument?: unknown) => {
    const article = argument instanceof Uri ? undefined : articleIn(argument);
    const editor = article ? await openArticle(article) : window.activeTextEditor;
    await revealInView(view, editor);
  });
  disposables.add(registerArticleCommands(server, view, selections));
  register(command.showText, async (argument?: unknown) => {
    const uri = argument instanceof Uri ? argument : window.activeTextEditor?.document.uri;
    const shown = uri && openable(uri.toString());
    if (shown) await window.showTextDocument(shown, { viewColumn: ViewColumn.Beside });
  });
  register(command.showSource, async () => {
    const uri = window.activeTextEditor?.document.uri;
    if (uri?.scheme === extractedScheme) await commands.executeCommand("vscode.open", sourceUri(uri), { viewColumn: ViewColumn.Beside });
  });
  return disposables;
}

/** Which files that were left out are meant: these, or all that were for the same reason or extension. */
function leftOutIn(argument: unknown): { readonly uris?: readonly string[] } & LeftOutParams {
  if (typeof argument !== "object" || argument === null) return {};
  const uris = "uris" in argument && Array.isArray(argument.uris) ? argument.uris.filter((uri) => typeof uri === "string") : undefined;
  const detail = "detail" in argument && typeof argument.detail === "string" ? argument.detail : undefined;
  const extension = "extension" in argument && typeof argument.extension === "string" ? argument.extension : undefined;
  return { ...(uris && { uris }), ...(detail !== undefined && { detail }), ...(extension !== undefined && { extension }) };
}

/** The document of `uri` (from a menu of the explorer or an editor's title), else the active one. */
async function treatDocumentAs(documents: DocumentRecognition, language: NewsLanguage | "plaintext", uri: unknown): Promise<void> {
  const document = uri instanceof Uri ? await openText(uri) : window.activeTextEditor?.document;
  if (document) await documents.decide(document, language);
}

/** A file's document; undefined, with a notice, where there is none. */
async function openText(uri: Uri): Promise<TextDocument | undefined> {
  try {
    return await workspace.openTextDocument(uri);
  } catch {
    void window.showWarningMessage(l10n.t("“{0}” cannot be opened as a text.", noticeLabel(workspace.asRelativePath(uri))));
    return undefined;
  }
}

async function revealInView(view: ArticlesView, editor: TextEditor | undefined): Promise<void> {
  if (editor && (await view.revealActive(editor))) return;
  await commands.executeCommand(`${articlesViewId}.focus`);
}

async function rebuild(server: CorpusServer): Promise<void> {
  const options = { location: ProgressLocation.Notification, title: l10n.t("Rebuilding the corpus"), cancellable: true };
  await window.withProgress(options, async (progress, token) => {
    let shown = 0;
    const follow = server.onDidChangeStatus(({ filesDone, filesTotal }) => {
      const done = filesTotal === 0 ? 0 : (100 * filesDone) / filesTotal;
      progress.report({ message: l10n.t("{0} of {1} files", number(filesDone), number(filesTotal)), increment: Math.max(0, done - shown) });
      shown = Math.max(shown, done);
    });
    try {
      await server.start();
      await server.request(method.rebuild, {}, token);
    } catch (error) {
      // A cancelled rebuild rejects too; the server goes on with what it has read.
      if (!token.isCancellationRequested) throw error;
    } finally {
      follow.dispose();
    }
  });
}
