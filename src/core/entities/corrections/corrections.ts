import { groupId, type EntityType } from "../resolve/localEntity";
import { resolveArticle } from "../resolve/resolveArticle";

/** An entity as a reader names it: one of its names, and its kind. */
export interface EntityRef {
  readonly name: string;
  readonly type: EntityType;
}

/** That a form of a name means another entity than was concluded; null: one of its own. */
export interface FormRule {
  readonly form: string;
  readonly from: EntityRef | null;
  readonly to: EntityRef | null;
  readonly type: EntityType;
}

/** What a reader corrected, as the file says it. */
export interface CorrectionList {
  readonly merges: readonly { readonly names: readonly string[]; readonly into: EntityRef }[];
  readonly splits: readonly { readonly form: string; readonly from: EntityRef }[];
  readonly pins: readonly { readonly form: string; readonly to: EntityRef }[];
  readonly renames: readonly { readonly entity: EntityRef; readonly name: string }[];
  readonly kinds: readonly { readonly entity: EntityRef; readonly type: EntityType }[];
  readonly hidden: readonly EntityRef[];
}

/** The group that a name of a kind is in when it stands alone; null where nothing of a name is left. */
export function groupOfName({ name, type }: EntityRef): string | null {
  const [local] = resolveArticle(name, [{ start: 0, end: name.length, type, score: 1 }]);
  return local === undefined ? null : groupId(local);
}

/** A reader's corrections, ready to be asked. */
export class Corrections {
  readonly list: CorrectionList;
  readonly #rules: ReadonlyMap<string, FormRule>;

  constructor(list: CorrectionList) {
    this.list = list;
    const rules = new Map<string, FormRule>();
    for (const { form, from } of list.splits) rules.set(form.toLowerCase(), { form, from, to: null, type: from.type });
    for (const { form, to } of list.pins) rules.set(form.toLowerCase(), { form, from: null, to, type: to.type });
    this.#rules = rules;
  }

  /** What a reader said that a form means; null for nothing. Case does not count. */
  ruleFor(form: string): FormRule | null {
    return this.#rules.get(form.toLowerCase()) ?? null;
  }

  /** The forms that have a rule, in small letters. */
  forms(): Iterable<string> {
    return this.#rules.keys();
  }

  /** Whether one of the forms has a rule. */
  concerns(forms: readonly string[]): boolean {
    return this.#rules.size > 0 && forms.some((form) => this.#rules.has(form.toLowerCase()));
  }
}

export const noCorrections = new Corrections({ merges: [], splits: [], pins: [], renames: [], kinds: [], hidden: [] });

/** The corrections of several files as one; later ones count where they contradict. */
export function combined(all: readonly Corrections[]): Corrections {
  return new Corrections({
    merges: all.flatMap(({ list }) => list.merges),
    splits: all.flatMap(({ list }) => list.splits),
    pins: all.flatMap(({ list }) => list.pins),
    renames: all.flatMap(({ list }) => list.renames),
    kinds: all.flatMap(({ list }) => list.kinds),
    hidden: all.flatMap(({ list }) => list.hidden),
  });
}
