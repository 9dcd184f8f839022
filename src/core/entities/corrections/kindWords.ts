import type { EntityType } from "../resolve/localEntity";

/** How the corrections file calls the kinds of entity. */
export const kindWords: Readonly<Record<EntityType, string>> = { PER: "person", ORG: "organization", LOC: "place", EVENT: "event" };

const types: ReadonlyMap<string, EntityType> = new Map([
  ["person", "PER"],
  ["organization", "ORG"],
  ["organisation", "ORG"],
  ["place", "LOC"],
  ["event", "EVENT"],
]);

/** The kind that a word of the file means; null for any other word. */
export function typeOfWord(word: string): EntityType | null {
  return types.get(word.trim().toLowerCase()) ?? null;
}
