import assert from "node:assert/strict";
import { webAddresses } from "../../../src/core/text/webAddresses";

describe("web addresses in a text", () => {
  for (const [text, ...expected] of [
    ["See https://a.example/b.", "https://a.example/b"],
    ["<https://a.example/b?c=d&e#f>", "https://a.example/b?c=d&e#f"],
    ["HTTP://A.example, Https://b.example!", "HTTP://A.example", "Https://b.example"],
    ["(see https://a.example/b_(c))", "https://a.example/b_(c)"],
    ["(see https://a.example/b), and then", "https://a.example/b"],
    [
      "[text](http://a.example/x) [b](https://b.example)[c](http://c.example).",
      "http://a.example/x",
      "https://b.example",
      "http://c.example",
    ],
    ["[http://a.example/x](http://b.example/y)", "http://a.example/x", "http://b.example/y"],
    ["“https://a.example/b”, he said", "https://a.example/b"],
    ['"https://a.example/b"', "https://a.example/b"],
    ["**https://a.example/b**", "https://a.example/b"],
    ["https://a.example/one\nhttps://b.example/two\r\n", "https://a.example/one", "https://b.example/two"],
    ["https://a.example/b\u00a0next", "https://a.example/b"],
    ["见https://a.example/b。后", "https://a.example/b"],
    ["https://a.example/日本", "https://a.example/日本"],
    ["ftp://a.example javascript:x file:///etc data:text/html,x mailto:a@b.example"],
    ["http:// https://. http://)"],
    ["xhttp://a.example view-source+http://a.example"],
    ["://http://a.example", "http://a.example"],
    [""],
  ] as const) {
    it(JSON.stringify(text), () => {
      assert.deepEqual(
        [...webAddresses(text, 0, text.length)].map(({ start, end }) => text.slice(start, end)),
        expected,
      );
    });
  }

  it("looks only where it is told to", () => {
    const text = "http://a.example http://b.example http://c.example";
    assert.deepEqual(
      [...webAddresses(text, 17, 33)].map(({ start, end }) => text.slice(start, end)),
      ["http://b.example"],
    );
  });

  it("takes nothing of absurd length for an address", () => {
    assert.deepEqual(
      [...webAddresses(`http://${"a".repeat(5000)} http://b.example`, 0, 6000)].map(({ start }) => start),
      [5008],
    );
  });
});
