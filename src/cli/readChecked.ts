import { paragraphSpans } from "../core/article/paragraphSpans";
import type { CheckedArticle, CheckedCorpus } from "../core/check/checkedCorpus";
import { articleId } from "../core/corpus/articleRecord";
import { parseQuery } from "../core/search/query/parser";
import { stopWords } from "../core/text/stopWords";
import type { Span } from "../core/text/span";
import type { Context } from "./context";
import type { LoadedEntities } from "./readEntities";
import { articleQuotations } from "./readQuotations";
import { SearchedCorpus } from "./searchedCorpus";

/** Words that an article is looked for by; more make the question slower and the answer no better. */
const mostWords = 14;
/** Articles that are kept read. */
const mostRead = 400;

/** A corpus as a check asks it: its index of words (`known`, where it has been read), its names, and its articles as they are asked for. */
export async function checkedCorpus(loaded: LoadedEntities, context: Context, known: SearchedCorpus | null = null): Promise<CheckedCorpus> {
  const searched = known ?? new SearchedCorpus(loaded, context);
  if (known === null) await searched.read();
  const places = new Map<string, { readonly uri: string; readonly at: number }>();
  for (const { uri } of loaded.files)
    for (const [at, record] of loaded.corpus.articlesOf(uri).entries()) places.set(articleId(record), { uri, at });
  const files = new Map(loaded.files.map((file) => [file.uri, file]));
  const read = new Map<string, CheckedArticle | null>();
  const article = (id: string): CheckedArticle | null => {
    const known = read.get(id);
    if (known !== undefined) return known;
    const place = places.get(id);
    const file = place === undefined ? undefined : files.get(place.uri);
    const made = place === undefined || file === undefined ? null : readArticle(loaded, id, file.uri, place.at);
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
      let first = -1;
      loaded.view.eachPlace(entity, (number) => {
        if (first < 0 || number < first) first = number;
      });
      const named = first < 0 ? null : loaded.index.articleNumbered(first);
      if (named === null) return null;
      const offset = files.get(named.uri)?.document.slots[named.index]?.span.start ?? 0;
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

function readArticle(loaded: LoadedEntities, id: string, uri: string, at: number): CheckedArticle | null {
  const { files, corpus } = loaded;
  const file = files.find((one) => one.uri === uri);
  const record = corpus.articlesOf(uri)[at];
  if (file === undefined || record === undefined) return null;
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
