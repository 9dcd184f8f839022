import { atOnce } from "../util/atOnce";

/** A quotation as it is compared with others: the words of its content, folded (`quotationWords`), or numbers that stand for them. */
export interface ComparedQuotation {
  readonly words: readonly string[] | readonly number[];
}

/** So many are compared between two pauses. */
const comparedBetween = 64;
/** Shorter contents are compared whole: "no comment" is said by many. */
const fewestWords = 5;
/** Of the shorter content's word triples so many must stand in the longer one: what a copy-editor changes is less. */
const sharedEnough = 0.8;
const gramLength = 3;
/** A triple that stands in more quotations tells nothing apart. */
const mostHolders = 400;

/** The words of a content for comparison: lower case, without accents, marks and brackets. */
export function quotationWords(content: string): readonly string[] {
  return (
    content
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/**
 * Groups quotations that have the same words, or nearly: one that leaves words out of another, or changes few, is the
 * same. Returns for each the number of its group (that of its first member). Candidates share a triple of words; they
 * are compared exactly. Only what is quoted or at least `fewestWords` long is ever taken together.
 */
export function sameQuotations(all: readonly ComparedQuotation[]): readonly number[] {
  return atOnce(groupingQuotations(all));
}

/** The same with pauses, about every millisecond. */
export function* groupingQuotations(all: readonly ComparedQuotation[]): Generator<undefined, readonly number[]> {
  const group = all.map((_, at) => at);
  const find = (at: number): number => {
    let root = at;
    while (group[root] !== root) root = group[root] ?? root;
    group[at] = root;
    return root;
  };
  const grams: ReadonlySet<string>[] = [];
  for (const [at, { words }] of all.entries()) {
    grams.push(gramsOf(words));
    if (at % comparedBetween === 0) yield;
  }
  const holders = new Map<string, number[]>();
  for (const [at, own] of grams.entries()) {
    const shared = new Map<number, number>();
    if (at % comparedBetween === 0) yield;
    for (const gram of own) {
      const others = holders.get(gram);
      if (others === undefined) holders.set(gram, [at]);
      else {
        if (others.length < mostHolders) {
          for (const other of others) shared.set(other, (shared.get(other) ?? 0) + 1);
          others.push(at);
        }
      }
    }
    for (const [other, count] of shared) {
      const smaller = Math.min(own.size, grams[other]?.size ?? 0);
      if (smaller === 0 || count < sharedEnough * smaller) continue;
      const a = find(at);
      const b = find(other);
      group[Math.max(a, b)] = Math.min(a, b);
    }
  }
  return group.map((_, at) => find(at));
}

function gramsOf(words: ComparedQuotation["words"]): ReadonlySet<string> {
  if (words.length === 0) return new Set();
  if (words.length < fewestWords) return new Set([`=${words.join(" ")}`]);
  const grams = new Set<string>();
  for (let at = 0; at + gramLength <= words.length; at++) grams.add(words.slice(at, at + gramLength).join(" "));
  return grams;
}
