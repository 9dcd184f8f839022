import { fold } from "../../text/fold";
import { lettersOf } from "../resolve/formIndex";
import type { EntityType } from "../resolve/localEntity";
import type { Entity } from "./entity";
import type { EntityView } from "./entityView";
import { usefulness } from "./usefulness";

export type EntityOrder = "usefulness" | "count" | "recency" | "name";

/** The entities of one view in the orders of lists; each order is made once. */
export class EntityLists {
  readonly #view: EntityView;
  readonly #lastDate: (entity: Entity) => string;
  readonly #sorted = new Map<string, readonly Entity[]>();
  #byType: ReadonlyMap<EntityType, readonly Entity[]> | null = null;
  #filtered: { readonly filter: string; readonly ids: ReadonlySet<string> } | null = null;

  /** `lastDate` gives the date of an entity's newest article, `YYYY-MM-DD`; empty for none. */
  constructor(view: EntityView, lastDate: (entity: Entity) => string) {
    this.#view = view;
    this.#lastDate = lastDate;
  }

  /** How many entities of each kind have a name that holds `filter` (folded; all for an empty one). */
  counts(filter: string): ReadonlyMap<EntityType, number> {
    const counts = new Map<EntityType, number>();
    for (const [type, entities] of this.#types()) {
      const count = filter === "" ? entities.length : this.#passing(entities, filter).length;
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
    return filter === "" ? sorted : this.#passing(sorted, filter);
  }

  #types(): ReadonlyMap<EntityType, readonly Entity[]> {
    if (this.#byType !== null) return this.#byType;
    const types = new Map<EntityType, Entity[]>([["PER", []], ["ORG", []], ["LOC", []], ["EVENT", []]]);
    for (const root of this.#view.roots()) {
      const entity = this.#view.entityNumbered(root);
      if (entity !== null) types.get(entity.type)?.push(entity);
    }
    this.#byType = types;
    return types;
  }

  #passing(entities: readonly Entity[], filter: string): readonly Entity[] {
    const folded = fold(filter);
    if (this.#filtered?.filter !== folded) this.#filtered = { filter: folded, ids: this.#idsHolding(folded) };
    const { ids } = this.#filtered;
    return entities.filter(({ id }) => ids.has(id));
  }

  #idsHolding(filter: string): ReadonlySet<string> {
    const roots = new Set<number>();
    this.#view.index.groups.forms.find(lettersOf(filter), false, (folded) => folded.includes(filter) || null, (group) => roots.add(this.#view.rootNumber(group)));
    for (const [root, name] of this.#view.givenNames()) if (fold(name).includes(filter)) roots.add(root);
    return new Set(Array.from(roots, (root) => this.#view.idOf(root)));
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
