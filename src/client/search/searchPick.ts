import { CancellationTokenSource, l10n, ThemeIcon, window, type QuickInputButton, type QuickPickItem } from "vscode";
import type { SearchHitItem } from "../../protocol/search";
import { openPlace } from "../entities/openPlace";
import { Delayer } from "../util/delayer";
import type { SearchMemory } from "./memory";
import type { SearchQueries } from "./searchQueries";
import type { SearchView } from "./searchView";

const typingPause = 60;
const mostResults = 60;

interface HitPick extends QuickPickItem {
  readonly hit?: SearchHitItem;
  readonly query?: string;
}

/** Searches without leaving the keyboard: results as one types, what was asked before for an empty box. */
export function searchPick(queries: SearchQueries, memory: SearchMemory, view: SearchView): void {
  const pick = window.createQuickPick<HitPick>();
  const typing = new Delayer(typingPause);
  const toSide: QuickInputButton = { iconPath: new ThemeIcon("split-horizontal"), tooltip: l10n.t("Open to the Side") };
  const toView: QuickInputButton = { iconPath: new ThemeIcon("list-flat"), tooltip: l10n.t("Show in the Search View") };
  const closing = new CancellationTokenSource();

  const ask = async (query: string): Promise<void> => {
    if (query.trim() === "") {
      pick.items = [...memory.saved, ...memory.history.map((asked) => ({ name: asked, query: asked }))].map(({ name, query: asked }) => ({ label: escapeIcons(name), query: asked, alwaysShow: true }));
      return;
    }
    pick.busy = true;
    const result = await queries.search({ query, filters: [], dates: null, sort: "relevance", offset: 0, limit: mostResults });
    if (closing.token.isCancellationRequested || pick.value !== query || !result) return;
    pick.busy = false;
    pick.items = result.hits.map((hit) => ({
      hit,
      label: escapeIcons(hit.article.displayTitle),
      description: escapeIcons([hit.article.publisher ?? hit.article.agency, hit.article.datePublished].filter((part) => part !== null).join(" · ")),
      ...(hit.snippets[0] && { detail: escapeIcons(hit.snippets[0].text) }),
      buttons: [toSide],
      alwaysShow: true,
    }));
  };
  const open = (item: HitPick | undefined, beside: boolean): void => {
    if (item?.query !== undefined) {
      pick.value = item.query;
      void ask(item.query);
      return;
    }
    const query = pick.value;
    pick.hide();
    if (!item?.hit) return;
    void memory.remember(query);
    void openPlace({ uri: item.hit.article.uri, range: item.hit.snippets[0]?.range ?? item.hit.article.selection }, { beside });
  };

  pick.title = l10n.t("Search Corpus");
  pick.placeholder = l10n.t('Words, "a phrase", -without, title:, date:2013…');
  pick.buttons = [toView];
  pick.onDidChangeValue((value) => { typing.schedule(() => void ask(value)); });
  pick.onDidAccept(() => { open(pick.selectedItems[0], false); });
  pick.onDidTriggerItemButton(({ item }) => { open(item, true); });
  pick.onDidTriggerButton(() => {
    const query = pick.value;
    pick.hide();
    void view.focus(query);
  });
  pick.onDidHide(() => {
    typing.dispose();
    closing.cancel();
    pick.dispose();
  });
  pick.show();
  void ask("");
}

/** `$(name)` in a text is text, not an icon. */
function escapeIcons(text: string): string {
  return text.replaceAll("$(", "\\$(");
}
