import type { CancellationToken } from "../../util/cancellation";
import type { Article } from "../../article/article";
import type { Mention } from "../mention";
import type { NameModel } from "./model";
import { recogniseNames } from "./recognise";
import { articleZones } from "./articleZones";
import { withKnownNames } from "./knownNames";

/** Longer articles are books or tables; names behind this many characters of zones are left out. */
export const longestArticle = 1 << 20;

/**
 * The names of an article of `text`: what the recogniser finds in the parts that an editor wrote, with what the
 * article's structure tells (who signed it, where it was filed). In order, without overlaps; offsets into `text`.
 */
export function namesInArticle(text: string, article: Article, model: NameModel, token?: CancellationToken): readonly Mention[] {
  const limit = article.span.start + longestArticle;
  const zones = articleZones(article).filter((zone) => ("pieces" in zone ? (zone.pieces.at(-1)?.end ?? 0) : zone.end) <= limit);
  return withKnownNames(text, article, zones, recogniseNames(text, zones, model, token));
}
