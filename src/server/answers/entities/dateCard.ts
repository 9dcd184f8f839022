import { markdownLabel } from "../../../core/text/escape";
import { type ArticleRecord, comparePlace } from "../../../core/corpus/articleRecord";
import type { Corpus } from "../../../core/corpus/corpus";
import type { MentionedDate } from "../../../core/dates/mentionedDate";
import type { Period } from "../../../core/dates/period";
import { counted } from "../../../core/text/readableCount";
import { readableDate } from "../../../core/dates/readableDate";
import { dateRange } from "../../../core/search/query/dateRange";
import { entityCommand } from "../../../protocol/entities";
import type { Services } from "../../main/services";
import { commandLink, lineBreak } from "./markdown";

interface Days {
  readonly revision: number;
  readonly articles: ReadonlyMap<string, readonly ArticleRecord[]>;
}

/** By day as long as the corpus stays as it is: hovers ask again and again, and a corpus has fewer days than articles. */
const known = new WeakMap<Corpus, Days>();

/** The articles that were published in a period, the earliest first; those of one day in the order of their places. */
function articlesIn(corpus: Corpus, period: Period): readonly ArticleRecord[] {
  const range = dateRange(period);
  if (range === null) return [];
  const { from, to } = range;
  const { articles } = daysOf(corpus);
  const days = [...articles.keys()].filter((day) => (from === null || day >= from) && (to === null || day <= to)).sort();
  return days.flatMap((day) => [...(articles.get(day) ?? [])].sort(comparePlace));
}

function daysOf(corpus: Corpus): Days {
  const before = known.get(corpus);
  if (before?.revision === corpus.revision) return before;
  const articles = new Map<string, ArticleRecord[]>();
  for (const record of corpus.articles()) {
    const day = corpus.dateOf(record);
    if (day === null) continue;
    const those = articles.get(day);
    if (those === undefined) articles.set(day, [record]);
    else those.push(record);
  }
  const days = { revision: corpus.revision, articles };
  known.set(corpus, days);
  return days;
}

const mostArticles = 8;
const weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/** What a card says of a date: the words that name it, what they can mean, and the article's date of publication, if known. */
export interface DateToTell extends Pick<MentionedDate, "readings" | "by"> {
  readonly words: string;
  readonly published: string | null;
}

/**
 * What a date means and which articles are of that time, as Markdown of at most a dozen lines. Where the words leave two
 * readings, both are named, and what only the article's date tells is said to be so.
 */
export function dateCard(date: DateToTell, { corpus, documents }: Pick<Services, "corpus" | "documents">): string {
  const { readings, by, published } = date;
  const words = markdownLabel(date.words);
  const [likeliest, ...others] = readings;
  if (likeliest === undefined) {
    return published === null
      ? `**${words}** · it is not known which: this article has no date`
      : `**${words}** · no such day about the article's date, ${readableDate(published)}`;
  }
  if (by === "text" && others.length > 0) {
    return [
      `**${words}** can be read in ${readings.length} ways`,
      ...readings.map((reading) => `${heading(reading)} · ${allOf(corpus, reading)}`),
    ].join("\n\n");
  }
  const articles = articlesIn(corpus, likeliest);
  const title = [`${heading(likeliest)} · ${counted(articles.length, "article")} of ${nounOf(likeliest)}`];
  if (by === "publication") {
    const rest = others.map((other) => ` · or ${inWords(other)}: ${allOf(corpus, other)}`).join("");
    title.push(`${words} → ${inWords(likeliest)}, by the article's date${published === null ? "" : `, ${longDay(published)}`}${rest}`);
  }
  const list = articles.slice(0, mostArticles).map((record) => {
    const link = commandLink(record.displayTitle, entityCommand.openAt, { uri: documents.clientUri(record.uri), range: record.selection });
    const source = record.publisher ?? record.agency;
    return `${link}${source === null ? "" : ` · ${markdownLabel(source)}`}`;
  });
  const all =
    articles.length > mostArticles
      ? commandLink(`All ${counted(articles.length, "article")}…`, entityCommand.showDay, { date: likeliest })
      : "";
  return [title.join(lineBreak), list.join(lineBreak), all].filter((part) => part !== "").join("\n\n");
}

/** `**2013-11-15** · Friday, 15 Nov 2013`. */
function heading(period: Period): string {
  return `**${period}** · ${period.length === 10 ? longDay(period) : inWords(period)}`;
}

function longDay(day: string): string {
  return `${weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? ""}, ${readableDate(day)}`;
}

/** `15 Nov 2013`, `November 2013`, `2013`, `4 Nov 2013 – 10 Nov 2013`. */
function inWords(period: Period): string {
  const [from = "", to] = period.split("..");
  if (to !== undefined) return `${readableDate(from)} – ${readableDate(to)}`;
  return period.length === 7 ? `${months[Number(period.slice(5)) - 1] ?? ""} ${period.slice(0, 4)}` : readableDate(period);
}

function nounOf(period: Period): string {
  return period.length === 4 ? "that year" : period.length === 7 ? "that month" : period.length === 10 ? "that day" : "these days";
}

/** `3 articles`, which searches for them; plain for none. */
function allOf(corpus: Corpus, period: Period): string {
  const count = articlesIn(corpus, period).length;
  return count === 0 ? "no articles" : commandLink(counted(count, "article"), entityCommand.showDay, { date: period });
}
