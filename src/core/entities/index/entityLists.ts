import { fold } from "../../text/fold";
import type { EntityType } from "../resolve/localEntity";
import type { Entity, EntityView } from "./entityView";
import { usefulness } from "./usefulness";

export type EntityOrder = "usefulness" | "count" | "recency" | "name";

/** The entities of one view in the orders of lists; each order is made once. */
export class EntityLists {
  readonly #view: EntityView;
  readonly #lastDate: (entity: Entity) => string;
  readonly #sorted = new Map<string, readonly Entity[]>();
  #byType: ReadonlyMap<EntityType, readonly Entity[]> | null = null;

  /** `lastDate` gives the date of an entity's newest article, `YYYY-MM-DD`; empty for none. */
  constructor(view: EntityView, lastDate: (entity: Entity) => string) {
    this.#view = view;
    this.#lastDate = lastDate;
  }

  /** How many entities of each kind have a name that holds `filter` (folded; all for an empty one). */
  counts(filter: string): ReadonlyMap<EntityType, number> {
    const counts = new Map<EntityType, number>();
    for (const [type, entities] of this.#types()) {
      const count = filter === "" ? entities.length : entities.filter((entity) => this.#passes(entity, fold(filter))).length;
      if (count > 0) counts.set(type, count);
    }
    return counts;
  }

  /** All entities of a kind in an order, those whose names hold `filter`. */
  list(type: EntityType, order: EntityOrder, filter: string): readonly Entity[] {
    const key = `${type} ${order}`;
    let sorted = this.#sorted.get(key);
    if (sorted === undefined) {
      sorted = this.#sort(this.#types().get(type) ?? [], order);
      this.#sorted.set(key, sorted);
    }
    return filter === "" ? sorted : sorted.filter((entity) => this.#passes(entity, fold(filter)));
  }

  #types(): ReadonlyMap<EntityType, readonly Entity[]> {
    if (this.#byType !== null) return this.#byType;
    const types = new Map<EntityType, Entity[]>([["PER", []], ["ORG", []], ["LOC", []], ["EVENT", []]]);
    for (const id of this.#view.ids()) {
      const entity = this.#view.entity(id);
      if (entity !== null) types.get(entity.type)?.push(entity);
    }
    this.#byType = types;
    return types;
  }

  #passes({ id, name }: Entity, filter: string): boolean {
    return fold(name).includes(filter) || (this.#view.foldedForms().get(id)?.some((form) => form.includes(filter)) ?? false);
  }

  #sort(entities: readonly Entity[], order: EntityOrder): readonly Entity[] {
    if (order === "name") {
      const collator = new Intl.Collator("en", { sensitivity: "base", numeric: true });
      return [...entities].sort((a, b) => collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
    }
    const all = this.#view.index.articleCount;
    const keyed = entities.map((entity) => ({ entity, worth: usefulness(entity, all), date: order === "recency" ? this.#lastDate(entity) : "" }));
    keyed.sort((a, b) =>
      (order === "count" ? b.entity.mentions - a.entity.mentions : 0) || (a.date === b.date ? 0 : a.date < b.date ? 1 : -1) || b.worth - a.worth || (a.entity.id < b.entity.id ? -1 : 1));
    return keyed.map(({ entity }) => entity);
  }
}
