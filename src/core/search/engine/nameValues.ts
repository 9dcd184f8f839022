import type { EntityIndex } from "../../entities/index/entityIndex";
import type { EntityView } from "../../entities/index/entityView";
import type { ArticleNameValues, NameField } from "./searchableOf";

const fields = { PER: "person", ORG: "org", LOC: "place", EVENT: "entity" } as const satisfies Record<string, NameField>;

/** Other names of an entity that find it: the most frequent ones. */
const mostAliases = 6;

/** The names of the entities in an article, by field, with their other names; null where it has not been read for names. */
export function nameValues(id: string, index: EntityIndex, view: EntityView): ArticleNameValues | null {
  if (index.place(id) === null) return null;
  const values: Partial<Record<NameField, string[]>> = {};
  const aliases: Partial<Record<NameField, string[]>> = {};
  const seen = new Set<string>();
  view.eachEntity(id, (entity) => {
    if (seen.has(entity.id)) return;
    seen.add(entity.id);
    const field = fields[entity.type];
    (values[field] ??= []).push(entity.name);
    for (const [form] of entity.forms.slice(0, mostAliases)) if (form !== entity.name) (aliases[field] ??= []).push(form);
  });
  return { values, aliases };
}
