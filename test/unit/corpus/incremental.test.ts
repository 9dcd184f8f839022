import assert from "node:assert/strict";
import fc from "fast-check";
import { articleId } from "../../../src/core/corpus/articleRecord";
import { ArticleTree } from "../../../src/core/corpus/articleTree";
import { Corpus } from "../../../src/core/corpus/corpus";
import { findArticles } from "../../../src/core/corpus/titleSearch";
import { corpusOf, recordsIn } from "./corpusOf";

const titles = [
  "Ferry Terminal Reopens",
  "Café Owners Protest Over Rents",
  "Mayor Resigns",
  "FERRY terminal reopens!",
  "Lighthouse for Sale",
];
const outlets = ["The Harbour Gazette", "Port Ellery Courier", "THE HARBOUR GAZETTE"];
// The third and fourth can be read in two ways, and others show how their publisher writes dates.
const dates = ["25/12/2020", "12/25/2020", "03/04/2021", "05/06/2021", "March 3, 2021", ""];

const article = fc
  .record({ title: fc.constantFrom(...titles), outlet: fc.constantFrom(...outlets), date: fc.constantFrom(...dates) })
  .map(
    ({ title, outlet, date }) =>
      `# ${title}\n\nBy ${outlet}\n\n${date}\n\n**${outlet}**\n\nThe council of Port Ellery met on Tuesday to discuss the matter, officials said.\n\n"It was a long evening," said Ines Calder, who chairs it. The meeting ended without a vote.\n`,
  );
const bundle = fc
  .array(article, { minLength: 1, maxLength: 3 })
  .map((articles) => articles.map((text, index) => `<<<FILE: ${index}.txt>>>\n${text}<<<END FILE>>>\n`).join(""));
const uri = fc.constantFrom("file:///c/a.txt", "file:///c/b.txt", "file:///c/sub/c.txt", "file:///c/sub/d.txt", "file:///d/e.txt");
const change = fc.oneof(
  { weight: 3, arbitrary: fc.record({ uri, text: fc.oneof(article, bundle) }) },
  { weight: 1, arbitrary: fc.record({ uri, text: fc.constant(null) }) },
);

/** Everything that a corpus answers, as plain data. */
function answers(corpus: Corpus): unknown {
  const tree = (by: "date" | "publisher" | "folder" | "none", filter: string): unknown => {
    const articles = new ArticleTree(corpus, by, filter, ["file:///c"]);
    const level = (parent: string | null): unknown => {
      const { groups, articles: records } = articles.children(parent);
      return { groups: groups.map((group) => ({ ...group, below: level(group.id) })), articles: records.map(articleId) };
    };
    return level(null);
  };
  return {
    count: corpus.articleCount,
    range: corpus.dateRange(),
    dates: [...corpus.articles()]
      .map((record) => `${articleId(record)} ${corpus.dateOf(record) ?? "-"} ${corpus.isDateAmbiguous(record)}`)
      .sort(),
    trees: [
      tree("date", ""),
      tree("publisher", ""),
      tree("folder", ""),
      tree("none", ""),
      tree("date", "ferry"),
      tree("publisher", "2021"),
    ],
    found: ["", "fer", "cafe", "mrsg", "gazette"].map((query) => findArticles(corpus, query, 4).map(articleId)),
    targets: titles.map((title) => {
      const target = corpus.resolveTitle(title, "file:///c/a.txt");
      return target === null ? null : articleId(target);
    }),
  };
}

describe("a corpus that is changed a document at a time", () => {
  it("answers as one built afresh from the same documents", () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
        const incremental = new Corpus();
        // Makes it keep its title index from here on.
        incremental.resolveTitle("", null);
        const texts = new Map<string, string>();
        for (const { uri: changed, text } of changes) {
          if (text === null) {
            assert.equal(incremental.deleteDocument(changed), texts.delete(changed));
          } else {
            texts.set(changed, text);
            incremental.setDocument(changed, recordsIn(incremental, changed, text));
          }
        }
        const rebuilt = corpusOf([...texts].sort(([a], [b]) => (a < b ? 1 : -1)));
        assert.deepEqual(answers(incremental), answers(rebuilt));
      }),
      { numRuns: 200 },
    );
  });
});
