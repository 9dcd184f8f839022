import type { CheckedCorpus } from "../../core/check/checkedCorpus";
import { sourceOf } from "../../core/corpus/articleRecord";
import type { NameModel } from "../../core/entities/recognise/model";
import type { Context } from "../context";
import { loadCorpus } from "../loadCorpus";
import { checkedCorpus } from "../readChecked";
import { correctionsOf, type LoadedEntities, readEntities } from "../readEntities";
import { readModel } from "../readModel";
import { quotationsIn, type QuotationRecord } from "../readQuotations";
import { type LoadedArticle, type LoadedRelated, placeText, readRelated } from "../readRelated";
import { SearchedCorpus } from "../searchedCorpus";
import { oneLine } from "./answerText";

/** A corpus as the tools ask it. What takes long is read when it is first asked for, and once. */
export class AgentCorpus {
  readonly folder: string;
  readonly context: Context;
  readonly entities: LoadedEntities;
  readonly related: LoadedRelated;
  readonly searched: SearchedCorpus;
  readonly #byPlace: ReadonlyMap<string, LoadedArticle>;
  #checked: CheckedCorpus | null = null;
  #model: NameModel | null = null;
  #quotations: readonly QuotationRecord[] | null = null;

  private constructor(folder: string, context: Context, entities: LoadedEntities, related: LoadedRelated, searched: SearchedCorpus) {
    this.folder = folder;
    this.context = context;
    this.entities = entities;
    this.related = related;
    this.searched = searched;
    this.#byPlace = new Map([...related.articles.values()].map((article) => [this.idOf(article), article]));
  }

  static async open(folder: string, context: Context): Promise<AgentCorpus> {
    const entities = await readEntities(await loadCorpus(folder, context), await correctionsOf(folder), context);
    const related = await readRelated(entities, context);
    const searched = new SearchedCorpus(entities, context, { names: entities, related });
    await searched.readStories();
    await searched.describe();
    return new AgentCorpus(folder, context, entities, related, searched);
  }

  /** The id that agents use: the path in the folder, with the key in a bundle. */
  idOf({ file, record }: LoadedArticle): string {
    return placeText({ file: file.path, key: record.key });
  }

  /** The article with an agent's id. Nothing outside the corpus has one. */
  article(id: string): LoadedArticle | undefined {
    return this.#byPlace.get(id);
  }

  /** Title, outlet, date, file and line: what every statement is cited by. `line` is 1-based. */
  citation(article: LoadedArticle, line?: number): string {
    const { record } = article;
    const parts = [
      `“${oneLine(record.displayTitle, 160)}”`,
      oneLine(sourceOf(record) ?? "outlet unknown", 80),
      this.dateOf(article) ?? "undated",
    ];
    return `${parts.join(", ")}, ${oneLine(this.idOf(article), 200)}:${line ?? record.range.start.line + 1}`;
  }

  dateOf({ record }: LoadedArticle): string | null {
    return this.entities.corpus.dateOf(record);
  }

  checked(): CheckedCorpus {
    return (this.#checked ??= checkedCorpus(this.entities, this.context, this.searched));
  }

  model(): NameModel {
    return (this.#model ??= readModel());
  }

  quotations(): readonly QuotationRecord[] {
    return (this.#quotations ??= quotationsIn(this.entities, null, this.context.token));
  }
}
