import { countOf, counted, entriesOf, sizeOf, type Counts } from "../../util/counts";
import { fold } from "../../text/fold";
import type { StringTable } from "../../util/stringTable";

/**
 * Which letters a folded text has, one bit each; digits have one, and letters of other scripts share four. What has not
 * all letters of another text does not hold it: most names need no closer look.
 */
export function lettersOf(folded: string): number {
  let letters = 0;
  for (let at = 0; at < folded.length; at++) {
    const unit = folded.charCodeAt(at);
    if (unit >= 97 && unit <= 122) letters |= 1 << (unit - 97);
    else if (unit >= 48 && unit <= 57) letters |= 1 << 26;
    else if (unit > 127) letters |= 1 << (27 + (unit & 3));
  }
  return letters;
}

/** Finds groups by their forms, folded. Changed with the groups, a form at a time. */
export class FormIndex {
  readonly #strings: StringTable;
  /** By the number of the folded form: for each group, how many of its forms fold so. */
  readonly #groups: (Counts | undefined)[] = [];
  readonly #letters: number[] = [];

  constructor(strings: StringTable) {
    this.#strings = strings;
  }

  add(form: string, group: number): void {
    const folded = fold(form);
    const known = this.#strings.find(folded);
    const groups = known < 0 ? undefined : this.#groups[known];
    const string = groups === undefined ? this.#strings.use(folded) : known;
    if (groups === undefined) this.#letters[string] = lettersOf(folded);
    this.#groups[string] = counted(groups ?? [], group, 1);
  }

  remove(form: string, group: number): void {
    const string = this.#strings.find(fold(form));
    const groups = this.#groups[string];
    if (groups === undefined || countOf(groups, group) === 0) return;
    const left = counted(groups, group, -1);
    this.#groups[string] = left;
    if (sizeOf(left) > 0) return;
    this.#groups[string] = undefined;
    this.#strings.release(string);
  }

  /** The numbers of the groups that have a form, folded. */
  groupsWith(folded: string): readonly number[] {
    return numbersOf(this.#groups[this.#strings.find(folded)]);
  }

  /**
   * Calls `test` for all forms, folded, that have the letters of `letters`, or all but one of them if one may be missing;
   * where it gives a value, `take` gets that with the number of each group that has the form.
   */
  find<Value>(
    letters: number,
    mayMissOne: boolean,
    test: (folded: string, missesOne: boolean) => Value | null,
    take: (group: number, value: Value) => void,
  ): void {
    for (let string = 0; string < this.#groups.length; string++) {
      const groups = this.#groups[string];
      if (groups === undefined) continue;
      const lacks = letters & ~(this.#letters[string] ?? 0);
      // Without its lowest bit nothing is left of one.
      if (lacks !== 0 && (!mayMissOne || (lacks & (lacks - 1)) !== 0)) continue;
      const value = test(this.#strings.text(string), lacks !== 0);
      if (value !== null) for (const [group] of entriesOf(groups)) take(group, value);
    }
  }
}

function numbersOf(groups: Counts | undefined): readonly number[] {
  return groups === undefined ? [] : Array.from(entriesOf(groups), ([group]) => group);
}
