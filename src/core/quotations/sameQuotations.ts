import type { Quotation } from "./quotation";

/** A quotation somewhere in a corpus, as it is compared with others. `words` are its content's, folded (`quotationWords`). */
export interface PlacedQuotation<Place> {
  readonly place: Place;
  readonly quotation: Quotation;
  readonly words: readonly string[];
}

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
export function sameQuotations(all: readonly Pick<PlacedQuotation<unknown>, "words">[]): readonly number[] {
  const group = all.map((_, at) => at);
  const find = (at: number): number => {
    let root = at;
    while (group[root] !== root) root = group[root] ?? root;
    group[at] = root;
    return root;
  };
  const grams = all.map(({ words }) => gramsOf(words));
  const holders = new Map<string, number[]>();
  for (const [at, own] of grams.entries()) {
    const shared = new Map<number, number>();
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

function gramsOf(words: readonly string[]): ReadonlySet<string> {
  if (words.length === 0) return new Set();
  if (words.length < fewestWords) return new Set([`=${words.join(" ")}`]);
  const grams = new Set<string>();
  for (let at = 0; at + gramLength <= words.length; at++) grams.add(words.slice(at, at + gramLength).join(" "));
  return grams;
}
