import type { Hover } from "vscode-languageserver";
import type { Article } from "../../core/corpus/article";
import { comparePlace } from "../../core/corpus/articleRecord";
import { touches } from "../../core/text/span";
import { readableDate } from "../../core/text/readableDate";
import { entityCommand, type TellingSentence } from "../../protocol/entities";
import { bearersCard, counted, entityCard } from "../entities/card";
import { commandLink, escapeMarkdown } from "../entities/markdown";
import { nameAt } from "../entities/nameAt";
import { bearersOf } from "../entities/summaries";
import { lspRange } from "../lspRange";
import { titleHover } from "../related/titleLinks";
import type { Feature, Services } from "../services";

/** A hover that has to read files for its sentences goes without them after this, in milliseconds. */
const patience = 120;
/** So long it waits for the model, the first time. */
const modelPatience = 250;
const sentencesShown = 3;
const articlesOfDayShown = 6;

/** Who a name is, what happened on a date, and what a listed title names, from what is ready; waits for nothing longer than a blink. */
export const hover: Feature = (connection, services) => {
  const { documents, names, summaries, sentenceTexts, entitySettings } = services;
  connection.onHover(async ({ textDocument: { uri }, position }): Promise<Hover | null> => {
    if (!entitySettings.hover) return null;
    const document = documents.parsed(uri);
    if (document === null) return null;
    const offset = document.lines.offsetAt(position);
    const slot = document.slotAt(offset);
    if (slot < 0) return null;
    const day = dayAt(document.article(slot), offset);
    if (day !== null) return { contents: { kind: "markdown", value: dayCard(day.iso, services) }, range: lspRange(document.lines, day.span) };
    const titled = titleHover(services, uri, position);
    if (titled !== null) return titled;
    await within(modelPatience, names.load(), undefined);
    const found = nameAt(services, uri, position);
    if (found === null) return null;
    const { article, mention, entity, form, range } = found;
    const bearers = bearersOf(names, article, mention);
    if (bearers.length > 1) return { contents: { kind: "markdown", value: bearersCard(form, bearers, { summaries }) }, range };
    const shown = bearers[0] ?? entity;
    const sentences = await within(patience, sentenceTexts.telling(shown, article, sentencesShown), [] as readonly TellingSentence[]);
    return { contents: { kind: "markdown", value: entityCard(shown, { names, summaries, sentences, form, here: article }) }, range };
  });
  return { hoverProvider: true };
};

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

function dayAt({ datePublished: date }: Article, offset: number): { readonly iso: string; readonly span: { readonly start: number; readonly end: number } } | null {
  return date?.span && touches(date.span, offset) ? { iso: date.iso, span: date.span } : null;
}

function dayCard(iso: string, { corpus, documents }: Services): string {
  const records = [...corpus.articles()].filter((record) => corpus.dateOf(record) === iso).sort(comparePlace);
  const weekday = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"][new Date(`${iso}T00:00:00Z`).getUTCDay()] ?? "";
  const lines = [`**${iso}** · ${weekday}, ${readableDate(iso)} · ${counted(records.length, "article")} of that day`];
  for (const record of records.slice(0, articlesOfDayShown)) {
    const link = commandLink(escapeMarkdown(record.displayTitle), entityCommand.openAt, { uri: documents.clientUri(record.uri), range: record.selection });
    lines.push(`${link}${record.publisher === null ? "" : ` · ${escapeMarkdown(record.publisher)}`}`);
  }
  if (records.length > articlesOfDayShown) lines.push(commandLink(`All ${records.length}`, entityCommand.showDay, { date: iso }));
  return lines.join("\n\n");
}

