import { type Disposable, type FileSystemWatcher, Uri, workspace } from "vscode";
import type { CorpusServer } from "../../server/corpusServer";
import { Disposables } from "../../ui/disposables";
import { draftsOf, draftsSetting } from "./draftSettings";

/** More drafts than anybody writes. */
const mostDrafts = 20_000;

/** Keeps drafts out of the corpus: the server reads files that match the setting as texts and not as articles. */
export class DraftFiles implements Disposable {
  readonly #disposables = new Disposables();
  readonly #server: CorpusServer;
  readonly #drafts = new Set<string>();
  #watchers: FileSystemWatcher[] = [];
  #turn = 0;

  constructor(server: CorpusServer) {
    this.#server = server;
    this.#disposables.add(
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(draftsSetting)) void this.#find();
      }),
    );
    this.#disposables.add(workspace.onDidChangeWorkspaceFolders(() => void this.#find()));
    void this.#find();
  }

  dispose(): void {
    this.#stopWatching();
    this.#disposables.dispose();
  }

  #stopWatching(): void {
    for (const watcher of this.#watchers) watcher.dispose();
    this.#watchers = [];
  }

  async #find(): Promise<void> {
    const turn = ++this.#turn;
    this.#stopWatching();
    const found = new Set<string>();
    for (const folder of workspace.workspaceFolders ?? []) {
      const pattern = draftsOf(folder);
      if (pattern === null) continue;
      const watcher = workspace.createFileSystemWatcher(pattern, false, true, true);
      watcher.onDidCreate((uri) => void this.#add(uri));
      this.#watchers.push(watcher);
      for (const uri of await workspace.findFiles(pattern, null, mostDrafts)) found.add(uri.toString());
      if (turn !== this.#turn) return;
    }
    for (const uri of [...this.#drafts]) {
      if (found.has(uri)) continue;
      this.#drafts.delete(uri);
      await this.#server.treatAs(Uri.parse(uri), null);
    }
    for (const uri of found) await this.#add(Uri.parse(uri));
  }

  async #add(uri: Uri): Promise<void> {
    if (this.#drafts.has(uri.toString())) return;
    this.#drafts.add(uri.toString());
    await this.#server.treatAs(uri, "text");
  }
}
