import type { CancellationToken } from "../util/cancellation";
import type { NameModel } from "../entities/recognise/model";
import type { CheckedCorpus } from "./checkedCorpus";
import { checkFigures } from "./checkFigures";
import { checkQuotations } from "./checkQuotations";
import { readDraft } from "./draft";
import { checkNames } from "./draftNames";
import type { Finding } from "./finding";

/**
 * Checks a draft against a corpus: every quotation, name with its role, number with what it counts, and date. In order of the
 * draft. `written` is the day (`YYYY-MM-DD`) from which words such as "on Monday" are read; null if it is not known.
 */
export function checkDraft(
  text: string,
  corpus: CheckedCorpus,
  model: NameModel,
  written: string | null,
  token: CancellationToken,
): readonly Finding[] {
  const draft = readDraft(text, model, token);
  const findings: Finding[] = [];
  for (const check of [checkQuotations, checkNames]) {
    if (token.isCancellationRequested) return [];
    findings.push(...check(draft, corpus));
  }
  if (token.isCancellationRequested) return [];
  const quoted = findings.filter(({ kind }) => kind === "quotation");
  // A figure inside a quotation is part of the quotation.
  findings.push(
    ...checkFigures(draft, corpus, written).filter(({ start, end }) => !quoted.some((one) => one.start <= start && end <= one.end)),
  );
  return findings.sort((a, b) => a.start - b.start || a.end - b.end);
}
