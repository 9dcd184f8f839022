import { paragraphSpans } from "../article/paragraphSpans";
import { articleId, type ArticleRecord } from "../corpus/articleRecord";
import type { ParsedDocument } from "../corpus/parseDocument";
import type { EntityView } from "../entities/index/entityView";
import type { Library } from "../library/library";
import { attributedQuotations } from "../quotations/quotationsOfArticle";
import type { Span } from "../text/span";
import type { CancellationToken } from "../util/cancellation";
import { candidateQuery } from "./candidateQuery";
import type { CheckedArticle, CheckedCorpus } from "./checkedCorpus";

/** Articles that are kept read. */
const mostRead = 400;

/** What a check is made of. */
export interface Known {
  readonly library: Library;
  readonly view: EntityView;
  /** A document of the corpus; null where it is not at hand. */
  readonly document: (uri: string) => ParsedDocument | null;
  readonly token: CancellationToken;
}

/** A corpus as a check asks it: its index of words, its names, and its articles as they are asked for. */
export function knownCorpus({ library: { corpus, engine }, view, document, token }: Known): CheckedCorpus {
  const { index } = view;
  const read = new Map<string, CheckedArticle | null>();
  const article = (id: string): CheckedArticle | null => {
    const known = read.get(id);
    if (known !== undefined) return known;
    const record = corpus.article(id);
    const text = record === null ? null : document(record.uri);
    const made = record === null || text === null ? null : checkedArticle(record, text, view, corpus.dateOf(record));
    if (read.size >= mostRead) read.clear();
    read.set(id, made);
    return made;
  };
  return {
    names: view,
    article,
    candidates: (words, limit) => {
      const query = candidateQuery(words);
      if (query === null) return [];
      const answer = engine.search({ query, filters: [], sort: "relevance", offset: 0, limit, fold: false }, token);
      return answer?.hits.map(({ id }) => id) ?? [];
    },
    firstMention: (id) => {
      const entity = view.entity(id);
      if (entity === null) return null;
      let first: { readonly number: number; readonly place: string } | null = null;
      view.eachPlace(entity, (number) => {
        const own = index.placeNumbered(number);
        const place = own === null ? "" : `${own.uri}\u0000${String(own.index).padStart(8, "0")}`;
        if (own !== null && (first === null || place < first.place)) first = { number, place };
      });
      const found = first as { readonly number: number } | null;
      const named = found === null ? null : index.articleNumbered(found.number);
      if (named === null) return null;
      for (let mention = 0; mention < named.names.mentions.count; mention++) {
        if (view.idOfMention(named, mention) !== id) continue;
        return { article: named.id, ...named.names.mentions.span(mention) };
      }
      return null;
    },
    dayOf: (number) => {
      const place = index.placeNumbered(number);
      const record = place === null ? null : corpus.article(place.id);
      return record === null ? null : corpus.dateOf(record);
    },
  };
}

function checkedArticle(
  record: ArticleRecord,
  document: ParsedDocument,
  view: EntityView,
  published: string | null,
): CheckedArticle | null {
  const { uri, index, key } = record;
  if (document.slots[index]?.key !== key) return null;
  const parsed = document.article(index);
  const passages: Span[] = [];
  if (parsed.headline?.span) passages.push(parsed.headline.span);
  passages.push(...paragraphSpans(parsed));
  return {
    id: articleId(record),
    text: document.text,
    start: key === null ? 0 : document.slots[index].span.start,
    passages: passages.sort((a, b) => a.start - b.start),
    published,
    quotations: attributedQuotations(view, uri, document, index),
  };
}
