import type { Entity } from "../../../core/entities/index/entity";
import type { IndexedArticle } from "../../../core/entities/index/entityIndex";
import type { Library } from "../../../core/library/library";
import {
  elsewhere,
  newestOf,
  type QuotationInCorpus,
  saidAbout,
  saidBy,
  type SaidOnce,
  type TermsIn,
} from "../../../core/quotations/corpusQuotations";
import type { LocalQuotation } from "../../../core/quotations/localQuotation";
import type { SpokenQuotation } from "../../../core/quotations/spokenIn";
import { termsOf } from "../../../core/search/analyse/analyser";
import { oneLine } from "../../../core/text/oneLine";
import type { Span } from "../../../core/text/span";
import { textHash } from "../../../core/text/textHash";
import type { SaidItem, SaidPlace } from "../../../protocol/quotations";
import type { CancellationToken } from "../../../core/util/cancellation";
import type { Documents } from "../../reading/documents";
import { driveIn, type Slices } from "../../reading/scheduler";
import type { NameService } from "../entities/nameService";
import type { SentenceTexts } from "../entities/sentenceTexts";
import { lspRange } from "../lspRange";

const longestQuotation = 600;
const placesShown = 5;

/** A quotation whose text was read. */
export interface ReadQuotation {
  /** As it stands, and in one line. */
  readonly written: string;
  readonly text: string;
  readonly place: SaidPlace;
}

/** Who said what in the corpus, from what is known of its articles; texts are read for what is shown only. */
export class QuotationService {
  readonly #library: Library;
  readonly #documents: Documents;
  readonly #names: NameService;
  readonly #texts: SentenceTexts;
  #said = new WeakMap<Entity, readonly SaidOnce[]>();
  #about = new WeakMap<Entity, readonly SaidOnce[]>();

  constructor(library: Library, documents: Documents, names: NameService, texts: SentenceTexts) {
    this.#library = library;
    this.#documents = documents;
    this.#names = names;
    this.#texts = texts;
  }

  /** What is known of the articles themselves has changed. */
  forget(): void {
    this.#said = new WeakMap();
    this.#about = new WeakMap();
  }

  /** What an entity said, or what others said about it; each once, the newest first. Rejects when cancelled. */
  async said(entity: Entity, about: boolean, slices: Slices, token: CancellationToken): Promise<readonly SaidOnce[]> {
    const kept = about ? this.#about : this.#said;
    const known = kept.get(entity);
    if (known !== undefined) return known;
    const find = about ? saidAbout : saidBy;
    const found = await driveIn(slices, find(this.#names.view, entity, this.#names.factsOf, this.#termsIn), token);
    kept.set(entity, found);
    return found;
  }

  /** Whether the words of a quotation have all of these, or words that begin so. */
  hasWords({ id, quotation }: QuotationInCorpus, wanted: readonly string[]): boolean {
    if (wanted.length === 0) return true;
    const text = this.#library.engine.textOf(id);
    if (text === null) return false;
    const words = this.#termsIn(id, quotation.terms).map((term) => text.dictionary.nameOf(term));
    return wanted.every((one) => words.some((word) => word.startsWith(one)));
  }

  /** The words of what was typed to filter. */
  filterWords(typed: string): readonly string[] {
    return termsOf(typed.slice(0, 200));
  }

  /** The newest quotation of an entity that is no copy; null for none. */
  newest(entity: Entity): QuotationInCorpus | null {
    return newestOf(this.#names.view, entity, this.#names.factsOf);
  }

  /** The same with its text and its place. */
  async newestText(entity: Entity): Promise<(SaidPlace & { readonly text: string }) | null> {
    const newest = entity.type === "PER" || entity.type === "ORG" ? this.newest(entity) : null;
    const read = newest === null ? null : await this.read(newest);
    return read === null ? null : { ...read.place, text: read.text };
  }

  /** Where else the words of a quotation of an article stand, the earliest first; empty for an article that is not in the index yet. */
  elsewhere({ id }: IndexedArticle, { terms }: LocalQuotation): readonly QuotationInCorpus[] {
    const { view, factsOf } = this.#names;
    if (!this.#isKnown(id)) return [];
    return elsewhere(view, { id, terms }, this.#library.engine.sharing(id, terms), factsOf, this.#termsIn);
  }

  /** Reads the text of a quotation; null where the article is another one now. */
  async read({ article, quotation }: Pick<QuotationInCorpus, "article" | "quotation">): Promise<ReadQuotation | null> {
    const place = this.#names.index.placeNumbered(article);
    const record = this.#names.recordNumbered(article);
    const document = place === null ? null : await this.#texts.document(place.uri);
    const slot = place === null ? undefined : document?.slots[place.index];
    if (place === null || record === null || document === null || slot === undefined) return null;
    if (!this.#library.hasNames(place.id, textHash(document.text, slot.span))) return null;
    const span: Span = { start: slot.span.start + quotation.start, end: slot.span.start + quotation.end };
    return {
      written: document.text.slice(span.start, span.end),
      text: oneLine(document.text, span, longestQuotation),
      place: {
        uri: this.#documents.clientUri(place.uri),
        range: lspRange(document.lines, span),
        title: record.displayTitle,
        source: record.publisher ?? record.agency,
        date: this.#names.dateOf(record),
      },
    };
  }

  /** What was said as the client shows it; null where its text cannot be read. */
  async item({ first, others }: SaidOnce): Promise<SaidItem | null> {
    const read = await this.read(first);
    if (read === null) return null;
    const places = await Promise.all(others.slice(0, placesShown).map((other) => this.read(other)));
    return {
      ...read.place,
      text: read.text,
      kind: first.quotation.kind,
      speaker: speakerOf(first),
      places: others.length,
      others: places.flatMap((one) => one?.place ?? []),
    };
  }

  #isKnown(id: string): boolean {
    const known = this.#library.known(id);
    return known !== undefined && this.#library.hasNames(id, known.hash);
  }

  /** The places of terms are those of the text that was read for names. */
  readonly #termsIn: TermsIn = (id, { start, end }) => {
    if (!this.#isKnown(id)) return [];
    return Array.from(this.#library.engine.textOf(id)?.sequence.subarray(start, end) ?? []);
  };
}

/** Who says it; null where the article does not tell. */
export function speakerOf({ speaker, form, quotation: { phrase } }: SpokenQuotation): SaidItem["speaker"] {
  if (speaker !== null) return { name: speaker.name, id: speaker.id };
  const name = form ?? phrase;
  return name === null ? null : { name, id: null };
}
