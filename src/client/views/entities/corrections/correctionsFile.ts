import { RelativePattern, Uri, workspace, type Disposable, type TextDocument } from "vscode";
import { entityMethod, correctionsPath, type CorrectionsChangedParams } from "../../../../protocol/entities";
import type { CorpusServer } from "../../../server/corpusServer";
import { Delayer } from "../../../ui/delayer";
import { Disposables } from "../../../ui/disposables";

/**
 * VS Code says nothing of a file that comes and goes within a moment: how long after a change the files are looked at once more, in
 * milliseconds.
 */
const onceMoreAfter = 1500;

/** Whether this is a folder's file of corrections: the only file that corrections are written to. */
export function isCorrectionsFile(uri: Uri): boolean {
  const folder = workspace.getWorkspaceFolder(uri);
  return folder !== undefined && uri.toString() === Uri.joinPath(folder.uri, correctionsPath).toString();
}

/** Tells the server of every change in the files of corrections, in an editor (saved or not) and on disk. */
export class CorrectionsWatch implements Disposable {
  readonly #disposables = new Disposables();
  readonly #server: CorpusServer;
  readonly #onceMore = this.#disposables.add(new Delayer(onceMoreAfter));
  /** The end of what reads files at the moment: one after another, so that what was read last is told last. */
  #turn: Promise<void> = Promise.resolve();

  constructor(server: CorpusServer) {
    this.#server = server;
    const tellOf = (document: TextDocument): void => {
      if (!isCorrectionsFile(document.uri)) return;
      // A text without edits is what was on disk a while ago: it may have gone since.
      if (document.isDirty) void this.#tell(document.uri, document.getText());
      else this.#follow(document.uri);
    };
    this.#disposables.add(workspace.onDidOpenTextDocument(tellOf));
    this.#disposables.add(
      workspace.onDidChangeTextDocument(({ document }) => {
        tellOf(document);
      }),
    );
    // What was typed and not saved is gone now.
    this.#disposables.add(
      workspace.onDidCloseTextDocument(({ uri }) => {
        this.#follow(uri);
      }),
    );
    const watch = (folder: Uri): void => {
      const watcher = this.#disposables.add(workspace.createFileSystemWatcher(new RelativePattern(folder, correctionsPath)));
      for (const happened of [watcher.onDidCreate, watcher.onDidChange, watcher.onDidDelete])
        happened((uri) => {
          this.#follow(uri);
        });
    };
    for (const { uri } of workspace.workspaceFolders ?? []) watch(uri);
    this.#disposables.add(
      workspace.onDidChangeWorkspaceFolders(({ added }) => {
        added.forEach(({ uri }) => {
          watch(uri);
        });
      }),
    );
  }

  /** Tells the server of the files as they are now: what was written a moment ago may not have been noticed yet. */
  async tellAll(): Promise<void> {
    await Promise.all((workspace.workspaceFolders ?? []).map(({ uri }) => this.#tellOfDisk(Uri.joinPath(uri, correctionsPath))));
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #follow(uri: Uri): void {
    if (!isCorrectionsFile(uri)) return;
    void this.#tellOfDisk(uri);
    this.#onceMore.schedule(() => void this.tellAll());
  }

  #tellOfDisk(uri: Uri): Promise<void> {
    this.#turn = this.#turn.then(() => this.#readAndTell(uri)).catch(() => undefined);
    return this.#turn;
  }

  async #readAndTell(uri: Uri): Promise<void> {
    // What is typed and not saved counts before what is on disk. (A text that nobody sees stays open for a while after its file has gone.)
    const isTyped = workspace.textDocuments.some((document) => document.isDirty && document.uri.toString() === uri.toString());
    if (!isTyped) await this.#tell(uri, await readText(uri));
  }

  #tell(uri: Uri, text: string | null): Promise<void> {
    const params: CorrectionsChangedParams = { uri: uri.toString(), text };
    return this.#server.notify(entityMethod.correctionsChanged, params);
  }
}

/** A file's text; null if it cannot be read. */
export async function readText(uri: Uri): Promise<string | null> {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(uri));
  } catch {
    return null;
  }
}
