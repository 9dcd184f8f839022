import { CancellationTokenSource, l10n, type QuickInputButton, type QuickPickItem, ThemeIcon, window } from "vscode";
import { iconLabel } from "../../../core/text/escape";
import { type FindArticlesParams, method } from "../../../protocol/corpus";
import type { ArticleSummary } from "../../../protocol/ranges";
import type { CorpusServer } from "../../server/corpusServer";
import { Delayer } from "../../ui/delayer";
import { describe } from "./articlePresentation";
import { openArticle } from "./openArticle";

const typingPause = 60;
const mostResults = 100;

interface ArticlePick extends QuickPickItem {
  readonly article: ArticleSummary;
}

/** A quick pick over all articles, `value` typed at first; the server finds and ranks. An answer to what was typed before is dropped. */
export function goToArticle(server: CorpusServer, value = ""): void {
  const pick = window.createQuickPick<ArticlePick>();
  const typing = new Delayer(typingPause);
  const toSide: QuickInputButton = { iconPath: new ThemeIcon("split-horizontal"), tooltip: l10n.t("Open to the Side") };
  let question = new CancellationTokenSource();

  const ask = async (query: string): Promise<void> => {
    question.cancel();
    question.dispose();
    const current = new CancellationTokenSource();
    question = current;
    pick.busy = true;
    const params: FindArticlesParams = { query, limit: mostResults };
    // A cancelled request rejects, and what it would have answered is of no use.
    const found = await server.request<ArticleSummary[]>(method.findArticles, params, current.token).catch(() => undefined);
    if (current !== question) return;
    pick.busy = false;
    pick.items = (found ?? []).map((article) => ({
      article,
      label: iconLabel(article.displayTitle),
      description: iconLabel(describe(article, "date")),
      buttons: [toSide],
      // What the server found stays, though the words typed may stand elsewhere than in the label.
      alwaysShow: true,
    }));
  };

  pick.title = l10n.t("Go to Article");
  pick.placeholder = l10n.t("Type words of a title, an outlet or a date");
  pick.value = value;
  pick.matchOnDescription = true;
  pick.onDidChangeValue((value) => {
    typing.schedule(() => void ask(value));
  });
  pick.onDidAccept(() => {
    // Enter before there is an answer waits for it: nothing is chosen yet.
    const chosen = pick.selectedItems[0];
    if (!chosen) return;
    pick.hide();
    void openArticle(chosen.article);
  });
  pick.onDidTriggerItemButton(({ item }) => {
    pick.hide();
    void openArticle(item.article, { beside: true });
  });
  pick.onDidHide(() => {
    typing.dispose();
    question.cancel();
    pick.dispose();
  });
  pick.show();
  void ask(value);
}
