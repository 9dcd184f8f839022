import type { CancellationToken } from "../util/cancellation";
import type { NameModel } from "../entities/recognise/model";
import type { CheckedCorpus, Checking } from "./checkedCorpus";
import { checkFigures } from "./checkFigures";
import { checkQuotations } from "./checkQuotations";
import { readDraft } from "./draft";
import { checkNames } from "./draftNames";
import type { Finding } from "./finding";

/**
 * Checks a draft against a corpus: every quotation, name with its role, number with what it counts, and date. In order of the
 * draft. `written` is the day (`YYYY-MM-DD`) from which words such as "on Monday" are read; null if it is not known.
 */
export function* checkingDraft(
  text: string,
  corpus: CheckedCorpus,
  model: NameModel,
  written: string | null,
  token?: CancellationToken,
): Checking<readonly Finding[]> {
  const draft = readDraft(text, model, token);
  yield [];
  const quotations = yield* checkQuotations(draft, corpus);
  const names = yield* checkNames(draft, corpus);
  const figures = yield* checkFigures(draft, corpus, written);
  return [
    ...quotations,
    ...names,
    // A figure inside a quotation is part of the quotation.
    ...figures.filter(({ start, end }) => !quotations.some((one) => one.start <= start && end <= one.end)),
  ].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The same in one go, for a corpus whose articles are at hand; nothing when cancelled. */
export function checkDraft(
  text: string,
  corpus: CheckedCorpus,
  model: NameModel,
  written: string | null,
  token: CancellationToken,
): readonly Finding[] {
  const work = checkingDraft(text, corpus, model, written, token);
  while (!token.isCancellationRequested) {
    const { done, value } = work.next();
    if (done === true) return value;
  }
  return [];
}
