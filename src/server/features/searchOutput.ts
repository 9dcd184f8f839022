import type { CancellationToken } from "vscode-languageserver";
import type { CitedHit } from "../../core/search/show/citedHit";
import { exportCsv } from "../../core/search/show/exportCsv";
import { exportJson } from "../../core/search/show/exportJson";
import { exportMarkdown } from "../../core/search/show/exportMarkdown";
import { printQuery } from "../../core/search/query/printQuery";
import { searchMethod, type ContextsParams, type ExportParams, type ReportParams } from "../../protocol/search";
import { citedHits } from "../answers/search/citedHits";
import { searchContexts } from "../answers/search/contexts";
import { searchReport } from "../answers/search/report";
import { typedQuery } from "../answers/search/typedQuery";
import type { Feature } from "../main/services";

/** `searchContexts`, `exportSearch` and `searchReport`: results in other forms. */
export const searchOutput: Feature = (connection, services) => {
  connection.onRequest(searchMethod.contexts, (params: ContextsParams, token: CancellationToken) =>
    searchContexts(services, params, token),
  );

  connection.onRequest(searchMethod.report, (params: ReportParams, token: CancellationToken) => searchReport(services, params, token));

  connection.onRequest(searchMethod.export, async (params: ExportParams, token: CancellationToken): Promise<string> => {
    const hits: CitedHit[] = [];
    for await (const { hit } of citedHits(services, params, token)) hits.push(hit);
    switch (params.format) {
      case "markdown":
        return exportMarkdown(params.query, hits);
      case "csv":
        return exportCsv(hits);
      case "json":
        return exportJson(params.query, printQuery(typedQuery(services, params.query).root), hits);
    }
  });
  return {};
};
