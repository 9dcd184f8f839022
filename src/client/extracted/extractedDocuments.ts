import { EventEmitter, l10n, languages, type TextDocument, type TextDocumentContentProvider, type Uri, window, workspace } from "vscode";
import { noticeLabel } from "../../core/text/escape";
import { type ExtractedText, method } from "../../protocol/corpus";
import type { CorpusServer } from "../server/corpusServer";
import { Disposables } from "../ui/disposables";
import { extractedScheme, sourceUri } from "./extractedUri";

/** Gives the text that was taken out of a file as a read-only document: as the index reads it, with all that a text of the corpus has. */
export class ExtractedDocuments implements TextDocumentContentProvider {
  readonly #disposables = new Disposables();
  readonly #emitter = this.#disposables.add(new EventEmitter<Uri>());
  readonly #server: CorpusServer;
  /** By URI, what the text was read as. */
  readonly #kinds = new Map<string, ExtractedText["kind"]>();
  readonly onDidChange = this.#emitter.event;

  constructor(server: CorpusServer) {
    this.#server = server;
    this.#disposables.add(workspace.registerTextDocumentContentProvider(extractedScheme, this));
    this.#disposables.add(
      server.onDidChangeCorpus(() => {
        for (const { uri } of workspace.textDocuments) if (uri.scheme === extractedScheme) this.#emitter.fire(uri);
      }),
    );
    this.#disposables.add(workspace.onDidOpenTextDocument((document) => void this.#opened(document)));
  }

  async provideTextDocumentContent(uri: Uri): Promise<string> {
    const source = sourceUri(uri);
    // Nobody has looked at this folder yet where a window is restored.
    await this.#server.start();
    const answer = await this.#server.request<ExtractedText | { readonly reason: string }>(method.extractedText, {
      uri: source.toString(),
    });
    if (answer !== undefined && "text" in answer) {
      this.#kinds.set(uri.toString(), answer.kind);
      return answer.text;
    }
    this.#kinds.delete(uri.toString());
    void window.showWarningMessage(
      l10n.t("No text was taken out of “{0}”: {1}", noticeLabel(workspace.asRelativePath(source)), noticeLabel(answer?.reason ?? "")),
    );
    return "";
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  async #opened(document: TextDocument): Promise<void> {
    const kind = this.#kinds.get(document.uri.toString());
    const language = kind === "bundle" ? "news-bundle" : "news-article";
    if (document.uri.scheme !== extractedScheme || kind === undefined || document.languageId === language) return;
    await languages.setTextDocumentLanguage(document, language).then(undefined, (error: unknown) => {
      // It may have been closed meanwhile.
      if (!document.isClosed) throw error;
    });
  }
}
