import { Best } from "../../util/best";
import { fold } from "../../text/fold";
import type { FactsOf } from "./articleFacts";
import { lettersOf } from "../resolve/formIndex";
import type { EntityType } from "../resolve/localEntity";
import type { Entity } from "./entity";
import type { EntityView } from "./entityView";
import { usefulness } from "./usefulness";

export type EntityOrder = "usefulness" | "count" | "recency" | "name";

/** The entities of each kind, by the numbers of their root groups. */
export type RootsByKind = ReadonlyMap<EntityType, readonly number[]>;

interface Keyed {
  readonly root: number;
  readonly id: string;
  readonly name: string;
  readonly mentions: number;
  readonly worth: number;
  readonly date: string;
}

/** So many entities are looked at between two pauses. */
const stride = 500;
/** Lists are put in order by as many as a reader scrolls through. */
const chunk = 500;

/**
 * The entities of one view in the orders of lists, put in order as far as they are asked for. What looks at all of them pauses about
 * every millisecond.
 */
export class EntityLists {
  readonly #view: EntityView;
  readonly #facts: FactsOf;
  readonly #heads = new Map<string, readonly Entity[]>();
  readonly #collator = new Intl.Collator("en", { sensitivity: "base", numeric: true });
  #all: RootsByKind | null = null;
  #filtered: { readonly filter: string; readonly roots: RootsByKind } | null = null;

  constructor(view: EntityView, facts: FactsOf) {
    this.#view = view;
    this.#facts = facts;
  }

  /** The entities of each kind that have a name that holds `filter` (folded; all for an empty one). */
  *rootsByKind(filter: string): Generator<undefined, RootsByKind> {
    this.#all ??= yield* this.#byKind(this.#view.roots());
    if (filter === "") return this.#all;
    const folded = fold(filter);
    if (this.#filtered?.filter !== folded) this.#filtered = { filter: folded, roots: yield* this.#byKind(this.#rootsHolding(folded)) };
    return this.#filtered.roots;
  }

  /** The first `count` entities of a kind in an order, of those whose names hold `filter`. */
  *first(count: number, type: EntityType, order: EntityOrder, filter: string): Generator<undefined, readonly Entity[]> {
    const roots = (yield* this.rootsByKind(filter)).get(type) ?? [];
    const key = `${type} ${order} ${filter}`;
    const known = this.#heads.get(key);
    if (known !== undefined && known.length >= Math.min(count, roots.length)) return known;
    const best = new Best<Keyed>(Math.ceil(count / chunk) * chunk, this.#comparing(order));
    for (const [at, root] of roots.entries()) {
      best.add(this.#keyed(root, order));
      if (at % stride === stride - 1) yield;
    }
    const head = best.items.flatMap(({ root }) => this.#view.entityNumbered(root) ?? []);
    this.#heads.set(key, head);
    return head;
  }

  *#byKind(roots: Iterable<number>): Generator<undefined, RootsByKind> {
    const kinds = new Map<EntityType, number[]>([
      ["PER", []],
      ["ORG", []],
      ["LOC", []],
      ["EVENT", []],
    ]);
    let count = 0;
    for (const root of roots) {
      const type = this.#view.typeOf(root);
      if (type !== null) kinds.get(type)?.push(root);
      if (++count % stride === 0) yield;
    }
    return kinds;
  }

  #rootsHolding(filter: string): ReadonlySet<number> {
    const roots = new Set<number>();
    const { forms } = this.#view.index.groups;
    forms.find(
      lettersOf(filter),
      false,
      (folded) => folded.includes(filter) || null,
      (group) => {
        this.#view.eachRoot(group, (root) => roots.add(root));
      },
    );
    for (const [root, name] of this.#view.givenNames()) if (fold(name).includes(filter)) roots.add(root);
    return roots;
  }

  #keyed(root: number, order: EntityOrder): Keyed {
    const view = this.#view;
    const counts = {
      id: view.idOf(root),
      type: view.typeOf(root) ?? "PER",
      mentions: view.mentionsOf(root),
      articles: view.articlesOf(root),
    };
    return {
      root,
      id: counts.id,
      name: order === "name" ? (view.entityNumbered(root)?.name ?? "") : "",
      mentions: counts.mentions,
      worth: usefulness(counts, view.index.articleCount),
      date: order === "recency" ? this.#lastDate(root) : "",
    };
  }

  /** The date of its newest article; empty for none. */
  #lastDate(root: number): string {
    let last = "";
    for (const group of this.#view.groupsOf(root)) {
      const rows = this.#view.index.groups.placesOf(group);
      for (let row = 0; row < rows.length; row++) {
        const date = this.#facts(rows.article(row))?.date ?? "";
        if (date > last) last = date;
      }
    }
    return last;
  }

  #comparing(order: EntityOrder): (a: Keyed, b: Keyed) => number {
    const byId = (a: Keyed, b: Keyed): number => (a.id < b.id ? -1 : 1);
    switch (order) {
      case "name":
        return (a, b) => this.#collator.compare(a.name, b.name) || byId(a, b);
      case "count":
        return (a, b) => b.mentions - a.mentions || b.worth - a.worth || byId(a, b);
      case "recency":
        return (a, b) => (a.date === b.date ? b.worth - a.worth || byId(a, b) : a.date < b.date ? 1 : -1);
      case "usefulness":
        return (a, b) => b.worth - a.worth || byId(a, b);
    }
  }
}
