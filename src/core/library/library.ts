import { TemplateCounts, type TemplateLines } from "../article/template";
import { articleId, articleRecord, type ArticleRecord } from "../corpus/articleRecord";
import { Corpus } from "../corpus/corpus";
import type { ParsedDocument } from "../corpus/parseDocument";
import { folderOf, placeLabel } from "../corpus/places";
import type { Corrections } from "../entities/corrections/corrections";
import type { ArticleNames } from "../entities/index/articleNames";
import { EntityIndex } from "../entities/index/entityIndex";
import { EntityView } from "../entities/index/entityView";
import { originIn } from "../entities/index/originIn";
import { bodyWords, featuresOf, TermFeatures, type ProseText } from "../related/articleFeatures";
import { RelatedCorpus } from "../related/relatedCorpus";
import { type EngineText, type SearchEngine } from "../search/engine/searchEngine";
import { nameValues } from "../search/engine/nameValues";
import { PackedSearchEngine } from "../search/engine/packedSearchEngine";
import type { SearchableFacts } from "../search/engine/searchable";
import { saidFacts } from "../search/engine/saidFacts";
import type { TermNumbers } from "../search/engine/termNumbers";
import { type FactFields, outsideId, searchableFacts } from "../search/engine/searchableOf";
import { hashOf, textHash } from "../text/textHash";
import { AnalysisTools, keptBytes, maxArticles, outsideText } from "./analysedPart";
import { type ArticleAnalysis, analyseArticle, templateMember } from "./articleAnalysis";
import type { ArticleBytes } from "./articleBytes";
import type { FileFacts, KeptArticle, OutsideText } from "./keptDocument";
import { articleState, type KeptRelated, packRelated } from "./keptRelated";
import type { SegmentReader, SegmentWriter } from "./segment";

/** What is kept of an article beside its record, and what search, relatedness and names have of it. */
interface KnownArticle {
  record: ArticleRecord;
  readonly hash: number;
  /** The fingerprint of the shared lines that it was read with; 0 for none. */
  readonly template: number;
  /** Where it stands in its file; null for the article of a single-article file, and while it is open. */
  bytes: ArticleBytes | null;
  readonly fields: FactFields;
  /** As `ArticleText` has it. */
  readonly prose: Uint32Array;
  readonly creditLine: string | null;
  readonly listed: readonly string[];
  /** As search and relatedness know it. */
  date: string | null;
  /** The hash of its facts as search has them. */
  facts: number;
}

const none = new Uint32Array(0);

/** So many names of an entity reach search, and one more. */
const namesOfEntity = 7;

/** How many articles of a new bundle are listed first; then twice as many, so that all lists cost as much as the last. */
const firstPart = 1000;
/** The topics are trained again when more than this share of the articles has changed since. */
const retrainShare = 0.05;
/** What was found out about related articles is kept anew when more than so many, and more than this share of them, have changed. */
const fewChanges = 20;
const rekeepShare = 0.01;

/** A document that is being taken in. */
export interface Taking {
  readonly uri: string;
  readonly isNew: boolean;
  readonly begun: Set<string>;
  readonly records: ArticleRecord[];
  /** With so many articles it is listed next. */
  nextPart: number;
}

/**
 * All that is known of a corpus: its articles, and what search, relatedness and names have of each. A document is taken in as it is
 * parsed, once; who asks is answered from what is there. Search follows at once, relatedness by `relate` and `settle`, names as they
 * are read. After any sequence of changes, and with nothing left to do, it answers as one that was built afresh.
 */
export class Library {
  readonly corpus = new Corpus();
  readonly engine: SearchEngine = new PackedSearchEngine();
  readonly related = new RelatedCorpus();
  readonly names: EntityIndex;
  readonly #known = new Map<string, KnownArticle>();
  /** The lines that articles share with their folder or host. */
  readonly #shared = new TemplateCounts();
  /** Articles that were kept, and read with other shared lines than were known when they were taken over. */
  readonly #toCompare = new Set<string>();
  /** Documents with articles whose shared lines are others than those that they were read with. */
  readonly #toReadAgain = new Set<string>();
  /** What the texts of the articles whose names are known were, and the shared lines in them. */
  readonly #named = new Map<string, number>();
  /** The files that were read, those that are no part of the corpus among them. */
  readonly #files = new Map<string, FileFacts>();
  /** Files of which more is known than is kept. */
  readonly #unsaved = new Set<string>();
  /** Names that were kept and have not been asked for yet, by article. */
  readonly #keptNames = new Map<string, () => ArticleNames | null>();
  /** Articles of documents that are being taken in. */
  readonly #begun = new Map<string, Set<string>>();
  /** Articles that are to be taken out of search, relatedness and names. */
  readonly #gone = new Set<string>();
  readonly #toRelate = new Set<string>();
  readonly #toDescribe = new Set<string>();
  /** Articles whose dates read in two ways. */
  readonly #ambiguous = new Set<string>();
  #habits = -1;
  readonly #tools = new AnalysisTools(this.corpus.pool);
  readonly #features = new WeakMap<EngineText["dictionary"], TermFeatures>();
  #roots: readonly string[] = [];
  #stories: ReadonlyMap<string, string> = new Map();
  #changesSinceTraining = Infinity;
  /** What an earlier session found out about related articles, until it has been made use of. */
  #keptRelated: KeptRelated | null = null;
  /** Changes since what was found out about related articles was kept. */
  #changesSinceKept = Infinity;
  /** Whether all that relatedness knows was compared. */
  #isCompared = false;

  /** The entities as they were taken together last. */
  #view: EntityView;
  #corrections: Corrections;
  /** Groups that articles have won or lost since then, by number. */
  readonly #touched = new Set<number>();
  /** What search was told that entities are called, by id. */
  readonly #called = new Map<string, string>();

  constructor() {
    this.names = new EntityIndex((place) => originIn(this.corpus, place));
    this.#view = new EntityView(this.names);
    this.#corrections = this.names.corrections;
  }

  /** The folders that labels of places begin in. */
  set roots(roots: readonly string[]) {
    if (roots.length === this.#roots.length && roots.every((root, at) => root === this.#roots[at])) return;
    this.#roots = roots;
    for (const id of this.#known.keys()) this.#toDescribe.add(id);
  }

  /** What is known of an article beside its record; undefined for one that is not here. */
  known(id: string): Pick<KnownArticle, "hash" | "bytes" | "fields" | "template"> | undefined {
    return this.#known.get(id);
  }

  /** Whether a document is what was taken in under its URI. */
  isOf(uri: string, { text, lines, slots }: ParsedDocument): boolean {
    const records = this.corpus.articlesOf(uri);
    return (
      slots.length >= records.length &&
      records.every((record, at) => {
        const slot = slots[at];
        if (slot?.key !== record.key || lines.lineAt(slot.span.start) !== record.range.start.line) return false;
        return this.#known.get(articleId(record))?.hash === textHash(text, slot.span);
      })
    );
  }

  /**
   * Takes in a document in place of what was there under its URI: its first articles, as many as fit. To be driven in slices, and to be
   * given up where the document changes meanwhile. Articles whose text is the same cost little. `file` is what is known of the file that
   * it was read from; null for a document that is open. Returns how many articles were left out.
   */
  *take(uri: string, document: ParsedDocument, file: FileFacts | null): Generator<undefined, number> {
    this.useSharedLines(uri, document);
    const taking = this.begin(uri);
    const bytes = file === null ? [] : keptBytes(uri, document);
    const count = Math.min(document.slots.length, maxArticles);
    for (let index = 0; index < count; index++) {
      const record = this.#takeArticle(uri, document, index, bytes[index] ?? null, taking.begun);
      if (record !== null) this.#list(taking, record);
      yield;
    }
    const { terms } = this.#tools;
    this.finish(taking, outsideText(uri, document, terms), terms, file);
    return document.slots.length - count;
  }

  /** Begins to take in a document whose articles are analysed elsewhere (`writeAnalysis`) and come in parts. */
  begin(uri: string): Taking {
    const isNew = !this.corpus.has(uri);
    // What is open need not be what the file holds.
    this.#files.delete(uri);
    const begun = this.#begun.get(uri) ?? new Set<string>();
    this.#begun.set(uri, begun);
    return { uri, isNew, begun, records: [], nextPart: firstPart };
  }

  /** Takes in further articles of a document. To be driven in slices, and to be given up where the document changes meanwhile. */
  *takePart(taking: Taking, articles: Iterable<KeptArticle>, terms: TermNumbers): Generator<undefined, void> {
    for (const { bytes, member, template, ...analysis } of articles) {
      const { record, hash } = analysis;
      const id = articleId(record);
      const known = this.#known.get(id);
      taking.begun.add(id);
      this.#gone.delete(id);
      if (known?.hash !== hash) this.#shared.take(id, member);
      // It was read without the lines that its folder or host shares.
      if (template !== this.#templateOf(id)) this.#toCompare.add(id);
      if (known?.hash === hash && known.template === template) {
        known.bytes = bytes;
        known.record = record;
      } else this.#takeAnalysis(id, analysis, template, terms, bytes);
      this.#list(taking, record);
      yield;
    }
  }

  /** All articles of a document are here: it takes the place of what was under its URI. The rest is as `take` has it. */
  finish({ uri, records }: Taking, outside: OutsideText | null, terms: TermNumbers, file: FileFacts | null): void {
    if (outside === null) this.engine.delete(outsideId(uri));
    else this.#putOutside(uri, outside, terms);
    this.#put(uri, records);
    if (file === null) return;
    this.#files.set(uri, file);
    this.#unsaved.add(uri);
  }

  /** Lists the first articles of a new document before all are there. */
  #list(taking: Taking, record: ArticleRecord): void {
    taking.records.push(record);
    if (!taking.isNew || taking.records.length !== taking.nextPart) return;
    taking.nextPart *= 2;
    this.corpus.setDocument(taking.uri, taking.records.slice());
  }

  /** Takes a document out; false if there was none. Its articles leave search, relatedness and names with `forgetGone`. */
  forget(uri: string): boolean {
    this.#files.delete(uri);
    this.#unsaved.delete(uri);
    for (const record of this.corpus.articlesOf(uri)) this.#gone.add(articleId(record));
    for (const id of this.#begun.get(uri) ?? []) this.#gone.add(id);
    this.#begun.delete(uri);
    this.engine.delete(outsideId(uri));
    return this.corpus.deleteDocument(uri);
  }

  /** A file was read that is no part of the corpus. */
  leave(uri: string, file: FileFacts): void {
    this.forget(uri);
    this.#files.set(uri, file);
    this.#unsaved.add(uri);
  }

  /** What is known of a file; undefined for one that was not read. */
  file(uri: string): FileFacts | undefined {
    return this.#files.get(uri);
  }

  /** The files that were read, those that are no part of the corpus among them. */
  files(): IterableIterator<[uri: string, facts: FileFacts]> {
    return this.#files.entries();
  }

  /** Takes all documents out, at once. */
  clear(): void {
    this.#keptRelated = null;
    for (const uri of this.#files.keys()) this.forget(uri);
    for (const uri of [...this.corpus.documents(), ...this.#begun.keys()]) this.forget(uri);
  }

  #takeArticle(uri: string, document: ParsedDocument, index: number, bytes: ArticleBytes | null, begun: Set<string>): ArticleRecord | null {
    const slot = document.slots[index];
    if (slot === undefined) return null;
    const id = articleId({ uri, key: slot.key });
    const known = this.#known.get(id);
    const isSame = known?.hash === textHash(document.text, slot.span);
    begun.add(id);
    this.#gone.delete(id);
    if (!isSame) this.#shared.take(id, templateMember(uri, document, index, this.corpus.pool));
    if (known === undefined || !isSame || known.template !== this.#templateOf(id)) return this.#analyse(id, uri, document, index, bytes);
    known.bytes = bytes;
    const before = known.record;
    known.record = articleRecord(uri, document, index, slot, document.article(index), this.corpus.pool);
    if (!isOfSameOrigin(before, known.record)) this.names.originChanged(id);
    return known.record;
  }

  #analyse(id: string, uri: string, document: ParsedDocument, index: number, bytes: ArticleBytes | null): ArticleRecord | null {
    const template = this.#templateOf(id);
    const { terms, pool } = this.#tools;
    const analysis = analyseArticle(uri, document, index, terms, pool);
    if (analysis !== null) this.#takeAnalysis(id, analysis, template, terms, bytes);
    return analysis?.record ?? null;
  }

  #takeAnalysis(
    id: string,
    { record, hash, fields, text, creditLine, listed }: ArticleAnalysis,
    template: number,
    terms: TermNumbers,
    bytes: ArticleBytes | null,
  ): void {
    const known: KnownArticle = {
      record,
      hash,
      template,
      bytes,
      fields,
      prose: text.prose,
      creditLine,
      listed,
      date: this.corpus.dateOf(record),
      facts: 0,
    };
    this.#known.set(id, known);
    const facts = this.#factsOf(id, known);
    known.facts = hashOf(JSON.stringify(facts));
    this.engine.put(id, text, terms, facts);
    if (record.date !== null && record.date.ambiguous !== null) this.#ambiguous.add(id);
    else this.#ambiguous.delete(id);
    this.#keptNames.delete(id);
    this.#toDescribe.delete(id);
    this.#toRelate.add(id);
  }

  #putOutside(uri: string, { sequence, flags }: OutsideText, terms: TermNumbers): void {
    const text = { sequence, flags, titleEnd: 0, bodyEnd: 0, prose: none };
    this.engine.put(outsideId(uri), text, terms, this.#outsideFacts(uri));
  }

  #put(uri: string, records: readonly ArticleRecord[]): void {
    const before = this.corpus.articlesOf(uri);
    const left = this.#begun.get(uri) ?? new Set<string>();
    for (const record of before) left.add(articleId(record));
    for (const record of records) left.delete(articleId(record));
    for (const id of left) this.#gone.add(id);
    this.#begun.delete(uri);
    this.corpus.setDocument(uri, records);
    this.#followHabits();
  }

  /** How a publisher writes dates may have been learnt: dates that read in two ways are looked at again. */
  #followHabits(): void {
    if (this.corpus.habitRevision === this.#habits) return;
    this.#habits = this.corpus.habitRevision;
    for (const id of this.#ambiguous) {
      const known = this.#known.get(id);
      if (known === undefined) continue;
      const date = this.corpus.dateOf(known.record);
      if (date === known.date) continue;
      known.date = date;
      this.related.setDate(id, date);
      this.names.originChanged(id);
      this.#toDescribe.add(id);
    }
  }

  /**
   * Takes over what was kept, but for files that are here already or in `gone`. To be driven in slices. Returns all files, and those that
   * were taken over.
   */
  *restore(
    kept: SegmentReader,
    gone: ReadonlySet<string>,
  ): Generator<undefined, { readonly all: readonly string[]; readonly taken: readonly string[] }> {
    const all: string[] = [];
    const taken: string[] = [];
    for (let next = kept.next(); next !== null; next = kept.next()) {
      const {
        document: { uri, outside, ...file },
        articles,
      } = next;
      all.push(uri);
      const isWanted = !gone.has(uri) && !this.#files.has(uri) && !this.corpus.has(uri) && !this.#begun.has(uri);
      const records: ArticleRecord[] = [];
      for (const article of articles) {
        if (isWanted) records.push(this.#restoreArticle(article, kept.terms));
        yield;
      }
      if (!isWanted) continue;
      taken.push(uri);
      this.#files.set(uri, file);
      if (file.left !== null) continue;
      if (outside !== null) this.#putOutside(uri, outside, kept.terms);
      this.corpus.setDocument(uri, records);
      this.#followHabits();
    }
    return { all, taken };
  }

  /** Whether nothing is known of a file, nor of a document under its URI. */
  isForgotten(uri: string): boolean {
    return !this.#files.has(uri) && !this.corpus.has(uri);
  }

  #restoreArticle({ names, bytes, member, template, ...analysis }: KeptArticle, terms: TermNumbers): ArticleRecord {
    const { record } = analysis;
    const id = articleId(record);
    this.#gone.delete(id);
    this.#shared.take(id, member);
    if (template !== this.#templateOf(id)) this.#toCompare.add(id);
    this.#takeAnalysis(id, analysis, template, terms, bytes);
    if (names !== null) this.#keptNames.set(id, names);
    return record;
  }

  #outsideFacts(uri: string): SearchableFacts {
    const label = placeLabel(uri, this.#roots);
    return { date: null, values: { file: [label], folder: [label] }, aliases: {}, duplicates: null };
  }

  /** The files of which more is known than is kept: with `onlyComplete`, those whose names are known. */
  unsaved(onlyComplete: boolean): readonly string[] {
    const found: string[] = [];
    for (const uri of this.#unsaved) {
      const isComplete = (record: ArticleRecord): boolean => this.#named.has(articleId(record)) || this.#keptNames.has(articleId(record));
      if (!onlyComplete || this.corpus.articlesOf(uri).every(isComplete)) found.push(uri);
    }
    return found;
  }

  /** Writes what is known of a file; false where nothing is. To be driven in slices: what changes meanwhile is unsaved again. */
  *keep(uri: string, writer: SegmentWriter): Generator<undefined, boolean> {
    this.#unsaved.delete(uri);
    const file = this.#files.get(uri);
    if (file === undefined) return false;
    const articles = this.corpus.articlesOf(uri).flatMap((record) => this.#keptArticle(record) ?? []);
    const outside = this.engine.textOf(outsideId(uri));
    const [first] = articles;
    writer.begin({ uri, ...file }, outside, articles.length, outside?.dictionary ?? first?.dictionary ?? this.#tools.terms);
    for (const { kept, dictionary } of articles) {
      writer.article(kept, dictionary);
      yield;
    }
    return true;
  }

  /** Marks files whose kept part is lost or to be written anew. */
  unsave(uris: Iterable<string>): void {
    for (const uri of uris) if (this.#files.has(uri)) this.#unsaved.add(uri);
  }

  #keptArticle(record: ArticleRecord): { readonly kept: KeptArticle; readonly dictionary: EngineText["dictionary"] } | null {
    const id = articleId(record);
    const known = this.#known.get(id);
    const text = this.engine.textOf(id);
    const member = this.#shared.member(id);
    if (known === undefined || text === null || member === null) return null;
    const { hash, template, bytes, fields, prose, creditLine, listed } = known;
    const { sequence, flags, titleEnd, bodyEnd, dictionary } = text;
    const isNamed = this.#named.get(id) === readingHash(hash, template);
    const names = this.#keptNames.get(id) ?? (isNamed ? () => this.names.namesOf(id) : null);
    return {
      kept: {
        record,
        hash,
        bytes,
        fields,
        text: { sequence, flags, titleEnd, bodyEnd, prose },
        creditLine,
        listed,
        member,
        template,
        names,
      },
      dictionary,
    };
  }

  /** The lines that the article `id` shares with its folder or host, as far as that was found out; null for none. */
  sharedLinesOf(id: string): TemplateLines | null {
    return this.#shared.linesFor(id);
  }

  /** Has the articles of a document read with the lines that they share, from now on. */
  readonly useSharedLines = (uri: string, document: ParsedDocument): void => {
    document.useTemplate((slot) => this.#shared.linesFor(articleId({ uri, key: document.slots[slot]?.key ?? null })));
  };

  #templateOf(id: string): number {
    return this.#shared.linesFor(id)?.fingerprint ?? 0;
  }

  /** Whether it is to be found out yet which lines articles share, or articles are to be read again for that. */
  get sharesMore(): boolean {
    return !this.#shared.isSettled || this.#toCompare.size > 0 || this.#toReadAgain.size > 0;
  }

  /** Finds out which lines articles share now. To be driven in slices; `toReadAgain` follows from it. */
  *share(): Generator<undefined, void> {
    const ids = yield* this.#shared.settle();
    for (const id of ids) this.#toCompare.add(id);
    for (const id of this.#toCompare) {
      this.#toCompare.delete(id);
      const known = this.#known.get(id);
      if (known !== undefined && known.template !== this.#templateOf(id)) this.#toReadAgain.add(known.record.uri);
      yield;
    }
  }

  /** Gives a document that is to be read again (`readAgain`) because its articles share other lines now; null for none. */
  takeToReadAgain(): string | null {
    for (const uri of this.#toReadAgain) {
      this.#toReadAgain.delete(uri);
      if (this.corpus.has(uri)) return uri;
    }
    return null;
  }

  /**
   * Reads the articles of a document again that share other lines than they were read with. To be driven in slices. False where the
   * document is not that which was taken in.
   */
  *readAgain(uri: string, document: ParsedDocument): Generator<undefined, boolean> {
    this.useSharedLines(uri, document);
    const before = this.corpus.articlesOf(uri);
    const records: ArticleRecord[] = [];
    let isOther = false;
    for (const [index, record] of before.entries()) {
      const id = articleId(record);
      const known = this.#known.get(id);
      const slot = document.slots[index];
      if (known === undefined || this.#gone.has(id)) return false;
      if (known.template === this.#templateOf(id)) {
        records.push(known.record);
        continue;
      }
      if (slot?.key !== record.key || textHash(document.text, slot.span) !== known.hash) return false;
      records.push(this.#analyse(id, uri, document, index, known.bytes) ?? record);
      isOther = true;
      yield;
      // It was read anew meanwhile.
      if (this.corpus.articlesOf(uri) !== before) return true;
    }
    if (!isOther) return true;
    this.corpus.setDocument(uri, records);
    if (this.#files.has(uri)) this.#unsaved.add(uri);
    this.#followHabits();
    return true;
  }

  /** Whether articles that have gone are still in search, relatedness or names. */
  get hasGone(): boolean {
    return this.#gone.size > 0;
  }

  /** Takes the articles that have gone out of all. To be driven in slices. */
  *forgetGone(): Generator<undefined, void> {
    for (const id of this.#gone) {
      this.#gone.delete(id);
      this.engine.delete(id);
      this.related.delete(id);
      this.#touch(id);
      this.names.deleteArticle(id);
      this.#named.delete(id);
      this.#keptNames.delete(id);
      this.#known.delete(id);
      this.#shared.forget(id);
      this.#ambiguous.delete(id);
      this.#toRelate.delete(id);
      this.#toDescribe.delete(id);
      this.#relatedChanged();
      yield;
    }
    this.#followHabits();
    this.#followGroups();
  }

  /** How many articles relatedness does not know yet. */
  get unrelated(): number {
    return this.#toRelate.size;
  }

  /** Lets relatedness know the articles that are new or have changed. To be driven in slices. */
  *relate(): Generator<undefined, void> {
    for (const id of this.#toRelate) {
      this.#toRelate.delete(id);
      const known = this.#known.get(id);
      const text = this.#proseOf(id);
      if (known === undefined || text === null) continue;
      const { record } = known;
      this.related.set(id, featuresOf(text, text.features), {
        headline: record.displayTitleKind === "headline" ? record.displayTitle : null,
        displayTitle: record.displayTitle,
        date: this.corpus.dateOf(record),
        publisher: record.publisher,
        agency: record.agency,
        creditLine: known.creditLine,
        length: record.wordCount,
        listed: known.listed,
      });
      this.#relatedChanged();
      yield;
    }
    this.#followGroups();
  }

  #relatedChanged(): void {
    this.#changesSinceTraining++;
    this.#changesSinceKept++;
    this.#isCompared = false;
  }

  /** Compares what may be near-duplicates. To be driven in slices, and begun anew where an article changes meanwhile. */
  *compare(): Generator<undefined, void> {
    const kept = this.#keptRelated;
    const work = this.related.duplicates.settle((a, b) => kept?.comparison(this.#stateOf(a), this.#stateOf(b)));
    let step = work.next();
    for (; step.done !== true; yield) step = work.next(step.value === null ? undefined : this.#wordsOf(step.value));
    this.#followGroups();
    this.#isCompared = true;
    if (step.value) this.related.touch();
  }

  /**
   * Trains the topics if enough has changed since the last time, which may have been in an earlier session. To be driven in slices;
   * whether they are others.
   */
  *train(): Generator<undefined, boolean> {
    const kept = this.#keptRelated;
    this.#keptRelated = null;
    if (kept !== null && this.#takeTopics(kept)) {
      this.related.touch();
      return true;
    }
    if (this.#changesSinceTraining <= retrainShare * this.related.size) return false;
    yield* this.related.relatedness.train();
    this.#changesSinceTraining = 0;
    this.#changesSinceKept = Infinity;
    this.related.touch();
    return true;
  }

  /** Takes over the topics of an earlier session; false where too much is different since they were trained, or there are none. */
  #takeTopics(kept: KeptRelated): boolean {
    const { count, trained } = kept;
    const ids: (string | undefined)[] = new Array<undefined>(count).fill(undefined);
    let same = 0;
    for (const id of this.related.ids()) {
      const place = kept.placeOf(this.#stateOf(id));
      if (place === undefined) continue;
      ids[place] = id;
      same++;
    }
    const others = count - same + this.related.size - same;
    if (trained === null || trained.changes + others > retrainShare * this.related.size) return false;
    this.related.relatedness.takeTopics(trained.topics, ids);
    this.#changesSinceTraining = trained.changes + others;
    this.#changesSinceKept = others;
    return true;
  }

  #stateOf(id: string): string {
    const { hash, template } = this.#known.get(id) ?? { hash: 0, template: 0 };
    return articleState(id, hash, template);
  }

  /** Makes use of what an earlier session found out about related articles. To be given before `relate`. */
  set keptRelated(kept: KeptRelated) {
    this.#keptRelated = kept;
  }

  /**
   * Packs what was found out about related articles, for the program `identity`; null while that is not settled, and where little is new
   * since it was kept. To be driven in slices.
   */
  *keepRelated(identity: string): Generator<undefined, Uint8Array | null> {
    const { revision, size, duplicates, relatedness } = this.related;
    const isSettled = (): boolean =>
      this.#isCompared && this.#keptRelated === null && this.#toRelate.size + this.#gone.size === 0 && this.related.revision === revision;
    if (size === 0 || this.#changesSinceKept <= Math.max(fewChanges, rekeepShare * size) || !isSettled()) return null;
    const ids = [...this.related.ids()];
    const places = new Map(ids.map((id, at) => [id, at]));
    const work = duplicates.compared();
    let step = work.next();
    for (; step.done !== true; step = work.next()) {
      yield;
      if (!isSettled()) return null;
    }
    const comparisons = step.value.map(({ a, b, comparison }) => ({ a: places.get(a) ?? 0, b: places.get(b) ?? 0, comparison }));
    const changes = this.#changesSinceTraining;
    const trained = changes === Infinity ? null : { topics: relatedness.keptTopics(ids), changes };
    this.#changesSinceKept = 0;
    return packRelated(
      identity,
      ids.map((id) => this.#stateOf(id)),
      comparisons,
      trained,
    );
  }

  /** What was found out about related articles could not be kept. */
  unkeepRelated(): void {
    this.#changesSinceKept = Infinity;
  }

  #wordsOf(id: string): Uint32Array {
    const text = this.#proseOf(id);
    return text === null ? new Uint32Array(0) : bodyWords(text, text.features);
  }

  #proseOf(id: string): (ProseText & { readonly features: TermFeatures }) | null {
    const text = this.engine.textOf(id);
    const known = this.#known.get(id);
    if (text === null || known === undefined) return null;
    let features = this.#features.get(text.dictionary);
    if (features === undefined) this.#features.set(text.dictionary, (features = new TermFeatures(text.dictionary)));
    return { sequence: text.sequence, titleEnd: text.titleEnd, prose: known.prose, features };
  }

  #followGroups(): void {
    for (const id of this.related.duplicates.takeRegrouped()) if (this.#known.has(id)) this.#toDescribe.add(id);
  }

  /** Whether the names of an article are known as its text is now, by its hash. */
  hasNames(id: string, hash: number): boolean {
    return this.#named.get(id) === readingHash(hash, this.#known.get(id)?.template ?? 0) && this.names.place(id) !== null;
  }

  /** The names of an article as its text is now; null where they are not known. */
  namesOf(id: string): ArticleNames | null {
    const kept = this.#keptNames.get(id)?.() ?? null;
    const known = this.#known.get(id);
    return kept ?? (known !== undefined && this.hasNames(id, known.hash) ? this.names.namesOf(id) : null);
  }

  /** Sets the names of an article, whose text has that hash. */
  takeNames(record: ArticleRecord, hash: number, names: ArticleNames): void {
    const id = articleId(record);
    this.#touch(id);
    this.names.setArticle(id, record.uri, record.index, names);
    this.#touch(id);
    this.#named.set(id, readingHash(hash, this.#known.get(id)?.template ?? 0));
    this.#keptNames.delete(id);
    this.#toDescribe.add(id);
    if (this.#files.has(record.uri)) this.#unsaved.add(record.uri);
  }

  /** How many articles have names that were kept and are not in the index yet. */
  get unnamed(): number {
    return this.#keptNames.size;
  }

  /** Takes over the names that were kept. To be driven in slices. */
  *takeKeptNames(): Generator<undefined, void> {
    for (const [id, names] of this.#keptNames) {
      this.#keptNames.delete(id);
      const known = this.#known.get(id);
      if (known === undefined || this.#gone.has(id)) continue;
      const kept = names();
      if (kept === null) continue;
      this.names.setArticle(id, known.record.uri, known.record.index, kept);
      this.#touch(id);
      this.#named.set(id, readingHash(known.hash, known.template));
      this.#toDescribe.add(id);
      yield;
    }
  }

  /** The entities as they were taken together last. */
  get view(): EntityView {
    return this.#view;
  }

  /** Takes over entities that were taken together anew: articles that name one who is another now are described again. */
  set view(view: EntityView) {
    const before = this.#view;
    this.#view = view;
    const { corrections } = this.names;
    if (this.#corrections !== corrections) {
      this.#corrections = corrections;
      for (const id of this.#named.keys()) this.#toDescribe.add(id);
    }
    const roots = new Set<number>();
    for (const group of this.#touched) {
      for (const one of [before, view]) {
        one.eachRoot(group, (root) => {
          roots.add(root);
        });
      }
    }
    this.#touched.clear();
    view.eachReassigned(before, (group, article) => {
      this.#describeNumbered(article);
      roots.add(view.rootNumber(group, article)).add(before.rootNumber(group, article));
    });
    for (const root of roots) this.#followCalling(root);
  }

  /** Where an entity is called otherwise than search was told, all articles that name it are described again. */
  #followCalling(root: number): void {
    const entity = this.#view.entityNumbered(root);
    if (entity === null) return;
    const called = [entity.type, entity.name, ...entity.forms.slice(0, namesOfEntity).map(([form]) => form)].join("\n");
    if (this.#called.get(entity.id) === called) return;
    this.#called.set(entity.id, called);
    this.#view.eachPlace(entity, (article) => {
      this.#describeNumbered(article);
    });
  }

  #describeNumbered(article: number): void {
    const id = this.names.placeNumbered(article)?.id;
    if (id !== undefined) this.#toDescribe.add(id);
  }

  /** The groups of an article's names before they are others. */
  #touch(id: string): void {
    this.names.eachLocal(this.names.numberOf(id), (group) => {
      this.#touched.add(group);
    });
  }

  /** The labels of the stories by article: as they were put together last. */
  set stories(labels: ReadonlyMap<string, string>) {
    const before = this.#stories;
    this.#stories = labels;
    for (const [id, label] of labels) if (before.get(id) !== label) this.#toDescribe.add(id);
    for (const id of before.keys()) if (!labels.has(id)) this.#toDescribe.add(id);
  }

  /** How many articles search has to be told of: their names, groups or dates may be others. */
  get undescribed(): number {
    return this.#toDescribe.size;
  }

  /** Tells search what else is known of articles now. To be driven in slices; whether an article has other facts. */
  *describe(): Generator<undefined, boolean> {
    let isNew = false;
    for (const id of this.#toDescribe) {
      this.#toDescribe.delete(id);
      const known = this.#known.get(id);
      if (known === undefined || this.#gone.has(id)) continue;
      const facts = this.#factsOf(id, known);
      const hash = hashOf(JSON.stringify(facts));
      if (hash !== known.facts) {
        known.facts = hash;
        this.engine.describe(id, facts);
        isNew = true;
      }
      yield;
    }
    return isNew;
  }

  #factsOf(id: string, { record, fields, hash }: KnownArticle): ReturnType<typeof searchableFacts> {
    const { uri, key } = record;
    const label = placeLabel(uri, this.#roots);
    const names = nameValues(id, this.names, this.#view);
    const hasCopies = this.related.duplicates.of(id).some(({ kind }) => kind !== "excerpt");
    return searchableFacts(fields, {
      path: key === null ? label : `${label}#${key}`,
      folder: key === null ? placeLabel(folderOf(uri), this.#roots) : label,
      date: this.corpus.dateOf(record),
      duplicates: hasCopies ? this.related.groupOf(id) : null,
      story: this.#stories.get(id) ?? null,
      ...(names === null ? {} : { names }),
      // The places of quotations are those of the text that was read for names.
      ...(this.#named.get(id) === hash ? { said: saidFacts(id, this.#view) } : {}),
    });
  }
}

/** Says of which text, with which shared lines in it, something was found out. */
function readingHash(hash: number, template: number): number {
  return (hash ^ Math.imul(template, 0x9e3779b1)) >>> 0;
}

/** Whether all that tells when an article was published and who made it is the same, but for how its publisher writes dates. */
function isOfSameOrigin(a: ArticleRecord, b: ArticleRecord): boolean {
  return a.publisher === b.publisher && a.agency === b.agency && a.byline === b.byline && JSON.stringify(a.date) === JSON.stringify(b.date);
}
