import { CancellationTokenSource, l10n, ThemeIcon, window, type QuickInputButton, type QuickPickItem } from "vscode";
import { iconLabel, label } from "../../../core/text/escape";
import type { SearchHitItem, SearchResult } from "../../../protocol/search";
import { describe } from "../articles/articlePresentation";
import { openPlace } from "../entities/openPlace";
import { Delayer } from "../../ui/delayer";
import { number } from "../../ui/locale";
import { questionOf, type SavedSearch } from "./savedSearch";
import type { SavedSearches } from "./savedSearches";
import type { SearchHistory } from "./searchHistory";
import type { SearchQueries } from "./searchQueries";
import type { SearchView } from "./searchView";

const typingPause = 60;
const mostResults = 60;

interface HitPick extends QuickPickItem {
  readonly hit?: SearchHitItem;
  readonly search?: SavedSearch;
}

/** Searches without leaving the keyboard: results as one types, what was asked before for an empty box. */
export function searchPick(queries: SearchQueries, saved: SavedSearches, history: SearchHistory, view: SearchView): void {
  const pick = window.createQuickPick<HitPick>();
  const typing = new Delayer(typingPause);
  const toSide: QuickInputButton = { iconPath: new ThemeIcon("split-horizontal"), tooltip: l10n.t("Open to the Side") };
  const toView: QuickInputButton = { iconPath: new ThemeIcon("list-flat"), tooltip: l10n.t("Show in the Search View") };
  /** The question that was asked last: a saved one may have filters, which stay until another query is typed. */
  let question = questionOf({ name: "", query: "" });
  const title = l10n.t("Find in Corpus");
  const closing = new CancellationTokenSource();

  const ask = async (query: string): Promise<void> => {
    if (query.trim() === "") {
      pick.title = title;
      pick.items = [
        ...saved.all.map((search) => ({ label: `$(bookmark) ${iconLabel(search.name)}`, search, alwaysShow: true })),
        ...history.queries.map((asked) => ({
          label: `$(history) ${iconLabel(asked)}`,
          search: { name: asked, query: asked },
          alwaysShow: true,
        })),
      ];
      return;
    }
    pick.busy = true;
    if (question.query !== query) question = questionOf({ name: "", query });
    const result = await queries.search({ ...question, asker: "pick", offset: 0, limit: mostResults });
    if (closing.token.isCancellationRequested || pick.value !== query || !result) return;
    pick.busy = false;
    pick.title = [title, countOf(result), ...result.corrections.map(({ meant }) => l10n.t("Did you mean {0}?", label(meant)))].join(" · ");
    pick.items = result.hits.map((hit) => ({
      hit,
      label: iconLabel(hit.article.displayTitle),
      description: iconLabel(describe(hit.article, "date")),
      ...(hit.snippets[0] && { detail: iconLabel(hit.snippets[0].text) }),
      buttons: [toSide],
      alwaysShow: true,
    }));
  };
  const open = (item: HitPick | undefined, beside: boolean): void => {
    if (item?.search !== undefined) {
      question = questionOf(item.search);
      pick.value = question.query;
      void ask(question.query);
      return;
    }
    const query = pick.value;
    pick.hide();
    if (!item?.hit) return;
    void history.remember(query);
    void openPlace({ uri: item.hit.article.uri, range: item.hit.snippets[0]?.range ?? item.hit.article.selection }, { beside });
  };

  pick.placeholder = l10n.t('Words, "a phrase", -without, title:, date:2013…');
  pick.buttons = [toView];
  pick.onDidChangeValue((value) => {
    typing.schedule(() => void ask(value));
  });
  pick.onDidAccept(() => {
    open(pick.selectedItems[0], false);
  });
  pick.onDidTriggerItemButton(({ item }) => {
    open(item, true);
  });
  pick.onDidTriggerButton(() => {
    const query = pick.value;
    pick.hide();
    void view.focus(question.query === query ? question : { query });
  });
  pick.onDidHide(() => {
    typing.dispose();
    closing.cancel();
    pick.dispose();
  });
  pick.show();
  void ask("");
}

function countOf({ total, partial }: SearchResult): string {
  if (total === 0) return partial > 0 ? l10n.t("{0} with some of the words", number(partial)) : l10n.t("No results");
  return total === 1 ? l10n.t("1 result") : l10n.t("{0} results", number(total));
}
