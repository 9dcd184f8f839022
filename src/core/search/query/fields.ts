import type { ValueField, Zone } from "../engine/searchable";

/** What a name in front of a colon asks about. */
interface FieldKinds {
  /** Words in one part of the text. */
  readonly zone: { readonly zone: Zone };
  /** What is known of the article. */
  readonly value: { readonly values: readonly ValueField[] };
  /** A word with the capitals that were typed. */
  readonly case: object;
  /** A day or more: itself, or all days from it or before it on. */
  readonly date: { readonly reach: "within" | "from" | "after" | "before" | "until" };
  readonly undated: object;
  /** Words that somebody said. */
  readonly quote: object;
  readonly is: object;
}

type Row = {
  readonly [Kind in keyof FieldKinds]: { readonly kind: Kind; readonly name: string; readonly also: readonly string[] } & FieldKinds[Kind];
}[keyof FieldKinds];

/**
 * The fields of the query language, in the order in which they are offered: the name, others for it that people bring along, and what
 * it asks about. A new field of what is known of articles needs a row here, and its values in `searchableFacts`.
 */
const rows = [
  { name: "title", also: ["headline", "intitle", "allintitle"], kind: "zone", zone: "title" },
  { name: "body", also: ["text", "intext"], kind: "zone", zone: "body" },
  { name: "author", also: ["by", "byline"], kind: "value", values: ["author"] },
  { name: "source", also: ["outlet", "publisher", "publication"], kind: "value", values: ["source"] },
  { name: "agency", also: [], kind: "value", values: ["agency"] },
  { name: "place", also: ["location"], kind: "value", values: ["place"] },
  { name: "file", also: ["path", "filename"], kind: "value", values: ["file"] },
  { name: "lang", also: ["language"], kind: "value", values: ["lang"] },
  { name: "person", also: ["people"], kind: "value", values: ["person"] },
  { name: "org", also: ["organisation", "organization", "company"], kind: "value", values: ["org"] },
  // An entity is a person, an organisation, a place or another one.
  { name: "entity", also: [], kind: "value", values: ["person", "org", "place", "entity"] },
  // Words behind it are looked for within what the speaker said.
  { name: "said", also: ["says", "speaker"], kind: "value", values: ["said"] },
  { name: "quote", also: ["quoted", "quotation"], kind: "quote" },
  { name: "story", also: [], kind: "value", values: ["story"] },
  { name: "case", also: [], kind: "case" },
  { name: "date", also: ["published"], kind: "date", reach: "within" },
  { name: "since", also: [], kind: "date", reach: "from" },
  { name: "after", also: [], kind: "date", reach: "after" },
  { name: "before", also: [], kind: "date", reach: "before" },
  { name: "until", also: [], kind: "date", reach: "until" },
  { name: "undated", also: [], kind: "undated" },
  { name: "is", also: [], kind: "is" },
] as const satisfies readonly Row[];

export type QueryField = (typeof rows)[number];

/** Fields whose value is looked for in the text or in what is known of the article. */
export type TextField = Extract<QueryField, { readonly kind: "zone" | "value" | "case" }>["name"];

/** By each name that a reader may type in front of a colon, in lower case, the field that it means. */
export const queryFields: ReadonlyMap<string, QueryField> = new Map(
  rows.flatMap((row) => [row.name, ...row.also].map((name) => [name, row] as const)),
);

/** The fields of an article that have the values asked for; undefined for a field of the text. */
export function valuesOf(field: TextField): readonly ValueField[] | undefined {
  const found = queryFields.get(field);
  return found?.kind === "value" ? found.values : undefined;
}

/** The only part of the text that counts for a field; null for all. */
export function zoneOf(field: TextField | null): Zone | null {
  const found = field === null ? undefined : queryFields.get(field);
  return found?.kind === "zone" ? found.zone : null;
}
