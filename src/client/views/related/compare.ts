import { commands, l10n, type QuickPickItem, window } from "vscode";
import { iconLabel, label } from "../../../core/text/escape";
import type { ArticleSummary } from "../../../protocol/ranges";
import type { DuplicateArticle, RelatedAnswer } from "../../../protocol/related";
import { percent } from "../../ui/locale";
import { describe } from "../articles/articlePresentation";
import { bodyUri } from "./bodyDocuments";
import type { RelatedQueries } from "./relatedQueries";

/** What a lens or a menu says: the article, and which of its near-duplicates. */
export interface CompareTarget {
  readonly id: string;
  readonly other?: string;
}

/** Shows the bodies of an article and of one of its near-duplicates in the diff editor, the probable original left. */
export async function compareWithDuplicate(queries: RelatedQueries, target: CompareTarget | undefined): Promise<void> {
  const editor = window.activeTextEditor;
  const answer = target ? await queries.related({ uri: "", id: target.id }) : editor ? await queries.relatedAt(editor) : undefined;
  if (!answer) return;
  const duplicate = answer.duplicates.find(({ article }) => article.id === target?.other) ?? (await pick(answer));
  if (!duplicate) {
    if (answer.duplicates.length === 0)
      void window.showInformationMessage(
        answer.isReady
          ? l10n.t("No article of this corpus has the same text.")
          : l10n.t("The corpus is still being read: no article has the same text so far."),
      );
    return;
  }
  const [left, right] = duplicate.original === "this" ? [answer.article, duplicate.article] : [duplicate.article, answer.article];
  await commands.executeCommand(
    "vscode.diff",
    bodyUri(left.id, titleOf(left)),
    bodyUri(right.id, titleOf(right)),
    `${titleOf(left)} ↔ ${titleOf(right)}`,
    { preview: true },
  );
}

async function pick({ duplicates }: RelatedAnswer): Promise<DuplicateArticle | undefined> {
  if (duplicates.length < 2) return duplicates[0];
  const items = duplicates.map((duplicate): QuickPickItem & { readonly duplicate: DuplicateArticle } => ({
    duplicate,
    label: iconLabel(duplicate.article.displayTitle),
    description: iconLabel(`${describe(duplicate.article, "date")} · ${percent(duplicate.similarity)}`),
  }));
  return (await window.showQuickPick(items, { title: l10n.t("Compare with Near-Duplicate"), matchOnDescription: true }))?.duplicate;
}

/** `Reuters · 15 Nov 2013`, or the title where neither is known. */
function titleOf(article: ArticleSummary): string {
  const source = describe(article, "date");
  return label(source === "" ? article.displayTitle : source);
}
