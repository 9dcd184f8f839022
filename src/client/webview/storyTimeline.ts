import type uPlot from "uplot";
import "./page/validLanguage";
import { element } from "./page/dom";
import { pageRoot } from "./page/pageRoot";
import { readableDay } from "./page/readableDay";
import { articleTable, outletOf } from "./storyTimeline/articleTable";
import { drawChart } from "./storyTimeline/chart";
import { host } from "./storyTimeline/host";
import type { TimelineLabels, ToTimeline } from "./storyTimeline/messages";

/** The story timeline: a story to choose, its articles over time by outlet, and the same as a table. */
const page = pageRoot();

const heading = element("h1");
const choice = element("select");
choice.id = "story";
const label = element("label");
label.htmlFor = choice.id;
const status = element("p", { role: "status", className: "quiet" });
const chart = element("div", { className: "chart" });
// The table says the same to a screen reader.
chart.setAttribute("aria-hidden", "true");
const caption = element("p", { className: "quiet caption", text: "\u00a0" });
const table = element("div");
page.append(heading, element("p", {}, label, " ", choice), status, chart, caption, table);
choice.addEventListener("change", () => {
  host.postMessage({ type: "choose", id: choice.value });
});

let labels: TimelineLabels | undefined;
let language = "en";
let plot: uPlot | undefined;
let shown: Extract<ToTimeline, { type: "story" }> | undefined;

const dateText = (iso: string): string => readableDay(iso, language);

function redraw(): void {
  plot?.destroy();
  plot = undefined;
  if (!shown || !labels || chart.clientWidth === 0) return;
  const texts = labels;
  if (!shown.articles.some(({ datePublished }) => datePublished !== null)) return;
  plot = drawChart(chart, shown.articles, texts, language, chart.clientWidth, (article) => {
    caption.textContent = article
      ? `${article.datePublished === null ? texts.undated : dateText(article.datePublished)} · ${outletOf(article, texts)} · ${article.displayTitle}`
      : "\u00a0";
    for (const row of table.querySelectorAll<HTMLElement>("tr[data-article]"))
      row.classList.toggle("marked", row.dataset["article"] === article?.id);
  });
}

new ResizeObserver(redraw).observe(chart);
new MutationObserver(redraw).observe(document.body, { attributes: true, attributeFilter: ["class"] });

window.addEventListener("message", ({ data }: MessageEvent<ToTimeline>) => {
  page.setAttribute("aria-busy", "false");
  if (data.type === "stories") {
    ({ labels, language } = data);
    heading.textContent = data.labels.title;
    label.textContent = data.labels.story;
    choice.replaceChildren(
      ...data.choices.map(({ id, text }) => {
        const option = element("option", { text });
        option.value = id;
        return option;
      }),
    );
    choice.disabled = data.choices.length === 0;
    status.textContent = data.isReady ? (data.choices.length === 0 ? data.labels.none : "") : data.labels.working;
    if (data.choices.length === 0) table.replaceChildren();
  } else if (labels) {
    shown = data;
    choice.value = data.story.id;
    table.replaceChildren(articleTable(data.articles, labels, dateText));
    redraw();
  }
});
host.postMessage({ type: "ready" });
