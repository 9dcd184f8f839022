import type { Range } from "vscode-languageserver";
import type { Entity } from "../../../core/entities/index/entity";
import type { NameService, OpenArticle } from "./nameService";

/** The mentions of an entity in an article, as its text is now, in order. */
export function mentionsInArticle(names: NameService, { article, base }: OpenArticle, entity: Entity): Range[] {
  const ranges: Range[] = [];
  const { mentions } = article.names;
  for (let mention = 0; mention < mentions.count; mention++) {
    if (names.entityOf(article, mention)?.id === entity.id) ranges.push(mentions.range(mention, base.line));
  }
  return ranges;
}
