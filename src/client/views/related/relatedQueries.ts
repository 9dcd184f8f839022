import { EventEmitter, type CancellationToken, type Disposable, type TextEditor } from "vscode";
import {
  relatedMethod,
  type ArticleBody,
  type RelatedAnswer,
  type RelatedParams,
  type StoriesAnswer,
  type StoryAnswer,
  type StorySummary,
} from "../../../protocol/related";
import type { CorpusServer } from "../../server/corpusServer";
import { Disposables } from "../../ui/disposables";

/** What the client asks the server about related articles and stories. A cancelled question has no answer. */
export class RelatedQueries implements Disposable {
  readonly #disposables = new Disposables();
  readonly #emitter = this.#disposables.add(new EventEmitter<void>());
  readonly #server: CorpusServer;

  /** Answers may have changed. */
  readonly onDidChange = this.#emitter.event;

  constructor(server: CorpusServer) {
    this.#server = server;
    server.beforeStart((client) => {
      client.onNotification(relatedMethod.relatedChanged, () => {
        this.#emitter.fire();
      });
    });
  }

  related(params: RelatedParams, token?: CancellationToken): Promise<RelatedAnswer | undefined> {
    return this.#ask<RelatedAnswer>(relatedMethod.relatedArticles, params, token);
  }

  /** What belongs to the article at the cursor. */
  relatedAt({ document, selection }: TextEditor, token?: CancellationToken): Promise<RelatedAnswer | undefined> {
    const { line, character } = selection.active;
    return this.related({ uri: document.uri.toString(), position: { line, character } }, token);
  }

  body(id: string): Promise<ArticleBody | undefined> {
    return this.#ask<ArticleBody>(relatedMethod.articleBody, { id });
  }

  stories(limit: number): Promise<StoriesAnswer | undefined> {
    return this.#ask<StoriesAnswer>(relatedMethod.stories, { limit });
  }

  story(id: string): Promise<StoryAnswer | undefined> {
    return this.#ask<StoryAnswer>(relatedMethod.storyArticles, { id });
  }

  storyOf(articleId: string): Promise<StorySummary | undefined> {
    return this.#ask<StorySummary>(relatedMethod.storyOf, { id: articleId });
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  async #ask<Result>(method: string, params: object, token?: CancellationToken): Promise<Result | undefined> {
    try {
      return (await this.#server.request<Result | null>(method, params, token)) ?? undefined;
    } catch (error) {
      if (token?.isCancellationRequested === true) return undefined;
      throw error;
    }
  }
}
