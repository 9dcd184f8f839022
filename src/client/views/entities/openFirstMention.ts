import type { ArticleSummary } from "../../../protocol/ranges";
import type { EntityQueries } from "./entityQueries";
import { openPlace } from "./openPlace";

/** Opens an article at its first mention of an entity; at its headline, if it has none any more. */
export async function openFirstMention(
  queries: EntityQueries,
  id: string,
  { id: articleId, uri, selection }: ArticleSummary,
): Promise<void> {
  const found = await queries.mentions({ id, articleId, offset: 0, limit: 1 });
  await openPlace(found?.mentions[0] ?? { uri, range: selection });
}
