import type { ArticleContexts } from "./articleContexts";
import type { BareNameReading } from "./bearerEvidence";
import type { CountedGroup, GroupPlaces } from "./groupTally";
import type { EntityType } from "./localEntity";
import { PlaceRows } from "./placeRows";

/** Those places of a group that are of one entity. */
export class GroupPart implements GroupPlaces {
  readonly id: string;
  readonly type: EntityType;
  readonly key: string;
  readonly number: number;
  /** The number of the root group of the person that it was taken for; null for what was taken for nobody. */
  readonly taken: number | null;
  readonly places = new PlaceRows();
  articles = 0;
  mentions = 0;
  readonly #forms = new Map<string, number>();

  constructor({ id, type, key, number }: CountedGroup, taken: number | null) {
    this.id = id;
    this.type = type;
    this.key = key;
    this.number = number;
    this.taken = taken;
  }

  forms(): Iterable<readonly [form: string, count: number]> {
    return this.#forms;
  }

  /** Takes over a row of the group's places. */
  add(rows: PlaceRows, row: number, forms: Iterable<readonly [form: string, count: number]>): void {
    this.places.add(rows.article(row), rows.local(row), rows.mentions(row), rows.mark(row));
    this.articles++;
    this.mentions += rows.mentions(row);
    for (const [form, count] of forms) this.#forms.set(form, (this.#forms.get(form) ?? 0) + count);
  }
}

/** A group whose places are of several entities. */
export interface DividedGroup {
  readonly group: CountedGroup;
  /** By the article's number. */
  readonly readings: ReadonlyMap<number, BareNameReading>;
  /** One for each person that is meant in some articles. */
  readonly parts: readonly GroupPart[];
  /** The places of all other articles; there may be none. */
  readonly rest: GroupPart;
}

/** Divides a group by whom its articles mean. Pauses now and then. */
export function* divideGroup(
  group: CountedGroup,
  rows: PlaceRows,
  readings: ReadonlyMap<number, BareNameReading>,
  articles: ArticleContexts,
): Generator<undefined, DividedGroup> {
  const rest = new GroupPart(group, null);
  const parts = new Map<number, GroupPart>();
  // Most names have one form, and articles need not be read for it.
  const [first, second] = group.forms();
  for (let row = 0; row < rows.length; row++) {
    const taken = readings.get(rows.article(row))?.root ?? null;
    let part = taken === null ? rest : parts.get(taken);
    if (part === undefined) parts.set(taken ?? -1, (part = new GroupPart(group, taken)));
    part.add(
      rows,
      row,
      first === undefined || second !== undefined ? articles.formsOf(rows.article(row), rows.local(row)) : [[first[0], rows.mentions(row)]],
    );
    if (row % 32 === 31) yield;
  }
  return { group, readings, parts: [...parts.values()], rest };
}
