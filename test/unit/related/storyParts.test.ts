import { strict as assert } from "node:assert";
import fc from "fast-check";
import { atOnce } from "../../../src/core/util/atOnce";
import { TermIndex } from "../../../src/core/related/similarity/termIndex";
import { sortInSlices } from "../../../src/core/related/stories/sortInSlices";
import { StorySum } from "../../../src/core/related/stories/storySum";
import { StrongestTerms } from "../../../src/core/related/stories/strongestTerms";

describe("sorting in slices", () => {
  for (const size of [0, 1, 2, 999, 1000, 1001, 2500, 4000, 5001]) {
    it(`puts ${size} numbers in order`, () => {
      // A permutation: the factor has no divisor in common with any of the sizes.
      const values = Uint32Array.from({ length: size }, (_, at) => (at * 7919) % size);
      assert.deepEqual(
        [...atOnce(sortInSlices(values, (a, b) => b - a))],
        Array.from({ length: size }, (_, at) => size - 1 - at),
      );
    });
  }
});

describe("the sum of a story's articles", () => {
  const vector = fc.uniqueArray(fc.record({ term: fc.integer({ min: 0, max: 60 }), weight: fc.integer({ min: 1, max: 65_535 }) }), {
    maxLength: 40,
    selector: ({ term }) => term,
  });
  type Vector = readonly { readonly term: number; readonly weight: number }[];

  const sumOf = (vectors: readonly Vector[]): StorySum => {
    const sorted = vectors.map((entries) => [...entries].sort((a, b) => a.term - b.term));
    const starts = Uint32Array.from([0, ...sorted].map((_, at) => sorted.slice(0, at).flat().length));
    const terms = Uint32Array.from(sorted.flat(), ({ term }) => term);
    const weights = Uint32Array.from(sorted.flat(), ({ weight }) => weight);
    const sums = sorted.map((_, at) => new StorySum({ starts, terms, weights, telling: new Uint32Array(0) }, at));
    return sums.reduce((sum, other) => {
      sum.add(other);
      return sum;
    });
  };
  const plainProduct = (a: readonly Vector[], b: readonly Vector[]): number =>
    a
      .flat()
      .reduce((total, one) => b.flat().reduce((all, other) => all + (one.term === other.term ? one.weight * other.weight : 0), total), 0);

  it("is as alike to another as all pairs of their articles together", () => {
    const vectors = fc.array(vector, { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(vectors, vectors, (a, b) => {
        assert.equal(sumOf(a).product(sumOf(b)), plainProduct(a, b));
      }),
    );
  });

  it("keeps the terms that weigh most when it has grown long", () => {
    const entries = (first: number, weight: number): Vector =>
      Array.from({ length: 100 }, (_, at) => ({ term: first + at, weight: weight + at }));
    const long = sumOf(Array.from({ length: 9 }, (_, at) => entries(100 * at, 1000 * (at + 1))));
    assert.equal(long.product(sumOf([entries(800, 9000)])), plainProduct([entries(800, 9000)], [entries(800, 9000)]));
    assert.equal(long.product(sumOf([entries(100, 1)])), 0);
  });
});

describe("the strongest terms of an article", () => {
  const cases: readonly (readonly [
    name: string,
    weights: Readonly<Record<string, number>>,
    count: number,
    strongest: readonly string[],
  ])[] = [
    ["all of a few", { b: 1, a: 2 }, 3, ["a", "b"]],
    ["the heaviest", { a: 1, b: 3, c: 2 }, 2, ["b", "c"]],
    ["by name where weights are equal", { d: 1, c: 1, b: 1, a: 1, z: 2 }, 3, ["a", "b", "z"]],
    ["none without a weight", { a: 0, b: 1 }, 2, ["b"]],
  ];
  for (const [name, weights, count, expected] of cases) {
    it(name, () => {
      const index = new TermIndex();
      index.set("article", new Map(Object.entries(weights)));
      const terms = new StrongestTerms(index, new Float64Array(index.termCount).fill(1));
      assert.ok(Math.abs(terms.weigh(0) - Math.hypot(...Object.values(weights))) < 1e-9);
      const isStrongest = terms.strongest(count);
      const places = Array.from({ length: terms.size }, (_, place) => place).filter(isStrongest);
      assert.deepEqual(places.map((place) => index.nameOf(terms.termAt(place))).sort(), expected);
    });
  }
});
