import { l10n, languages, LanguageStatusSeverity, type Disposable, type LanguageStatusItem } from "vscode";
import type { CorpusStatus } from "../../protocol/corpus";
import { command } from "../commandIds";
import type { CorpusServer } from "../server/corpusServer";
import { newsSelector } from "../languages";
import { Disposables } from "../ui/disposables";

/** What the language status of an article or bundle says about its corpus. */
export class StatusItem implements Disposable {
  readonly #disposables = new Disposables();
  readonly #corpus: LanguageStatusItem;
  #skipped: LanguageStatusItem | undefined;

  constructor(server: CorpusServer) {
    this.#corpus = this.#disposables.add(languages.createLanguageStatusItem("corpusNavigator.corpus", newsSelector));
    this.#corpus.name = l10n.t("Corpus");
    this.#corpus.command = { command: command.revealInView, title: l10n.t("Show in Corpus View") };
    this.#disposables.add(
      server.onDidChangeStatus((status) => {
        this.#show(status);
      }),
    );
    this.#show(server.status);
  }

  /** The text that is shown now. */
  get text(): string {
    return this.#corpus.text;
  }

  dispose(): void {
    this.#skipped?.dispose();
    this.#disposables.dispose();
  }

  #show(status: CorpusStatus | undefined): void {
    this.#corpus.text = status ? statusText(status) : l10n.t("Corpus");
    this.#corpus.detail = status?.state === "indexing" ? l10n.t("reading {0} of {1} files", status.filesDone, status.filesTotal) : "";
    this.#corpus.busy = status?.state === "indexing";
    const kinds = status?.unreadKinds.reduce((sum, { count }) => sum + count, 0) ?? 0;
    this.#showSkipped((status?.skippedTotal ?? 0) + (status?.notices.length ?? 0), (status?.otherFiles ?? 0) + kinds);
  }

  #showSkipped(count: number, leftOut: number): void {
    if (count + leftOut === 0) {
      this.#skipped?.dispose();
      this.#skipped = undefined;
      return;
    }
    this.#skipped ??= languages.createLanguageStatusItem("corpusNavigator.skipped", newsSelector);
    this.#skipped.name = l10n.t("Corpus: skipped files");
    this.#skipped.severity = LanguageStatusSeverity.Information;
    const parts = [
      ...(count === 0 ? [] : [count === 1 ? l10n.t("1 file skipped or cut") : l10n.t("{0} files skipped or cut", count)]),
      ...(leftOut === 0 ? [] : [leftOut === 1 ? l10n.t("1 file left out") : l10n.t("{0} files left out", leftOut)]),
    ];
    this.#skipped.text = parts.join(" · ");
    this.#skipped.command = { command: command.showSkipped, title: l10n.t("Show") };
  }
}

/** `5 articles · 2012–2013`. */
export function statusText({ articles, from, to }: CorpusStatus): string {
  const count = articles === 1 ? l10n.t("1 article") : l10n.t("{0} articles", new Intl.NumberFormat("en").format(articles));
  const years = [...new Set([from, to].flatMap((date) => (date ? [date.slice(0, 4)] : [])))];
  return [count, years.join("–")].filter(Boolean).join(" · ");
}
