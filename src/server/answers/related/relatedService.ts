import { articleId, type ArticleRecord } from "../../../core/corpus/articleRecord";
import type { Corpus } from "../../../core/corpus/corpus";
import type { ParsedDocument } from "../../../core/corpus/parseDocument";
import type { Span } from "../../../core/text/span";
import { traceOf } from "../../../core/util/errorText";
import { articleFacts } from "../../../core/related/articleFacts";
import { articleFeatures, bodyWords } from "../../../core/related/articleFeatures";
import { RelatedCorpus } from "../../../core/related/relatedCorpus";
import { Backlog } from "../../reading/backlog";
import type { ReadDocument } from "../../reading/documentReader";
import type { Documents } from "../../reading/documents";
import { textHash } from "../../reading/textHash";
import type { Indexer } from "../../reading/indexer";
import type { Scheduler } from "../../reading/scheduler";
import { Signal } from "../../reading/signal";
import { throttled } from "../../reading/throttle";

/** How long after a change of the corpus it is looked at, in milliseconds. */
const pause = 120;
/** The topics are trained again when more than this share of the articles has changed since. */
const retrainShare = 0.05;

/**
 * Keeps near-duplicates, relatedness and links in step with the corpus, in the background: open documents first, the others
 * when the corpus has been read. What is asked is answered from what is ready.
 */
export class RelatedService {
  readonly related = new RelatedCorpus();
  /** Answers may have changed. */
  readonly changed = new Signal<void>();
  readonly failed = new Signal<string>();

  readonly #corpus: Corpus;
  readonly #documents: Documents;
  readonly #indexer: Indexer;
  readonly #scheduler: Scheduler;
  readonly #read: ReadDocument;
  readonly #follow: () => void;
  readonly #backlog: Backlog;
  /** What the texts of the articles that were taken in were. */
  readonly #hashes = new Map<string, number>();
  #ambiguous = new Set<string>();
  #compared = -1;
  #changesSinceTraining = Infinity;
  #isWorking = false;
  #isStopped = false;

  constructor(corpus: Corpus, documents: Documents, indexer: Indexer, scheduler: Scheduler, read: ReadDocument) {
    this.#corpus = corpus;
    this.#documents = documents;
    this.#indexer = indexer;
    this.#scheduler = scheduler;
    this.#read = read;
    this.#backlog = new Backlog(corpus);
    this.#follow = throttled(() => {
      this.#reconcile();
    }, pause);
    indexer.changed.on(this.#follow);
  }

  /** Whether all that the corpus has now was taken in and compared. */
  get isReady(): boolean {
    return this.#backlog.isEmpty && this.#backlog.isCurrent && !this.#isWorking && this.#compared === this.related.revision && this.#indexer.isIdle;
  }

  /** Ends the work in the background. */
  stop(): void {
    this.#isStopped = true;
  }

  /** Finds out what has changed in the corpus since the last time. */
  #reconcile(): void {
    if (this.#isStopped) return;
    this.#backlog.update();
    if (!this.#isWorking && (!this.#backlog.isEmpty || this.#compared !== this.related.revision)) void this.#work();
  }

  #forgetGone(): void {
    for (let gone = this.#backlog.takeGone(); gone !== null; gone = this.#backlog.takeGone()) {
      for (const record of gone.records) this.#forgetArticle(articleId(record));
    }
  }

  /** Whether something has come up that is more urgent than comparing and training. */
  get #isInterrupted(): boolean {
    return this.#isStopped || !this.#backlog.isEmpty;
  }

  #forgetArticle(id: string): void {
    this.related.delete(id);
    this.#hashes.delete(id);
    this.#ambiguous.delete(id);
    this.#changesSinceTraining++;
  }

  async #work(): Promise<void> {
    this.#isWorking = true;
    try {
      while (!this.#isStopped) {
        this.#forgetGone();
        const uri = this.#backlog.take(this.#documents.uris(), this.#indexer.isIdle);
        if (uri === null) break;
        await this.#readDocument(uri).catch(this.#fails(uri));
      }
      if (this.#backlog.isEmpty && this.#indexer.isIdle) await this.#finish().catch(this.#fails("near-duplicates"));
    } finally {
      this.#isWorking = false;
      if (!this.#isStopped) this.changed.fire();
    }
    // While the corpus is read, the indexer will say when there is more.
    if (!this.#backlog.isCurrent || (this.#isInterrupted && this.#indexer.isIdle)) this.#follow();
  }

  async #readDocument(uri: string): Promise<void> {
    const records = this.#corpus.articlesOf(uri);
    const document = await this.#read(uri);
    const isWanted = (): boolean => !this.#isStopped && this.#corpus.articlesOf(uri) === records;
    if (!isWanted()) return;
    const known = this.#backlog.recordsOf(uri);
    const left = new Set(known.map(articleId));
    const slices = this.#scheduler.slices();
    if (document !== null) {
      for (const [at, record] of records.entries()) {
        if (document.slots[at]?.key !== record.key) continue;
        const id = articleId(record);
        left.delete(id);
        this.#take(id, record, document, at);
        if (slices.over) {
          await slices.next();
          if (!isWanted()) {
            // What was taken in of a document that goes on changing is looked at again with it.
            this.#backlog.setDone(uri, [...known, ...records.slice(0, at + 1)]);
            return;
          }
        }
      }
    }
    for (const id of left) this.#forgetArticle(id);
    this.#backlog.setDone(uri, records);
  }

  #take(id: string, record: ArticleRecord, document: ParsedDocument, at: number): void {
    const slot = document.slots[at];
    if (slot === undefined) return;
    const hash = knownHash(document.text, slot.span, record);
    if (record.date !== null && record.date.ambiguous !== null) this.#ambiguous.add(id);
    else this.#ambiguous.delete(id);
    if (this.#hashes.get(id) === hash) {
      this.related.setDate(id, this.#corpus.dateOf(record));
      return;
    }
    const article = document.article(at);
    this.related.set(id, articleFeatures(document.text, article), articleFacts(document.text, article, record, this.#corpus));
    this.#hashes.set(id, hash);
    this.#changesSinceTraining++;
  }

  /** Compares what may be near-duplicates, and trains the topics if enough has changed. */
  async #finish(): Promise<void> {
    // How a publisher writes dates may have been learnt since.
    for (const id of this.#ambiguous) {
      const record = this.#corpus.article(id);
      if (record !== null) this.related.setDate(id, this.#corpus.dateOf(record));
    }
    const isSettled = await this.#settle();
    if (!isSettled) return;
    // What is known now is of use, though the topics are still to come.
    this.changed.fire();
    if (this.#changesSinceTraining > retrainShare * this.related.size) {
      const changes = this.#changesSinceTraining;
      this.#changesSinceTraining = 0;
      if ((await this.#drive(this.related.relatedness.train())) === null) this.#changesSinceTraining += changes;
      else this.related.touch();
    }
    if (!this.#isInterrupted) this.#compared = this.related.revision;
  }

  /** Finds and compares near-duplicates; false if something more urgent came up. */
  async #settle(): Promise<boolean> {
    const slices = this.#scheduler.slices();
    const work = this.related.duplicates.settle();
    for (let step = work.next(); ; ) {
      if (step.done === true) {
        if (step.value) this.related.touch();
        return true;
      }
      const words = step.value === null ? undefined : await this.#wordsOf(step.value);
      if (slices.over) await slices.next();
      if (this.#isInterrupted) return false;
      step = work.next(words);
    }
  }

  async #wordsOf(id: string): Promise<Uint32Array> {
    const record = this.#corpus.article(id);
    const document = record === null ? null : await this.#read(record.uri);
    if (record === null || document?.slots[record.index]?.key !== record.key) return new Uint32Array(0);
    return bodyWords(document.text, document.article(record.index));
  }

  /** Drives a computation in slices, letting requests in between; null if something more urgent came up. */
  #drive<Result>(work: Generator<undefined, Result>): Promise<Result | null> {
    return this.#scheduler.driveWhile(work, () => !this.#isInterrupted);
  }

  #fails(what: string): (error: unknown) => void {
    return (error) => {
      if (!this.#isStopped) this.failed.fire(`${what}: related articles: ${traceOf(error)}`);
    };
  }
}

/** Whether an article is the same as before: its text, and what the corpus has read of it, which may have been another text a moment ago. */
function knownHash(text: string, span: Span, { displayTitleKind, displayTitle, publisher, agency, wordCount }: ArticleRecord): number {
  const read = [displayTitleKind, displayTitle, publisher, agency, wordCount].join("\n");
  return Math.imul(textHash(text, span), 0x01000193) ^ textHash(read, { start: 0, end: read.length });
}
