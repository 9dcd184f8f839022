import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { parseDocument } from "../../../src/core/corpus/parseDocument";
import type { Article } from "../../../src/core/article/article";

const cases = new URL("../../../../shared/cases/", import.meta.url);

const body = `The water board of Velm said on Tuesday that the talks on the old dam would go on next week. Its head told reporters that no decision had been made.

Residents of the valley said they had waited for years.
`;

function read(text: string): Article {
  return parseDocument(text, { fileName: "velm.txt", kind: "article" }).article(0);
}

function rows(file: string): { line: string; want: string }[] {
  return JSON.parse(readFileSync(new URL(file, cases), "utf8")) as { line: string; want: string }[];
}

describe("cases that are shared", function () {
  before(function () {
    if (!existsSync(cases)) this.skip();
  });

  it("date lines", () => {
    const wrong: string[] = [];
    for (const { line, want } of rows("date-lines.json")) {
      const article = read(`Talks on the Dam to Go On\n\nBy Ana Kolar\n\n${line}\n\n${body}`);
      const expected = /^\d{4}-\d\d-\d\d/.exec(want)?.[0] ?? null;
      const found = article.datePublished?.iso ?? null;
      // Nothing is said of a line with an empty or a doubtful value, but that its article stays whole.
      if ((expected !== null || want === "none") && found !== expected) wrong.push(`${line}: ${found ?? "none"}, not ${want}`);
      if (article.headline?.value !== "Talks on the Dam to Go On" || article.paragraphs.length !== 2 || article.authors.length !== 1)
        wrong.push(`${line}: headline, author or body lost`);
    }
    assert.deepEqual(wrong, []);
  });

  it("bylines", () => {
    const wrong: string[] = [];
    for (const { line, want } of rows("bylines.json")) {
      const article = read(`Talks on the Dam to Go On\n\n${line}\n\nNovember 15, 2013\n\n${body}`);
      const persons = article.authors
        .filter(({ kind }) => kind === "person")
        .map(({ name }) => name)
        .join("|");
      if (persons !== want) wrong.push(`${line}: ${persons}, not ${want}`);
      if (article.headline?.value !== "Talks on the Dam to Go On" || article.datePublished?.iso !== "2013-11-15")
        wrong.push(`${line}: headline or date lost`);
    }
    assert.deepEqual(wrong, []);
  });
});
