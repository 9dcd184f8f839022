import { termsOf } from "../../src/core/search/analyse/analyser";
import type { KnownArticle } from "./knownItems";

const queriesEach = 100;

/** Kinds of query that are measured. */
export type QueryKind = "terms" | "prefix" | "fuzzy" | "phrase" | "near";

/** Queries of each kind that find something: words, phrases and neighbours are taken from articles. */
export function latencyQueries(articles: readonly KnownArticle[], random: () => number): ReadonlyMap<QueryKind, readonly string[]> {
  const below = (limit: number): number => Math.floor(random() * limit);
  const words = (): readonly string[] => {
    for (;;) {
      const found = termsOf(articles[below(articles.length)]?.body ?? "").filter((word) => /^[a-z]{2,}$/u.test(word));
      if (found.length > 20) return found;
    }
  };
  const long = (): string => {
    for (;;) {
      const list = words();
      const word = list[below(list.length)] ?? "";
      if (word.length > 5) return word;
    }
  };
  const mistyped = (word: string): string => {
    const at = 1 + below(word.length - 2);
    return word.slice(0, at) + String.fromCharCode(97 + below(26)) + word.slice(at + 1);
  };
  const kinds: Readonly<Record<QueryKind, () => string>> = {
    terms: () => {
      const list = words();
      return `${list[below(list.length)] ?? ""} ${list[below(list.length)] ?? ""}`;
    },
    prefix: () => `${long().slice(0, 3 + below(2))}*`,
    fuzzy: () => `${mistyped(long())}~`,
    phrase: () => {
      const list = words();
      const at = below(list.length - 3);
      return `"${list.slice(at, at + 2 + below(2)).join(" ")}"`;
    },
    near: () => {
      const list = words();
      const at = below(list.length - 6);
      return `${list[at] ?? ""} NEAR/5 ${list[at + 1 + below(5)] ?? ""}`;
    },
  };
  return new Map((Object.keys(kinds) as QueryKind[]).map((kind) => [kind, Array.from({ length: queriesEach }, kinds[kind])]));
}
