import { createHash } from "node:crypto";
import { articleId, type ArticleRecord } from "../core/corpus/articleRecord";
import { folderOf, placeLabel } from "../core/corpus/places";
import { nameValues } from "../core/search/engine/nameValues";
import { saidFacts } from "../core/search/engine/saidFacts";
import type { SearchEngine } from "../core/search/engine/searchEngine";
import type { SearchableText } from "../core/search/engine/searchable";
import { outsideId, searchableFacts, searchableOutside, searchableText } from "../core/search/engine/searchableOf";
import type { Context } from "./context";
import type { CorpusFile } from "./corpusFile";
import { Breath, drive } from "./drive";
import type { LoadedCorpus } from "./loadCorpus";
import { type LoadedEntities, readEntities } from "./readEntities";
import { type LoadedRelated, readRelated } from "./readRelated";

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
  readonly #loaded: LoadedCorpus;
  readonly #context: Context;
  readonly #root: string;
  readonly #sources = new Map<string, Source>();
  #names: LoadedEntities | null = null;
  #related: LoadedRelated | null = null;
  #copies: ReadonlyMap<string, string> | null = null;
  #stories: ReadonlyMap<string, string> | null = null;

  constructor(loaded: LoadedCorpus, context: Context) {
    this.engine = loaded.library.engine;
    this.#loaded = loaded;
    this.#context = context;
    this.#root = loaded.root;
    for (const file of loaded.files) {
      const { uri, path } = file;
      for (const [at, record] of loaded.corpus.articlesOf(uri).entries()) {
        const text = (): SearchableText => searchableText(file.document.text, file.document.article(at));
        this.#sources.set(articleId(record), { file, record, text });
      }
      const outside = outsideId(uri);
      if (this.engine.has(outside))
        this.#sources.set(outside, { file, record: null, text: () => searchableOutside(file.document, uri, path, path) });
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
    return this.#names !== null || this.#copies !== null || this.#stories !== null;
  }

  /** Takes over names that have been found. */
  knowNames(names: LoadedEntities): void {
    this.#names = names;
  }

  /** Finds the names of these articles, or of all. */
  async readNames(corrections: string | null, only?: ReadonlySet<string>): Promise<void> {
    this.#names = await readEntities(this.#loaded, corrections, this.#context, only);
  }

  async readCopies(): Promise<void> {
    const { kept } = this.#loaded;
    const state = kept === null || this.#copies !== null ? "" : this.#state();
    this.#copies ??= (await kept?.copies(state)) ?? null;
    if (this.#copies !== null) return;
    const { related } = await this.#readRelated();
    const copies = new Map<string, string>();
    for (const id of this.#sources.keys()) {
      // A part of another article is none.
      if (related.duplicates.of(id).some(({ kind }) => kind !== "excerpt")) copies.set(id, related.groupOf(id));
    }
    this.#copies = copies;
    kept?.setCopies(state, copies);
  }

  /** Another text where any article is another, or is read in another way. */
  #state(): string {
    const { library } = this.#loaded;
    const hash = createHash("sha256");
    for (const id of [...this.#sources.keys()].sort()) {
      const { hash: own = 0, template = 0 } = library.known(id) ?? {};
      hash.update(`${id}\n${own} ${template}\n`);
    }
    return hash.digest("hex");
  }

  async readStories(): Promise<void> {
    await this.readCopies();
    if (this.#stories !== null) return;
    const { related } = await this.#readRelated();
    this.#stories = new Map(
      (await drive(related.stories(), this.#context)).flatMap(({ label, articles }) => articles.map((id) => [id, label] as const)),
    );
  }

  async #readRelated(): Promise<LoadedRelated> {
    return (this.#related ??= await readRelated(this.#loaded, this.#context));
  }

  /** Tells the index what was found out of these articles, or of all. */
  async describe(ids: Iterable<string> = this.#sources.keys()): Promise<void> {
    const breath = new Breath(this.#context);
    const { library, corpus } = this.#loaded;
    for (const id of ids) {
      const known = library.known(id);
      const record = this.#sources.get(id)?.record ?? null;
      if (known === undefined || record === null) continue;
      const { uri, key } = record;
      const label = placeLabel(uri, [this.#root]);
      const names = this.#names === null ? null : nameValues(id, this.#names.index, this.#names.view);
      this.engine.describe(
        id,
        searchableFacts(known.fields, {
          path: key === null ? label : `${label}#${key}`,
          folder: key === null ? placeLabel(folderOf(uri), [this.#root]) : label,
          date: corpus.dateOf(record),
          ...(names && { names }),
          ...(this.#names !== null && { said: saidFacts(id, this.#names.view) }),
          duplicates: this.#copies?.get(id) ?? null,
          story: this.#stories?.get(id) ?? null,
        }),
      );
      if (breath.isDue) await breath.take();
    }
  }
}
