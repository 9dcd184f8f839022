import type { ParsedDocument } from "../../core/corpus/parseDocument";
import { oneLine } from "../../core/corpus/oneLine";
import type { Entity } from "../../core/entities/index/entityView";
import { isSameText, tellingPlaces, type SentencePlace } from "../../core/entities/profile/telling";
import type { IndexedArticle } from "../../core/entities/index/entityIndex";
import type { TellingSentence } from "../../protocol/entities";
import type { Documents } from "../documents";
import type { NameService } from "./nameService";
import { TextCache } from "./textCache";

const longestSentence = 320;
/** So many candidates for each sentence that is shown: some are the same text in another dress. */
const spare = 3;

/** Reads the sentences that tell most about an entity. */
export class SentenceTexts {
  readonly #documents: Documents;
  readonly #names: NameService;
  readonly #cache: TextCache;

  constructor(documents: Documents, names: NameService) {
    this.#documents = documents;
    this.#names = names;
    this.#cache = new TextCache(documents, (uri) => names.readClosed(uri));
  }

  /** A document's text from memory, or read; null where it cannot be read. */
  document(uri: string): Promise<ParsedDocument | null> {
    return this.#cache.get(uri);
  }

  /** At most `limit` sentences of different texts, best first; `here` is the article that the reader has before them. */
  async telling(entity: Entity, here: IndexedArticle | null, limit: number): Promise<readonly TellingSentence[]> {
    const names = this.#names;
    const places = tellingPlaces(names.view, entity, names.factsOf, { article: here }, limit * spare + 4);
    const chosen: TellingSentence[] = [];
    const seen = here === null ? [] : await this.#textsOf(here);
    for (const place of places) {
      if (chosen.length >= limit) break;
      const sentence = await this.#read(place);
      if (sentence === null || seen.some((other) => isSameText(other, sentence.text))) continue;
      seen.push(sentence.text);
      chosen.push(sentence);
    }
    return chosen;
  }

  /** The sentences of an article that the reader has read already. */
  async #textsOf(article: IndexedArticle): Promise<string[]> {
    const document = await this.#cache.get(article.uri);
    const base = document?.slots[article.index]?.span.start;
    if (document === null || base === undefined) return [];
    const spans = new Map(article.names.sentences.map(({ start, end }) => [start, end]));
    return [...spans].map(([start, end]) => oneLine(document.text, { start: base + start, end: base + end }, longestSentence));
  }

  async #read({ article, sentence }: SentencePlace): Promise<TellingSentence | null> {
    const names = this.#names;
    const record = names.recordOf(article.uri, article.index, article.id);
    const facts = names.factsOf(article);
    const document = await this.#cache.get(article.uri);
    const base = document?.slots[article.index]?.span.start;
    if (record === null || facts === null || document === null || base === undefined) return null;
    const { line } = record.range.start;
    return {
      text: oneLine(document.text, { start: base + sentence.start, end: base + sentence.end }, longestSentence),
      articleId: article.id,
      uri: this.#documents.clientUri(article.uri),
      range: {
        start: { line: sentence.from.line + line, character: sentence.from.character },
        end: { line: sentence.to.line + line, character: sentence.to.character },
      },
      title: facts.title,
      source: facts.source,
      date: facts.date,
    };
  }
}
