import {
  CancellationTokenSource,
  type CancellationToken,
  Diagnostic,
  DiagnosticRelatedInformation,
  type Disposable,
  EventEmitter,
  languages,
  Location,
  Range,
  type TextDocument,
  Uri,
  workspace,
} from "vscode";
import { label } from "../../../core/text/escape";
import { draftMethod, type CheckedPassage, type CheckTextParams, type CheckTextResult } from "../../../protocol/drafts";
import { shownUri } from "../../extracted/extractedUri";
import type { CorpusServer } from "../../server/corpusServer";
import { Delayer } from "../../ui/delayer";
import { Disposables } from "../../ui/disposables";
import { editorRange } from "../entities/openPlace";
import { severityOf } from "./draftSettings";
import { whose } from "./draftWords";
import { type IgnoredPassages, passageKey } from "./ignoredPassages";

/** How long typing must pause before a text is checked again, in milliseconds; longer while the corpus is being read. */
const typingPause = 600;
const readingPause = 2000;
const mostRelated = 5;

/** Where a passage stands in the text that was checked. */
export function rangeOf(document: TextDocument, { start, end }: CheckedPassage): Range {
  return new Range(document.positionAt(start), document.positionAt(end));
}

/** A text that is checked: again whenever it or the corpus changes. */
interface CheckedText {
  readonly delayer: Delayer;
  cancel: CancellationTokenSource | undefined;
  version: number;
  result: CheckTextResult | undefined;
  marks: ReadonlyMap<CheckedPassage, Diagnostic>;
}

/** The texts that are checked against the corpus, and what was found in them, as diagnostics. */
export class CheckedTexts implements Disposable {
  readonly #disposables = new Disposables();
  readonly #server: CorpusServer;
  readonly #ignored: IgnoredPassages;
  readonly #diagnostics = this.#disposables.add(languages.createDiagnosticCollection("corpus-drafts"));
  readonly #texts = new Map<string, CheckedText>();
  readonly #emitter = this.#disposables.add(new EventEmitter<void>());

  /** Texts are checked, or no longer. */
  readonly onDidChange = this.#emitter.event;

  constructor(server: CorpusServer, ignored: IgnoredPassages) {
    this.#server = server;
    this.#ignored = ignored;
    this.#disposables.add(
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.#later(document, typingPause);
      }),
    );
    this.#disposables.add(
      server.onDidChangeCorpus(() => {
        this.checkAllLater();
      }),
    );
  }

  /** Whether a text is checked. */
  has(document: TextDocument): boolean {
    return this.#texts.has(document.uri.toString());
  }

  /** What was found in a text; undefined while it is not known. */
  resultOf(document: TextDocument): CheckTextResult | undefined {
    return this.#texts.get(document.uri.toString())?.result;
  }

  /** Whether a passage of a text is ignored. */
  isIgnored(document: TextDocument, passage: CheckedPassage): boolean {
    return this.#ignored.of(document.uri).has(passageKey(passage));
  }

  /** The passages that a range touches, as long as the text is the one that was checked. */
  passagesAt(document: TextDocument, range: Range): readonly CheckedPassage[] {
    const text = this.#texts.get(document.uri.toString());
    if (text?.version !== document.version) return [];
    const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
    return (text.result?.passages ?? []).filter((one) => one.start <= end && start <= one.end);
  }

  /** The diagnostic of a passage: none for one that is ignored, or whose verdict is not shown. */
  marksOf(document: TextDocument, passage: CheckedPassage): readonly Diagnostic[] {
    const mark = this.#texts.get(document.uri.toString())?.marks.get(passage);
    return mark === undefined ? [] : [mark];
  }

  /**
   * Checks a text now, and from now on whenever it changes, until it is closed or `stop` is called. Gives what was found; undefined
   * where there is no corpus, or where it was cancelled or the text changed meanwhile.
   */
  async check(document: TextDocument, token?: CancellationToken): Promise<CheckTextResult | undefined> {
    const text = this.#textOf(document);
    text.delayer.cancel();
    text.cancel?.cancel();
    const cancel = new CancellationTokenSource();
    text.cancel = cancel;
    const outer = token?.onCancellationRequested(() => {
      cancel.cancel();
    });
    const { version } = document;
    const params: CheckTextParams = { uri: document.uri.toString(), text: document.getText(), written: today() };
    try {
      const result = await this.#server.request<CheckTextResult>(draftMethod.checkText, params, cancel.token);
      if (result === undefined || cancel.token.isCancellationRequested || document.isClosed) return undefined;
      if (document.version !== version || this.#texts.get(document.uri.toString()) !== text) return undefined;
      text.result = result;
      text.version = version;
      this.#show(document, text);
      if (!result.isComplete) this.#later(document, readingPause);
      return result;
    } catch (error) {
      // What was cancelled rejects too.
      if (!cancel.token.isCancellationRequested) throw error;
      return undefined;
    } finally {
      outer?.dispose();
      cancel.dispose();
      if (text.cancel === cancel) text.cancel = undefined;
    }
  }

  /** Checks all texts again, once nothing changes for a moment. */
  checkAllLater(): void {
    for (const document of workspace.textDocuments) this.#later(document, readingPause);
  }

  /** Shows what was found by the settings as they are now. */
  showAgain(): void {
    for (const document of workspace.textDocuments) {
      const text = this.#texts.get(document.uri.toString());
      if (text?.version === document.version) this.#show(document, text);
    }
  }

  /** Ends the checking of a text. */
  stop(uri: Uri): void {
    const text = this.#texts.get(uri.toString());
    if (!text) return;
    this.#texts.delete(uri.toString());
    text.delayer.dispose();
    text.cancel?.cancel();
    this.#diagnostics.delete(uri);
    this.#emitter.fire();
  }

  dispose(): void {
    for (const { delayer, cancel } of this.#texts.values()) {
      delayer.dispose();
      cancel?.cancel();
    }
    this.#texts.clear();
    this.#disposables.dispose();
  }

  #textOf(document: TextDocument): CheckedText {
    const key = document.uri.toString();
    const known = this.#texts.get(key);
    if (known) return known;
    const text: CheckedText = { delayer: new Delayer(0), cancel: undefined, version: -1, result: undefined, marks: new Map() };
    this.#texts.set(key, text);
    this.#emitter.fire();
    return text;
  }

  #later(document: TextDocument, pause: number): void {
    const text = this.#texts.get(document.uri.toString());
    if (!text) return;
    text.delayer.schedule(() => void this.check(document), pause);
  }

  #show(document: TextDocument, text: CheckedText): void {
    const severity = severityOf(document.uri);
    const ignored = this.#ignored.of(document.uri);
    const marks = new Map<CheckedPassage, Diagnostic>();
    for (const passage of text.result?.passages ?? []) {
      const level = severity(passage.verdict);
      if (level === null || ignored.has(passageKey(passage))) continue;
      const mark = new Diagnostic(rangeOf(document, passage), label(passage.note, 400), level);
      mark.source = "Corpus";
      mark.code = passage.verdict;
      mark.relatedInformation = passage.evidence
        .slice(0, mostRelated)
        .map(
          (one) =>
            new DiagnosticRelatedInformation(
              new Location(shownUri(Uri.parse(one.uri)), editorRange(one.range)),
              label(`“${one.text}” (${whose(one)})`, 400),
            ),
        );
      marks.set(passage, mark);
    }
    text.marks = marks;
    this.#diagnostics.set(document.uri, [...marks.values()]);
  }
}

/** The day on the reader's calendar, `YYYY-MM-DD`. */
function today(): string {
  const now = new Date();
  const part = (value: number): string => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${part(now.getMonth() + 1)}-${part(now.getDate())}`;
}
