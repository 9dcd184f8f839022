import type { Article } from "../article/article";

/** The same article where `delta` code units were put in (or, negative, taken out) before it: every span moves. */
export function movedArticle(article: Article, delta: number): Article {
  return delta === 0 ? article : moved(article, delta);
}

/** Whatever has a numeric `start` and `end` is a span; nothing else in an article counts code units. */
function moved<T>(value: T, delta: number): T {
  if (Array.isArray(value)) return value.map((item: unknown) => moved(item, delta)) as T;
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([name, part]: [string, unknown]) => {
    const isOffset = (name === "start" || name === "end") && typeof part === "number";
    return [name, isOffset ? part + delta : moved(part, delta)] as const;
  });
  return Object.fromEntries(entries) as T;
}
