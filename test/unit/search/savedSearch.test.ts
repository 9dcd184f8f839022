import assert from "node:assert/strict";
import { questionOf, savedAs, savedSearchOf } from "../../../src/client/views/search/savedSearch";

describe("Saved searches", () => {
  it("keep a question with what was chosen beside it, and nothing that is usual", () => {
    assert.deepEqual(savedAs("Dams", { query: " dam ", filters: [], dates: null, sort: "relevance" }), { name: "Dams", query: "dam" });
    const narrowed = {
      query: "dam",
      filters: [{ facet: "source", value: "The Lissen Courier", exclude: true }],
      dates: { from: "2020-01-01", to: null },
      sort: "newest",
    } as const;
    const saved = savedAs("Dams", narrowed);
    assert.deepEqual(savedSearchOf(JSON.parse(JSON.stringify(saved))), saved);
    assert.deepEqual(questionOf(saved), narrowed);
  });

  it("are read from settings that people write", () => {
    for (const wrong of [null, 3, "dam", {}, { name: "", query: "dam" }, { name: "Dams" }, { name: "Dams", query: 3 }])
      assert.equal(savedSearchOf(wrong), null, JSON.stringify(wrong));
    assert.deepEqual(
      savedSearchOf({
        name: "Dams",
        query: "dam",
        filters: [3, { facet: "colour", value: "red" }, { facet: "place", value: "Lissen" }],
        dates: { from: "yesterday" },
        sort: "best",
      }),
      {
        name: "Dams",
        query: "dam",
        filters: [{ facet: "place", value: "Lissen", exclude: false }],
      },
    );
    assert.deepEqual(savedSearchOf({ name: "Dams", query: "", dates: { to: "2020-12-31" } }), {
      name: "Dams",
      query: "",
      dates: { from: null, to: "2020-12-31" },
    });
  });
});
