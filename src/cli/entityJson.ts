import type { EntityType } from "../core/entities/resolve/localEntity";
import type { Entity } from "../core/entities/index/entity";
import type { RoleCount } from "../core/entities/index/roles";
import type { MentionType } from "../core/entities/mention";
import { slotStart } from "./corpusFile";
import type { LoadedEntities } from "./readEntities";

/** What `entities --json` says of one entity; the names are a promise. */
export interface EntityJson {
  readonly id: string;
  readonly name: string;
  readonly type: EntityType;
  /** Most frequent first, the name left out. */
  readonly aliases: readonly string[];
  /** Phrases as they stand in the texts; `count` is in articles. */
  readonly roles: readonly { readonly phrase: string; readonly count: number }[];
  readonly mentions: number;
  readonly articles: number;
}

export interface MentionJson {
  readonly file: string;
  readonly key: string | null;
  readonly start: number;
  readonly end: number;
  readonly type: MentionType;
  readonly entity: string | null;
  /** The ids of those of whom it means one, where nothing tells which; left out where that is clear. */
  readonly candidates?: readonly string[];
}

export function entityJson(entity: Entity, roles: readonly RoleCount[]): EntityJson {
  const { id, name, type, forms, mentions, articles } = entity;
  return {
    id,
    name,
    type,
    aliases: forms.map(([form]) => form).filter((form) => form !== name),
    roles: roles.map(({ phrase, articles: count }) => ({ phrase, count })),
    mentions,
    articles,
  };
}

/** The mentions of all files in their order: of the `wanted` entities, or all where that is null. */
export function* mentionsOf({ files, corpus, index, view }: LoadedEntities, wanted: ReadonlySet<string> | null): Generator<MentionJson> {
  for (const file of files) {
    const { uri, path } = file;
    for (const [at, { key }] of corpus.articlesOf(uri).entries()) {
      const article = index.articleAt(uri, at);
      if (article === null) continue;
      const offset = slotStart(file, corpus, at);
      const { mentions } = article.names;
      for (let mention = 0; mention < mentions.count; mention++) {
        const id = view.idOfMention(article, mention);
        const entity = id === null ? null : view.entity(id);
        // Hidden: a reader says that this is no name.
        if (id !== null && entity === null) continue;
        const candidates = view.candidatesOf(article, mention).map((one) => one.id);
        const isListed = entity !== null && !view.isBetween(entity.id);
        if (wanted !== null && !(isListed && wanted.has(entity.id)) && !candidates.some((one) => wanted.has(one))) continue;
        const { start, end } = mentions.span(mention);
        yield {
          file: path,
          key,
          start: start + offset,
          end: end + offset,
          type: typeOf(mentions.type(mention), entity),
          entity: isListed ? entity.id : null,
          ...(candidates.length > 1 ? { candidates } : {}),
        };
      }
    }
  }
}

/** The entity's kind, for it was settled by more than the one place; nationality words stay what they are. */
function typeOf(own: MentionType, entity: Entity | null): MentionType {
  return own === "MISC" || entity === null ? own : entity.type;
}
