import { EventEmitter, Uri, workspace, type Disposable, type TextDocumentContentProvider } from "vscode";
import { titleSegment } from "../../../core/text/escape";
import { Disposables } from "../../ui/disposables";
import { bodyScheme } from "./relatedCommandIds";
import type { RelatedQueries } from "./relatedQueries";

/** Read-only documents that hold an article's paragraphs alone: a comparison is not about headers and site text. */
export class BodyDocuments implements TextDocumentContentProvider, Disposable {
  readonly #disposables = new Disposables();
  readonly #emitter = this.#disposables.add(new EventEmitter<Uri>());
  readonly #queries: RelatedQueries;
  readonly onDidChange = this.#emitter.event;

  constructor(queries: RelatedQueries) {
    this.#queries = queries;
    this.#disposables.add(workspace.registerTextDocumentContentProvider(bodyScheme, this));
    this.#disposables.add(
      queries.onDidChange(() => {
        for (const { uri } of workspace.textDocuments) if (uri.scheme === bodyScheme) this.#emitter.fire(uri);
      }),
    );
  }

  async provideTextDocumentContent(uri: Uri): Promise<string> {
    const body = await this.#queries.body(uri.query);
    return body?.text ?? "";
  }

  dispose(): void {
    this.#disposables.dispose();
  }
}

/** The document of an article's body; `title` is what its tab shows. */
export function bodyUri(id: string, title: string): Uri {
  return Uri.from({ scheme: bodyScheme, path: `/${titleSegment(title)}.corpus-body`, query: id });
}
