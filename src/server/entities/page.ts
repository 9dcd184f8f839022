import type { Page } from "../../protocol/entities";

const longestPage = 500;

/** The part of a list that a page asks for. */
export function pageOf<T>(items: readonly T[], { offset, limit }: Page): readonly T[] {
  const from = Math.max(0, Math.floor(offset));
  return items.slice(from, from + Math.max(0, Math.min(longestPage, Math.floor(limit))));
}
