import { neverCancelled, type CancellationToken } from "../util/cancellation";
import type { ArticleFeatures } from "./articleFeatures";
import { originalOf, type Provenance } from "./duplicates/direction";
import { DuplicatePairs, type DuplicatePair } from "./duplicates/duplicatePairs";
import { TitleMatcher, type TitleMatch } from "./links/titleMatches";
import { dayOf } from "./similarity/daysBetween";
import type { EntitySource } from "./similarity/entityVectors";
import { RelatednessIndex, type Relatedness } from "./similarity/relatedness";
import { clusterStories } from "./stories/clusterStories";
import { storyLabel } from "./stories/storyLabel";

/** What is known of an article beside the features of its text. */
export interface ArticleFacts extends Provenance {
  /** Null where the text has none. */
  readonly headline: string | null;
  readonly displayTitle: string;
  /** The titles that it lists or links to. */
  readonly listed: readonly string[];
}

/** A near-duplicate of an article that was asked about. */
export interface Duplicate {
  readonly id: string;
  readonly similarity: number;
  readonly containment: number;
  readonly kind: DuplicatePair["kind"];
  /** Which of the two is probably the original; null where nothing tells. */
  readonly original: "this" | "other" | null;
}

/** A related article. */
export interface RelatedArticle extends Relatedness {
  /** Its near-duplicates, which are not listed again. */
  readonly copies: readonly string[];
}

/** A running story, its articles in the order of time, undated ones last. */
export interface Story {
  readonly label: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly articles: readonly string[];
}

/** Scores below are chance: shown by the best of articles about other things. Settled by looking at lists of the samples and of Reuters. */
export const relatedFloor = 0.1;

/** Stands in no id. */
const listedMark = "\u0000";

/**
 * Near-duplicates, related articles, links by title and stories of all articles, changed one article at a time. After
 * any sequence of changes, and with all pairs compared and the topics trained, it answers as one that was built afresh.
 */
export class RelatedCorpus {
  readonly duplicates = new DuplicatePairs();
  readonly relatedness = new RelatednessIndex();
  readonly titles = new TitleMatcher();
  /** The titles that articles list, each under the id of its article and its place there. */
  readonly #listed = new TitleMatcher(Infinity);
  readonly #facts = new Map<string, ArticleFacts>();
  #revision = 0;

  /** Changes whenever an answer may have changed. */
  get revision(): number {
    return this.#revision;
  }

  get size(): number {
    return this.#facts.size;
  }

  facts(id: string): ArticleFacts | null {
    return this.#facts.get(id) ?? null;
  }

  /** Sets what is known of an article, in place of what was. */
  set(id: string, features: ArticleFeatures, facts: ArticleFacts): void {
    this.duplicates.set(id, features.signature, features.words);
    this.relatedness.set(id, { terms: features.terms, day: dayOf(facts.date) });
    this.titles.set(id, facts.headline);
    this.#forgetListed(id);
    for (const [at, title] of facts.listed.entries()) this.#listed.set(`${id}${listedMark}${at}`, title);
    this.#facts.set(id, facts);
    this.#revision++;
  }

  /** Sets an article's date alone: a date that reads in two ways depends on other articles. */
  setDate(id: string, date: string | null): void {
    const facts = this.#facts.get(id);
    if (facts === undefined || facts.date === date) return;
    this.#facts.set(id, { ...facts, date });
    this.relatedness.setDay(id, dayOf(date));
    this.#revision++;
  }

  /** All ids, in no particular order. */
  ids(): IterableIterator<string> {
    return this.#facts.keys();
  }

  delete(id: string): void {
    this.#forgetListed(id);
    if (!this.#facts.delete(id)) return;
    this.duplicates.delete(id);
    this.relatedness.delete(id);
    this.titles.delete(id);
    this.#revision++;
  }

  #forgetListed(id: string): void {
    for (const at of this.#facts.get(id)?.listed.keys() ?? []) this.#listed.delete(`${id}${listedMark}${at}`);
  }

  /** Says that pairs were compared or topics trained since. */
  touch(): void {
    this.#revision++;
  }

  /** The near-duplicates of an article, most similar first. */
  duplicatesOf(id: string): readonly Duplicate[] {
    return this.duplicates.of(id).map((pair): Duplicate => {
      const original = this.originalOf(pair);
      const isA = pair.a === id;
      return {
        id: isA ? pair.b : pair.a,
        similarity: pair.similarity,
        containment: pair.containment,
        kind: pair.kind,
        original: original === null ? null : (original === "a") === isA ? "this" : "other",
      };
    });
  }

  /** Which of a pair is probably the original. */
  originalOf(pair: DuplicatePair): "a" | "b" | null {
    const a = this.#facts.get(pair.a);
    const b = this.#facts.get(pair.b);
    return a === undefined || b === undefined ? null : originalOf(a, b, pair);
  }

  /** The id that stands for all copies of an article's text: its own, where it has none. */
  groupOf(id: string): string {
    return this.duplicates.groupOf(id);
  }

  /** The articles that list or link to one by its title, in no order. */
  listedBy(id: string): ReadonlySet<string> {
    const headline = this.#facts.get(id)?.headline ?? null;
    const found = new Set<string>();
    if (headline === null) return found;
    for (const { id: listed } of this.#listed.matches(headline, null)) {
      const from = listed.slice(0, listed.lastIndexOf(listedMark));
      if (
        from !== id &&
        this.resolve(this.#facts.get(from)?.listed[Number(listed.slice(from.length + listedMark.length))] ?? "", from).some(
          (match) => match.id === id,
        )
      )
        found.add(from);
    }
    return found;
  }

  /** The articles that a title names, best first. */
  resolve(title: string, from: string | null): readonly TitleMatch[] {
    return this.titles.matches(title, from);
  }

  /** The related articles of one, best first, near-duplicates of it left out and those of each other taken together. */
  related(
    id: string,
    limit: number,
    entities: EntitySource | null,
    floor = relatedFloor,
    token: CancellationToken = neverCancelled,
  ): readonly RelatedArticle[] {
    const own = this.groupOf(id);
    const copies = new Set(this.duplicates.of(id).map(({ a, b }) => (a === id ? b : a)));
    const exclude = (other: string): boolean => copies.has(other) || this.groupOf(other) === own;
    const found = this.relatedness.related(id, { limit: 4 * limit, floor, exclude, entities }, token);
    const groups = new Map<string, { best: Relatedness; copies: string[] }>();
    for (const hit of found) {
      const group = this.groupOf(hit.id);
      const known = groups.get(group);
      if (known === undefined) groups.set(group, { best: hit, copies: [] });
      else known.copies.push(hit.id);
    }
    return [...groups.values()].slice(0, limit).map(({ best, copies: others }) => ({ ...best, copies: others }));
  }

  /** The stories of the corpus, the longest first. To be driven in slices. */
  *stories(): Generator<undefined, readonly Story[]> {
    const { terms } = this.relatedness;
    const clusters = yield* clusterStories({ terms, dayOf: (id) => this.relatedness.dayOf(id), originalOf: (id) => this.groupOf(id) });
    const rarity = (term: string): number => terms.idfOf(term);
    const stories: Story[] = [];
    for (const cluster of clusters) {
      stories.push(this.#story(cluster, rarity));
      yield;
    }
    return stories.sort(
      (a, b) =>
        b.articles.length - a.articles.length || compare(a.from ?? "~", b.from ?? "~") || compare(a.articles[0] ?? "", b.articles[0] ?? ""),
    );
  }

  #story(ids: readonly string[], rarity: (term: string) => number): Story {
    const dates = new Map(ids.map((id) => [id, this.#facts.get(id)?.date ?? null]));
    const articles = [...ids].sort((a, b) => compare(dates.get(a) ?? "~", dates.get(b) ?? "~") || compare(a, b));
    const dated = articles.flatMap((id) => dates.get(id) ?? []);
    const titles = articles.flatMap((id) => {
      const facts = this.#facts.get(id);
      return facts === undefined ? [] : [{ title: facts.headline ?? facts.displayTitle, isOwn: facts.headline !== null }];
    });
    titles.sort((a, b) => Number(b.isOwn) - Number(a.isOwn));
    return {
      label: storyLabel(
        titles.map(({ title }) => title),
        rarity,
      ),
      from: dated[0] ?? null,
      to: dated.at(-1) ?? null,
      articles,
    };
  }
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
