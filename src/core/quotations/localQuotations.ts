import type { Article } from "../article/article";
import type { ArticleBase } from "../entities/index/mentionTable";
import type { Mention } from "../entities/mention";
import { termPlaces } from "../search/engine/termPlaces";
import { oneLine } from "../text/oneLine";
import { entitiesByMention, findQuotations } from "./findQuotations";
import type { LocalQuotation } from "./localQuotation";
import { movedBy } from "./quotation";

/** What the text calls somebody in more characters than these is a clause, in one line. */
const longestPhrase = 80;

/** The quotations of an article whose names are known, as these keep them; in order of the text. */
export function localQuotations(
  text: string,
  article: Article,
  base: Pick<ArticleBase, "offset">,
  mentions: readonly Mention[],
  locals: readonly { readonly mentions: readonly number[] }[],
): readonly LocalQuotation[] {
  const found = findQuotations(text, article, { mentions, entityOf: entitiesByMention(mentions.length, locals) });
  if (found.length === 0) return [];
  const places = termPlaces(text, article, found);
  return found.map((quotation, at) => {
    const { speaker } = quotation;
    return {
      ...movedBy(quotation, -base.offset),
      phrase: speaker?.form === "role" && speaker.mention === null ? oneLine(text, speaker, longestPhrase) : null,
      terms: places[at] ?? { start: 0, end: 0 },
    };
  });
}
