import { l10n, window } from "vscode";
import { openPlace } from "../entities/openPlace";
import type { SearchQueries } from "./searchQueries";
import type { SearchView } from "./searchView";

/** Opens the result after (1) or before (-1) the one that was opened last; from the end it goes on at the other. */
export async function walkResults(view: SearchView, queries: SearchQueries, step: 1 | -1): Promise<void> {
  const { shown } = view;
  if (!shown || shown.listed === 0) return;
  const { question, listed, active } = shown;
  const index = active < 0 ? (step > 0 ? 0 : listed - 1) : (active + step + listed) % listed;
  const result = await queries.search({ ...question, asker: "walk", offset: index, limit: 1 });
  const [hit] = result?.hits ?? [];
  if (!hit) return;
  view.activate(index);
  window.setStatusBarMessage(l10n.t("Result {0} of {1}", index + 1, listed), 3000);
  await openPlace({ uri: hit.article.uri, range: hit.snippets[0]?.range ?? hit.article.selection });
}
