import { l10n, ViewColumn, window, type Disposable, type Uri, type WebviewPanel } from "vscode";
import type { StoriesAnswer, StorySummary } from "../../../protocol/related";
import { openArticle } from "../articles/openArticle";
import { Disposables } from "../../ui/disposables";
import { articleCount } from "../entities/counts";
import { webviewFiles, webviewHtml } from "../../ui/webviewHtml";
import type { FromTimeline, StoryChoice, TimelineLabels, ToTimeline } from "../../webview/storyTimeline/messages";
import { storyTimelineType } from "./relatedCommandIds";
import type { RelatedQueries } from "./relatedQueries";
import { displayLanguage, formatDate } from "../../ui/locale";

const maxChoices = 300;

/** The page that shows a story's articles over time. There is one; it follows the corpus while it is open. */
export class StoryTimeline implements Disposable {
  readonly #disposables = new Disposables();
  readonly #extensionUri: Uri;
  readonly #queries: RelatedQueries;
  #panel: WebviewPanel | undefined;
  #chosen: StorySummary | undefined;
  #answer: StoriesAnswer | undefined;

  constructor(extensionUri: Uri, queries: RelatedQueries) {
    this.#extensionUri = extensionUri;
    this.#queries = queries;
    this.#disposables.add(queries.onDidChange(() => void this.#refresh()));
  }

  /** What the page shows: the story, once it was sent. */
  get shown(): StorySummary | undefined {
    return this.#panel ? this.#chosen : undefined;
  }

  /** Shows the story of the article at the cursor, else the longest. */
  async open(): Promise<void> {
    const editor = window.activeTextEditor;
    const here = editor ? await this.#queries.relatedAt(editor) : undefined;
    const story = here ? await this.#queries.storyOf(here.article.id) : undefined;
    if (story) this.#chosen = story;
    if (this.#panel) {
      this.#panel.reveal();
      await this.#refresh();
      return;
    }
    const panel = window.createWebviewPanel(storyTimelineType, l10n.t("Story Timeline"), ViewColumn.Active, {
      enableScripts: true,
      enableFindWidget: true,
      localResourceRoots: [webviewFiles(this.#extensionUri)],
    });
    this.#panel = panel;
    panel.webview.onDidReceiveMessage((message: FromTimeline) => this.#hear(message));
    panel.onDidDispose(() => {
      this.#panel = undefined;
    });
    panel.webview.html = webviewHtml(panel.webview, this.#extensionUri, "storyTimeline", l10n.t("Story Timeline"));
  }

  dispose(): void {
    this.#disposables.dispose();
    this.#panel?.dispose();
  }

  async #hear(message: FromTimeline): Promise<void> {
    switch (message.type) {
      case "ready":
        await this.#refresh();
        break;
      case "choose":
        this.#chosen = this.#answer?.stories.find(({ id }) => id === message.id);
        await this.#sendStory();
        break;
      case "open":
        // Next to the page: it is a list to go on with.
        await openArticle(message.article, { beside: true });
        break;
    }
  }

  async #refresh(): Promise<void> {
    if (!this.#panel) return;
    const answer = await this.#queries.stories(maxChoices);
    if (!answer) return;
    this.#answer = answer;
    const before = this.#chosen;
    // Ids change when stories are put together anew: the same story is the one of that name or time.
    this.#chosen =
      answer.stories.find(({ id }) => id === before?.id) ??
      answer.stories.find(({ label, from }) => label === before?.label && from === before.from) ??
      answer.stories[0];
    await this.#say({
      type: "stories",
      choices: answer.stories.map(choiceOf),
      isReady: answer.isReady,
      labels: labels(),
      language: displayLanguage(),
    });
    await this.#sendStory();
  }

  async #sendStory(): Promise<void> {
    const answer = this.#chosen ? await this.#queries.story(this.#chosen.id) : undefined;
    if (answer) await this.#say({ type: "story", ...answer });
  }

  async #say(message: ToTimeline): Promise<void> {
    await this.#panel?.webview.postMessage(message);
  }
}

function choiceOf({ id, label, from, to, count }: StorySummary): StoryChoice {
  const span =
    from === null || to === null
      ? l10n.t("undated")
      : from === to
        ? formatDate(from, "date")
        : `${formatDate(from, "date")} – ${formatDate(to, "date")}`;
  return { id, text: l10n.t("{0} ({1}, {2})", label, articleCount(count), span) };
}

function labels(): TimelineLabels {
  return {
    title: l10n.t("Story Timeline"),
    story: l10n.t("Story"),
    none: l10n.t("No two articles of this corpus tell of the same story."),
    working: l10n.t("The stories are being put together…"),
    date: l10n.t("Date"),
    outlet: l10n.t("Outlet"),
    article: l10n.t("Article"),
    undated: l10n.t("undated"),
    unknownOutlet: l10n.t("Unknown outlet"),
    chart: l10n.t("Articles over time by outlet"),
  };
}
