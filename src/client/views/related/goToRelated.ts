import { commands, l10n, Location, Position, type QuickPickItem, QuickPickItemKind, Range, ThemeIcon, Uri, window } from "vscode";
import { iconLabel, label } from "../../../core/text/escape";
import type { ArticleSummary } from "../../../protocol/ranges";
import { shownUri } from "../../extracted/extractedUri";
import type { RelatedAnswer } from "../../../protocol/related";
import { documentUri } from "../articles/articlesTree";
import { openArticle } from "../articles/openArticle";
import type { RelatedLeaf } from "./relatedNode";
import type { RelatedQueries } from "./relatedQueries";
import { descriptionOf, leavesOf, nothingRelated } from "./relatedTree";

interface RelatedPick extends QuickPickItem {
  readonly article?: ArticleSummary;
}

/** A quick pick over all that belongs to the article at the cursor: Enter opens one in a preview, its button to the side. */
export async function goToRelated(queries: RelatedQueries): Promise<void> {
  const answer = await askHere(queries);
  if (!answer) return;
  const pick = window.createQuickPick<RelatedPick>();
  const toSide = { iconPath: new ThemeIcon("split-horizontal"), tooltip: l10n.t("Open to the Side") };
  pick.title = l10n.t("Go to Related Article");
  pick.placeholder = l10n.t("What belongs to “{0}”", label(answer.article.displayTitle));
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.items = leavesOf(answer).flatMap(([heading, leaves]): RelatedPick[] => [
    { label: heading, kind: QuickPickItemKind.Separator },
    ...leaves.map((leaf: RelatedLeaf) => ({
      article: leaf.article,
      label: iconLabel(leaf.article.displayTitle),
      detail: iconLabel(descriptionOf(leaf)),
      buttons: [toSide],
    })),
  ]);
  pick.onDidAccept(() => {
    const article = pick.selectedItems[0]?.article;
    pick.hide();
    if (article) void openArticle(article);
  });
  pick.onDidTriggerItemButton(({ item }) => {
    pick.hide();
    if (item.article) void openArticle(item.article, { beside: true });
  });
  pick.onDidHide(() => {
    pick.dispose();
  });
  pick.show();
}

/** All that belongs to the article at the cursor in the peek window. */
export async function peekRelated(queries: RelatedQueries): Promise<void> {
  const editor = window.activeTextEditor;
  const answer = await askHere(queries);
  if (!editor || !answer) return;
  const locations = leavesOf(answer).flatMap(([, leaves]) => leaves.map(({ article }) => locationOf(article)));
  const { start } = answer.article.selection;
  // The headline may be far from the cursor: the window opens where the reader is.
  const at =
    editor.document.uri.toString() === shownUri(Uri.parse(answer.article.uri, true)).toString()
      ? editor.selection.active
      : new Position(start.line, start.character);
  await commands.executeCommand("editor.action.peekLocations", editor.document.uri, at, locations, "peek");
}

async function askHere(queries: RelatedQueries): Promise<RelatedAnswer | undefined> {
  const editor = window.activeTextEditor;
  const answer = editor ? await queries.relatedAt(editor) : undefined;
  if (answer && leavesOf(answer).length > 0) return answer;
  void window.showInformationMessage(answer ? nothingRelated(answer) : l10n.t("There is no article of a corpus at the cursor."));
  return undefined;
}

function locationOf(article: ArticleSummary): Location {
  const { start, end } = article.selection;
  return new Location(documentUri(article), new Range(start.line, start.character, end.line, end.character));
}
