export type TimelineUnit = "day" | "week" | "month" | "year";

export interface Bin {
  /** First day of the stretch, `YYYY-MM-DD`. */
  readonly start: string;
  readonly articles: number;
  readonly mentions: number;
}

export interface Timeline {
  readonly unit: TimelineUnit;
  /** Without gaps, from the first to the last dated article; empty where no article has a date. */
  readonly bins: readonly Bin[];
}

const dayLength = 86_400_000;
/** As many bins as a chart of a line's width shows. */
const mostBins = 36;
/** A corpus may hold an article dated to the year 1: nobody reads so many bars. */
const ceiling = 400;

function startOf(day: number, unit: TimelineUnit): number {
  const date = new Date(day * dayLength);
  switch (unit) {
    case "day":
      return day;
    case "week":
      // The first of January 1970 was a Thursday; weeks begin on Monday.
      return day - ((((day + 3) % 7) + 7) % 7);
    case "month":
      return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1) / dayLength;
    case "year":
      return Date.UTC(date.getUTCFullYear(), 0, 1) / dayLength;
  }
}

function next(start: number, unit: TimelineUnit): number {
  const date = new Date(start * dayLength);
  switch (unit) {
    case "day":
      return start + 1;
    case "week":
      return start + 7;
    case "month":
      return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1) / dayLength;
    case "year":
      return Date.UTC(date.getUTCFullYear() + 1, 0, 1) / dayLength;
  }
}

function unitFor(days: number): TimelineUnit {
  if (days <= 31) return "day";
  if (days <= 120) return "week";
  return days <= mostBins * 31 ? "month" : "year";
}

/** When articles mention something, in bins of a unit that fits the time they cover. Days are `YYYY-MM-DD`. */
export function timelineOf(
  dated: Iterable<readonly [date: string, counts: { readonly articles: number; readonly mentions: number }]>,
): Timeline {
  const days: { readonly day: number; readonly articles: number; readonly mentions: number }[] = [];
  let first = Infinity;
  let last = -Infinity;
  for (const [date, { articles, mentions }] of dated) {
    const day = Date.parse(`${date}T00:00:00Z`) / dayLength;
    if (Number.isNaN(day)) continue;
    days.push({ day, articles, mentions });
    first = Math.min(first, day);
    last = Math.max(last, day);
  }
  const unit = unitFor(last - first + 1);
  const counts = new Map<number, { articles: number; mentions: number }>();
  for (const { day, articles, mentions } of days) {
    const start = startOf(day, unit);
    const bin = counts.get(start) ?? { articles: 0, mentions: 0 };
    bin.articles += articles;
    bin.mentions += mentions;
    counts.set(start, bin);
  }
  const bins: Bin[] = [];
  if (days.length === 0) return { unit, bins };
  for (let start = startOf(first, unit); start <= last && bins.length < ceiling; start = next(start, unit)) {
    const bin = counts.get(start);
    bins.push({
      start: new Date(start * dayLength).toISOString().slice(0, 10),
      articles: bin?.articles ?? 0,
      mentions: bin?.mentions ?? 0,
    });
  }
  return { unit, bins };
}

const blocks = "▁▂▃▄▅▆▇█";

/**
 * The timeline as a line of text that needs no picture and no colours, so it reads in every theme and aloud; at most
 * `width` characters. A bin without mentions is the lowest bar.
 */
export function sparkline({ bins }: Timeline, width = mostBins): string {
  if (bins.length < 2) return "";
  const perBar = Math.ceil(bins.length / width);
  const sums: number[] = [];
  for (let at = 0; at < bins.length; at += perBar) sums.push(bins.slice(at, at + perBar).reduce((sum, bin) => sum + bin.mentions, 0));
  const most = Math.max(...sums);
  return sums.map((sum) => blocks.charAt(sum === 0 ? 0 : Math.max(1, Math.round((sum / most) * (blocks.length - 1))))).join("");
}
