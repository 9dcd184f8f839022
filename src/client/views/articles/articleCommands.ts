import { commands, env, l10n, Uri, window, workspace } from "vscode";
import { singleLine } from "../../../core/text/escape";
import { type ArticleDetails, method } from "../../../protocol/corpus";
import type { ArticleSummary } from "../../../protocol/ranges";
import { command } from "../../commandIds";
import type { CorpusServer } from "../../server/corpusServer";
import { Disposables } from "../../ui/disposables";
import { formatDate } from "../../ui/locale";
import { openable } from "../../ui/openable";
import { sourceOf } from "./articlePresentation";
import type { ArticlesView } from "./articlesView";
import { articleIn, openArticle } from "./openArticle";

/** How long the status bar says what was copied, in milliseconds. */
const noticeTime = 3000;

/** Where an article is looked for that a command was given no article for: the lists, by the names that key bindings give them. */
export type Selections = Readonly<Record<string, () => ArticleSummary | undefined>>;

/**
 * Registers what the menus of every list of articles offer. The article is the one of the list's line, the one that is selected in the
 * list that a key binding names, or the one at the cursor.
 */
export function registerArticleCommands(server: CorpusServer, view: ArticlesView, selections: Selections): Disposables {
  const disposables = new Disposables();
  const given = (argument: unknown): unknown => (typeof argument === "string" ? selections[argument]?.() : argument);
  const details = async (argument: unknown): Promise<ArticleDetails | undefined> => {
    const id = idIn(given(argument)) ?? (argument === undefined ? (await view.articleAt(window.activeTextEditor))?.id : undefined);
    if (id === undefined) return undefined;
    return (await server.request<ArticleDetails | null>(method.articleDetails, { id })) ?? undefined;
  };
  const register = (id: string, run: (argument?: unknown) => Promise<void>): void => {
    disposables.add(commands.registerCommand(id, run));
  };
  const copy = async (text: string | undefined, notice: string): Promise<void> => {
    if (text === undefined) return;
    await env.clipboard.writeText(text);
    window.setStatusBarMessage(notice, noticeTime);
  };
  register(command.openArticle, async (argument) => {
    const article = articleIn(given(argument));
    if (article) await openArticle(article, { preserveFocus: true });
  });
  register(command.openToSide, async (argument) => {
    const article = articleIn(given(argument));
    if (article) await openArticle(article, { beside: true });
  });
  register(command.copyTitle, async (argument) => {
    await copy((await details(argument))?.summary.displayTitle, l10n.t("Title copied"));
  });
  register(command.copyCitation, async (argument) => {
    const found = await details(argument);
    await copy(found && citation(found), l10n.t("Citation copied"));
  });
  register(command.showInExplorer, async (argument) => {
    const uri = openable((await details(argument))?.summary.uri ?? "");
    if (uri) await commands.executeCommand("revealInExplorer", uri);
  });
  return disposables;
}

/** `Byline, “Title”, Outlet, 7 October 2024, https://… (folder/file.txt)`: what is known of it, as plain text in one line. */
export function citation({ summary, byline, url }: ArticleDetails): string {
  const { displayTitle, displayTitleKind, datePublished, key } = summary;
  const title = displayTitleKind === "headline" ? l10n.t("“{0}”", displayTitle) : l10n.t("“{0}” (no headline)", displayTitle);
  const date = datePublished === null ? l10n.t("undated") : formatDate(datePublished, "long");
  const file = workspace.asRelativePath(Uri.parse(summary.uri, true));
  const facts = [byline, title, sourceOf(summary), date, url].filter((fact) => fact !== null && fact !== "");
  return singleLine(`${facts.join(", ")} (${key === null ? file : `${file}: ${key}`})`);
}

/** The id of the article that a line of a list, or an entry of a menu in a page, is about. */
function idIn(argument: unknown): string | undefined {
  const { article = argument } = (argument ?? {}) as { readonly article?: unknown };
  const { id } = (article ?? {}) as { readonly id?: unknown };
  return typeof id === "string" ? id : undefined;
}
