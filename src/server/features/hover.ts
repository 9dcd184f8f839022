import type { Hover } from "vscode-languageserver";
import type { ParsedDocument } from "../../core/corpus/parseDocument";
import type { TellingSentence } from "../../protocol/entities";
import { bearersCard, entityCard } from "../answers/entities/card";
import { dateCard } from "../answers/entities/dateCard";
import { mentionedDate } from "../answers/entities/mentionedDate";
import { nameAt } from "../answers/entities/nameAt";
import { bearersOf, takenName } from "../answers/entities/summaries";
import { lspRange } from "../answers/lspRange";
import { quotationAt, quotationCard } from "../answers/quotations/quotationCard";
import { titleHover } from "../answers/related/titleLinks";
import type { Feature, Services } from "../main/services";

/** A hover that has to read files for its sentences goes without them after this, in milliseconds. */
const patience = 120;
/** So long it waits for the model, the first time. */
const modelPatience = 250;
const sentencesShown = 3;

/**
 * Who a name is, what a date means and which articles are of it, who says a quotation, and what a listed title names, from what is
 * ready; waits for nothing longer than a blink.
 */
export const hover: Feature = (connection, services) => {
  const { documents, names, summaries, scheduler, sentenceTexts, quotations, entitySettings } = services;
  connection.onHover(async ({ textDocument: { uri }, position }): Promise<Hover | null> => {
    if (!entitySettings.hover) return null;
    const document = documents.parsed(uri);
    if (document === null) return null;
    const offset = document.lines.offsetAt(position);
    const slot = document.slotAt(offset);
    if (slot < 0) return null;
    const titled = titleHover(services, uri, position);
    if (titled !== null) return titled;
    await within(modelPatience, names.load(), undefined);
    const found = nameAt(services, uri, position);
    if (found === null) {
      const date = mentionedDate(services, uri, document, slot, offset);
      return date === null
        ? await quotationHover(services, uri, document, slot, offset)
        : { contents: { kind: "markdown", value: dateCard(date, services) }, range: lspRange(document.lines, date.span) };
    }
    const { article, mention, entity, form, range } = found;
    const bearers = bearersOf(names, article, mention);
    if (bearers.length > 1) return { contents: { kind: "markdown", value: bearersCard(form, bearers, { summaries }) }, range };
    const shown = bearers[0] ?? entity;
    const [sentences, said] = await scheduler.urgently(() =>
      Promise.all([
        within(patience, sentenceTexts.telling(shown, article, sentencesShown), [] as readonly TellingSentence[]),
        within(patience, quotations.newestText(shown), null),
      ]),
    );
    return {
      contents: {
        kind: "markdown",
        value: entityCard(shown, { names, summaries, sentences, said, form, here: article, taken: takenName(names, article, mention) }),
      },
      range,
    };
  });
  return { hoverProvider: true };
};

/** Who says what stands there, where else it stands, and how; null where nobody says anything. */
async function quotationHover(
  services: Services,
  uri: string,
  document: ParsedDocument,
  slot: number,
  offset: number,
): Promise<Hover | null> {
  const open = services.names.openArticle(uri, document, slot);
  const quotation = open === null ? null : quotationAt(open, offset);
  if (open === null || quotation === null) return null;
  const span = { start: quotation.start + open.base.offset, end: quotation.end + open.base.offset };
  const value = await services.scheduler.urgently(() => quotationCard(services, document.text, open, quotation));
  return { contents: { kind: "markdown", value }, range: lspRange(document.lines, span) };
}

/** What `work` gives, or `otherwise` when it takes longer than `time`; the work goes on for the next question. */
async function within<T>(time: number, work: Promise<T>, otherwise: T): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<T>((resolve) => {
    timer = setTimeout(() => {
      resolve(otherwise);
    }, time);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
