import assert from "node:assert/strict";
import { Tokens, tokenize } from "../../../src/core/text/tokens";
import { sentenceEnds } from "../../../src/core/text/sentences";

function split(text: string): string[] {
  const tokens = new Tokens();
  tokenize(text, 0, text.length, tokens);
  return Array.from({ length: tokens.length }, (_, i) => text.slice(tokens.start(i), tokens.end(i)));
}

describe("tokenize", () => {
  const cases: [name: string, text: string, tokens: string][] = [
    ["words and marks", "Talks failed, she said.", "Talks|failed|,|she|said|."],
    ["acronyms keep their full stops", "the U.S. and U.N. envoys", "the|U.S.|and|U.N.|envoys"],
    ["an acronym at the end of a text", "made in the U.S.", "made|in|the|U.S."],
    ["titles and initials", "Mr. J. P. Ormond met Gov. Ash", "Mr.|J.|P.|Ormond|met|Gov.|Ash"],
    ["a full stop is a token elsewhere", "He sat. No. He left.", "He|sat|.|No|.|He|left|."],
    ["No. before a figure", "No. 10", "No.|10"],
    ["the possessive is split off", "Veldania's and Norland’s rulers' plans", "Veldania|'s|and|Norland|’s|rulers|'|plans"],
    ["inner apostrophes stay", "O'Dorrell and d’Arvenne didn't", "O'Dorrell|and|d’Arvenne|didn't"],
    ["hyphens stay", "Omran al-Zarifi, Ostrava-mediated Geneva-2", "Omran|al-Zarifi|,|Ostrava-mediated|Geneva-2"],
    ["a hyphen at the edge does not", "pre- and post-war - yes", "pre|-|and|post-war|-|yes"],
    ["no-break spaces and line breaks are white space", "Sergei\u00a0Ovrin\nof\u202fTarsk", "Sergei|Ovrin|of|Tarsk"],
    ["figures", "1,200.5 at 10:15, the 10th", "1,200.5|at|10:15|,|the|10th"],
    ["a slash separates", "Brell/Tarsk", "Brell|/|Tarsk"],
    ["runs of one mark", "**The**  ... --", "**|The|**|...|--"],
    [
      "addresses",
      "see https://a.example/b?c=1, or www.b.example. mail x@y.example",
      "see|https://a.example/b?c=1|,|or|www.b.example|.|mail|x@y.example",
    ],
    ["handles and tags", "@deskone #Tarsk", "@deskone|#Tarsk"],
    ["a missing space after a full stop", "It ended.The crowd", "It|ended|.|The|crowd"],
    ["a host name", "Novosti.example said", "Novosti.example|said"],
    ["diacritics, composed or not", "Łódź São Jose\u0301", "Łódź|São|Jose\u0301"],
    ["soft hyphens are inside a word", "Min\u00adister", "Min\u00adister"],
    ["astral symbols are whole", "a😀b", "a|😀|b"],
    ["markup of a link", "By [The Tarsk Post](#)", "By|[|The|Tarsk|Post|]|(|#|)"],
  ];
  for (const [name, text, tokens] of cases)
    it(name, () => {
      assert.equal(split(text).join("|"), tokens);
    });
});

describe("sentenceEnds", () => {
  function sentences(text: string): string[] {
    const tokens = new Tokens();
    tokenize(text, 0, text.length, tokens);
    let from = 0;
    return sentenceEnds(text, tokens, 0, tokens.length).map((to) => {
      const sentence = text.slice(tokens.start(from), tokens.end(to - 1));
      from = to;
      return sentence;
    });
  }
  const cases: [name: string, text: string, sentences: string][] = [
    ["full stops", "One came. Two left! Three? Four", "One came.|Two left!|Three?|Four"],
    ["closing quotes belong to the sentence", '"We go." They went.', '"We go."|They went.'],
    ["a lower-case word goes on", "He arrived at 5 p.m. on Monday. Then slept.", "He arrived at 5 p.m. on Monday.|Then slept."],
    ["titles end nothing", "He met Mr. Orlov and Gov. Ash.", "He met Mr. Orlov and Gov. Ash."],
    ["an acronym before an opener", "They flew to the U.S. The talks failed.", "They flew to the U.S.|The talks failed."],
    ["an acronym before a name", "They met U.S. Senator Ash.", "They met U.S. Senator Ash."],
  ];
  for (const [name, text, expected] of cases)
    it(name, () => {
      assert.equal(sentences(text).join("|"), expected);
    });
});
