import type { CancellationToken } from "vscode-languageserver";
import { addCorrection, applyChange } from "../../core/entities/corrections/editCorrections";
import { parseCorrections } from "../../core/entities/corrections/parseCorrections";
import { planCorrection } from "../../core/entities/corrections/planCorrection";
import { combined } from "../../core/entities/corrections/corrections";
import { LineIndex } from "../../core/text/lineIndex";
import {
  correctionsPath,
  entityMethod,
  type EntitySummary,
  type CorrectEntityParams,
  type CorrectionPreview,
  type CorrectionsChangedParams,
} from "../../protocol/entities";
import { afterMove } from "../answers/entities/movedForm";
import { lspRange } from "../answers/lspRange";
import type { Feature } from "../main/services";
import { normalUri } from "../files/uris";

/** `correctEntity` plans a change of the corrections file and shows what it does; `correctionsChanged` follows the file in the editor. */
export const correction: Feature = (connection, services) => {
  const { names, summaries, correctionFiles, files } = services;
  connection.onRequest<CorrectionPreview, unknown>(
    entityMethod.correctEntity,
    async ({ operation, folder }: CorrectEntityParams, token: CancellationToken): Promise<CorrectionPreview> => {
      const home = folder === undefined || folder === null ? files.folders[0]?.uri : normalUri(folder).replace(/\/$/, "");
      if (home === undefined) return { error: "There is no folder to keep corrections in: open the folder of the corpus." };
      const plan = planCorrection(names.view, operation);
      if ("error" in plan) return plan;
      const file = correctionFiles.fileOf(home);
      const before = correctionFiles.text(file);
      const change = addCorrection(before, plan.entry);
      if ("message" in change)
        return {
          error: `${correctionsPath}:${change.line + 1}: ${change.message.replace(/\.$/, "")}. Repair this line first; the file is as it was.`,
        };
      const text = applyChange(before ?? "", change);
      const after = (): readonly EntitySummary[] => {
        const corrected = names.view.corrected(combined([names.index.corrections, parseCorrections(text).corrections]).list);
        return [...new Set(plan.entities.flatMap(({ id }) => corrected.entity(id) ?? []))].map((entity) =>
          summaries.summaryIn(corrected, entity),
        );
      };
      return {
        file,
        exists: before !== null,
        text,
        edits: [{ range: lspRange(new LineIndex(before ?? ""), change), newText: change.newText }],
        summary: plan.summary,
        done: plan.done,
        before: plan.entities.map((entity) => summaries.summary(entity)),
        after:
          operation.type === "split" || operation.type === "pin" ? await afterMove(services, operation, plan.entities, token) : after(),
      };
    },
  );

  connection.onNotification(entityMethod.correctionsChanged, ({ uri, text }: CorrectionsChangedParams) => {
    correctionFiles.changedInEditor(uri, text);
  });
  return {};
};
