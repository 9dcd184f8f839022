import { articleId } from "../corpus/articleRecord";
import { textParts } from "../related/articleFeatures";
import { linkBetween } from "../related/links/linkBetween";
import { NamedEntities, outletNames } from "../related/similarity/namedEntities";
import { readableTerms } from "../related/similarity/readableTerms";
import { reasonsInWords } from "../related/similarity/reasons";
import { agentLine } from "../text/escape";
import type { AgentCorpus } from "./agentCorpus";
import { type Answer, type AnswerRecord, paged } from "./answerText";

const mostRelated = 8;
const mostCopies = 20;

/** `related_articles`: what belongs to an article, with reasons; near-duplicates and the story apart. */
export async function relatedArticles(corpus: AgentCorpus, { id }: { readonly id: string }): Promise<Answer> {
  const record = corpus.article(id);
  const own = articleId(record);
  const related = await corpus.door.related();
  const entities = new NamedEntities(await corpus.door.names());
  const stories = await corpus.door.stories();
  const story = stories.find((one) => one.articles.includes(own));
  const inStory = new Set(story?.articles);
  const document = await corpus.document(record);
  const { title, body } = textParts(document.article(record.index));
  const spans = title === null ? body : [title, ...body];
  const records: AnswerRecord[] = [];
  for (const hit of related.related(own, mostRelated, entities)) {
    const other = corpus.corpus.article(hit.id);
    if (other === null) continue;
    const outlets = outletNames([record.publisher, record.agency, other.publisher, other.agency]);
    const sources = {
      entity: (entity: string) => entities.shared(entity, outlets),
      phrases: (stems: readonly string[], limit: number) => readableTerms(document.text, spans, stems, limit),
      articleCount: related.size,
    };
    const reasons = reasonsInWords(hit, sources, linkBetween(related, own, hit.id), inStory.has(hit.id));
    const citation = corpus.citation(other);
    const place = corpus.idOf(other);
    records.push({
      id: place,
      citation,
      text: `related: id ${agentLine(place, 300)} | ${citation} | ${agentLine(reasons.join("; "), 300)}`,
    });
  }
  const relatedCount = records.length;
  const copies = related.duplicatesOf(own);
  for (const { id: copy } of copies.slice(0, mostCopies)) {
    const other = corpus.corpus.article(copy);
    if (other === null) continue;
    const citation = corpus.citation(other);
    const place = corpus.idOf(other);
    records.push({ id: place, citation, text: `near-duplicate: id ${agentLine(place, 300)} | ${citation}` });
  }
  const told =
    story === undefined
      ? ""
      : `; story “${agentLine(story.label, 100)}” of ${story.articles.length} articles, ${story.from ?? "undated"} to ${story.to ?? "undated"}`;
  const unlisted = copies.length > mostCopies ? ` (${copies.length - mostCopies} of them not listed: search is:duplicate)` : "";
  const head = `${corpus.citation(record)}\n${relatedCount} related, ${copies.length} near-duplicates${unlisted}${told}.`;
  return paged(head, records, { from: 0, total: records.length });
}
