import { strict as assert } from "node:assert";
import { parseDocument } from "../../../src/core/corpus/parseDocument";
import { linkedTitles } from "../../../src/core/related/links/linkedTitles";

/** The titles of an article as `=listed` and `~linked`, each checked to stand where its span says. */
function titlesOf(text: string): readonly string[] {
  const article = parseDocument(text, { fileName: "a.txt", kind: "article" }).article(0);
  return linkedTitles(text, article).map(({ title, span, isListed }) => {
    assert.equal(text.slice(span.start, span.end), title);
    return `${isListed ? "=" : "~"}${title}`;
  });
}

const head = "Ferry Terminal to Reopen\n\nBy [The Harbour Gazette](#)\n\nMarch 3, 2021\n\n";

describe("titles that an article lists or links to", () => {
  const cases: readonly (readonly [name: string, body: string, titles: readonly string[]])[] = [
    [
      "a list and a link in running text, not the byline",
      "The council voted on Tuesday, a year after it [shut the old pier](#) for good.\n\nRelated articles:\n\n- [Lighthouse Keeper Retires](#)\n",
      ["=Lighthouse Keeper Retires", "~shut the old pier"],
    ],
    [
      "two links in a paragraph",
      "Mayor Calder [won](#) in May, and [Brandt Marine Files for Insolvency](#) was a headline of June.\n",
      ["~won", "~Brandt Marine Files for Insolvency"],
    ],
    ["a bracket in a link", "The vote [was [not] close](#) at all, the mayor said on Tuesday evening.\n", ["~not] close"]],
    ["no link", "The council voted on Tuesday (see page 4) and [sic] went home again.\n", []],
    ["an end without a beginning", "The council voted](#) on Tuesday and went home again, the mayor said.\n", []],
    ["an empty link", "The council voted [](#) on Tuesday and went home again, the mayor said.\n", []],
  ];
  for (const [name, body, titles] of cases)
    it(name, () => {
      assert.deepEqual(titlesOf(head + body), titles);
    });

  it("takes time that grows as the text does", () => {
    const text = `${head}The council voted ${"](#)".repeat(20_000)} on Tuesday.\n`;
    assert.deepEqual(titlesOf(text), []);
  });
});
