import { post, release, storedFacts, type StoredArticle } from "./articleStore";
import { ArticleTable } from "./articleTable";
import { gap } from "./articleText";
import type { IndexParts } from "./indexFile";
import { withSpeakers } from "./saidPlaces";
import type { SearchableFacts } from "./searchable";
import { TermDictionary } from "./termDictionary";
import { ValueTable } from "./valueTable";

/**
 * Numbers an index anew without its dead, a few articles at a time, while the old one goes on answering: slots only grow,
 * and terms and values stay. Who changes the old index meanwhile says so here.
 */
export class Renewal implements IndexParts {
  readonly dictionary = new TermDictionary();
  readonly values = new ValueTable();
  readonly articles = new ArticleTable();
  readonly #old: IndexParts;
  /** By old slot, as far as it has come: the new one, or -1. */
  readonly #slots: number[] = [];
  /** By old number, the new one. */
  readonly #terms: number[] = [];

  constructor(old: IndexParts) {
    this.#old = old;
  }

  /** Goes on by so many old slots. Whether all is done. */
  step(count: number): boolean {
    const end = Math.min(this.#old.articles.size, this.#slots.length + count);
    for (let slot = this.#slots.length; slot < end; slot++) {
      const article = this.#old.articles.get(slot);
      this.#slots.push(article === null ? -1 : this.articles.size);
      if (article === null) continue;
      const moved = this.#moved(article);
      post(moved, this.articles.size, this.dictionary);
      this.articles.push(moved);
    }
    return end === this.#old.articles.size;
  }

  /** An article of the old index has died. */
  delete(oldSlot: number): void {
    const slot = this.#slots[oldSlot] ?? -1;
    const article = this.articles.get(slot);
    if (article === null) return;
    release(article, this.dictionary);
    this.articles.kill(slot);
  }

  /** An article of the old index has got other facts. */
  describe(oldSlot: number, facts: SearchableFacts): void {
    const slot = this.#slots[oldSlot] ?? -1;
    if (this.articles.isAlive(slot)) this.articles.describe(slot, storedFacts(facts, this.values));
  }

  #moved(article: StoredArticle): StoredArticle {
    const { dictionary, values } = this.#old;
    const value = (number: number): number => {
      const known = values.at(number);
      return known === undefined ? 0 : this.values.number(known.space, known.value);
    };
    return {
      ...article,
      sequence: article.sequence.map((number) =>
        number === gap ? gap : (this.#terms[number] ??= this.dictionary.number(dictionary.nameOf(number))),
      ),
      values: article.values.map(value),
      said: withSpeakers(article.said, value),
    };
  }
}
