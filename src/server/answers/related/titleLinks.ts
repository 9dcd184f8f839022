import type { DocumentLink, Hover, Location, Position } from "vscode-languageserver";
import { label, markdownText } from "../../../core/text/escape";
import type { ParsedDocument } from "../../../core/corpus/parseDocument";
import { readableDate } from "../../../core/dates/readableDate";
import { type LinkedTitle, linkedTitles } from "../../../core/related/links/linkedTitles";
import { touches } from "../../../core/text/span";
import { entityCommand } from "../../../protocol/entities";
import type { ArticleSummary } from "../../../protocol/ranges";
import { relatedCommand } from "../../../protocol/related";
import type { Services } from "../../main/services";
import { commandLink } from "../entities/markdown";
import { nameAt } from "../entities/nameAt";
import { lspRange } from "../lspRange";
import { idInDocument } from "./articleAt";
import { summaryOf } from "./relatedAnswer";

/** In a bundle with more articles, links by title are found when they are pointed at. */
const maxArticles = 5000;

/** A title that an article lists or links to, and the articles that it may name, best first. */
export interface FoundTitle extends LinkedTitle {
  readonly articles: readonly ArticleSummary[];
}

/** The listed title at a position of an open document; null if there is none. */
export function titleAt(services: Services, uri: string, position: Position): FoundTitle | null {
  const document = services.documents.parsed(uri);
  if (document === null) return null;
  const offset = document.lines.offsetAt(position);
  const slot = document.slotAt(offset);
  const listed = slot < 0 ? undefined : linkedTitles(document.text, document.article(slot)).find(({ span }) => touches(span, offset));
  return listed === undefined ? null : { ...listed, articles: articlesNamed(services, uri, document, slot, listed.title) };
}

function articlesNamed(services: Services, uri: string, document: ParsedDocument, slot: number, title: string): readonly ArticleSummary[] {
  return services.related.related.resolve(title, idInDocument(uri, document, slot)).flatMap((match) => summaryOf(services, match.id));
}

/** Where the articles begin that a listed title may name. */
export function titleLocations(services: Services, uri: string, position: Position): Location[] | null {
  const articles = titleAt(services, uri, position)?.articles ?? [];
  return articles.length === 0 ? null : articles.map(({ uri: target, selection }) => ({ uri: target, range: selection }));
}

/** A link from each title that a document lists or links to, to the article that it names; those not in the corpus get none. */
export function* titleLinks(services: Services, uri: string, document: ParsedDocument): Generator<DocumentLink> {
  for (let slot = 0; slot < Math.min(document.slots.length, maxArticles); slot++) {
    for (const { title, span } of linkedTitles(document.text, document.article(slot))) {
      const [target] = articlesNamed(services, uri, document, slot, title);
      if (target === undefined) continue;
      const { line, character } = target.selection.start;
      yield { range: lspRange(document.lines, span), target: `${target.uri}#L${line + 1},${character + 1}`, tooltip: "Go to this article" };
    }
  }
}

/**
 * What a listed title names: every candidate with its copies, or that it is not in this corpus, with a search for it. Null where a name
 * in running text is linked that is no title of the corpus: who bears it is what a reader asks then.
 */
export function titleHover(services: Services, uri: string, position: Position): Hover | null {
  const found = titleAt(services, uri, position);
  const document = services.documents.parsed(uri);
  if (found === null || document === null) return null;
  if (!found.isListed && found.articles.length === 0 && nameAt(services, uri, position) !== null) return null;
  const search = commandLink("Search for it", relatedCommand.searchTitle, { title: found.title });
  const value =
    found.articles.length === 0
      ? `Not in this corpus. ${search}`
      : found.articles.map((article) => candidateLine(services, article)).join("\n\n");
  return { contents: { kind: "markdown", value }, range: lspRange(document.lines, found.span) };
}

function candidateLine(services: Services, article: ArticleSummary): string {
  const copies = services.related.related
    .duplicatesOf(article.id)
    .filter(({ kind }) => kind !== "excerpt")
    .flatMap(({ id }) => summaryOf(services, id));
  const line = `${openLink(article)}${markdownText(detail(article))}`;
  return copies.length === 0
    ? line
    : `${line}  \nNear-duplicates: ${copies
        .slice(0, 3)
        .map((copy) => `${openLink(copy)}${markdownText(detail(copy))}`)
        .join("; ")}`;
}

function openLink({ displayTitle, uri, selection }: ArticleSummary): string {
  return commandLink(displayTitle, entityCommand.openAt, { uri, range: selection });
}

function detail({ publisher, agency, datePublished }: ArticleSummary): string {
  const parts = [publisher ?? agency, datePublished === null ? null : readableDate(datePublished)].filter((part) => part !== null);
  return parts.length === 0 ? "" : ` · ${label(parts.join(" · "))}`;
}
