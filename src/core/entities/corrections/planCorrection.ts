import { counted, readableNumber } from "../../text/readableCount";
import type { Entity } from "../index/entity";
import type { EntityView } from "../index/entityView";
import type { EntityType } from "../resolve/localEntity";
import type { NewEntry } from "./editCorrections";
import { kindWords } from "./kindWords";

/** What a reader wants corrected. `id`s are entities, `form` is a name as it stands in a text. */
export type Correction =
  | { readonly type: "merge"; readonly ids: readonly string[]; readonly into: string }
  | { readonly type: "split"; readonly id: string; readonly form: string }
  | { readonly type: "rename"; readonly id: string; readonly name: string }
  | { readonly type: "kind"; readonly id: string; readonly kind: EntityType }
  | { readonly type: "hide"; readonly id: string }
  | { readonly type: "pin"; readonly form: string; readonly id: string };

/**
 * The entry that says it in the file, a sentence for the reader before it is done and one for when it is, and the entities concerned; or
 * why it cannot be done.
 */
export type CorrectionPlan =
  | { readonly entry: NewEntry; readonly summary: string; readonly done: string; readonly entities: readonly Entity[] }
  | { readonly error: string };

/** Plans a correction on the entities as they are. */
export function planCorrection(view: EntityView, correction: Correction): CorrectionPlan {
  const id = correction.type === "merge" ? correction.into : correction.id;
  const entity = view.entity(id);
  if (entity === null) return { error: "This entity is not in the corpus any more." };
  const kind = ["kind", kindWords[rootType(entity)]] as const;
  const name = nameFor(view, entity);
  switch (correction.type) {
    case "merge": {
      const others = [...new Set(correction.ids.map((one) => view.rootOf(one)))]
        .filter((one) => one !== entity.id)
        .flatMap((one) => view.entity(one) ?? []);
      if (others.length === 0) return { error: "These are one already." };
      const mentions = others.reduce((sum, one) => sum + one.mentions, entity.mentions);
      return {
        entry: { list: "merge", keys: [kind, ["into", name], ["names", others.map((one) => nameFor(view, one))]] },
        summary: `${others.map(inWords).join(" and ")} will be one with ${inWords(entity)}: ${counted(mentions, "mention")} in all.`,
        done: `Merged ${others.map(({ name: one }) => one).join(" and ")} into ${entity.name}: ${counted(mentions, "mention")} in all.`,
        entities: [entity, ...others],
      };
    }
    case "split": {
      const form = correction.form.trim();
      const count = entity.forms.find(([one]) => one.toLowerCase() === form.toLowerCase())?.[1] ?? 0;
      if (count === 0) return { error: `“${form}” is no form of ${entity.name}.` };
      if (count === entity.mentions) return { error: `“${form}” is the only form of ${entity.name}.` };
      return {
        entry: { list: "split", keys: [kind, ["form", form], ["from", name]] },
        summary: `“${form}” (${readableNumber(count)} of ${counted(entity.mentions, "mention")} of ${entity.name}) will be an entity of its own.`,
        done: `Split “${form}” off from ${entity.name}.`,
        entities: [entity],
      };
    }
    case "rename": {
      const newName = correction.name.trim();
      if (newName === "") return { error: "A name is needed." };
      return {
        entry: { list: "rename", keys: [kind, ["entity", name], ["name", newName]] },
        summary: `${entity.name} will be called ${newName}.`,
        done: `Renamed ${entity.name} to ${newName}.`,
        entities: [entity],
      };
    }
    case "kind":
      return {
        entry: { list: "kind", keys: [kind, ["entity", name], ["to", kindWords[correction.kind]]] },
        summary: `${inWords(entity)} will be listed as ${kindWords[correction.kind]}.`,
        done: `Listed ${entity.name} as ${kindWords[correction.kind]}.`,
        entities: [entity],
      };
    case "hide":
      return {
        entry: { list: "hide", keys: [kind, ["name", name]] },
        summary: `${inWords(entity)} will not be taken for a name any more.`,
        done: `Took ${entity.name} out of the names.`,
        entities: [entity],
      };
    case "pin": {
      const form = correction.form.trim();
      if (form === "") return { error: "A form is needed." };
      const others = view
        .withForm(form)
        .filter((one) => one !== entity.id)
        .flatMap((one) => view.entity(one) ?? []);
      return {
        entry: { list: "pin", keys: [kind, ["form", form], ["to", name]] },
        summary: `“${form}” will always mean ${entity.name}${others.length === 0 ? "" : `, and not ${others.map((one) => one.name).join(" or ")}`}.`,
        done: `Pinned “${form}” to ${entity.name}.`,
        entities: [entity, ...others],
      };
    }
  }
}

/** The kind under which the groups of an entity are known, whatever a reader said it is. */
function rootType({ id }: Entity): EntityType {
  return id.slice(0, id.indexOf(":")) as EntityType;
}

/** A name by which the file finds the entity again: its own, if that leads back to it. */
function nameFor(view: EntityView, entity: Entity): string {
  const type = rootType(entity);
  const names = [entity.name, ...entity.forms.map(([form]) => form)];
  return names.find((name) => view.named({ name, type }) === entity.id) ?? entity.name;
}

function inWords({ name, mentions }: Entity): string {
  return `${name} (${counted(mentions, "mention")})`;
}
