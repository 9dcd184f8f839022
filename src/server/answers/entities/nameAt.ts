import type { Position, Range } from "vscode-languageserver";
import type { IndexedArticle } from "../../../core/entities/index/entityIndex";
import type { Entity } from "../../../core/entities/index/entity";
import type { ParsedDocument } from "../../../core/corpus/parseDocument";
import type { OpenArticle } from "./nameService";
import type { Services } from "../../main/services";

/** A name in an open document. */
export interface FoundName {
  readonly document: ParsedDocument;
  readonly open: OpenArticle;
  readonly article: IndexedArticle;
  readonly mention: number;
  readonly entity: Entity;
  /** As a reader would quote it. */
  readonly form: string;
  readonly range: Range;
}

/** The name that a position of an open document touches; null where none stands, or none of an entity. */
export function nameAt({ documents, names }: Services, uri: string, position: Position): FoundName | null {
  const document = documents.parsed(uri);
  if (document === null) return null;
  const offset = document.lines.offsetAt(position);
  const slot = document.slotAt(offset);
  const open = slot < 0 ? null : names.openArticle(uri, document, slot);
  if (open === null) return null;
  const { article, base } = open;
  const mention = article.names.mentions.at(offset - base.offset);
  const entity = mention < 0 ? null : names.entityOf(article, mention);
  if (entity === null) return null;
  return {
    document,
    open,
    article,
    mention,
    entity,
    form: article.names.forms[article.names.formOf[mention] ?? 0] ?? entity.name,
    range: article.names.mentions.range(mention, base.line),
  };
}
