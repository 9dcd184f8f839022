import { compareCoverage, mostCompared, type Passage } from "../coverage/compareCoverage";
import { coveredArticle } from "../coverage/coveredArticle";
import { articleId, type ArticleRecord } from "../corpus/articleRecord";
import type { ParsedDocument } from "../corpus/parseDocument";
import { agentLine } from "../text/escape";
import { type AgentCorpus, ToolError } from "./agentCorpus";
import { type Answer, type AnswerRecord, cursorNumber, fenced, type NumberedLine, paged } from "./answerText";

export interface CompareArguments {
  readonly id: string;
  readonly cursor?: string | undefined;
}

/** No passage is shown longer. */
const longestPassage = 300;

/** `compare_outlets`: how an article, its near-duplicates and those of its story tell the same; articles by number, the earliest first. */
export async function compareOutlets(
  corpus: AgentCorpus,
  { id, cursor }: CompareArguments,
  { nonce }: { readonly nonce: string },
): Promise<Answer> {
  const record = corpus.article(id);
  const own = articleId(record);
  const related = await corpus.door.related();
  const story = (await corpus.door.stories()).find(({ articles }) => articles.includes(own));
  const ids = [...new Set([own, ...related.duplicatesOf(own).map((one) => one.id), ...(story?.articles ?? [])])];
  const view = await corpus.door.names();
  const chosen = ids.slice(0, mostCompared).flatMap((one) => corpus.corpus.article(one) ?? []);
  if (chosen.length < 2) throw new ToolError("No other article tells the same: related_articles lists what comes near.");
  const documents = new Map<string, ParsedDocument>();
  for (const one of chosen) documents.set(articleId(one), await corpus.document(one));
  const coverage = compareCoverage(
    chosen.flatMap((one) => {
      const document = documents.get(articleId(one));
      return document === undefined ? [] : [coveredArticle(one, document, view, corpus.dateOf(one))];
    }),
  );
  const records = new Map<string, ArticleRecord>(chosen.map((one) => [articleId(one), one]));
  const ordered = coverage.order.flatMap((one) => records.get(one) ?? []);
  const lines = coverage.order.map((one) => documents.get(one)?.lines);
  const placed = ({ article, start, text }: Passage): NumberedLine => [
    `[${article + 1}:${(lines[article]?.lineAt(start) ?? 0) + 1}]`,
    agentLine(text, longestPassage),
  ];
  const rows: AnswerRecord[] = [];
  const row = (what: string, passages: readonly Passage[]): void => {
    const [first] = passages;
    const about = first === undefined ? undefined : ordered[first.article];
    rows.push({
      id: about === undefined ? null : corpus.idOf(about),
      text: passages.length === 0 ? what : `${what}\n${fenced(passages.map(placed), nonce)}`,
    });
  };
  const percent = (share: number): string => `${Math.round(100 * share)} %`;
  for (const { figures, unit } of coverage.figures) row(`Figures differ (${agentLine(unit, 60)}):`, figures);
  for (const { versions } of coverage.quotations) row("A quotation differs:", versions);
  for (const { entity, phrases } of coverage.roles)
    row(`${agentLine(view.entity(entity)?.name ?? entity, 80)} is called otherwise:`, phrases);
  for (const { earlier, later, ofEarlier, ofLater, passages, wording } of coverage.common) {
    const [longest] = passages;
    row(
      `Common text of [${earlier + 1}] and [${later + 1}]: ${percent(ofEarlier)} of the earlier, ${percent(ofLater)} of the later.`,
      longest === undefined ? [] : [longest.earlier],
    );
    for (const change of wording.slice(0, 3)) row("In other words:", [change.earlier, change.later]);
  }
  const alone = new Map<number, Passage[]>();
  for (const passage of coverage.onlyHere) alone.set(passage.article, [...(alone.get(passage.article) ?? []), passage]);
  for (const [article, passages] of alone)
    for (let from = 0; from < passages.length; from += 5) row(`Only in [${article + 1}]:`, passages.slice(from, from + 5));
  const from = cursorNumber(cursor);
  const more = ids.length > mostCompared ? ` Of ${ids.length} articles the first ${mostCompared} are compared.` : "";
  const head = [
    `${ordered.length} articles tell the same.${more} Passages are [article:line].`,
    ...(from === 0 ? ordered.map((one, at) => `[${at + 1}] id ${agentLine(corpus.idOf(one), 200)} | ${corpus.citation(one)}`) : []),
  ].join("\n");
  const answer = paged(head, rows.slice(from), { from, total: rows.length });
  const { cursor: next, total } = answer.structured;
  return {
    text: answer.text,
    structured: {
      ...(total !== undefined && { total }),
      ids: ordered.map((one) => corpus.idOf(one)),
      citations: ordered.map((one) => corpus.citation(one)),
      ...(next !== undefined && { cursor: next }),
    },
  };
}
