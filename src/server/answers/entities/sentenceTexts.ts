import type { Library } from "../../../core/library/library";
import type { ParsedDocument } from "../../../core/corpus/parseDocument";
import { sourceOf } from "../../../core/corpus/articleRecord";
import { oneLine } from "../../../core/text/oneLine";
import type { Entity } from "../../../core/entities/index/entity";
import {
  isSameText,
  tellingCandidates,
  tellingPlaces,
  wordsOf,
  type SentencePlace,
  type TellingCandidate,
} from "../../../core/entities/index/telling";
import type { IndexedArticle } from "../../../core/entities/index/entityIndex";
import type { TellingSentence } from "../../../protocol/entities";
import type { ReadDocument } from "../../reading/documentReader";
import type { Documents } from "../../reading/documents";
import type { NameService } from "./nameService";
import { lspRange } from "../lspRange";
import { stampOf, TextCache } from "../../reading/textCache";

const longestSentence = 320;
/** So many candidates for each sentence that is shown: some are the same text in another dress. */
const spare = 3;
/** So many are kept of each entity: a page asks for ten, and an article takes its own away. */
const mostCandidates = 60;

/** Reads the sentences that tell most about an entity. */
export class SentenceTexts {
  readonly #documents: Documents;
  readonly #names: NameService;
  readonly #cache: TextCache;
  #candidates = new WeakMap<Entity, readonly TellingCandidate[]>();
  readonly #read = new WeakMap<IndexedArticle, Promise<readonly ReadonlySet<string>[]>>();

  constructor(library: Library, documents: Documents, names: NameService, read: ReadDocument) {
    this.#documents = documents;
    this.#names = names;
    this.#cache = new TextCache(
      documents,
      (uri) => stampOf(library.corpus, uri),
      read,
      (uri, document) => library.isOf(uri, document),
    );
  }

  /** What is known of the articles themselves has changed: choose again. */
  forget(): void {
    this.#candidates = new WeakMap();
  }

  /** A document's text from memory, or read; null where it cannot be read. */
  document(uri: string): Promise<ParsedDocument | null> {
    return this.#cache.get(uri);
  }

  /** The sentences that tell most about an entity, before their texts are read. */
  candidates(entity: Entity): readonly TellingCandidate[] {
    const known = this.#candidates.get(entity);
    if (known !== undefined) return known;
    const candidates = tellingCandidates(this.#names.view, entity, this.#names.factsOf, mostCandidates);
    this.#candidates.set(entity, candidates);
    return candidates;
  }

  /** At most `limit` sentences of different texts, best first; `here` is the article that the reader has before them. */
  async telling(entity: Entity, here: IndexedArticle | null, limit: number): Promise<readonly TellingSentence[]> {
    const places = tellingPlaces(this.candidates(entity), here, here === null ? null : this.#names.copyOf(here.id), limit * spare + 4);
    if (places.length === 0) return [];
    const chosen: TellingSentence[] = [];
    const seen = here === null ? [] : [...(await this.#wordsOf(here))];
    for (const place of places) {
      if (chosen.length >= limit) break;
      const sentence = await this.#sentence(place);
      if (sentence === null) continue;
      const words = wordsOf(sentence.text);
      if (seen.some((other) => isSameText(other, words))) continue;
      seen.push(words);
      chosen.push(sentence);
    }
    return chosen;
  }

  /** The sentences of an article that the reader has read already, as their words. */
  #wordsOf(article: IndexedArticle): Promise<readonly ReadonlySet<string>[]> {
    const known = this.#read.get(article) ?? this.#readSentences(article);
    this.#read.set(article, known);
    return known;
  }

  async #readSentences(article: IndexedArticle): Promise<readonly ReadonlySet<string>[]> {
    const document = await this.#cache.get(article.uri);
    const base = document?.slots[article.index]?.span.start;
    if (document === null || base === undefined) return [];
    const spans = new Map(article.names.sentences.map(({ start, end }) => [start, end]));
    return [...spans].map(([start, end]) => wordsOf(oneLine(document.text, { start: base + start, end: base + end }, longestSentence)));
  }

  async #sentence({ article, sentence }: SentencePlace): Promise<TellingSentence | null> {
    const names = this.#names;
    const record = names.recordOf(article.uri, article.index, article.id);
    const document = await this.#cache.get(article.uri);
    const base = document?.slots[article.index]?.span.start;
    if (record === null || document === null || base === undefined) return null;
    const span = { start: base + sentence.start, end: base + sentence.end };
    return {
      text: oneLine(document.text, span, longestSentence),
      articleId: article.id,
      uri: this.#documents.clientUri(article.uri),
      range: lspRange(document.lines, span),
      title: record.displayTitle,
      source: sourceOf(record),
      date: names.dateOf(record),
    };
  }
}
