import type { CancellationToken } from "vscode-languageserver";
import type { CitedHit } from "../../core/search/export/citedHit";
import { exportCsv } from "../../core/search/export/exportCsv";
import { exportJson } from "../../core/search/export/exportJson";
import { exportMarkdown } from "../../core/search/export/exportMarkdown";
import { printQuery } from "../../core/search/query/printQuery";
import { searchMethod, type ContextsParams, type ExportParams, type ReportParams } from "../../protocol/search";
import { citedHits } from "../search/citedHits";
import { searchContexts } from "../search/contexts";
import { searchReport } from "../search/report";
import { typedQuery } from "../search/typedQuery";
import type { Feature } from "../services";

/** `searchContexts`, `exportSearch` and `searchReport`: results in other forms. */
export const searchOutput: Feature = (connection, services) => {
  connection.onRequest(searchMethod.contexts, (params: ContextsParams, token: CancellationToken) => searchContexts(services, params, token));

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
