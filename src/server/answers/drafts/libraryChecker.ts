import { paragraphSpans } from "../../../core/article/paragraphSpans";
import type { CheckedArticle, CheckedCorpus } from "../../../core/check/checkedCorpus";
import { checkingDraft } from "../../../core/check/checkDraft";
import { longestDraft } from "../../../core/check/draft";
import type { Evidence } from "../../../core/check/finding";
import { candidateQuery } from "../../../core/check/candidateQuery";
import type { ParsedDocument } from "../../../core/corpus/parseDocument";
import { quotationsOfArticle } from "../../../core/quotations/quotationsOfArticle";
import { oneLine } from "../../../core/text/oneLine";
import { neverCancelled, type CancellationToken } from "../../../core/util/cancellation";
import type { CheckedEvidence, CheckedPassage, CheckTextParams, CheckTextResult } from "../../../protocol/drafts";
import { normalUri } from "../../files/uris";
import type { Services } from "../../main/services";
import { throwIfCancelled } from "../../reading/scheduler";
import { lspRange } from "../lspRange";

const longestEvidence = 600;
/** Hits that are asked for beyond what a check wants: its own text may be among them. */
const spare = 4;

type Asked = Pick<Services, "corpus" | "documents" | "names" | "search" | "sentenceTexts" | "scheduler" | "indexer">;

/** An article that was read for a check, with the document that it stands in. */
interface ReadArticle {
  readonly checked: CheckedArticle;
  readonly document: ParsedDocument;
  readonly uri: string;
}

/**
 * Checks a text against what the library knows: candidates by the index of words, names and quotations as they are kept; only the
 * articles that may be evidence are read again. In slices; rejects when cancelled.
 */
export async function checkText(
  services: Asked,
  { uri: clientUri, text, written }: CheckTextParams,
  token: CancellationToken,
): Promise<CheckTextResult> {
  const { names, scheduler, indexer } = services;
  const model = await names.loadedModel();
  throwIfCancelled(token);
  const isComplete = indexer.isIdle && (names.isReady || names.state.error !== null);
  if (model === null) return { passages: [], isComplete: names.state.error !== null, readTo: null };
  const read = new Map<string, ReadArticle | null>();
  const work = checkingDraft(text, checkedLibrary(services, normalUri(clientUri), read), model, written, token);
  const slices = scheduler.slices();
  for (;;) {
    const { done, value } = work.next();
    throwIfCancelled(token);
    if (done === true) {
      const passages = value.map(({ start, end, text: words, kind, verdict, note, wording, evidence }): CheckedPassage => ({
        start,
        end,
        text: words,
        kind,
        verdict,
        note,
        ...(wording !== undefined && { wording }),
        evidence: evidence.flatMap((one) => evidenceOf(services, one, read.get(one.article) ?? null)),
      }));
      return { passages, isComplete, readTo: text.length > longestDraft ? longestDraft : null };
    }
    await Promise.all(
      value.map(async (id) => {
        if (!read.has(id)) read.set(id, await readArticle(services, id));
      }),
    );
    if (slices.over) await slices.next(token);
  }
}

function checkedLibrary({ corpus, names, search }: Asked, own: string, read: ReadonlyMap<string, ReadArticle | null>): CheckedCorpus {
  const { view, index } = names;
  const isOwn = (id: string): boolean => corpus.article(id)?.uri === own;
  return {
    names: view,
    article: (id) => read.get(id)?.checked ?? null,
    candidates: (words, limit) => {
      const query = candidateQuery(words);
      if (query === null) return [];
      const request = { query, filters: [], sort: "relevance", offset: 0, limit: limit + spare, fold: false } as const;
      const hits = search.engine.search(request, neverCancelled)?.hits ?? [];
      return hits
        .map(({ id }) => id)
        .filter((id) => !isOwn(id))
        .slice(0, limit);
    },
    firstMention: (id) => {
      const entity = view.entity(id);
      if (entity === null) return null;
      let first = Infinity;
      view.eachPlace(entity, (number) => {
        const place = number < first ? index.placeNumbered(number) : null;
        if (place !== null && place.uri !== own) first = number;
      });
      const named = first === Infinity ? null : index.articleNumbered(first);
      if (named === null) return null;
      for (let mention = 0; mention < named.names.mentions.count; mention++)
        if (view.idOfMention(named, mention) === id) return { article: named.id, ...named.names.mentions.span(mention) };
      return null;
    },
    dayOf: (number) => {
      const record = names.recordNumbered(number);
      return record === null ? null : corpus.dateOf(record);
    },
  };
}

/** Reads an article as a check wants it; null where its file can no longer be read, or is another one now. */
async function readArticle({ corpus, names, sentenceTexts }: Asked, id: string): Promise<ReadArticle | null> {
  const record = corpus.article(id);
  if (record === null) return null;
  const document = await sentenceTexts.document(record.uri);
  const slot = document?.slots[record.index];
  if (document === null || slot?.key !== record.key) return null;
  const open = names.openArticle(record.uri, document, record.index, false);
  const article = document.article(record.index);
  const passages = [...(article.headline?.span ? [article.headline.span] : []), ...paragraphSpans(article)];
  return {
    checked: {
      id,
      text: document.text,
      start: slot.span.start,
      passages: passages.sort((a, b) => a.start - b.start),
      published: corpus.dateOf(record),
      quotations:
        open === null
          ? []
          : quotationsOfArticle(open.article.names, open.base.offset).map((quotation) => {
              const mention = quotation.speaker?.mention ?? null;
              return { ...quotation, entity: mention === null ? null : names.view.idOfMention(open.article, mention) };
            }),
    },
    document,
    uri: record.uri,
  };
}

function evidenceOf({ corpus, documents }: Asked, evidence: Evidence, read: ReadArticle | null): readonly CheckedEvidence[] {
  const record = corpus.article(evidence.article);
  if (read === null || record === null) return [];
  return [
    {
      articleId: evidence.article,
      uri: documents.clientUri(read.uri),
      range: lspRange(read.document.lines, evidence),
      title: record.displayTitle,
      source: record.publisher ?? record.agency,
      date: corpus.dateOf(record),
      text: oneLine(read.document.text, evidence, longestEvidence),
      ...(evidence.diff !== undefined && { diff: evidence.diff }),
    },
  ];
}
