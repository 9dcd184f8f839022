import { fold } from "../../text/fold";
import type { EntityView } from "../../entities/index/entityView";
import type { SharedEntity } from "./reasons";
import type { EntitySource } from "./entityVectors";

/** What the names of the corpus say to relatedness and to its reasons. */
export class NamedEntities implements EntitySource {
  readonly #view: EntityView;

  constructor(view: EntityView) {
    this.#view = view;
  }

  entitiesOf(articleId: string): ReadonlyMap<string, number> | null {
    if (this.#view.index.place(articleId) === null) return null;
    const counts = new Map<string, number>();
    this.#view.eachEntity(articleId, ({ id }, mentions) => {
      counts.set(id, (counts.get(id) ?? 0) + mentions);
    });
    return counts;
  }

  articlesWith(entity: string): number {
    return this.#view.entity(entity)?.articles ?? 0;
  }

  /** An entity as a reason names it; null for one that is hidden, or that is an outlet by one of its names. */
  shared(id: string, outlets: ReadonlySet<string>): SharedEntity | null {
    const entity = this.#view.entity(id);
    if (entity === null || outlets.has(fold(entity.name)) || entity.forms.some(([form]) => outlets.has(fold(form)))) return null;
    return { name: entity.name, type: entity.type, articles: entity.articles, isCountry: id.startsWith("LOC:{") };
  }
}

/** The outlets and agencies of articles, folded: they are in the text, and no reason. */
export function outletNames(names: Iterable<string | null>): ReadonlySet<string> {
  const folded = new Set<string>();
  for (const name of names) {
    if (name === null) continue;
    const own = fold(name);
    folded.add(own);
    folded.add(own.replace(/^the /, ""));
  }
  return folded;
}
