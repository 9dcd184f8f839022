import type { Entity } from "../../core/entities/index/entity";
import type { EntityView } from "../../core/entities/index/entityView";
import { entityMethod, type EntityProfile } from "../../protocol/entities";
import { correctionsOf } from "../../core/entities/corrections/correctionsOf";
import { entityCard } from "../answers/entities/card";
import type { Feature } from "../main/services";

const mostForms = 50;
const mostCompanions = 20;
const mostSentences = 10;
const mostReasons = 40;
const cardSentences = 2;

/** `entityProfile`, all that an entity's page shows, and `entityCard`, the hover's text for tooltips. */
export const entityProfile: Feature = (connection, { names, summaries, sentenceTexts, quotations }) => {
  connection.onRequest(entityMethod.entityProfile, async ({ id }: { readonly id: string }): Promise<EntityProfile | null> => {
    const { view } = names;
    const entity = view.entity(id);
    if (entity === null) return null;
    const { roles, outlets, copies, timeline } = summaries.overview(entity);
    return {
      summary: summaries.summary(entity),
      forms: entity.forms.slice(0, mostForms).map(([text, count]) => ({ text, count })),
      roles,
      outlets,
      copies,
      timeline: timeline.bins,
      timelineUnit: timeline.unit,
      occursWith: summaries
        .companions(entity)
        .slice(0, mostCompanions)
        .map(({ entity: other, articles, association }) => ({ entity: summaries.summary(other), articles, association })),
      sentences: await sentenceTexts.telling(entity, null, mostSentences),
      because: reasonsOf(view, entity),
      corrections: correctionsOf(view, entity.id),
    };
  });

  connection.onRequest(entityMethod.entityCard, async ({ id }: { readonly id: string }): Promise<string | null> => {
    const entity = names.view.entity(id);
    if (entity === null) return null;
    return entityCard(entity, {
      names,
      summaries,
      sentences: await sentenceTexts.telling(entity, null, cardSentences),
      said: await quotations.newestText(entity),
      form: null,
      here: null,
      taken: null,
    });
  });
  return {};
};

/** Why forms were taken together, within articles and across them, the reasons of most articles first. */
function reasonsOf(view: EntityView, entity: Entity): EntityProfile["because"] {
  const reasons = new Map(view.reasons(entity));
  view.eachPlace(entity, (article, local) => {
    for (const reason of view.index.articleNumbered(article)?.locals[local]?.because ?? [])
      reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  });
  return [...reasons]
    .map(([reason, articles]) => ({ reason, articles }))
    .sort((a, b) => b.articles - a.articles || (a.reason < b.reason ? -1 : 1))
    .slice(0, mostReasons);
}
