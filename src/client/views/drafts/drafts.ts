import {
  commands,
  type Disposable,
  type ExtensionContext,
  l10n,
  languages,
  ProgressLocation,
  type QuickPickItem,
  type TextDocument,
  Uri,
  window,
  workspace,
} from "vscode";
import { label, noticeLabel } from "../../../core/text/escape";
import { warnings } from "../../../core/check/finding";
import type { CheckTextResult } from "../../../protocol/drafts";
import type { CorpusServer } from "../../server/corpusServer";
import { Disposables } from "../../ui/disposables";
import { number } from "../../ui/locale";
import { CheckedTexts } from "./checkedTexts";
import { DraftActions } from "./draftActions";
import { draftCommand, draftContextKey } from "./draftCommandIds";
import { DraftFiles } from "./draftFiles";
import { DraftHover } from "./draftHover";
import { isReportFormat, reportWriters, type ReportFormat } from "./draftReport";
import { draftsSetting, isDraft, severitySetting } from "./draftSettings";
import { IgnoredPassages } from "./ignoredPassages";

/** How long the status bar says what was found, in milliseconds. */
const noticeTime = 6000;

/** Checking texts against the corpus: commands, diagnostics, quick fixes, hovers, the report. */
export class Drafts implements Disposable {
  readonly #disposables = new Disposables();
  readonly #server: CorpusServer;
  readonly #ignored: IgnoredPassages;
  readonly #texts: CheckedTexts;

  constructor(server: CorpusServer, { workspaceState }: Pick<ExtensionContext, "workspaceState">) {
    this.#server = server;
    this.#ignored = new IgnoredPassages(workspaceState);
    const texts = this.#disposables.add(new CheckedTexts(server, this.#ignored));
    this.#texts = texts;
    this.#disposables.add(new DraftFiles(server));
    this.#disposables.add(
      languages.registerCodeActionsProvider("*", new DraftActions(texts, server), { providedCodeActionKinds: DraftActions.kinds }),
    );
    this.#disposables.add(languages.registerHoverProvider("*", new DraftHover(texts)));
    const register = (id: string, run: (...args: readonly unknown[]) => unknown): void => {
      this.#disposables.add(commands.registerCommand(id, run));
    };
    register(draftCommand.check, (uri) => this.#checkNow(uri));
    register(draftCommand.stop, () => {
      const document = window.activeTextEditor?.document;
      if (document) texts.stop(document.uri);
    });
    register(draftCommand.report, (format) => this.#openReport(format));
    register(draftCommand.ignore, async (uri, passage) => {
      if (typeof uri !== "string" || typeof passage !== "string") return;
      await this.#ignored.add(Uri.parse(uri), passage);
      texts.showAgain();
    });
    register(draftCommand.showIgnored, async () => {
      const document = window.activeTextEditor?.document;
      if (!document) return;
      await this.#ignored.clear(document.uri);
      texts.showAgain();
    });
    // VS Code reports a change of language as a close and an open.
    const followOpen = (document: TextDocument): void => {
      if (isDraft(document)) void texts.check(document);
    };
    this.#disposables.add(workspace.onDidOpenTextDocument(followOpen));
    this.#disposables.add(
      workspace.onDidCloseTextDocument((document) => {
        setTimeout(() => {
          if (!workspace.textDocuments.some(({ uri }) => uri.toString() === document.uri.toString())) texts.stop(document.uri);
        }, 0);
      }),
    );
    const followAll = (): void => {
      workspace.textDocuments.forEach(followOpen);
    };
    this.#disposables.add(
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(draftsSetting)) {
          for (const document of workspace.textDocuments) if (texts.has(document) && !isDraft(document)) texts.stop(document.uri);
          followAll();
        }
        if (event.affectsConfiguration(severitySetting)) texts.showAgain();
      }),
    );
    this.#disposables.add(server.onDidStart(followAll));
    followAll();
    const tell = (): void => {
      const document = window.activeTextEditor?.document;
      void commands.executeCommand("setContext", draftContextKey.checked, document !== undefined && texts.has(document));
    };
    this.#disposables.add(texts.onDidChange(tell));
    this.#disposables.add(window.onDidChangeActiveTextEditor(tell));
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  /** The text that is named, or the active one. */
  async #checkNow(uri: unknown): Promise<void> {
    // Only what is open is checked: whoever calls this command has nothing opened by it.
    const open = uri instanceof Uri ? workspace.textDocuments.find((one) => one.uri.toString() === uri.toString()) : undefined;
    const document = uri instanceof Uri ? open : window.activeTextEditor?.document;
    if (!document) return;
    const result = await this.#checked(document);
    if (!result) return;
    const otherwise = result.passages.filter(({ verdict }) => warnings.has(verdict)).length;
    const missing = result.passages.filter(({ verdict }) => verdict === "not-in-corpus").length;
    window.setStatusBarMessage(
      l10n.t(
        "{0} passages checked: {1} otherwise in the corpus, {2} not in it",
        number(result.passages.length),
        number(otherwise),
        number(missing),
      ),
      noticeTime,
    );
    if (result.readTo !== null)
      void window.showWarningMessage(l10n.t("Only the first {0} characters of this text were checked.", number(result.readTo)));
  }

  async #checked(document: TextDocument): Promise<CheckTextResult | undefined> {
    await this.#server.start();
    const options = {
      location: ProgressLocation.Notification,
      title: l10n.t("Checking against the corpus"),
      cancellable: true,
    };
    return await window.withProgress(options, (_progress, token) => this.#texts.check(document, token));
  }

  /** Opens all that was found as a new text, which the writer saves where it is wanted. */
  async #openReport(format: unknown): Promise<void> {
    const document = window.activeTextEditor?.document;
    if (!document) return;
    const result = this.#texts.resultOf(document) ?? (await this.#checked(document));
    if (!result) return;
    const name = workspace.asRelativePath(document.uri);
    const chosen = isReportFormat(format) ? format : await pickFormat(name);
    if (!chosen) return;
    const content = reportWriters[chosen]({
      name,
      isComplete: result.isComplete,
      readTo: result.readTo,
      pathOf: (uri) => workspace.asRelativePath(Uri.parse(uri, true), true),
      passages: result.passages.map((passage) => {
        const { line, character } = document.positionAt(passage.start);
        return { ...passage, line: line + 1, column: character + 1, isIgnored: this.#texts.isIgnored(document, passage) };
      }),
    });
    const known = await languages.getLanguages();
    const language = known.includes(chosen) ? chosen : "plaintext";
    await window.showTextDocument(await workspace.openTextDocument({ language, content }), { preview: false });
  }
}

async function pickFormat(name: string): Promise<ReportFormat | undefined> {
  const items: (QuickPickItem & { readonly format: ReportFormat })[] = [
    { format: "markdown", label: "Markdown", description: l10n.t("to read") },
    { format: "csv", label: "CSV", description: l10n.t("a row for each place, for a spreadsheet") },
    { format: "json", label: "JSON", description: l10n.t("all of it, for a program") },
  ];
  return (await window.showQuickPick(items, { title: l10n.t("Report on “{0}” As", label(noticeLabel(name))) }))?.format;
}
