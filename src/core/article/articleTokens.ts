import type { SemanticTokenModifier, SemanticTokenType } from "./semanticTokenLegend";
import type { Span } from "../text/span";
import type { Article } from "./article";

/** A stretch of text with a meaning that a grammar cannot know. */
export interface ArticleToken {
  readonly type: SemanticTokenType;
  readonly modifiers: readonly SemanticTokenModifier[];
  readonly span: Span;
}

/**
 * The tokens of an article and of the name in its marker, in order and without overlaps: where one lies in another
 * (the agency in a dateline, an author in a byline), the inner one counts and the outer one is what is left. Nothing counts
 * inside of site text.
 */
export function articleTokens(article: Article, nameSpan: Span | null): readonly ArticleToken[] {
  const tokens: ArticleToken[] = [];
  const add = (type: SemanticTokenType, span: Span | null | undefined, ...modifiers: SemanticTokenModifier[]): void => {
    if (span && span.end > span.start) tokens.push({ type, modifiers, span });
  };
  add("articleName", nameSpan);
  add("headline", article.headline?.span);
  add("byline", article.byline?.span);
  for (const author of article.authors) add("author", author.span);
  // An outlet that was inferred stands in site text, or signs: it is coloured as that.
  if (article.publisher?.origin === "explicit") add("publisher", article.publisher.span);
  const date = article.datePublished;
  if (date !== null) add("date", date.span, ...(date.ambiguous === null ? [] : (["ambiguous"] as const)));
  add("dateline", article.dateline?.span);
  add("agency", article.agency?.span);
  for (const span of article.subheadings) add("subheading", span);
  add("creditLine", article.creditLine?.span);
  for (const { span } of article.related) add("relatedTitle", span);
  add("sourceUrl", article.url?.span);
  for (const span of article.boilerplate) add("boilerplate", span);
  return withoutOverlaps(tokens);
}

/** One sweep with a stack of what is open; the last one opened is the inner one. */
function withoutOverlaps(tokens: ArticleToken[]): readonly ArticleToken[] {
  const flat: ArticleToken[] = [];
  const open: ArticleToken[] = [];
  let done = 0;
  const emit = (end: number): void => {
    const inner = open.at(-1);
    if (inner !== undefined && end > done) flat.push({ ...inner, span: { start: done, end } });
    done = Math.max(done, end);
  };
  const closeUntil = (offset: number): void => {
    for (let inner = open.at(-1); inner !== undefined && inner.span.end <= offset; inner = open.at(-1)) {
      emit(inner.span.end);
      open.pop();
    }
  };
  tokens.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  for (const token of tokens) {
    closeUntil(token.span.start);
    emit(token.span.start);
    // Site text is dimmed as a whole: that it names the outlet does not make the name stand out.
    if (!open.some((outer) => outer.type === "boilerplate")) open.push(token);
  }
  closeUntil(Infinity);
  return flat;
}
