import type { Entity } from "../entities/index/entity";
import type { EntityView } from "../entities/index/entityView";
import type { LocalQuotation } from "./localQuotation";

/** A quotation of an article of an index, with who says it. */
export interface SpokenQuotation {
  readonly quotation: LocalQuotation;
  /** Null where the article does not tell, or a reader said that it is nobody. */
  readonly speaker: Entity | null;
  /** The speaker's name as the article has it, where it is no entity's; else null. */
  readonly form: string | null;
}

/** Who said what in an article, by its number in the view's index; in order of the text. */
export function spokenIn(view: EntityView, article: number): readonly SpokenQuotation[] {
  const { index } = view;
  const quotations = index.quotationsOf(article);
  if (quotations.length === 0) return [];
  const localOf = index.mentionsOf(article)?.localOf;
  const groups: number[] = [];
  index.eachLocal(article, (group) => groups.push(group));
  return quotations.map((quotation) => {
    const mention = quotation.speaker?.mention ?? null;
    if (mention === null) return { quotation, speaker: null, form: null };
    const group = groups[localOf?.[mention] ?? -1];
    const speaker = group === undefined ? null : view.entityNumbered(view.rootNumber(group, article));
    if (speaker !== null && !view.isBetween(speaker.id)) return { quotation, speaker, form: null };
    const names = index.articleNumbered(article)?.names;
    return { quotation, speaker: null, form: names?.forms[names.formOf[mention] ?? -1] ?? null };
  });
}
