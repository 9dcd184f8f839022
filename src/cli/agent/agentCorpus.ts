import type { CheckedCorpus } from "../../core/check/checkedCorpus";
import { sourceOf } from "../../core/corpus/articleRecord";
import type { NameModel } from "../../core/entities/recognise/model";
import type { Context } from "../context";
import { type LoadedCorpus, loadCorpus } from "../loadCorpus";
import { checkedCorpus } from "../readChecked";
import { correctionsOf, type LoadedEntities, readEntities } from "../readEntities";
import { readModel } from "../readModel";
import { quotationsIn, type QuotationRecord } from "../readQuotations";
import { type LoadedArticle, loadedArticles, type LoadedRelated, placeText, readRelated } from "../readRelated";
import { SearchedCorpus } from "../searchedCorpus";
import { oneLine } from "./answerText";

/** Names are counted in the articles that were found, while all names have not been read, if they are not more. */
const mostReadForFacets = 200;

/** A corpus as the tools ask it. What takes long is read when it is first asked for, and once. */
export class AgentCorpus {
  readonly context: Context;
  readonly loaded: LoadedCorpus;
  readonly articles: ReadonlyMap<string, LoadedArticle>;
  readonly #corrections: string | null;
  readonly #searched: SearchedCorpus;
  readonly #byPlace: ReadonlyMap<string, LoadedArticle>;
  #entities: Promise<LoadedEntities> | null = null;
  #related: Promise<LoadedRelated> | null = null;
  #described = "";
  #checked: CheckedCorpus | null = null;
  #model: NameModel | null = null;
  #quotations: readonly QuotationRecord[] | null = null;

  private constructor(context: Context, loaded: LoadedCorpus, corrections: string | null) {
    this.context = context;
    this.loaded = loaded;
    this.#corrections = corrections;
    this.articles = loadedArticles(loaded);
    this.#byPlace = new Map([...this.articles.values()].map((article) => [this.idOf(article), article]));
    this.#searched = new SearchedCorpus(loaded, context);
  }

  /** Keeps what was read, where an index is kept. */
  static async open(folder: string, context: Context): Promise<AgentCorpus> {
    const loaded = await loadCorpus(folder, context);
    await loaded.keep();
    return new AgentCorpus(context, loaded, await correctionsOf(folder));
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
    return this.loaded.corpus.dateOf(record);
  }

  /** The corpus with the names of all articles, which are kept. */
  entities(): Promise<LoadedEntities> {
    return (this.#entities ??= readEntities(this.loaded, this.#corrections, this.context).then(async (entities) => {
      await this.loaded.keep();
      return entities;
    }));
  }

  /** The corpus with its near-duplicates. */
  related(): Promise<LoadedRelated> {
    return (this.#related ??= readRelated(this.loaded, this.context));
  }

  /** The corpus with what a question that uses these fields wants to know: search is told of it. */
  async searched(fields: ReadonlySet<string> = new Set()): Promise<SearchedCorpus> {
    const names = ["person", "org", "place", "entity", "said"].some((field) => fields.has(field)) || this.#entities !== null;
    if (names) this.#searched.knowNames(await this.entities());
    await this.#searched.readCopies();
    if (fields.has("story")) await this.#searched.readStories();
    const described = `${String(names)} ${String(fields.has("story"))}`;
    if (this.#described !== described) await this.#searched.describe();
    this.#described = described;
    return this.#searched;
  }

  /** Finds the names of these articles for counting, if they are few or all are known; whether it did. */
  async countNames(ids: ReadonlySet<string>): Promise<boolean> {
    if (this.#entities !== null) return true;
    if (ids.size > mostReadForFacets) return false;
    await this.#searched.readNames(this.#corrections, ids);
    await this.#searched.describe(ids);
    this.#described = "";
    return true;
  }

  async checked(): Promise<CheckedCorpus> {
    return (this.#checked ??= checkedCorpus(await this.entities(), this.context, this.#searched));
  }

  model(): NameModel {
    return (this.#model ??= readModel());
  }

  async quotations(): Promise<readonly QuotationRecord[]> {
    return (this.#quotations ??= quotationsIn(await this.entities(), null, this.context.token));
  }
}
