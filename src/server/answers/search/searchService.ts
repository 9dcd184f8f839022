import { articleId, type ArticleRecord } from "../../../core/corpus/articleRecord";
import type { Corpus } from "../../../core/corpus/corpus";
import type { ParsedDocument } from "../../../core/corpus/parseDocument";
import { folderOf, placeLabel } from "../../../core/corpus/places";
import { traceOf } from "../../../core/util/errorText";
import { PackedSearchEngine } from "../../../core/search/engine/packedSearchEngine";
import type { SearchEngine } from "../../../core/search/engine/searchEngine";
import { factFields, outsideId, searchableFacts, searchableOutside, searchableText, type FactFields, type SearchableContext } from "../../../core/search/engine/searchableOf";
import type { SearchState } from "../../../protocol/search";
import { Backlog } from "../../reading/backlog";
import type { ReadDocument } from "../../reading/documentReader";
import type { Documents } from "../../reading/documents";
import type { NameService } from "../entities/nameService";
import { textHash } from "../../reading/textHash";
import type { Files } from "../../files/files";
import type { Indexer } from "../../reading/indexer";
import type { Scheduler } from "../../reading/scheduler";
import { RestingWork } from "../../reading/restingWork";
import { Signal } from "../../reading/signal";
import { throttled } from "../../reading/throttle";
import { articleBytes, type ArticleBytes } from "./articleBytes";
import { BundleArticles } from "./bundleArticles";
import { nameValues } from "../../../core/search/engine/nameValues";

/** How long after a change of the corpus the index follows, in milliseconds. */
const pause = 40;
/** How often at most what is known of articles (names, groups, dates) is looked through, in milliseconds. */
const factsPause = 2000;

/** What was read of an article: whether its text is the same, and what its facts begin with. */
interface Indexed {
  readonly hash: number;
  /** Where it stands in its file. */
  bytes: ArticleBytes | null;
  readonly fields: FactFields;
  /** The hash of its facts as they were given to the engine, to see whether they changed. */
  facts: number;
}

/** The groups that an article is in, which others find out; null for none. */
export interface ArticleGroups {
  /** Of near-duplicates. */
  readonly duplicates: string | null;
  readonly story: string | null;
}

/**
 * Keeps the search index in step with the corpus, in the background and in slices: open documents first, then the
 * newest. What is asked is answered from what is there.
 */
export class SearchService {
  readonly engine: SearchEngine = new PackedSearchEngine();
  /** Answers may be others now, or the index has come further. */
  readonly changed = new Signal<void>();
  readonly failed = new Signal<string>();

  readonly #corpus: Corpus;
  readonly #documents: Documents;
  readonly #files: Files;
  readonly #indexer: Indexer;
  readonly #scheduler: Scheduler;
  readonly #names: NameService;
  readonly #read: ReadDocument;
  readonly #backlog: Backlog;
  readonly #indexed = new Map<string, Indexed>();
  /** Articles of bundles by themselves, for those who show some of many. */
  readonly bundleArticles: BundleArticles;
  readonly #describing: RestingWork;
  #isWorking = false;
  #isStopped = false;

  constructor(corpus: Corpus, documents: Documents, files: Files, indexer: Indexer, scheduler: Scheduler, names: NameService, read: ReadDocument) {
    this.#corpus = corpus;
    this.#documents = documents;
    this.#files = files;
    this.#indexer = indexer;
    this.#scheduler = scheduler;
    this.#names = names;
    this.#read = read;
    this.#backlog = new Backlog(corpus);
    this.bundleArticles = new BundleArticles(corpus, documents, files, (id) => this.#indexed.get(id));
    indexer.changed.on(throttled(() => {
      this.#reconcile();
    }, pause));
    this.#describing = new RestingWork(
      () => this.#describeAll().catch((error: unknown) => {
        this.failed.fire(traceOf(error));
      }),
      // Even where no fact is another one, it may be known now that none is missing.
      () => {
        this.changed.fire();
      },
      factsPause,
    );
    names.changed.on(() => {
      this.#describing.again();
    });
  }

  get state(): SearchState {
    const total = this.#corpus.documentCount;
    // What was changed since counts as not read.
    return { done: Math.min(this.#backlog.done, Math.max(0, total - this.#backlog.waiting)), total };
  }

  /** Whether the index knows all that others have found out of its articles. */
  get isDescribed(): boolean {
    return this.#describing.isDone;
  }

  /** Knows the groups of an article, by its id; `groupsChanged` says that it may know others. */
  groupsOf: (id: string) => ArticleGroups = () => ({ duplicates: null, story: null });

  groupsChanged(): void {
    this.#describing.again();
  }

  /** Ends the work in the background. */
  stop(): void {
    this.#isStopped = true;
  }

  /** Finds out what has changed in the corpus since the last time. */
  #reconcile(): void {
    if (this.#isStopped) return;
    if (this.#backlog.update()) {
      // A date that reads in two ways may be settled by others now.
      this.#describing.again();
      this.#forgetGone();
    }
    if (!this.#isWorking && !this.#backlog.isEmpty) void this.#work();
  }

  #forgetGone(): void {
    for (let gone = this.#backlog.takeGone(); gone !== null; gone = this.#backlog.takeGone()) {
      for (const record of gone.records) this.#delete(articleId(record));
      this.#delete(outsideId(gone.uri));
      this.changed.fire();
    }
  }

  #delete(id: string): void {
    this.engine.delete(id);
    this.#indexed.delete(id);
  }

  async #work(): Promise<void> {
    this.#isWorking = true;
    const slices = this.#scheduler.slices();
    try {
      while (!this.#isStopped) {
        const uri = this.#backlog.take(this.#documents.uris(), this.#indexer.isIdle);
        if (uri === null) break;
        const records = this.#corpus.articlesOf(uri);
        await this.#readDocument(uri, records).catch((error: unknown) => {
          this.#backlog.setDone(uri, records);
          this.failed.fire(`${uri}: search: ${traceOf(error)}`);
        });
        // Some may have left the corpus while they were read.
        this.#forgetGone();
        this.changed.fire();
        if (slices.over) await slices.next();
      }
    } finally {
      this.#isWorking = false;
    }
  }

  async #readDocument(uri: string, records: readonly ArticleRecord[]): Promise<void> {
    const document = await this.#read(uri);
    const isWanted = (): boolean => !this.#isStopped && this.#corpus.articlesOf(uri) === records;
    if (!isWanted()) return;
    const done = this.#backlog.recordsOf(uri);
    const left = new Set(done.map(articleId));
    const bytes = document?.kind === "bundle" && !this.#documents.isOpen(uri) ? articleBytes(document) : [];
    const slices = this.#scheduler.slices();
    for (const [index, record] of records.entries()) {
      const id = articleId(record);
      // Where the text changed after the corpus read it, the corpus will say so itself.
      if (document?.slots[index]?.key !== record.key) continue;
      left.delete(id);
      this.#indexArticle(id, record, document, index, bytes[index] ?? null);
      if (!slices.over) continue;
      await slices.next();
      // Whoever comes next finds out what is left of the old records.
      if (!isWanted()) {
        this.#backlog.setDone(uri, [...done, ...records.slice(0, index + 1)]);
        return;
      }
    }
    for (const id of left) this.#delete(id);
    this.#indexOutside(uri, document);
    this.#backlog.setDone(uri, records);
  }

  #indexArticle(id: string, record: ArticleRecord, document: ParsedDocument, index: number, bytes: ArticleBytes | null): void {
    const slot = document.slots[index];
    if (slot === undefined) return;
    const hash = textHash(document.text, slot.span);
    const known = this.#indexed.get(id);
    if (known?.hash === hash) {
      known.bytes = bytes;
      this.#describe(id, record, known);
      return;
    }
    const article = document.article(index);
    const fields = factFields(document.text, article);
    const facts = searchableFacts(fields, this.#contextOf(record));
    this.engine.set({ id, ...searchableText(document.text, article), ...facts });
    this.#indexed.set(id, { hash, bytes, fields, facts: factsHash(facts) });
  }

  #indexOutside(uri: string, document: ParsedDocument | null): void {
    const label = placeLabel(uri, this.#roots());
    const outside = document === null ? null : searchableOutside(document, uri, label, label);
    if (outside === null) this.engine.delete(outsideId(uri));
    else this.engine.set(outside);
  }

  #describe(id: string, record: ArticleRecord, known: Indexed): void {
    const facts = searchableFacts(known.fields, this.#contextOf(record));
    const now = factsHash(facts);
    if (now === known.facts) return;
    known.facts = now;
    this.engine.describe(id, facts);
  }

  /** Names and groups come later than texts, and change with other articles. */
  async #describeAll(): Promise<void> {
    const slices = this.#scheduler.slices();
    for (const { records } of this.#backlog.all()) {
      for (const record of records) {
        const id = articleId(record);
        const known = this.#indexed.get(id);
        if (known !== undefined) this.#describe(id, record, known);
        // Bundles have thousands of articles.
        if (slices.over) await slices.next();
        if (this.#isStopped) return;
      }
    }
  }

  #contextOf(record: ArticleRecord): SearchableContext {
    const { uri, key } = record;
    const id = articleId(record);
    const roots = this.#roots();
    const label = placeLabel(uri, roots);
    const names = nameValues(id, this.#names.index, this.#names.view);
    return {
      path: key === null ? label : `${label}#${key}`,
      folder: key === null ? placeLabel(folderOf(uri), roots) : label,
      date: this.#corpus.dateOf(record),
      ...this.groupsOf(id),
      ...(names === null ? {} : { names }),
    };
  }

  #roots(): readonly string[] {
    return this.#files.folders.map((folder) => folder.uri);
  }
}

function factsHash(facts: ReturnType<typeof searchableFacts>): number {
  const text = JSON.stringify(facts);
  return textHash(text, { start: 0, end: text.length });
}
