import {
  DocumentLink,
  EventEmitter,
  l10n,
  languages,
  ProgressLocation,
  Range,
  Uri,
  window,
  workspace,
  type Disposable,
  type TextEditor,
} from "vscode";
import type { SearchReport } from "../../../protocol/search";
import { editorRange } from "../entities/openPlace";
import { Disposables } from "../../ui/disposables";
import { matchStyle } from "./matchHighlights";
import { searchCommand } from "./searchCommandIds";
import type { SearchQueries } from "./searchQueries";
import type { Shown } from "./searchView";

const scheme = "corpus-search";
/** A report may be large; only the last ones stay. */
const mostKept = 10;

/** Results as read-only documents, in which each line leads to its place. */
export class ReportDocuments implements Disposable {
  readonly #disposables = new Disposables();
  readonly #queries: SearchQueries;
  readonly #reports = new Map<string, SearchReport>();
  readonly #emitter = this.#disposables.add(new EventEmitter<Uri>());
  readonly #mark = this.#disposables.add(window.createTextEditorDecorationType(matchStyle));
  readonly #title = this.#disposables.add(window.createTextEditorDecorationType({ fontWeight: "bold" }));
  #count = 0;

  constructor(queries: SearchQueries) {
    this.#queries = queries;
    this.#disposables.add(
      workspace.registerTextDocumentContentProvider(scheme, {
        onDidChange: this.#emitter.event,
        provideTextDocumentContent: (uri) =>
          this.#reports.get(uri.toString())?.text ?? l10n.t("This search was closed with its window. Search again to see its results."),
      }),
    );
    this.#disposables.add(
      languages.registerDocumentLinkProvider(
        { scheme },
        {
          provideDocumentLinks: (document) =>
            (this.#reports.get(document.uri.toString())?.places ?? []).map(({ line, start, end, uri, range }) => {
              const link = new DocumentLink(new Range(line, start, line, end), commandUri({ uri, range }));
              link.tooltip = l10n.t("Open this place");
              return link;
            }),
        },
      ),
    );
    this.#disposables.add(
      window.onDidChangeVisibleTextEditors((editors) => {
        editors.forEach((editor) => {
          this.#colour(editor);
        });
      }),
    );
  }

  /** Opens what the view shows: articles with their snippets, or contexts. */
  async open({ question, contexts }: Shown): Promise<void> {
    const options = { location: ProgressLocation.Notification, title: l10n.t("Collecting results"), cancellable: true };
    const report = await window.withProgress(options, (_progress, token) => this.#queries.report(question, contexts, token));
    if (!report) return;
    const name =
      question.query
        .replace(/[^\p{L}\p{N} ]+/gu, " ")
        .trim()
        .slice(0, 40) || l10n.t("Results");
    const uri = Uri.from({ scheme, path: `${name}.results`, query: String(++this.#count) });
    this.#reports.set(uri.toString(), report);
    for (const old of this.#reports.keys()) if (this.#reports.size > mostKept) this.#reports.delete(old);
    const editor = await window.showTextDocument(await workspace.openTextDocument(uri), { preview: false });
    this.#colour(editor);
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #colour(editor: TextEditor): void {
    const report = this.#reports.get(editor.document.uri.toString());
    if (!report) return;
    editor.setDecorations(this.#mark, report.marks.map(editorRange));
    const marked = new Set(report.marks.map(({ start }) => start.line));
    const titles = report.places.filter(({ line }) => !marked.has(line) && !/^\s/.test(editor.document.lineAt(line).text));
    editor.setDecorations(
      this.#title,
      titles.map(({ line }) => editor.document.lineAt(line).range),
    );
  }
}

function commandUri(place: object): Uri {
  return Uri.parse(`command:${searchCommand.openPlace}?${encodeURIComponent(JSON.stringify([place]))}`);
}
