import { EventEmitter, Uri, type Disposable, type Memento } from "vscode";

const documentsKey = "corpusNavigator.documents";
const foldersKey = "corpusNavigator.folders";

/** How many documents are remembered; the oldest decisions go first. */
const mostDocuments = 20_000;

/** `all`: nothing in the folder is left out as being no article. */
export type FolderDecision = "corpus" | "all" | "never";

/** What the user decided by hand, for this workspace: it always wins over recognition. */
export class Decisions implements Disposable {
  readonly #state: Memento;
  /** For new documents, whose names are used again. */
  readonly #untitled = new Map<string, string>();

  readonly #emitter = new EventEmitter<{ readonly uri: Uri; readonly languageId: string }>();

  /** The language of a document was decided. */
  readonly onDidDecide = this.#emitter.event;

  constructor(state: Memento) {
    this.#state = state;
  }

  /** The language id that was chosen for a document. */
  languageOf(document: Uri): string | undefined {
    return this.#untitled.get(document.toString()) ?? this.#read(documentsKey)[document.toString()];
  }

  /** Every document that was decided by hand and not forgotten. */
  documents(): readonly { readonly uri: Uri; readonly languageId: string }[] {
    return Object.entries(this.#read(documentsKey)).map(([uri, languageId]) => ({ uri: Uri.parse(uri), languageId }));
  }

  /** Remembers the language id that was chosen for a document: a new one until it is closed. */
  async setLanguage(document: Uri, languageId: string): Promise<void> {
    this.#emitter.fire({ uri: document, languageId });
    if (document.scheme === "untitled") {
      this.#untitled.set(document.toString(), languageId);
      return;
    }
    const others = Object.entries(this.#read(documentsKey)).filter(([key]) => key !== document.toString());
    const entries = others.slice(-(mostDocuments - 1));
    await this.#state.update(documentsKey, Object.fromEntries([...entries, [document.toString(), languageId]]));
  }

  /** Remembers one language id for many files at once. */
  async setLanguages(files: readonly Uri[], languageId: string): Promise<void> {
    const keys = new Set(files.map(String));
    const others = Object.entries(this.#read(documentsKey)).filter(([key]) => !keys.has(key));
    const entries = [...others, ...[...keys].map((key) => [key, languageId] as const)].slice(-mostDocuments);
    await this.#state.update(documentsKey, Object.fromEntries(entries));
    for (const uri of files) this.#emitter.fire({ uri, languageId });
  }

  /** Forgets what was decided for a new document. */
  closed(document: Uri): void {
    this.#untitled.delete(document.toString());
  }

  /** What was answered for a folder. */
  folder(folder: Uri): FolderDecision | undefined {
    const decision = this.#read(foldersKey)[folder.toString()];
    return decision === "corpus" || decision === "all" || decision === "never" ? decision : undefined;
  }

  /** Remembers what was answered for a folder. */
  async setFolder(folder: Uri, decision: FolderDecision): Promise<void> {
    await this.#state.update(foldersKey, { ...this.#read(foldersKey), [folder.toString()]: decision });
  }

  dispose(): void {
    this.#emitter.dispose();
  }

  #read(key: string): Readonly<Record<string, string>> {
    return this.#state.get<Record<string, string>>(key) ?? {};
  }
}
