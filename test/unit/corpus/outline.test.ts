import assert from "node:assert/strict";
import { bodySections } from "../../../src/core/article/bodySections";
import type { Article } from "../../../src/core/article/article";
import { parseDocument } from "../../../src/core/corpus/parseDocument";

/** An article whose parts are marked: `> ` a subheading, anything else a paragraph, one a line. */
function marked(text: string): Article {
  const article = parseDocument(text, { fileName: "a.txt", kind: "article" }).article(0);
  const spans = [...text.matchAll(/^.+$/gm)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
  const isHeading = ({ start }: { readonly start: number }): boolean => text.startsWith("> ", start);
  return {
    ...article,
    paragraphs: spans.filter((span) => !isHeading(span)).map((span) => ({ pieces: [span] })),
    subheadings: spans.filter(isHeading),
  };
}

describe("the sections of a body", () => {
  for (const [what, text, ...expected] of [
    ["one paragraph", "One.", "lead Lead |One.|"],
    ["lead and body", "One.\nTwo.\nThree.", "lead Lead |One.|", "body Body · 2 paragraphs |Two.\nThree.|"],
    [
      "subheadings",
      "One.\nTwo.\n> First\nThree.\nFour.\n> Second\nFive.",
      "lead Lead |One.|",
      "body Body · 1 paragraph |Two.|",
      "section > First |> First\nThree.\nFour.|",
      "section > Second |> Second\nFive.|",
    ],
    ["a subheading first", "> First\nOne.", "section > First |> First\nOne.|"],
    [
      "subheadings with nothing under them",
      "One.\n> First\n> Second",
      "lead Lead |One.|",
      "section > First |> First|",
      "section > Second |> Second|",
    ],
    ["no paragraphs", ""],
  ] as const) {
    it(what, () => {
      assert.deepEqual(
        bodySections(text, marked(text)).map(({ kind, name, span }) => `${kind} ${name} |${text.slice(span.start, span.end)}|`),
        expected,
      );
    });
  }
});
