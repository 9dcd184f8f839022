import uPlot from "uplot";
import type { ArticleSummary } from "../../../protocol/ranges";
import { outletOf } from "./articleTable";
import type { TimelineLabels } from "./messages";

const rowHeight = 26;
const axisHeight = 56;
const day = 86_400;
/** More outlets than this share the last row. */
const maxRows = 14;

/** A dated article as a dot: when, and in which outlet's row. */
interface Dot {
  readonly article: ArticleSummary;
  readonly time: number;
  readonly row: number;
}

/** Draws the dated articles of a story over time, a row for each outlet; `say` is told the article under the pointer. */
export function drawChart(
  chart: HTMLElement,
  articles: readonly ArticleSummary[],
  labels: TimelineLabels,
  language: string,
  width: number,
  say: (article: ArticleSummary | undefined) => void,
): uPlot {
  const outlets = rowsOf(articles, labels);
  const dots = articles.flatMap((article): Dot[] => {
    const time = article.datePublished === null ? Number.NaN : Date.parse(`${article.datePublished}T00:00:00Z`) / 1000;
    return Number.isNaN(time) ? [] : [{ article, time, row: Math.max(0, outlets.indexOf(outletOf(article, labels))) }];
  });
  dots.sort((a, b) => a.time - b.time);
  const colour = themeColour("--vscode-charts-blue", "--vscode-foreground");
  const quiet = themeColour("--vscode-descriptionForeground", "--vscode-foreground");
  const grid = { stroke: themeColour("--vscode-widget-border", "--vscode-panel-border"), width: 1 };
  const font = `12px ${themeColour("--vscode-font-family", "")}`;
  const [first, last] = [dots[0]?.time ?? 0, dots.at(-1)?.time ?? 0];
  const margin = Math.max(2 * day, (last - first) * 0.04);
  const format = new Intl.DateTimeFormat(
    language,
    last - first > 300 * day ? { month: "short", year: "numeric", timeZone: "UTC" } : { day: "numeric", month: "short", timeZone: "UTC" },
  );
  const options: uPlot.Options = {
    width,
    height: axisHeight + rowHeight * Math.max(2, outlets.length),
    legend: { show: false },
    cursor: { y: false, drag: { x: false, y: false } },
    scales: { x: { time: true, range: () => [first - margin, last + margin] }, y: { range: () => [-0.7, outlets.length - 0.3] } },
    tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), "Etc/UTC"),
    series: [{}, { stroke: colour, paths: () => null, points: { show: true, size: 9, fill: colour, stroke: colour } }],
    axes: [
      {
        stroke: quiet,
        font,
        grid,
        ticks: { show: false },
        space: 90,
        values: (_plot, splits) => splits.map((split) => format.format(new Date(split * 1000))),
      },
      {
        stroke: quiet,
        font,
        grid,
        ticks: { show: false },
        size: labelWidth(outlets),
        splits: () => outlets.map((_outlet, row) => row),
        values: () => outlets.map(shortened),
      },
    ],
    hooks: {
      setCursor: [
        ({ cursor }) => {
          say(typeof cursor.idx === "number" && (cursor.left ?? -1) >= 0 ? dots[cursor.idx]?.article : undefined);
        },
      ],
    },
  };
  return new uPlot(options, [dots.map(({ time }) => time), dots.map(({ row }) => row)], chart);
}

/** The outlets from the bottom up: the one with most articles on top. */
function rowsOf(articles: readonly ArticleSummary[], labels: TimelineLabels): readonly string[] {
  const counts = new Map<string, number>();
  for (const article of articles) {
    if (article.datePublished !== null) counts.set(outletOf(article, labels), (counts.get(outletOf(article, labels)) ?? 0) + 1);
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, maxRows)
    .map(([outlet]) => outlet)
    .reverse();
}

function shortened(outlet: string): string {
  return outlet.length > 26 ? `${outlet.slice(0, 25)}…` : outlet;
}

function labelWidth(outlets: readonly string[]): number {
  return 20 + 7 * Math.max(6, ...outlets.map((outlet) => shortened(outlet).length));
}

/** The first of two theme variables that has a value: a canvas cannot use variables itself. */
function themeColour(variable: string, otherwise: string): string {
  const style = getComputedStyle(document.body);
  return style.getPropertyValue(variable).trim() || style.getPropertyValue(otherwise).trim() || style.color;
}
