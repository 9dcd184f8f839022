import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { viewOf, type EnvelopeView } from "./envelopeView";

interface Case {
  readonly name: string;
  readonly input: string;
  readonly expect: Partial<Omit<EnvelopeView, "articles">> & { readonly articles: readonly Record<string, unknown>[] };
}

const file = join(import.meta.dirname, "../../../../shared/docs/envelope-cases.json");

describe("the envelope's specified cases", () => {
  if (!existsSync(file)) {
    it("are in a file that is not here", function () {
      this.skip();
    });
    return;
  }
  const cases = JSON.parse(readFileSync(file, "utf8")) as Case[];
  for (const { name, input, expect } of cases) {
    it(name, () => {
      const view = viewOf(input);
      assert.equal(view.bundle, expect.bundle);
      assert.equal(view.articles.length, expect.articles.length);
      expect.articles.forEach((article, index) => {
        assert.deepEqual({ ...view.articles[index], ...article }, view.articles[index]);
      });
      if (expect.outsideLines) assert.deepEqual(view.outsideLines, expect.outsideLines);
      if (expect.diagnostics) assert.deepEqual(view.diagnostics, expect.diagnostics);
    });
  }
});
