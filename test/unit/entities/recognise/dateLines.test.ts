import assert from "node:assert/strict";
import { parseArticle } from "../../../../src/core/article/parseArticle";
import { namesInArticle } from "../../../../src/core/entities/recognise/readNames";
import { LineIndex } from "../../../../src/core/text/lineIndex";
import { mark, shippedModel, unmark } from "./marked";

const body =
  "Envoys of two states met on Friday to discuss a dam. They agreed to meet again in a month.\n\nThe dam would flood nine villages.\n";

function read(head: string): string {
  const text = `Envoys meet again for talks on water\n\n${head}\n\n${body}`;
  const article = parseArticle(text, new LineIndex(text), { start: 0, end: text.length }, { fileName: "a.txt", attributes: null });
  return mark(text, namesInArticle(text, article, shippedModel())).split("\n\n")[1] ?? "";
}

describe("the place on a date line", () => {
  const lines = [
    "[LOC PRAGUE] 1996-12-06",
    "[LOC BEIRUT] | Fri Nov 15, 2013 10:21am EST",
    "[LOC Geneva], 15 November 2013",
    "[LOC HALMIR] 2013-11-15 14:30",
    "[LOC Valmora], Friday 15 November 2013",
    "Nov 15, 2013 - [LOC Lagos]",
    "[LOC KIRUNA], [LOC Sweden] | 2013-11-15",
    "[LOC TARSK], Nov 15, 2013 ([ORG AFP])",
    "[LOC Rio de Janeiro], 3 May 2012",
    "[LOC Tripoli]/[LOC Benghazi], 3 May 2012",
    "[LOC KUWAIT CITY]",
  ];
  for (const line of lines)
    it(line, () => {
      assert.equal(read(unmark(line)), line);
    });

  const others = [
    "[ORG REUTERS] | Fri Nov 15, 2013",
    "[ORG BBC News], 15 November 2013",
    "[PER Ada Orm], 15 November 2013",
    "POLITICS | 15 November 2013",
    "Updated 15 November 2013 09.00 GMT",
    "Issue 45, 15 November 2013",
    "BUSINESS NEWS",
  ];
  for (const line of others)
    it(`no place: ${line}`, () => {
      assert.equal(read(unmark(line)), line);
    });
});
