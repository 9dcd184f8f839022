import { readableDate } from "../dates/readableDate";
import type { Span } from "../text/span";
import type { Article } from "./article";
import { selectionSpan, sourceOf } from "../corpus/articleRecord";
import { bodySections } from "./bodySections";
import type { Corpus, DatedArticle } from "../corpus/corpus";
import { oneLine } from "../text/oneLine";
import type { ParsedDocument } from "../corpus/parseDocument";

export type OutlineKind =
  "article" | "headline" | "byline" | "date" | "lead" | "body" | "section" | "credit" | "related" | "relatedTitle" | "url" | "boilerplate";

/** A part of a document as an outline names it. `selection` lies in `span`, the children's spans too. */
export interface OutlineNode {
  readonly kind: OutlineKind;
  readonly name: string;
  readonly detail: string;
  readonly span: Span;
  readonly selection: Span;
  readonly children: readonly OutlineNode[];
}

/** The article in slot `index`, with its parts unless `detailed` is false. `corpus` knows how its publisher writes dates. */
export function articleOutline(document: ParsedDocument, index: number, article: Article, corpus: Corpus, detailed: boolean): OutlineNode {
  const slot = document.slots[index];
  const span = slot?.span ?? article.span;
  return {
    kind: "article",
    name: article.displayTitle === "" ? "(no title)" : article.displayTitle,
    detail: articleDetail(article, corpus),
    span,
    selection: slot === undefined ? span : within(span, selectionSpan(document.lines, slot, article)),
    children: detailed
      ? parts(document.text, article, corpus).filter(({ span: part }) => part.start >= span.start && part.end <= span.end)
      : [],
  };
}

/** Source, city and date in a line: `Reuters · Moscow · 15 Nov 2013`; what is not known is left out. */
export function articleDetail(article: Article, corpus: Corpus): string {
  const dated = datedArticle(article);
  const date = corpus.dateOf(dated);
  return [sourceOf(dated), article.dateline?.cities.join("/") ?? null, date === null ? null : readableDate(date)]
    .filter((part) => part !== null && part !== "")
    .join(" · ");
}

/** What the corpus needs to read the article's date. */
export function datedArticle(article: Article): DatedArticle {
  return { publisher: article.publisher?.value ?? null, agency: article.agency?.value ?? null, date: article.datePublished };
}

function parts(text: string, article: Article, corpus: Corpus): OutlineNode[] {
  const nodes: OutlineNode[] = [];
  const add = (
    kind: OutlineKind,
    name: string,
    detail: string,
    span: Span | null | undefined,
    children: readonly OutlineNode[] = [],
  ): void => {
    if (span) nodes.push({ kind, name, detail, span, selection: span, children });
  };
  add("headline", "Headline", article.headline?.value ?? "", article.headline?.span);
  add("byline", "Byline", article.byline?.value ?? "", article.byline?.span);
  if (article.datePublished !== null) {
    add("date", "Date", readableDate(corpus.dateOf(datedArticle(article)) ?? article.datePublished.iso), article.datePublished.span);
  }
  for (const section of bodySections(text, article)) add(section.kind, section.name, section.detail, section.span);
  add("credit", "Credit", article.creditLine?.value ?? "", article.creditLine?.span);
  const related = article.related.map(({ title, span }): OutlineNode => ({
    kind: "relatedTitle",
    name: title,
    detail: "",
    span,
    selection: span,
    children: [],
  }));
  const { relatedList } = article;
  if (relatedList !== null) {
    const listed = related.filter(({ span }) => span.start >= relatedList.start && span.end <= relatedList.end);
    add("related", "Related articles", String(listed.length), relatedList, listed);
  }
  add("url", "Source", article.url?.value ?? "", article.urlBlock ?? article.url?.span);
  for (const span of article.boilerplate) add("boilerplate", "Site text", oneLine(text, span, 60), span);
  return nodes
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
    .map((node) => ({ ...node, selection: firstLine(text, node.span) }));
}

function firstLine(text: string, span: Span): Span {
  let end = span.start;
  while (end < span.end && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13) end++;
  return { start: span.start, end };
}

function within(outer: Span, inner: Span): Span {
  const start = Math.max(outer.start, Math.min(inner.start, outer.end));
  return { start, end: Math.max(start, Math.min(inner.end, outer.end)) };
}
