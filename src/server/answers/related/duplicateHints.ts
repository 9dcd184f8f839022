import { DiagnosticSeverity, type Diagnostic } from "vscode-languageserver";
import { label } from "../../../core/text/escape";
import type { ParsedDocument } from "../../../core/corpus/parseDocument";
import { duplicateTitle } from "../../features/relatedLenses";
import { lspRange } from "../lspRange";
import type { Services } from "../../main/services";
import { idInDocument } from "./articleAt";
import { duplicateArticles } from "./relatedAnswer";

/** In a bundle with more articles nobody reads a hint for each. */
const maxArticles = 500;

/** A hint at the headline of every article that repeats another's text; none where hints are switched off. */
export function duplicateHints(services: Services, uri: string, document: ParsedDocument): Diagnostic[] {
  if (!services.relatedSettings.duplicateHints || document.slots.length > maxArticles) return [];
  const hints: Diagnostic[] = [];
  for (let slot = 0; slot < document.slots.length; slot++) {
    const duplicates = duplicateArticles(services, idInDocument(uri, document, slot));
    const [first] = duplicates;
    if (first === undefined) continue;
    const article = document.article(slot);
    const place = article.headline?.span ?? article.body ?? article.span;
    hints.push({
      range: lspRange(document.lines, document.lines.spanOf(document.lines.lineAt(place.start))),
      severity: DiagnosticSeverity.Hint,
      code: "near-duplicate",
      source: "corpus-navigator",
      message: `${duplicateTitle(first, duplicates.length - 1)}.`,
      relatedInformation: duplicates.slice(0, 10).map(({ article: { uri: other, selection, displayTitle }, similarity }) => ({
        location: { uri: other, range: selection },
        message: `${label(displayTitle)} (${Math.round(100 * similarity)} % of word sequences shared)`,
      })),
    });
  }
  return hints;
}
