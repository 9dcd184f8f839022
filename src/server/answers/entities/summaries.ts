import type { IndexedArticle } from "../../../core/entities/index/entityIndex";
import type { Entity } from "../../../core/entities/index/entity";
import type { EntityView, ShownWitness } from "../../../core/entities/index/entityView";
import { companionsOf, type Companion } from "../../../core/entities/index/coOccurrence";
import { overviewOf, type Overview } from "../../../core/entities/index/overview";
import { splitOffice } from "../../../core/entities/resolve/openKeys";
import type { EntitySummary } from "../../../protocol/entities";
import type { NameService } from "./nameService";

const mostAliases = 8;
const mostCompanions = 30;

/** Overviews and summaries of entities, kept while the view that they were counted from is the current one. */
export class Summaries {
  readonly #names: NameService;
  #companions = new WeakMap<Entity, readonly Companion[]>();
  #overviews = new WeakMap<Entity, Overview>();

  constructor(names: NameService) {
    this.#names = names;
  }

  overview(entity: Entity): Overview {
    const known = this.#overviews.get(entity);
    if (known !== undefined) return known;
    const overview = overviewOf(this.#names.view, entity, this.#names.factsOf);
    this.#overviews.set(entity, overview);
    return overview;
  }

  /** What is known of the articles themselves has changed: count again. */
  forget(): void {
    this.#overviews = new WeakMap();
    this.#companions = new WeakMap();
  }

  /** Who and what it occurs with, closest first. */
  companions(entity: Entity): readonly Companion[] {
    const known = this.#companions.get(entity);
    if (known !== undefined) return known;
    const companions = companionsOf(this.#names.view, entity, mostCompanions);
    this.#companions.set(entity, companions);
    return companions;
  }

  summary(entity: Entity): EntitySummary {
    return summaryOf(entity, this.overview(entity));
  }

  /** The same for an entity of another view than the current one. */
  summaryIn(view: EntityView, entity: Entity): EntitySummary {
    return summaryOf(entity, overviewOf(view, entity, this.#names.factsOf));
  }
}

function summaryOf(entity: Entity, { roles, firstDate, lastDate }: Overview): EntitySummary {
  const { id, type, name, mentions, articles } = entity;
  return {
    id,
    kind: type,
    name,
    role: roles[0]?.phrase ?? null,
    aliases: aliasesOf(entity).slice(0, mostAliases),
    mentions,
    articles,
    firstDate,
    lastDate,
  };
}

/** Other forms of its name, most frequent first; those that differ in capitals alone are one. */
export function aliasesOf({ name, forms }: Entity): readonly string[] {
  const seen = new Set([name.toLowerCase()]);
  return forms.flatMap(([form]) => {
    const key = form.toLowerCase();
    if (seen.has(key)) return [];
    seen.add(key);
    return [form];
  });
}

/** Why a last name alone was taken for one of its bearers. */
export interface TakenName {
  /** How many people of the corpus bear it. */
  readonly bearers: number;
  /** Whom and what else the article names that told, what says most first. */
  readonly with: readonly ShownWitness[];
}

/** Why a last name alone was taken, in this article, for one of several bearers; null for other names. */
export function takenName({ view }: NameService, article: IndexedArticle, mention: number): TakenName | null {
  const witnesses = view.witnessesOf(article, mention);
  const { key } = article.locals[article.localOf[mention] ?? -1] ?? { key: "" };
  return witnesses.length === 0 ? null : { bearers: view.bearers(splitOffice(key)?.word ?? key).length, with: witnesses };
}

/** Those of whom a name of an article means one, where nothing tells which; empty where it is clear. */
export function bearersOf(names: NameService, article: IndexedArticle, mention: number): readonly Entity[] {
  return names.view.candidatesOf(article, mention);
}
