import uPlot from "uplot";
import type { EntityProfile, TimelineBin } from "../../../protocol/entities";
import { element } from "../page/dom";
import type { Labels } from "./messages";

const height = 110;
const day = 24 * 60 * 60;
/** About how long a bin is, in seconds: how wide its bar is. */
const binLength: Readonly<Record<EntityProfile["timelineUnit"], number>> = { day, week: 7 * day, month: 30 * day, year: 365 * day };

/** The mentions through time as bars, and the same as a table; null where no article has a date. */
export function timeline({ timeline: bins, timelineUnit }: EntityProfile, labels: Labels, language: string): HTMLElement | null {
  if (bins.length === 0) return null;
  const nameOf = binNames(timelineUnit, language);
  const caption = element("p", { className: "quiet caption", text: " " });
  const chart = element("div", { className: "chart" });
  // The table below says the same to a screen reader.
  chart.setAttribute("aria-hidden", "true");
  const say = (bin: TimelineBin | undefined): void => {
    caption.textContent = bin ? `${nameOf(bin)}: ${labels.mentions} ${bin.mentions}, ${labels.articles} ${bin.articles}` : " ";
  };
  if (bins.length > 1) keepDrawn(chart, (width) => draw(chart, bins, binLength[timelineUnit], nameOf, width, say));
  return element("div", {}, ...(bins.length > 1 ? [chart, caption] : []), asTable(bins, labels, nameOf, bins.length === 1));
}

function asTable(bins: readonly TimelineBin[], labels: Labels, nameOf: (bin: TimelineBin) => string, open: boolean): HTMLElement {
  const heading = (text: string): HTMLElement => {
    const cell = element("th", { text });
    cell.scope = "col";
    return cell;
  };
  const rows = bins
    .filter(({ mentions }) => mentions > 0)
    .map((bin) =>
      element(
        "tr",
        {},
        element("td", { text: nameOf(bin) }),
        element("td", { text: String(bin.mentions) }),
        element("td", { text: String(bin.articles) }),
      ),
    );
  const table = element(
    "table",
    { className: "numbers" },
    element("thead", {}, element("tr", {}, heading(labels.from), heading(labels.mentions), heading(labels.articles))),
    element("tbody", {}, ...rows),
  );
  const details = element("details", {}, element("summary", { text: labels.asTable }), table);
  details.open = open;
  return details;
}

/** Draws as wide as there is room, and anew when the room or the theme changes. */
function keepDrawn(chart: HTMLElement, drawn: (width: number) => uPlot): void {
  let plot: uPlot | undefined;
  let width = 0;
  const redraw = (): void => {
    plot?.destroy();
    plot = width > 0 ? drawn(width) : undefined;
  };
  const room = new ResizeObserver(([entry]) => {
    const now = Math.floor(entry?.contentRect.width ?? 0);
    if (now === width) return;
    width = now;
    redraw();
  });
  const theme = new MutationObserver(redraw);
  room.observe(chart);
  theme.observe(document.body, { attributes: true, attributeFilter: ["class"] });
  // A page that is shown anew has a new chart.
  new MutationObserver((_changes, self) => {
    if (chart.isConnected) return;
    for (const observer of [room, theme, self]) observer.disconnect();
    plot?.destroy();
  }).observe(document.body, { childList: true, subtree: true });
}

function draw(
  chart: HTMLElement,
  bins: readonly TimelineBin[],
  length: number,
  nameOf: (bin: TimelineBin) => string,
  width: number,
  say: (bin: TimelineBin | undefined) => void,
): uPlot {
  const starts = bins.map(({ start }) => Date.parse(`${start}T00:00:00Z`) / 1000);
  const first = starts[0] ?? 0;
  const last = starts.at(-1) ?? first;
  const bar = themeColour("--vscode-charts-blue", "--vscode-contrastBorder");
  const axis = {
    stroke: themeColour("--vscode-descriptionForeground", "--vscode-foreground"),
    grid: { show: false },
    ticks: { show: false },
    font: `11px ${themeColour("--vscode-font-family", "")}`,
  };
  const options: uPlot.Options = {
    width,
    height,
    legend: { show: false },
    cursor: { y: false, drag: { x: false, y: false }, points: { show: false } },
    scales: {
      x: { time: true, range: () => [first - length / 2, last + length * 1.5] },
      y: { range: (_plot, _min, max) => [0, Math.max(1, max)] },
    },
    tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), "Etc/UTC"),
    series: [
      {},
      {
        width: 0,
        fill: bar,
        points: { show: false },
        ...(uPlot.paths.bars && { paths: uPlot.paths.bars({ align: 1, size: [0.9, 40, 2] }) }),
      },
    ],
    axes: [
      {
        ...axis,
        size: 24,
        splits: () => axisSplits(starts, width),
        values: (_plot, splits) => splits.map((split) => nameOf({ start: isoDay(split), articles: 0, mentions: 0 })),
      },
      { ...axis, size: 34, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 100_000] },
    ],
    hooks: {
      setCursor: [
        ({ cursor }) => {
          say(typeof cursor.idx === "number" && (cursor.left ?? -1) >= 0 ? bins[cursor.idx] : undefined);
        },
      ],
    },
  };
  return new uPlot(options, [starts, bins.map(({ mentions }) => mentions)], chart);
}

/** As many of the bins' starts as have room for their names. */
function axisSplits(starts: readonly number[], width: number): number[] {
  const step = Math.ceil(starts.length / Math.max(1, Math.floor(width / 90)));
  return starts.filter((_start, at) => at % step === 0);
}

function isoDay(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 10);
}

/** The first of two theme variables that has a value: a canvas cannot use variables itself. */
function themeColour(variable: string, otherwise: string): string {
  const style = getComputedStyle(document.body);
  return style.getPropertyValue(variable).trim() || style.getPropertyValue(otherwise).trim() || style.color;
}

/** How a bin is called: `2013`, `Nov 2013` or `17 Nov 2013`. */
function binNames(unit: EntityProfile["timelineUnit"], language: string): (bin: TimelineBin) => string {
  const options: Intl.DateTimeFormatOptions = { year: "numeric", timeZone: "UTC" };
  if (unit !== "year") options.month = "short";
  if (unit === "day" || unit === "week") options.day = "numeric";
  const format = new Intl.DateTimeFormat(language, options);
  return ({ start }) => format.format(new Date(`${start}T00:00:00Z`));
}
