import { termsOf } from "../../../src/core/search/analyse/analyser";
import type { QueryNode } from "../../../src/core/search/query/ast";
import type { TextField } from "../../../src/core/search/query/fields";
import { areForms } from "../../../src/core/text/englishBases";

/** An article as the oracle reads it: paragraphs of plain words, single spaces. */
export interface PlainArticle {
  readonly id: string;
  readonly title: string;
  readonly body: readonly string[];
  readonly site: readonly string[];
  readonly date: string | null;
  readonly source: string;
}

type Zone = "content" | "site";

/** Words with `¶` behind each paragraph, as a reader would count them. */
function wordsOf(paragraphs: readonly string[]): readonly string[] {
  return paragraphs.flatMap((paragraph) => (paragraph === "" ? [] : [...paragraph.toLowerCase().split(" "), "¶"]));
}

function zonesOf(article: PlainArticle, field: TextField | null): readonly (readonly [Zone, readonly string[]])[] {
  if (field === "title") return [["content", wordsOf([article.title])]];
  if (field === "body") return [["content", wordsOf(article.body)]];
  return [
    ["content", wordsOf([article.title, ...article.body])],
    ["site", wordsOf(article.site)],
  ];
}

/**
 * Evaluates a query over texts by reading them, word by word, for every article: slow, and with nothing in common with the
 * index but the splitting of the query's words and which words are forms of one.
 */
export class NaiveSearch {
  readonly #articles: readonly PlainArticle[];
  readonly #vocabulary: ReadonlySet<string>;

  constructor(articles: readonly PlainArticle[]) {
    this.#articles = articles;
    this.#vocabulary = new Set(
      articles.flatMap(({ title, body, site }) => wordsOf([title, ...body, ...site])).filter((word) => word !== "¶"),
    );
  }

  /** The ids of the articles that match, with where. */
  find(node: QueryNode): ReadonlyMap<string, Zone> {
    const found = new Map<string, Zone>();
    for (const article of this.#articles) {
      const zone = this.#matches(node, article, true);
      if (zone !== null) found.set(article.id, zone);
    }
    return found;
  }

  /** Whether other words of the texts begin with this one. */
  isBegun(word: string): boolean {
    return [...this.#vocabulary].some((other) => other !== word && other.startsWith(word));
  }

  /**
   * What is to be marked in an article: for each match of what the query looks for the first and the last word, counted
   * through title, body and site text; overlapping ones as one, in order.
   */
  marks(node: QueryNode, article: PlainArticle): readonly (readonly [first: number, last: number])[] {
    const words = wordsOf([article.title, ...article.body, ...article.site]);
    const counts = words.map(((count) => (word: string) => (word === "¶" ? count : count++))(0));
    const titleEnd = wordsOf([article.title]).length;
    const bodyEnd = titleEnd + wordsOf(article.body).length;
    const ranges: [number, number][] = [];
    const mark = (places: readonly number[], length: number, offset: number): void => {
      for (const at of places) ranges.push([counts[offset + at] ?? -1, counts[offset + at + length - 1] ?? -1]);
    };
    const stretches = (field: TextField | null): readonly (readonly [from: number, to: number])[] =>
      field === "title"
        ? [[0, titleEnd]]
        : field === "body"
          ? [[titleEnd, bodyEnd]]
          : [
              [0, bodyEnd],
              [bodyEnd, words.length],
            ];
    const visit = (one: QueryNode): void => {
      if (one.kind === "and" || one.kind === "or") one.children.forEach(visit);
      else if (one.kind === "word" || one.kind === "phrase") {
        if (one.field === "source") return;
        for (const [from, to] of stretches(one.field)) mark(this.#places(one, words.slice(from, to)), termsOf(one.text).length, from);
      } else if (one.kind === "near") {
        for (const [from, to] of stretches(one.left.field ?? one.right.field)) {
          const [a, b] = [this.#places(one.left, words.slice(from, to)), this.#places(one.right, words.slice(from, to))];
          const [lengthA, lengthB] = [termsOf(one.left.text).length, termsOf(one.right.text).length];
          const near = (left: number, right: number): boolean => gapBetween(left, lengthA, right, lengthB) <= one.distance;
          mark(
            a.filter((left) => b.some((right) => near(left, right))),
            lengthA,
            from,
          );
          mark(
            b.filter((right) => a.some((left) => near(left, right))),
            lengthB,
            from,
          );
        }
      }
    };
    visit(node);
    const merged: [number, number][] = [];
    for (const [first, last] of ranges.sort((x, y) => x[0] - y[0] || y[1] - x[1])) {
      const before = merged.at(-1);
      if (before !== undefined && first <= before[1]) before[1] = Math.max(before[1], last);
      else merged.push([first, last]);
    }
    return merged;
  }

  #matches(node: QueryNode, article: PlainArticle, isWanted: boolean): Zone | null {
    switch (node.kind) {
      case "word":
      case "phrase": {
        if (node.field === "source") return ` ${article.source.toLowerCase()} `.includes(` ${node.text.toLowerCase()} `) ? "content" : null;
        return zonesOf(article, node.field).find(([, words]) => this.#places(node, words, isWanted).length > 0)?.[0] ?? null;
      }
      case "near": {
        const field = node.left.field ?? node.right.field;
        const hit = zonesOf(article, field).find(([, words]) => {
          const lengths = [termsOf(node.left.text).length, termsOf(node.right.text).length] as const;
          return this.#places(node.left, words, isWanted).some((left) =>
            this.#places(node.right, words, isWanted).some((right) => {
              return gapBetween(left, lengths[0], right, lengths[1]) <= node.distance;
            }),
          );
        });
        return hit?.[0] ?? null;
      }
      case "date":
        return article.date !== null && article.date >= (node.from ?? "") && article.date <= (node.to ?? "9999") ? "content" : null;
      case "undated":
        return article.date === null ? "content" : null;
      case "is":
      case "said":
      case "nothing":
        return null;
      case "not":
        return this.#matches(node.child, article, false) === "content" ? null : "content";
      case "and": {
        const zones = node.children.map((child) => this.#matches(child, article, isWanted));
        return zones.includes(null) ? null : zones.includes("site") ? "site" : "content";
      }
      case "or": {
        const zones = node.children.map((child) => this.#matches(child, article, isWanted));
        return zones.includes("content") ? "content" : zones.includes("site") ? "site" : null;
      }
    }
  }

  /** What is to be left out, or has a field, is not taken for misspelt. */
  #places(node: Extract<QueryNode, { kind: "word" | "phrase" }>, words: readonly string[], isWanted = true): readonly number[] {
    const terms = termsOf(node.text);
    const single = node.kind === "word" && terms.length === 1;
    const vocabulary = [...this.#vocabulary];
    const test = (word: string, at: number): boolean => {
      const term = terms[at] ?? "";
      if (
        node.kind === "word" &&
        (node.match === "prefix" || node.match === "begun") &&
        at === terms.length - 1 &&
        word !== "¶" &&
        word.startsWith(term)
      )
        return true;
      if (node.kind === "word" && node.match === "prefix" && at === terms.length - 1) return false;
      if (!single) return word === term;
      if (word !== "¶" && areForms(word, term)) return true;
      if (node.match === "begun") return false;
      const known = vocabulary.some((other) => areForms(other, term));
      const limit = term.length < 4 ? 0 : term.length < 7 ? 1 : 2;
      if (word === "¶" || (node.match !== "fuzzy" && (known || !isWanted || node.field !== null))) return false;
      return distance(word, term) <= limit || (term.length > 4 && isSwapped(word, term));
    };
    return words.flatMap((_, start) =>
      terms.every((__, at) => start + at < words.length && test(words[start + at] ?? "", at)) ? [start] : [],
    );
  }
}

/** Whether two words differ by two neighbours that have changed places. */
function isSwapped(a: string, b: string): boolean {
  return Array.from(a).some((_, at) => a !== b && a.slice(0, at) + a.charAt(at + 1) + a.charAt(at) + a.slice(at + 2) === b);
}

/** How many words stand between two; infinite where they overlap. */
function gapBetween(left: number, lengthLeft: number, right: number, lengthRight: number): number {
  if (right >= left + lengthLeft) return right - left - lengthLeft;
  return left >= right + lengthRight ? left - right - lengthRight : Infinity;
}

/** Levenshtein's, by its definition. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min((next[j - 1] ?? 0) + 1, (row[j] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length] ?? 0;
}
