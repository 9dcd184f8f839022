import { paragraphSpans } from "../core/article/paragraphSpans";
import type { CheckedArticle, CheckedCorpus } from "../core/check/checkedCorpus";
import { articleId } from "../core/corpus/articleRecord";
import { parseQuery } from "../core/search/query/parser";
import { stopWords } from "../core/text/stopWords";
import type { Span } from "../core/text/span";
import type { Context } from "./context";
import { type CorpusFile, slotStart } from "./corpusFile";
import type { LoadedEntities } from "./readEntities";
import { articleQuotations } from "./readQuotations";
import { SearchedCorpus } from "./searchedCorpus";

/** Words that an article is looked for by; more make the question slower and the answer no better. */
const mostWords = 14;
/** Articles that are kept read. */
const mostRead = 400;

/** A corpus as a check asks it: its index of words (`known`, where it has been read), its names, and its articles as they are asked for. */
export function checkedCorpus(loaded: LoadedEntities, context: Context, known: SearchedCorpus | null = null): CheckedCorpus {
  const searched = known ?? new SearchedCorpus(loaded, context);
  const places = new Map<string, { readonly file: CorpusFile; readonly at: number; readonly order: number }>();
  for (const file of loaded.files)
    for (const [at, record] of loaded.corpus.articlesOf(file.uri).entries())
      places.set(articleId(record), { file, at, order: places.size });
  const read = new Map<string, CheckedArticle | null>();
  const article = (id: string): CheckedArticle | null => {
    const known = read.get(id);
    if (known !== undefined) return known;
    const place = places.get(id);
    const made = place === undefined ? null : readArticle(loaded, id, place.file, place.at);
    if (read.size >= mostRead) read.clear();
    read.set(id, made);
    return made;
  };
  return {
    names: loaded.view,
    article,
    candidates: (words, limit) => {
      const telling = [...new Set(words.filter((word) => !stopWords.has(word)))].sort((a, b) => b.length - a.length).slice(0, mostWords);
      const asked = telling.length > 0 ? telling : [...new Set(words)].slice(0, mostWords);
      if (asked.length === 0) return [];
      const query = parseQuery(asked.map((word) => `"${word.replace(/"/gu, "")}"`).join(" OR "));
      const answer = searched.engine.search({ query, filters: [], sort: "relevance", offset: 0, limit, fold: false }, context.token);
      return answer?.hits.map(({ id }) => id) ?? [];
    },
    firstMention: (id) => {
      const entity = loaded.view.entity(id);
      if (entity === null) return null;
      let first: { readonly number: number; readonly file: CorpusFile; readonly order: number } | null = null;
      loaded.view.eachPlace(entity, (number) => {
        const place = places.get(loaded.index.placeNumbered(number)?.id ?? "");
        if (place !== undefined && (first === null || place.order < first.order)) first = { number, ...place };
      });
      const found = first as { readonly number: number; readonly file: CorpusFile } | null;
      const named = found === null ? null : loaded.index.articleNumbered(found.number);
      if (found === null || named === null) return null;
      const offset = slotStart(found.file, loaded.corpus, named.index);
      for (let mention = 0; mention < named.names.mentions.count; mention++) {
        if (loaded.view.idOfMention(named, mention) !== id) continue;
        const { start, end } = named.names.mentions.span(mention);
        return { article: named.id, start: start + offset, end: end + offset };
      }
      return null;
    },
    dayOf: (number) => {
      const named = loaded.index.articleNumbered(number);
      const record = named === null ? null : loaded.corpus.article(named.id);
      return record === null ? null : loaded.corpus.dateOf(record);
    },
  };
}

function readArticle(loaded: LoadedEntities, id: string, file: CorpusFile, at: number): CheckedArticle | null {
  const { corpus } = loaded;
  const record = corpus.articlesOf(file.uri)[at];
  if (record === undefined) return null;
  const { text } = file.document;
  const parsed = file.document.article(at);
  const passages: Span[] = [];
  if (parsed.headline?.span) passages.push(parsed.headline.span);
  passages.push(...paragraphSpans(parsed));
  return {
    id,
    text,
    passages: passages.sort((a, b) => a.start - b.start),
    published: corpus.dateOf(record),
    quotations: articleQuotations(loaded, file, at),
  };
}
