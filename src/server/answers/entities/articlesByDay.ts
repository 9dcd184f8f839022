import { comparePlace, type ArticleRecord } from "../../../core/corpus/articleRecord";
import type { Corpus } from "../../../core/corpus/corpus";
import { dateRange } from "../../../core/search/query/dateRange";
import type { Period } from "../../../core/dates/period";

interface Days {
  readonly revision: number;
  readonly articles: ReadonlyMap<string, readonly ArticleRecord[]>;
}

/** By day as long as the corpus stays as it is: hovers ask again and again, and a corpus has fewer days than articles. */
const known = new WeakMap<Corpus, Days>();

/** The articles that were published in a period, the earliest first; those of one day in the order of their places. */
export function articlesIn(corpus: Corpus, period: Period): readonly ArticleRecord[] {
  const range = dateRange(period);
  if (range === null) return [];
  const { from, to } = range;
  const { articles } = daysOf(corpus);
  const days = [...articles.keys()].filter((day) => (from === null || day >= from) && (to === null || day <= to)).sort();
  return days.flatMap((day) => [...(articles.get(day) ?? [])].sort(comparePlace));
}

function daysOf(corpus: Corpus): Days {
  const before = known.get(corpus);
  if (before?.revision === corpus.revision) return before;
  const articles = new Map<string, ArticleRecord[]>();
  for (const record of corpus.articles()) {
    const day = corpus.dateOf(record);
    if (day === null) continue;
    const those = articles.get(day);
    if (those === undefined) articles.set(day, [record]);
    else those.push(record);
  }
  const days = { revision: corpus.revision, articles };
  known.set(corpus, days);
  return days;
}
