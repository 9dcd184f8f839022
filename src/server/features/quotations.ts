import type { CancellationToken } from "vscode-languageserver";
import { oneLine } from "../../core/text/oneLine";
import {
  quotationMethod,
  type QuotationsOfArticle,
  type QuotationsOfArticleParams,
  type Said,
  type SaidParams,
} from "../../protocol/quotations";
import { pageOf } from "../answers/entities/page";
import { lspRange } from "../answers/lspRange";
import { speakerOf } from "../answers/quotations/quotationService";
import type { Feature } from "../main/services";

const longestQuotation = 600;
const mostOfArticle = 500;

/** `said` and `quotationsOfArticle`: who said what, for an entity's page and for the article that is being read. */
export const quotations: Feature = (connection, services) => {
  const { names, documents, scheduler, quotations: service } = services;

  connection.onRequest(
    quotationMethod.said,
    async ({ id, about, filter, ...page }: SaidParams, token: CancellationToken): Promise<Said> => {
      const entity = names.view.entity(id);
      if (entity === null) return { items: [], total: 0, all: 0 };
      const slices = scheduler.slices();
      const all = await service.said(entity, about, slices, token);
      const words = service.filterWords(filter);
      const found = all.filter(({ first, others }) => [first, ...others].some((one) => service.hasWords(one, words)));
      const items = await Promise.all(pageOf(found, page).map((one) => service.item(one)));
      return { items: items.flatMap((item) => item ?? []), total: found.length, all: all.length };
    },
  );

  connection.onRequest(quotationMethod.quotationsOfArticle, ({ uri, position }: QuotationsOfArticleParams): QuotationsOfArticle | null => {
    const document = documents.parsed(uri);
    if (document === null) return null;
    const slot = Math.max(0, position === undefined ? 0 : document.slotAt(document.lines.offsetAt(position)));
    const open = names.openArticle(uri, document, slot);
    if (open === null) return null;
    const { article, base } = open;
    return {
      articleId: article.id,
      quotations: article.names.quotations.slice(0, mostOfArticle).map((quotation) => {
        const mention = quotation.speaker?.mention ?? null;
        const span = { start: quotation.start + base.offset, end: quotation.end + base.offset };
        return {
          text: oneLine(document.text, span, longestQuotation),
          kind: quotation.kind,
          speaker: speakerOf({
            quotation,
            speaker: mention === null ? null : names.entityOf(article, mention),
            form: mention === null ? null : (article.names.forms[article.names.formOf[mention] ?? -1] ?? null),
          }),
          range: lspRange(document.lines, span),
        };
      }),
    };
  });
  return {};
};
