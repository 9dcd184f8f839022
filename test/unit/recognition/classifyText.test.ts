import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { classifyText, type Classification } from "../../../src/core/recognition/recognition";

const folder = join(import.meta.dirname, "texts");

/** By content alone: every text is called `document.txt` here. */
const blind = (text: string): Classification => classifyText(text, { fileName: "document.txt", languageId: "plaintext", truncated: false });

describe("classifyText", () => {
  for (const kind of ["article", "bundle", "other"] as const) {
    for (const name of readdirSync(join(folder, kind))) {
      it(`${name} is ${kind}`, () => {
        const { kind: found, confidence, reasons } = blind(readFileSync(join(folder, kind, name), "utf8"));
        assert.equal(found, kind, `${confidence.toFixed(2)}: ${reasons.join(", ")}`);
        assert.ok(confidence >= 0.5 && confidence <= 1);
      });
    }
  }

  const article = readFileSync(join(folder, "article", "agency.txt"), "utf8");
  it("leaves other languages alone", () => {
    assert.equal(classifyText(article, { languageId: "python" }).kind, "other");
  });
  it("leaves files alone that every project has", () => {
    assert.equal(classifyText(article, { fileName: "README.md", languageId: "markdown" }).kind, "other");
  });
  it("needs nothing but a text", () => {
    assert.equal(classifyText(article).kind, "article");
    assert.ok(classifyText(article).reasons.includes("a dateline with its agency"));
  });
  it("reads line ends of every kind", () => {
    for (const end of ["\r\n", "\r"]) assert.equal(classifyText(article.replaceAll("\n", end)).kind, "article");
  });
  it("reads a head that is cut off", () => {
    assert.equal(classifyText(`<<<FILE>>>\n${"A line of the first article.\n".repeat(4000)}`, { truncated: true }).kind, "bundle");
    assert.equal(classifyText(article.repeat(200), { truncated: true }).kind, "article");
  });
  for (const [name, text] of [
    ["nothing", ""],
    ["blanks", " \n\t\n"],
    ["one word", "minister"],
    ["one sentence", "The minister said on Monday that he would go."],
  ] as const) {
    it(`says other for ${name}`, () => {
      assert.equal(classifyText(text).kind, "other");
    });
  }
  it("looks at the beginning only, and survives hostile text", () => {
    for (const unit of [
      "a",
      " ",
      "<",
      "\n",
      "=",
      "a b ",
      "1. ",
      '"',
      "said ",
      "- ",
      "\u3042",
      "\ud800",
      "A, ",
      "http://a/",
      "[",
      "(A",
      "**",
      ". . ",
    ]) {
      assert.equal(classifyText(unit.repeat(1_000_000 / unit.length)).kind, "other", JSON.stringify(unit));
    }
  });
});
