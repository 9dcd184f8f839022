import type { Page } from "../../../protocol/entities";

const longestPage = 500;

/** Where the part of a list begins and ends that a page asks for. */
export function extentOf({ offset, limit }: Page): { readonly from: number; readonly to: number } {
  const from = Math.max(0, Math.floor(offset));
  return { from, to: from + Math.max(0, Math.min(longestPage, Math.floor(limit))) };
}

/** The part of a list that a page asks for. */
export function pageOf<T>(items: readonly T[], page: Page): readonly T[] {
  const { from, to } = extentOf(page);
  return items.slice(from, to);
}
