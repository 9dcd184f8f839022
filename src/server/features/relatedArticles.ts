import type { CancellationToken } from "vscode-languageserver";
import type { ParsedDocument } from "../../core/corpus/parseDocument";
import { relatedMethod, type ArticleBody, type RelatedAnswer, type RelatedParams } from "../../protocol/related";
import { articleSummary } from "../answers/articleSummary";
import { recordAt } from "../answers/related/articleAt";
import { relatedAnswer } from "../answers/related/relatedAnswer";
import { throwIfCancelled } from "../reading/scheduler";
import type { Feature } from "../main/services";

/** `relatedArticles` (what belongs to an article) and `articleBody` (its text for a comparison). */
export const relatedArticles: Feature = (connection, services) => {
  const { corpus, sentenceTexts } = services;

  connection.onRequest(
    relatedMethod.relatedArticles,
    async ({ uri, position, id }: RelatedParams, token: CancellationToken): Promise<RelatedAnswer | null> => {
      const record = id === undefined ? recordAt(services, uri, position) : corpus.article(id);
      if (record === null) return null;
      const document = await sentenceTexts.document(record.uri);
      throwIfCancelled(token);
      return relatedAnswer(services, record, document);
    },
  );

  connection.onRequest(relatedMethod.articleBody, async ({ id }: { readonly id: string }): Promise<ArticleBody | null> => {
    const record = corpus.article(id);
    const document = record === null ? null : await sentenceTexts.document(record.uri);
    if (record === null || document?.slots[record.index]?.key !== record.key) return null;
    return { summary: articleSummary(record, corpus), text: bodyText(document, record.index) };
  });
  return {};
};

/** The paragraphs of an article, each on one line: how a text was wrapped is no difference. */
function bodyText(document: ParsedDocument, index: number): string {
  const { text } = document;
  return document
    .article(index)
    .paragraphs.map(({ pieces }) =>
      pieces
        .map(({ start, end }) => text.slice(start, end).trim())
        .join(" ")
        .replace(/\s+/g, " "),
    )
    .join("\n\n")
    .concat("\n");
}
