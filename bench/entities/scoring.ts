import type { Span } from "../../src/core/text/span";

/** A name by hand or found by a program. */
export interface TypedSpan extends Span {
  readonly type: string;
}

/** A name by hand; `optional` ones count neither for nor against, `alternatives` are other right extents. */
export interface GoldSpan extends TypedSpan {
  readonly optional?: boolean;
  readonly alternatives?: readonly Span[];
}

/** Counts of which precision, recall and F1 are made. */
export class Tally {
  right = 0;
  found = 0;
  gold = 0;

  add(other: Tally): void {
    this.right += other.right;
    this.found += other.found;
    this.gold += other.gold;
  }

  get precision(): number {
    return this.found === 0 ? 0 : (100 * this.right) / this.found;
  }

  get recall(): number {
    return this.gold === 0 ? 0 : (100 * this.right) / this.gold;
  }

  /** In percent. */
  get f1(): number {
    return this.found + this.gold === 0 ? 0 : (200 * this.right) / (this.found + this.gold);
  }
}

const keyOf = (span: Span): string => `${span.start}:${span.end}`;

/** Strict scores of one document as conlleval counts them: a name is right if its extent and its kind are. */
export function score(gold: readonly GoldSpan[], found: readonly TypedSpan[], types: readonly string[]): Map<string, Tally> {
  const tallies = new Map(types.map((type) => [type, new Tally()]));
  const wanted = gold.filter((name) => types.includes(name.type) && name.optional !== true);
  const passed = gold.filter((name) => name.optional === true);
  const byExtent = new Map<string, GoldSpan>();
  for (const name of wanted) {
    byExtent.set(keyOf(name), name);
    for (const other of name.alternatives ?? []) byExtent.set(keyOf(other), name);
    const tally = tallies.get(name.type);
    if (tally !== undefined) tally.gold++;
  }
  const counted = new Set<GoldSpan>();
  for (const name of found) {
    const tally = tallies.get(name.type);
    if (tally === undefined) continue;
    const match = byExtent.get(keyOf(name));
    if (match === undefined && passed.some((other) => other.start < name.end && name.start < other.end)) continue;
    if (match !== undefined && counted.has(match)) continue;
    tally.found++;
    if (match?.type === name.type) {
      tally.right++;
      counted.add(match);
    }
  }
  return tallies;
}

/** The tallies of many documents, kind by kind, and their sum under "all". */
export function total(tallies: Iterable<ReadonlyMap<string, Tally>>): Map<string, Tally> {
  const sums = new Map<string, Tally>([["all", new Tally()]]);
  for (const one of tallies) {
    for (const [type, tally] of one) {
      const sum = sums.get(type) ?? new Tally();
      sum.add(tally);
      sums.set(type, sum);
      sums.get("all")?.add(tally);
    }
  }
  return sums;
}
