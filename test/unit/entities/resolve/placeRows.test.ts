import { deepEqual } from "node:assert/strict";
import fc from "fast-check";
import { largestMark, PlaceRows } from "../../../../src/core/entities/resolve/placeRows";

describe("rows of places", () => {
  it("are those of the articles that are here, whatever came and went", () => {
    const change = fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 2, arbitrary: fc.nat(60) });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 120 }), (changes) => {
        const rows = new PlaceRows();
        const here = new Map<number, readonly number[]>();
        const isHere = (article: number): boolean => here.has(article);
        changes.forEach((gone, article) => {
          if (gone === null) {
            const row = [article, article % 7, 1 + (article % 300), article % (largestMark + 1)] as const;
            rows.add(...row);
            here.set(article, row);
          } else if (here.delete(gone)) {
            rows.lose(isHere);
          }
        });
        rows.tidy(isHere);
        const left = Array.from({ length: rows.length }, (_, row) => [
          rows.article(row),
          rows.local(row),
          rows.mentions(row),
          rows.mark(row),
        ]);
        deepEqual(left, [...here.values()]);
      }),
    );
  });
});
