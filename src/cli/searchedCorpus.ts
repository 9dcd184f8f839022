import { articleId, type ArticleRecord } from "../core/corpus/articleRecord";
import { nameValues } from "../core/search/engine/nameValues";
import { PackedSearchEngine } from "../core/search/engine/packedSearchEngine";
import { saidFacts } from "../core/search/engine/saidFacts";
import type { SearchEngine } from "../core/search/engine/searchEngine";
import type { SearchableArticle, SearchableText } from "../core/search/engine/searchable";
import {
  factFields,
  type FactFields,
  outsideId,
  type SearchableContext,
  searchableFacts,
  searchableOutside,
  searchableText,
} from "../core/search/engine/searchableOf";
import type { Context } from "./context";
import type { CorpusFile } from "./corpusFile";
import { Failure } from "./failure";
import type { ByArticle, CorpusIndex } from "./index/corpusIndex";
import type { SavedArticle } from "./index/savedFiles";
import type { LoadedCorpus } from "./loadCorpus";
import { type LoadedEntities, readEntities } from "./readEntities";
import { drive, type LoadedRelated, readRelated } from "./readRelated";

/** Where an article of the index stands. */
export interface Source {
  readonly file: CorpusFile;
  /** Null for what stands outside the articles of a bundle. */
  readonly record: ArticleRecord | null;
  readonly text: () => SearchableText | null;
}

/** A corpus in the index; what takes long to find out is added where a query asks for it. */
export class SearchedCorpus {
  readonly engine: SearchEngine;
  readonly #index: CorpusIndex | null;
  readonly #loaded: LoadedCorpus;
  readonly #context: Context;
  readonly #sources = new Map<string, Source>();
  readonly #described = new Map<string, readonly [FactFields, SearchableContext]>();
  #names: LoadedEntities | null = null;
  #related: LoadedRelated | null = null;
  #copies: ByArticle | null = null;
  #stories: ByArticle | null = null;

  /** `index` is the one with which the corpus was loaded; what is `known` of it is not found out again. */
  constructor(
    loaded: LoadedCorpus,
    context: Context,
    index: CorpusIndex | null = null,
    known: { readonly names: LoadedEntities; readonly related: LoadedRelated } | null = null,
  ) {
    this.#names = known?.names ?? null;
    this.#related = known?.related ?? null;
    this.engine = index?.engine ?? new PackedSearchEngine();
    this.#index = index;
    this.#loaded = loaded;
    this.#context = context;
  }

  async read(): Promise<void> {
    const { files, corpus } = this.#loaded;
    const slices = new Slices(this.#context);
    this.#index?.forgetOthers();
    for (const file of files) {
      const { uri, path } = file;
      const known = this.#index?.known(uri) ?? null;
      const folder = path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : ".";
      const articles: SavedArticle[] = [];
      for (const [at, record] of corpus.articlesOf(uri).entries()) {
        const id = articleId(record);
        const context = {
          path: record.key === null ? path : `${path}#${record.key}`,
          folder: record.key === null ? folder : path,
          date: corpus.dateOf(record),
        };
        const saved = known?.articles[at];
        const fields = saved?.fields ?? factFields(file.document.text, file.document.article(at));
        const facts = searchableFacts(fields, context);
        if (saved === undefined) this.engine.set({ id, ...searchableText(file.document.text, file.document.article(at)), ...facts });
        // One that reads in two ways may be settled by others now.
        else if (saved.date !== context.date) this.engine.describe(id, facts);
        articles.push({ record, fields, date: context.date });
        this.#described.set(id, [fields, context]);
        this.#sources.set(id, { file, record, text: () => searchableText(file.document.text, file.document.article(at)) });
        await slices.breathe();
      }
      const hasOutside = known?.hasOutside ?? file.document.outside.length > 0;
      if (hasOutside) this.#readOutside(file, known === null);
      this.#index?.indexed(uri, articles, hasOutside);
    }
  }

  #readOutside(file: CorpusFile, isNew: boolean): void {
    const { uri, path } = file;
    const text = (): SearchableArticle | null => searchableOutside(file.document, uri, path, path);
    const outside = isNew ? text() : null;
    if (outside !== null) this.engine.set(outside);
    this.#sources.set(outsideId(uri), { file, record: null, text });
  }

  source(id: string): Source | undefined {
    return this.#sources.get(id);
  }

  get hasNames(): boolean {
    return this.#names !== null;
  }

  /** Whether there is something to tell the index. */
  get isRead(): boolean {
    return this.#names !== null || this.#copies !== null || this.#stories !== null;
  }

  /** Finds the names of these articles, or of all. */
  async readNames(corrections: string | null, only?: ReadonlySet<string>): Promise<void> {
    this.#names = await readEntities(this.#loaded, corrections, this.#context, only);
  }

  async readCopies(): Promise<void> {
    this.#copies ??= this.#index?.copies ?? null;
    if (this.#copies !== null) return;
    const { related } = await this.#readRelated();
    const copies = new Map<string, string>();
    for (const id of this.#described.keys()) {
      // A part of another article is none.
      if (related.duplicates.of(id).some(({ kind }) => kind !== "excerpt")) copies.set(id, related.groupOf(id));
    }
    this.#copies = copies;
    this.#index?.setCopies(copies);
  }

  async readStories(): Promise<void> {
    await this.readCopies();
    this.#stories ??= this.#index?.stories ?? null;
    if (this.#stories !== null) return;
    const { related } = await this.#readRelated();
    const stories = new Map(
      (await drive(related.stories(), this.#context)).flatMap(({ label, articles }) => articles.map((id) => [id, label] as const)),
    );
    this.#stories = stories;
    this.#index?.setStories(stories);
  }

  async #readRelated(): Promise<LoadedRelated> {
    return (this.#related ??= await readRelated(this.#loaded, this.#context));
  }

  /** Keeps the index for the next search, without what was found out for this one. */
  async save(): Promise<void> {
    if (this.#index === null) return;
    for (const [id, [fields, context]] of this.isRead ? this.#described : []) this.engine.describe(id, searchableFacts(fields, context));
    await this.#index.write();
  }

  /** Tells the index what was found out of these articles, or of all. */
  async describe(ids: Iterable<string> = this.#described.keys()): Promise<void> {
    const slices = new Slices(this.#context);
    for (const id of ids) {
      const described = this.#described.get(id);
      if (described === undefined) continue;
      const [fields, context] = described;
      const names = this.#names === null ? null : nameValues(id, this.#names.index, this.#names.view);
      this.engine.describe(
        id,
        searchableFacts(fields, {
          ...context,
          ...(names && { names }),
          ...(this.#names !== null && { said: saidFacts(id, this.#names.view) }),
          duplicates: this.#copies?.get(id) ?? null,
          story: this.#stories?.get(id) ?? null,
        }),
      );
      await slices.breathe();
    }
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
