import type { CancellationToken } from "vscode-languageserver";
import { addMending, applyChange, isUnderstood } from "../../core/entities/corrections/editMendings";
import { parseMendings } from "../../core/entities/corrections/parseMendings";
import { planMending } from "../../core/entities/corrections/planMending";
import { combined } from "../../core/entities/corrections/mendings";
import { LineIndex } from "../../core/text/lineIndex";
import { entityMethod, type EntitySummary, type MendEntityParams, type MendingPreview, type MendingsChangedParams } from "../../protocol/entities";
import { afterMove } from "../answers/entities/movedForm";
import { lspRange } from "../answers/lspRange";
import type { Feature } from "../main/services";
import { normalUri } from "../files/uris";

/** `mendEntity` plans a change of the mendings file and shows what it does; `mendingsChanged` follows the file in the editor. */
export const mending: Feature = (connection, services) => {
  const { names, summaries, mendingFiles, files } = services;
  connection.onRequest<MendingPreview, unknown>(entityMethod.mendEntity, async ({ operation, folder }: MendEntityParams, token: CancellationToken): Promise<MendingPreview> => {
    const home = folder === undefined || folder === null ? files.folders[0]?.uri : normalUri(folder).replace(/\/$/, "");
    if (home === undefined) return { error: "There is no folder to keep corrections in: open the folder of the corpus." };
    const plan = planMending(names.view, operation);
    if ("error" in plan) return plan;
    const file = mendingFiles.fileOf(home);
    const before = mendingFiles.text(file);
    const change = addMending(before, plan.entry);
    const text = applyChange(before ?? "", change);
    if (!isUnderstood(before, text)) return { error: `The corrections in ${file} cannot be added to: repair what is marked there first.` };
    const after = (): readonly EntitySummary[] => {
      const mended = names.view.mended(combined([names.index.mendings, parseMendings(text).mendings]).list);
      return [...new Set(plan.entities.flatMap(({ id }) => mended.entity(id) ?? []))].map((entity) => summaries.summaryIn(mended, entity));
    };
    return {
      file,
      exists: before !== null,
      text,
      edits: [{ range: lspRange(new LineIndex(before ?? ""), change), newText: change.newText }],
      summary: plan.summary,
      before: plan.entities.map((entity) => summaries.summary(entity)),
      after: operation.type === "split" || operation.type === "pin" ? await afterMove(services, operation, plan.entities, token) : after(),
    };
  });

  connection.onNotification(entityMethod.mendingsChanged, ({ uri, text }: MendingsChangedParams) => {
    mendingFiles.changedInEditor(uri, text);
  });
  return {};
};
