import type { EntityView } from "../index/entityView";
import { kindWords } from "./kindWords";

/** A reader's corrections that concern an entity, one sentence each. */
export function correctionsOf(view: EntityView, id: string): readonly string[] {
  const { merges, splits, pins, renames, kinds } = view.index.corrections.list;
  const sentences: string[] = [];
  for (const { names, into } of merges) if (view.named(into) === id) sentences.push(`Merged: ${names.join(", ")}.`);
  for (const { form, from } of splits) if (view.named(from) === id) sentences.push(`“${form}” was split off.`);
  for (const { form, to } of pins) if (view.named(to) === id) sentences.push(`“${form}” always means it.`);
  for (const { entity, name } of renames) if (view.named(entity) === id) sentences.push(`Renamed to “${name}”.`);
  for (const { entity, type } of kinds) if (view.named(entity) === id) sentences.push(`Said to be of kind ${kindWords[type]}.`);
  return sentences;
}
