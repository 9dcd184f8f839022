import { RelativePattern, workspace, type Disposable, type Uri } from "vscode";
import { FileChangeType, type FileEvent } from "vscode-languageclient";
import { isCandidateName, isIgnoredFolder } from "../../core/corpus/candidates";
import { Disposables } from "../ui/disposables";

/** How long changes are gathered before they are sent, in milliseconds. */
const gatherFor = 250;

/** Watches each corpus folder once and hands on what happened in batches, one event a file. */
export class FolderWatchers implements Disposable {
  readonly #send: (changes: FileEvent[]) => void;
  readonly #watchers = new Map<string, Disposables>();
  readonly #changes = new Map<string, FileChangeType>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(send: (changes: FileEvent[]) => void) {
    this.#send = send;
  }

  /** Watches exactly these folders from now on. */
  setFolders(folders: readonly Uri[]): void {
    const wanted = new Map(folders.map((folder) => [folder.toString(), folder]));
    for (const [key, watcher] of this.#watchers) {
      if (wanted.has(key)) continue;
      watcher.dispose();
      this.#watchers.delete(key);
    }
    for (const [key, folder] of wanted) {
      if (!this.#watchers.has(key)) this.#watchers.set(key, this.#watch(folder));
    }
  }

  dispose(): void {
    this.setFolders([]);
    clearTimeout(this.#timer);
  }

  #watch(folder: Uri): Disposables {
    const disposables = new Disposables();
    const watcher = disposables.add(workspace.createFileSystemWatcher(new RelativePattern(folder, "**/*")));
    const gather = (type: FileChangeType) => (uri: Uri) => {
      const names = uri.path.slice(folder.path.length).split("/").filter(Boolean);
      const name = names.pop() ?? "";
      if (names.some(isIgnoredFolder)) return;
      // Something created or deleted under another name may be a folder full of files; a change concerns a file only.
      if (type === FileChangeType.Changed && !isCandidateName(name)) return;
      this.#gather(uri.toString(), type);
    };
    disposables.add(watcher.onDidCreate(gather(FileChangeType.Created)));
    disposables.add(watcher.onDidChange(gather(FileChangeType.Changed)));
    disposables.add(watcher.onDidDelete(gather(FileChangeType.Deleted)));
    return disposables;
  }

  #gather(uri: string, type: FileChangeType): void {
    const before = this.#changes.get(uri);
    const stays = before === FileChangeType.Created && type === FileChangeType.Changed;
    const replaced = before === FileChangeType.Deleted && type === FileChangeType.Created;
    this.#changes.set(uri, stays ? before : replaced ? FileChangeType.Changed : type);
    // Not put off by later changes: a long burst is sent in batches while it lasts.
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      const changes = [...this.#changes].map(([changed, kind]) => ({ uri: changed, type: kind }));
      this.#changes.clear();
      this.#send(changes);
    }, gatherFor);
  }
}
