import { EventEmitter, l10n, Uri, window, workspace, type Disposable, type TextDocumentContentProvider } from "vscode";
import { titleSegment } from "../../../core/text/escape";
import { Disposables } from "../../ui/disposables";
import { comparableText } from "./comparableText";
import { bodyScheme } from "./relatedCommandIds";
import type { RelatedQueries } from "./relatedQueries";

/** How long the status bar says what is compared, in milliseconds. */
const noticeTime = 3000;

/** Read-only documents that hold an article's paragraphs alone: a comparison is not about headers and site text. */
export class BodyDocuments implements TextDocumentContentProvider, Disposable {
  readonly #disposables = new Disposables();
  readonly #emitter = this.#disposables.add(new EventEmitter<Uri>());
  readonly #queries: RelatedQueries;
  #ignoresTypography = true;
  readonly onDidChange = this.#emitter.event;

  constructor(queries: RelatedQueries) {
    this.#queries = queries;
    this.#disposables.add(workspace.registerTextDocumentContentProvider(bodyScheme, this));
    this.#disposables.add(
      queries.onDidChange(() => {
        this.#changed();
      }),
    );
  }

  #changed(): void {
    for (const { uri } of workspace.textDocuments) if (uri.scheme === bodyScheme) this.#emitter.fire(uri);
  }

  async provideTextDocumentContent(uri: Uri): Promise<string> {
    const body = await this.#queries.body(uri.query);
    return comparableText(body?.text ?? "", this.#ignoresTypography);
  }

  /** Shows quotation marks, dashes and spaces as each text has them, or all in one way, which is how a comparison begins. */
  toggleTypography(): void {
    this.#ignoresTypography = !this.#ignoresTypography;
    this.#changed();
    window.setStatusBarMessage(this.#ignoresTypography ? l10n.t("Typography is ignored") : l10n.t("Typography is compared"), noticeTime);
  }

  dispose(): void {
    this.#disposables.dispose();
  }
}

/** The document of an article's body; `title` is what its tab shows. */
export function bodyUri(id: string, title: string): Uri {
  return Uri.from({ scheme: bodyScheme, path: `/${titleSegment(title)}.corpus-body`, query: id });
}
