import type { Connection } from "vscode-languageserver";
import { articleId, type ArticleRecord, sourceOf } from "../../../core/corpus/articleRecord";
import type { Corpus } from "../../../core/corpus/corpus";
import type { ParsedDocument } from "../../../core/corpus/parseDocument";
import type { Corrections } from "../../../core/entities/corrections/corrections";
import type { ArticleFacts } from "../../../core/entities/index/articleFacts";
import { type Entity, entityOfLocal } from "../../../core/entities/index/entity";
import { type EntityIndex, indexedArticle, type IndexedArticle } from "../../../core/entities/index/entityIndex";
import type { EntityView } from "../../../core/entities/index/entityView";
import { loadingModel, type NameModel } from "../../../core/entities/recognise/model";
import { baseOf, readNames } from "../../../core/entities/recognise/readNames";
import type { DueNames } from "../../../core/library/analysedPart";
import type { Library } from "../../../core/library/library";
import { messageOf, traceOf } from "../../../core/util/errorText";
import { type EntitiesState, entityMethod } from "../../../protocol/entities";
import type { Analysts, NamedPart } from "../../analysis/analysts";
import { bytesOfBase64 } from "../../files/io/base64";
import { normalUri } from "../../files/uris";
import { Backlog } from "../../reading/backlog";
import type { KnownText, ReadDocument } from "../../reading/documentReader";
import type { Documents } from "../../reading/documents";
import { driveWhile, type Stage } from "../../reading/follower";
import type { Indexer } from "../../reading/indexer";
import type { Scheduler, Slices } from "../../reading/scheduler";
import { Signal } from "../../reading/signal";
import { textHash } from "../../../core/text/textHash";
import { LiveView } from "./liveView";

/** Reads the model for names: itself where it can, else by asking the client for the file that it named. */
export function modelReader(
  connection: Connection,
  own: (() => Promise<Uint8Array>) | null,
): { uri: string | null; readonly read: () => Promise<Uint8Array> } {
  const reader = {
    uri: null as string | null,
    read: async (): Promise<Uint8Array> => {
      if (own !== null) return await own();
      if (reader.uri === null) throw new Error("the client does not say where the model is.");
      return bytesOfBase64(await connection.sendRequest<string>(entityMethod.readModel, { uri: reader.uri }));
    },
  };
  return reader;
}

/** Longer articles, in UTF-16 code units, have names when the index has them: whoever asks does not wait for a second. */
const longestAtOnce = 60_000;

/** So many documents are with other threads at a time. */
const elsewhereAtOnce = 96;

/** Reads documents that the corpus has read, once more. */
export interface ReadAgain {
  readonly document: ReadDocument;
  /** Of a file that is not open. */
  readonly text: (uri: string) => Promise<KnownText | null>;
}

/** An article that is to be read for names, and the hash of its text. */
interface DueArticle {
  readonly record: ArticleRecord;
  readonly hash: number;
}

/** The names of an article of an open document, as it stands now. */
export interface OpenArticle {
  readonly article: IndexedArticle;
  /** Where its offsets and lines count from. */
  readonly base: { readonly offset: number; readonly line: number };
}

/**
 * Recognises the names of all articles, of open documents and the newest articles first, and takes them together. What is asked is
 * answered from what is ready.
 */
export class NameService implements Stage {
  readonly name = "names";
  readonly index: EntityIndex;
  /** The entities may have changed. */
  readonly changed = new Signal<void>();
  /** Progress, or why there are no names. */
  readonly progressed = new Signal<void>();
  readonly failed = new Signal<string>();
  /** Names that were read in another thread are there to be taken over. */
  readonly arrived = new Signal<void>();

  readonly #library: Library;
  readonly #corpus: Corpus;
  readonly #documents: Documents;
  readonly #indexer: Indexer;
  readonly #scheduler: Scheduler;
  readonly #analysts: Analysts;
  readonly #again: ReadAgain;
  readonly #readModel: () => Promise<Uint8Array>;
  readonly #backlog: Backlog;
  readonly #fresh = new WeakMap<ParsedDocument, Map<number, OpenArticle>>();
  readonly #live: LiveView;
  #model: NameModel | null = null;
  #loading: Promise<void> | null = null;
  #error: string | null = null;
  /** By the numbers of articles. */
  readonly #facts: (ArticleFacts | null | undefined)[] = [];
  #factsRevision = -1;
  #shown = 0;
  #isStopped = false;
  /** How many documents other threads read. */
  #elsewhere = 0;
  /** What they found, and is to be taken over when there is time. */
  readonly #parts: ((slices: Slices) => Promise<void>)[] = [];

  constructor(
    library: Library,
    documents: Documents,
    indexer: Indexer,
    scheduler: Scheduler,
    analysts: Analysts,
    again: ReadAgain,
    readModel: () => Promise<Uint8Array>,
  ) {
    this.index = library.names;
    this.#library = library;
    this.#corpus = library.corpus;
    this.#documents = documents;
    this.#indexer = indexer;
    this.#scheduler = scheduler;
    this.#analysts = analysts;
    this.#again = again;
    this.#readModel = readModel;
    this.#backlog = new Backlog(library.corpus);
    this.#live = new LiveView(library, scheduler);
  }

  get state(): EntitiesState {
    // What the view does not show yet is not done for those who ask.
    const { done } = this.#backlog;
    return { done: this.#live.isBehind ? Math.min(this.#shown, done) : done, total: done + this.#left, error: this.#error };
  }

  /** How many documents are to be read, or are being read. */
  get #left(): number {
    return this.#backlog.waiting + this.#elsewhere;
  }

  /** Whether all that the corpus has now has been read for names. */
  get isReady(): boolean {
    return this.#error === null && this.#left === 0 && this.#backlog.isCurrent && !this.#library.hasGone;
  }

  /** The entities as they were taken together last: behind while names come in. */
  get view(): EntityView {
    return this.#library.view;
  }

  set corrections(corrections: Corrections) {
    this.index.corrections = corrections;
    void this.#renew();
  }

  /** Ends the work in the background. */
  stop(): void {
    this.#isStopped = true;
    this.#live.stop();
  }

  /** Loads the model if that has not been done; resolves when it is there or has failed. */
  load(): Promise<void> {
    this.#loading ??= this.#readModel()
      .then((bytes) => {
        this.#analysts.model = bytes;
        return this.#scheduler.drive(loadingModel(bytes));
      })
      .then((loaded) => {
        if ("error" in loaded) throw new Error(loaded.error);
        this.#model = loaded.model;
      })
      .catch((error: unknown) => {
        this.#error = `Names are not recognised: ${messageOf(error)}`;
        this.failed.fire(this.#error);
        this.progressed.fire();
      });
    return this.#loading;
  }

  /** The model, loaded if that has not been done. Rejects, saying why, where there is none. */
  async model(): Promise<NameModel> {
    await this.load();
    if (this.#model === null) throw new Error(this.#error ?? "Names are not recognised.");
    return this.#model;
  }

  /** The model, loaded if that has not been done; null where there is none. */
  async loadedModel(): Promise<NameModel | null> {
    await this.load();
    return this.#model;
  }

  /**
   * The names of the article in slot `index` of an open document, as its text is now: from the index, or recognised at once
   * (some milliseconds), if `mayRecognise`. Null before the model is loaded, and for articles that are too long to be read at once
   * until the index has them.
   */
  openArticle(uri: string, document: ParsedDocument, index: number, mayRecognise = true): OpenArticle | null {
    const slot = document.slots[index];
    if (slot === undefined) return null;
    const fresh = this.#fresh.get(document) ?? new Map<number, OpenArticle>();
    this.#fresh.set(document, fresh);
    const known = fresh.get(index);
    const indexed = this.index.articleAt(normalUri(uri), index);
    // Names in the index are the same for the same text; corrections count there.
    if (
      indexed !== null &&
      (known?.article.id ?? indexed.id) === indexed.id &&
      this.#library.hasNames(indexed.id, textHash(document.text, slot.span))
    ) {
      return { article: indexed, base: baseOf(document.lines, slot.span.start) };
    }
    if (known !== undefined || !mayRecognise || slot.text.end - slot.text.start > longestAtOnce) return known ?? null;
    if (this.#model === null) {
      void this.load();
      return null;
    }
    const base = baseOf(document.lines, slot.span.start);
    const id = articleId({ uri: normalUri(uri), key: slot.key });
    const names = readNames(document, document.article(index), base, this.#model);
    const made: OpenArticle = { article: indexedArticle({ id, uri: normalUri(uri), index }, names, this.index.corrections), base };
    fresh.set(index, made);
    return made;
  }

  /** Gives the id of the article that one is a copy of, or its own id: what is known of near-duplicates. */
  originalOf: (id: string) => string = (id) => id;

  /** The id of the article that one is a copy of; null for none. */
  copyOf(id: string): string | null {
    const original = this.originalOf(id);
    return original === id ? null : original;
  }

  /** What the corpus knows of an article of the index, by its number. Found once, as long as the corpus is the same. */
  readonly factsOf = (number: number): ArticleFacts | null => {
    if (this.#factsRevision !== this.#corpus.revision) this.#forgetFactsOfChanged();
    let facts = this.#facts[number];
    if (facts === undefined) {
      facts = this.#findFacts(number);
      this.#facts[number] = facts;
    }
    return facts;
  };

  /** What is known of the articles themselves has changed. */
  forgetFacts(): void {
    this.#facts.length = 0;
    this.#factsRevision = this.#corpus.revision;
  }

  /**
   * The facts of all others stay: an article that is opened costs no look at every other one. Where these move dates of others,
   * `forgetFacts` is called.
   */
  #forgetFactsOfChanged(): void {
    const changed = this.#factsRevision < 0 ? null : this.#corpus.changedSince(this.#factsRevision);
    if (changed === null) this.#facts.length = 0;
    else for (const uri of new Set(changed)) for (const number of this.index.numbersOf(uri)) this.#facts[number] = undefined;
    this.#factsRevision = this.#corpus.revision;
  }

  #findFacts(number: number): ArticleFacts | null {
    const record = this.recordNumbered(number);
    if (record === null) return null;
    const id = articleId(record);
    return { id, source: sourceOf(record), date: this.#corpus.dateOf(record), copyOf: this.copyOf(id) };
  }

  /** The same by the article's number in the index. */
  recordNumbered(number: number): ArticleRecord | null {
    const place = this.index.placeNumbered(number);
    return place === null ? null : this.recordOf(place.uri, place.index, place.id);
  }

  /** The date of an article, as the corpus reads it. */
  dateOf(record: ArticleRecord): string | null {
    return this.#corpus.dateOf(record);
  }

  /** The corpus's record of an article of the index; null if it has gone since. */
  recordOf(uri: string, index: number, id: string): ArticleRecord | null {
    const record = this.#corpus.articlesOf(uri)[index];
    return record !== undefined && articleId(record) === id ? record : null;
  }

  /** The entity of a mention, hidden ones and words of no entity aside. */
  entityOf(article: IndexedArticle, mention: number): Entity | null {
    const id = this.view.idOfMention(article, mention);
    const known = id === null ? null : this.view.entity(id);
    if (known !== null) return known;
    const local = article.locals[article.localOf[mention] ?? -1];
    // Just typed, or not in the index yet: what the article itself says.
    return id === null || local === undefined || this.view.isHidden(id) ? null : entityOfLocal(id, local);
  }

  /** Takes the entities together as they are now, and says so. */
  async #renew(): Promise<void> {
    const before = this.view;
    await this.#live.renew().catch((error: unknown) => {
      this.failed.fire(`names: ${traceOf(error)}`);
    });
    this.#shown = this.#backlog.done;
    this.progressed.fire();
    if (this.view !== before) this.changed.fire();
  }

  /** Finds out what has changed in the corpus since the last time. */
  follow(): void {
    if (this.#backlog.update()) this.progressed.fire();
  }

  /** Reading the articles comes first: lists wait for it. */
  get isDue(): boolean {
    if (this.#isStopped) return false;
    if (this.#parts.length > 0) return true;
    if (this.#error === null && this.#backlog.waiting > 0) {
      if (this.#indexer.isIdle && this.#elsewhere < elsewhereAtOnce) return true;
      if (this.#backlog.hasOneOf(this.#documents.uris())) return true;
    }
    return this.#live.isBehind && this.#left === 0;
  }

  async work(slices: Slices): Promise<void> {
    for (let take = this.#parts.shift(); take !== undefined; take = this.#parts.shift()) {
      await take(slices);
    }
    for (;;) {
      const uri = this.#backlog.take(this.#documents.uris(), this.#indexer.isIdle && this.#elsewhere < elsewhereAtOnce);
      if (uri === null) break;
      const records = this.#corpus.articlesOf(uri);
      const due = this.#dueOf(records);
      if (due.length > 0 && !this.#documents.isOpen(uri) && this.#analysts.isWorthwhile(due.length << 12, this.#left)) {
        this.#elsewhere++;
        void this.#readElsewhere(uri, records, due);
        continue;
      }
      try {
        if (due.length > 0) await this.#readHere(uri, records, due, slices);
      } catch (error) {
        this.#fails(uri, error);
      } finally {
        this.#setDone(uri, records, due);
      }
      if (slices.over) await slices.next();
      if (due.length > 0) break;
    }
    if (this.#live.isDue || this.#left === 0) await this.#renew();
  }

  #setDone(uri: string, records: readonly ArticleRecord[], due: readonly DueArticle[]): void {
    // Without a model nothing is ever done.
    if (due.length === 0 || this.#model !== null) this.#backlog.setDone(uri, records);
    this.progressed.fire();
  }

  /** Lets another thread read the names of a document; here where there is none. */
  async #readElsewhere(uri: string, records: readonly ArticleRecord[], due: readonly DueArticle[]): Promise<void> {
    const isWanted = (): boolean => !this.#isStopped && this.#corpus.articlesOf(uri) === records;
    try {
      await this.load();
      const known = this.#model === null ? null : await this.#again.text(uri);
      if (this.#model === null || !isWanted()) return;
      let isStale = known === null;
      const articles = due.map(({ record, hash }): DueNames => {
        const id = articleId(record);
        const shared = this.#library.sharedLinesOf(id);
        // What it can do cannot be sent.
        return { index: record.index, id, hash, shared: shared === null ? null : { fingerprint: shared.fingerprint, steps: shared.steps } };
      });
      const taking = function* (library: Library, { from, names }: NamedPart): Generator<undefined, void> {
        let at = from;
        for (const read of names) {
          const article = due[at++];
          if (article === undefined) break;
          if (read === null) isStale = true;
          else library.takeNames(article.record, article.hash, read);
          yield;
        }
      };
      const wasRead =
        known === null ||
        (await this.#analysts.readNames(
          { uri, ...known, due: articles },
          { isWanted, take: (part) => this.#takeLater(taking(this.#library, part), isWanted) },
        ));
      if (!wasRead && isWanted()) await this.#readHere(uri, records, due, this.#scheduler.slices());
      else if (isStale && isWanted() && !this.#documents.isOpen(uri)) this.#indexer.modified(uri);
    } catch (error) {
      this.#fails(uri, error);
    } finally {
      this.#elsewhere--;
      this.#setDone(uri, records, due);
      this.arrived.fire();
    }
  }

  /** Takes over what another thread found when it is this stage's turn. */
  #takeLater(taking: Generator<undefined, void>, isWanted: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#parts.push(async (slices) => {
        if (isWanted()) await driveWhile(slices, taking, isWanted).catch(reject);
        resolve();
      });
      this.arrived.fire();
    });
  }

  /** A document without names is named. */
  #fails(uri: string, error: unknown): void {
    this.#indexer.ledger.note(uri, `Its names could not be read: ${messageOf(error)}`);
    this.#indexer.changed.fire();
    this.failed.fire(`names of ${uri}: ${traceOf(error)}`);
  }

  /** The articles whose names are not known; those that have another place now are moved. */
  #dueOf(records: readonly ArticleRecord[]): readonly DueArticle[] {
    const library = this.#library;
    const due: DueArticle[] = [];
    for (const record of records) {
      const id = articleId(record);
      const hash = library.known(id)?.hash ?? 0;
      const place = this.index.place(id);
      if (!library.hasNames(id, hash)) due.push({ record, hash });
      else if (place !== null && place.index !== record.index) this.index.moveArticle(id, record.index);
    }
    return due;
  }

  async #readHere(uri: string, records: readonly ArticleRecord[], due: readonly DueArticle[], slices: Slices): Promise<void> {
    const library = this.#library;
    await this.load();
    const model = this.#model;
    if (model === null) return;
    const document = await this.#again.document(uri);
    const isWanted = (): boolean => !this.#isStopped && this.#corpus.articlesOf(uri) === records;
    if (!isWanted()) return;
    let isStale = document === null;
    for (const { record, hash } of due) {
      const slot = document?.slots[record.index];
      if (document === null || slot?.key !== record.key || textHash(document.text, slot.span) !== hash) {
        isStale = true;
        continue;
      }
      library.takeNames(record, hash, readNames(document, document.article(record.index), baseOf(document.lines, slot.span.start), model));
      if (!slices.over) continue;
      await slices.next();
      if (this.#live.isDue) await this.#renew();
      if (!isWanted()) return;
    }
    // The file is another one than was read, and nobody has said so. What is open follows by itself.
    if (isStale && !this.#documents.isOpen(uri)) this.#indexer.modified(uri);
  }
}
