import { commands, type Disposable, type TreeDataProvider, type Uri } from "vscode";
import type { ArticleSummary } from "../../../protocol/ranges";
import { relatedCommand, type StorySummary } from "../../../protocol/related";
import type { CorpusServer } from "../../server/corpusServer";
import { searchFor } from "../entities/searchFor";
import { Disposables } from "../../ui/disposables";
import { BodyDocuments } from "./bodyDocuments";
import { compareWithDuplicate, type CompareTarget } from "./compare";
import { goToRelated, peekRelated } from "./goToRelated";
import { relatedClientCommand } from "./relatedCommandIds";
import type { RelatedNode } from "./relatedNode";
import { RelatedQueries } from "./relatedQueries";
import { RelatedView } from "./relatedView";
import { StoryTimeline } from "./storyTimeline";

/** From one article to the next: the Related view, comparisons, peeking, the story timeline. */
export class Related implements Disposable {
  readonly #disposables = new Disposables();
  readonly #view: RelatedView;
  readonly #timeline: StoryTimeline;

  constructor(server: CorpusServer, extensionUri: Uri) {
    const queries = this.#disposables.add(new RelatedQueries(server));
    const bodies = this.#disposables.add(new BodyDocuments(queries));
    this.#view = this.#disposables.add(new RelatedView(queries));
    this.#timeline = this.#disposables.add(new StoryTimeline(extensionUri, queries));
    const register = (id: string, run: (argument: unknown) => unknown): void => {
      this.#disposables.add(commands.registerCommand(id, run));
    };
    register(relatedCommand.showRelated, () => this.#view.reveal());
    register(relatedCommand.compare, (argument) => compareWithDuplicate(queries, compareTarget(argument)));
    register(relatedCommand.searchTitle, async (argument) => {
      const { title } = (argument ?? {}) as { readonly title?: unknown };
      if (typeof title === "string") await searchFor(title);
    });
    register(relatedClientCommand.goTo, () => goToRelated(queries));
    register(relatedClientCommand.peek, () => peekRelated(queries));
    register(relatedClientCommand.toggleTypography, () => {
      bodies.toggleTypography();
    });
    register(relatedClientCommand.timeline, () => this.#timeline.open());
  }

  /** The Related tree. */
  get tree(): TreeDataProvider<RelatedNode> {
    return this.#view.tree;
  }

  /** The article that is selected in the view. */
  get selected(): ArticleSummary | undefined {
    return this.#view.selected;
  }

  /** The story that the timeline shows. */
  get shownStory(): StorySummary | undefined {
    return this.#timeline.shown;
  }

  dispose(): void {
    this.#disposables.dispose();
  }
}

/** From a lens (`{ id, other }`) or a line of the Related view. */
function compareTarget(argument: unknown): CompareTarget | undefined {
  if (typeof argument !== "object" || argument === null) return undefined;
  const { id, other, kind, of, article } = argument as {
    readonly id?: unknown;
    readonly other?: unknown;
    readonly kind?: unknown;
    readonly of?: unknown;
    readonly article?: { readonly id?: unknown };
  };
  if (kind === "article" && typeof of === "string" && typeof article?.id === "string") return { id: of, other: article.id };
  return typeof id === "string" ? { id, ...(typeof other === "string" && { other }) } : undefined;
}
