import { l10n, StatusBarAlignment, window, type Disposable, type StatusBarItem } from "vscode";
import type { CorpusStatus } from "../../protocol/corpus";
import { articlesViewId, command } from "../commandIds";
import type { CorpusServer } from "../server/corpusServer";
import { Disposables } from "../ui/disposables";
import { number } from "../ui/locale";
import { articleCount } from "./entities/counts";

/** Left of the editor's own items, the two beside each other. */
const priority = 40;

/** The status bar about the corpus: how much it holds or how far its reading is, and what was left out, each one click from its list. */
export class StatusItem implements Disposable {
  readonly #disposables = new Disposables();
  readonly #corpus: StatusBarItem;
  readonly #leftOut: StatusBarItem;

  constructor(server: CorpusServer) {
    this.#corpus = this.#disposables.add(window.createStatusBarItem("corpusNavigator.corpus", StatusBarAlignment.Left, priority));
    this.#corpus.name = l10n.t("Corpus");
    this.#corpus.command = `${articlesViewId}.focus`;
    this.#leftOut = this.#disposables.add(window.createStatusBarItem("corpusNavigator.leftOut", StatusBarAlignment.Left, priority - 1));
    this.#leftOut.name = l10n.t("Corpus: files left out");
    this.#leftOut.command = command.showSkipped;
    this.#disposables.add(
      server.onDidChangeStatus((status) => {
        this.#show(status);
      }),
    );
    this.#show(server.status);
  }

  /** What is shown now, from left to right; empty for nothing. */
  get texts(): readonly string[] {
    return [this.#corpus.text, this.#leftOut.text].filter((text) => text !== "");
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #show(status: CorpusStatus | undefined): void {
    const isReading = status?.state === "indexing" && status.filesTotal > 0;
    // Where there is nothing, there is nothing to say.
    const isWorth = status !== undefined && (status.articles > 0 || isReading);
    const said = !isWorth ? "" : isReading ? progressText(status) : statusText(status);
    show(this.#corpus, isReading && isWorth ? `$(loading~spin) ${said}` : said, {
      tooltip: l10n.t("Show the articles of the corpus"),
      spoken: l10n.t("Corpus: {0}. Shows the articles.", said),
    });
    const leftOut = isWorth ? leftOutText(status) : "";
    show(this.#leftOut, leftOut, {
      tooltip: l10n.t("Show which files, and why"),
      spoken: l10n.t("Corpus: {0}. Shows which, and why.", leftOut),
    });
  }
}

/** An item without a text is hidden. */
function show(item: StatusBarItem, text: string, { tooltip, spoken }: { readonly tooltip: string; readonly spoken: string }): void {
  item.text = text;
  item.tooltip = tooltip;
  item.accessibilityInformation = { label: spoken, role: "button" };
  if (text === "") item.hide();
  else item.show();
}

/** `5 articles · 2012–2013`. */
function statusText({ articles, from, to }: CorpusStatus): string {
  const years = [...new Set([from, to].flatMap((date) => (date ? [date.slice(0, 4)] : [])))];
  return [articleCount(articles), years.join("–")].filter(Boolean).join(" · ");
}

/** `120 of 1,602 files`. */
function progressText({ filesDone, filesTotal }: CorpusStatus): string {
  return l10n.t("{0} of {1} files", number(filesDone), number(filesTotal));
}

/** `623 files left out`: those that are no articles, that could not be read, or of which a part was not. */
function leftOutText({ otherFiles, unreadKinds, skippedTotal, notices }: CorpusStatus): string {
  const leftOut = otherFiles + unreadKinds.reduce((sum, { count }) => sum + count, 0) + skippedTotal;
  const cut = notices.length;
  return [
    leftOut === 0 ? "" : leftOut === 1 ? l10n.t("1 file left out") : l10n.t("{0} files left out", number(leftOut)),
    cut === 0 ? "" : cut === 1 ? l10n.t("1 file with a notice") : l10n.t("{0} files with a notice", number(cut)),
  ]
    .filter(Boolean)
    .join(" · ");
}
