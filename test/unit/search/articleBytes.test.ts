import assert from "node:assert/strict";
import { parseDocument } from "../../../src/core/corpus/parseDocument";
import { articleBytes } from "../../../src/core/library/articleBytes";

describe("Where articles stand in a file, in bytes", () => {
  it("is what UTF-8 makes of the text, whatever stands in front", () => {
    const article = (name: string, text: string): string => `<<<FILE: ${name}>>>\r\n${text}\r\n<<<END FILE>>>\r\n`;
    const text = `Nöte 🚢 – “x”\r\n${article("a.txt", "Élan, 港, 🚢\r\n\r\nNaïve.")}between ☂\r\n${article("b.txt", "Plain.")}`;
    const file = Buffer.from(text);
    const document = parseDocument(text, { fileName: "x.bundle" });
    assert.equal(document.slots.length, 2);
    for (const [at, { start, length }] of articleBytes(document).entries()) {
      const { span } = document.slots[at]!;
      assert.equal(file.subarray(start, start + length).toString(), text.slice(span.start, span.end));
    }
  });
});
