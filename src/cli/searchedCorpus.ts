import { articleId, type ArticleRecord } from "../core/corpus/articleRecord";
import { MiniSearchEngine } from "../core/search/engine/miniSearchEngine";
import type { SearchableText } from "../core/search/engine/searchable";
import { factFields, outsideId, searchableFacts, searchableOutside, searchableText, type FactFields, type SearchableContext } from "../core/search/engine/searchableOf";
import { nameValues } from "../core/search/nameValues";
import type { Context } from "./context";
import { Failure } from "./failure";
import type { CorpusFile, LoadedCorpus } from "./loadCorpus";
import { readEntities, type LoadedEntities } from "./readEntities";
import { drive, readRelated, type LoadedRelated } from "./readRelated";

/** Where an article of the index stands. */
export interface Source {
  readonly file: CorpusFile;
  /** Null for what stands outside the articles of a bundle. */
  readonly record: ArticleRecord | null;
  readonly text: () => SearchableText | null;
}

/** A corpus in the index; what takes long to find out is added where a query asks for it. */
export class SearchedCorpus {
  readonly engine = new MiniSearchEngine();
  readonly #loaded: LoadedCorpus;
  readonly #context: Context;
  readonly #sources = new Map<string, Source>();
  readonly #described = new Map<string, readonly [FactFields, SearchableContext]>();
  #names: LoadedEntities | null = null;
  #related: LoadedRelated | null = null;
  readonly #stories = new Map<string, string>();

  constructor(loaded: LoadedCorpus, context: Context) {
    this.#loaded = loaded;
    this.#context = context;
  }

  async read(): Promise<void> {
    const { files, corpus } = this.#loaded;
    const slices = new Slices(this.#context);
    for (const file of files) {
      const { uri, path, document } = file;
      const folder = path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : ".";
      for (const [index, record] of corpus.articlesOf(uri).entries()) {
        const id = articleId(record);
        const article = document.article(index);
        const fields = factFields(document.text, article);
        const context = { path: record.key === null ? path : `${path}#${record.key}`, folder: record.key === null ? folder : path, date: corpus.dateOf(record) };
        this.engine.set({ id, ...searchableText(document.text, article), ...searchableFacts(fields, context) });
        this.#described.set(id, [fields, context]);
        this.#sources.set(id, { file, record, text: () => searchableText(document.text, document.article(index)) });
        await slices.breathe();
      }
      const outside = searchableOutside(document, uri, path, path);
      if (outside === null) continue;
      this.engine.set(outside);
      this.#sources.set(outsideId(uri), { file, record: null, text: () => outside });
    }
  }

  source(id: string): Source | undefined {
    return this.#sources.get(id);
  }

  get hasNames(): boolean {
    return this.#names !== null;
  }

  /** Whether there is something to tell the index. */
  get isRead(): boolean {
    return this.#names !== null || this.#related !== null;
  }

  /** Finds the names of these articles, or of all. */
  async readNames(mendings: string | null, only?: ReadonlySet<string>): Promise<void> {
    this.#names = await readEntities(this.#loaded, mendings, this.#context, only);
  }

  async readCopies(): Promise<void> {
    this.#related ??= await readRelated(this.#loaded, this.#context);
  }

  async readStories(): Promise<void> {
    await this.readCopies();
    for (const { label, articles } of this.#related === null ? [] : await drive(this.#related.related.stories(), this.#context)) {
      for (const id of articles) this.#stories.set(id, label);
    }
  }

  /** Tells the index what was found out of these articles, or of all. */
  async describe(ids: Iterable<string> = this.#described.keys()): Promise<void> {
    const slices = new Slices(this.#context);
    for (const id of ids) {
      const described = this.#described.get(id);
      if (described === undefined) continue;
      const [fields, context] = described;
      const names = this.#names === null ? null : nameValues(id, this.#names.index, this.#names.view);
      this.engine.describe(id, searchableFacts(fields, { ...context, ...(names && { names }), duplicates: this.#copiesOf(id), story: this.#stories.get(id) ?? null }));
      await slices.breathe();
    }
  }

  /** The group of near-duplicates; a part of another article is none. */
  #copiesOf(id: string): string | null {
    const related = this.#related?.related;
    return related?.duplicates.of(id).some(({ kind }) => kind !== "excerpt") === true ? related.groupOf(id) : null;
  }
}

/** Work in slices: Ctrl+C is heard now and then. */
class Slices {
  readonly #context: Context;
  #start = performance.now();

  constructor(context: Context) {
    this.#context = context;
  }

  async breathe(): Promise<void> {
    if (performance.now() - this.#start < breathAfter) return;
    await new Promise((resolve) => setImmediate(resolve));
    this.#start = performance.now();
    if (this.#context.token.isCancellationRequested) throw new Failure("Cancelled.");
  }
}

/** In milliseconds. */
const breathAfter = 100;
