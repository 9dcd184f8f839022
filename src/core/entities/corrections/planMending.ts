import type { Entity } from "../index/entity";
import type { EntityView } from "../index/entityView";
import type { EntityType } from "../resolve/localEntity";
import type { NewEntry } from "./editMendings";
import { kindWords } from "./kindWords";

/** What a reader wants mended. `id`s are entities, `form` is a name as it stands in a text. */
export type Mending =
  | { readonly type: "merge"; readonly ids: readonly string[]; readonly into: string }
  | { readonly type: "split"; readonly id: string; readonly form: string }
  | { readonly type: "rename"; readonly id: string; readonly name: string }
  | { readonly type: "kind"; readonly id: string; readonly kind: EntityType }
  | { readonly type: "hide"; readonly id: string }
  | { readonly type: "pin"; readonly form: string; readonly id: string };

/** The entry that says it in the file, a sentence for the reader, and the entities concerned; or why it cannot be done. */
export type MendingPlan =
  | { readonly entry: NewEntry; readonly summary: string; readonly entities: readonly Entity[] }
  | { readonly error: string };

/** Plans a mending on the entities as they are. */
export function planMending(view: EntityView, mending: Mending): MendingPlan {
  const id = mending.type === "merge" ? mending.into : mending.id;
  const entity = view.entity(id);
  if (entity === null) return { error: "This entity is not in the corpus any more." };
  const kind = ["kind", kindWords[rootType(entity)]] as const;
  const name = nameFor(view, entity);
  switch (mending.type) {
    case "merge": {
      const others = [...new Set(mending.ids.map((one) => view.rootOf(one)))].filter((one) => one !== entity.id).flatMap((one) => view.entity(one) ?? []);
      if (others.length === 0) return { error: "These are one already." };
      const mentions = others.reduce((sum, one) => sum + one.mentions, entity.mentions);
      return {
        entry: { list: "merge", keys: [kind, ["into", name], ["names", others.map((one) => nameFor(view, one))]] },
        summary: `${others.map(inWords).join(" and ")} will be one with ${inWords(entity)}: ${mentions} mentions in all.`,
        entities: [entity, ...others],
      };
    }
    case "split": {
      const form = mending.form.trim();
      const count = entity.forms.find(([one]) => one.toLowerCase() === form.toLowerCase())?.[1] ?? 0;
      if (count === 0) return { error: `“${form}” is no form of ${entity.name}.` };
      if (count === entity.mentions) return { error: `“${form}” is the only form of ${entity.name}.` };
      return {
        entry: { list: "split", keys: [kind, ["form", form], ["from", name]] },
        summary: `“${form}” (${count} of ${entity.mentions} mentions of ${entity.name}) will be an entity of its own.`,
        entities: [entity],
      };
    }
    case "rename": {
      const newName = mending.name.trim();
      if (newName === "") return { error: "A name is needed." };
      return { entry: { list: "rename", keys: [kind, ["entity", name], ["name", newName]] }, summary: `${entity.name} will be called ${newName}.`, entities: [entity] };
    }
    case "kind":
      return {
        entry: { list: "kind", keys: [kind, ["entity", name], ["to", kindWords[mending.kind]]] },
        summary: `${inWords(entity)} will be listed as ${kindWords[mending.kind]}.`,
        entities: [entity],
      };
    case "hide":
      return { entry: { list: "hide", keys: [kind, ["name", name]] }, summary: `${inWords(entity)} will not be taken for a name any more.`, entities: [entity] };
    case "pin": {
      const form = mending.form.trim();
      if (form === "") return { error: "A form is needed." };
      const others = view.withForm(form).filter((one) => one !== entity.id).flatMap((one) => view.entity(one) ?? []);
      return {
        entry: { list: "pin", keys: [kind, ["form", form], ["to", name]] },
        summary: `“${form}” will always mean ${entity.name}${others.length === 0 ? "" : `, and not ${others.map((one) => one.name).join(" or ")}`}.`,
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
  return `${name} (${mentions} mention${mentions === 1 ? "" : "s"})`;
}
