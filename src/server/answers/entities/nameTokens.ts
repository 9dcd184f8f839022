import type { Article } from "../../../core/article/article";
import type { ArticleToken } from "../../../core/article/articleTokens";
import type { SemanticTokenType } from "../../../core/article/semanticTokenLegend";
import { overlaps } from "../../../core/text/span";
import type { NameService, OpenArticle } from "./nameService";

const tokenTypes: Readonly<Record<"PER" | "ORG" | "LOC" | "EVENT", SemanticTokenType>> = {
  PER: "person",
  ORG: "organization",
  LOC: "place",
  EVENT: "event",
};

/**
 * The names in an article's paragraphs as tokens among the others, which count where they overlap: a headline and a
 * dateline have colours of their own. Nationality words are left as they are.
 */
export function withNameTokens(
  tokens: readonly ArticleToken[],
  article: Article,
  { article: names, base }: OpenArticle,
  service: NameService,
): readonly ArticleToken[] {
  const found: ArticleToken[] = [];
  const { mentions } = names.names;
  for (let mention = 0; mention < mentions.count; mention++) {
    if (mentions.type(mention) === "MISC") continue;
    const { start, end } = mentions.span(mention);
    const span = { start: start + base.offset, end: end + base.offset };
    const isProse = article.paragraphs.some(({ pieces }) => pieces.some((piece) => piece.start <= span.start && span.end <= piece.end));
    const entity = isProse ? service.entityOf(names, mention) : null;
    if (entity !== null && !tokens.some((token) => overlaps(token.span, span)))
      found.push({ type: tokenTypes[entity.type], modifiers: [], span });
  }
  return found.length === 0 ? tokens : [...tokens, ...found].sort((a, b) => a.span.start - b.span.start);
}
