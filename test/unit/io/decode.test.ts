import assert from "node:assert/strict";
import { decode } from "../../../src/server/files/io/decode";

const bytes = (...parts: (string | number)[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === "number" ? Buffer.from([part]) : Buffer.from(part, "utf8"))));
const hex = (digits: string): Uint8Array => Buffer.from(digits.replaceAll(" ", ""), "hex");
const latin1 = (text: string): Uint8Array => Buffer.from(text, "latin1");
const utf16 = (text: string): Uint8Array => Buffer.from(text, "utf16le");
const bigEndian = (text: string): Uint8Array => Buffer.from(text, "utf16le").swap16();

/** What goes in, and the text, the encoding and (as a pattern) the notice that come out. */
const TEXTS: [name: string, input: Uint8Array, text: string, encoding: string, notice?: RegExp][] = [
  ["nothing", bytes(), "", "utf-8"],
  ["ASCII", bytes("Harbour reopens\n"), "Harbour reopens\n", "utf-8"],
  ["UTF-8", bytes("Café “Orla” – 3 €"), "Café “Orla” – 3 €", "utf-8"],
  ["UTF-8 with BOM", bytes("\ufeffCafé"), "Café", "utf-8"],
  ["only a BOM", bytes("\ufeff"), "", "utf-8"],
  ["two BOMs, of which the second is text", bytes("\ufeff\ufeffCafé"), "\ufeffCafé", "utf-8"],
  ["UTF-16 LE with BOM", utf16("\ufeffCafé €"), "Café €", "utf-16le"],
  ["UTF-16 BE with BOM", bigEndian("\ufeffCafé €"), "Café €", "utf-16be"],
  ["UTF-16 BE, only a BOM", bigEndian("\ufeff"), "", "utf-16be"],
  ["UTF-16 LE without BOM", utf16("Harbour “reopens”\r\n"), "Harbour “reopens”\r\n", "utf-16le"],
  ["UTF-16 BE without BOM", bigEndian("Harbour reopens\n"), "Harbour reopens\n", "utf-16be"],
  ["UTF-16 LE without BOM, Cyrillic", utf16("Гавань снова открыта"), "Гавань снова открыта", "utf-16le"],
  ["UTF-16 BE without BOM, Chinese", bigEndian("港口週一重新開放。\n市長說"), "港口週一重新開放。\n市長說", "utf-16be"],
  ["UTF-16 LE with an emoji", utf16("Harbour 🚢 reopens"), "Harbour 🚢 reopens", "utf-16le"],
  [
    "UTF-16 cut in a character",
    utf16("\ufeffHarbour").subarray(0, 15),
    "Harbou\ufffd",
    "utf-16le",
    /^1 place is not valid UTF-16 \(it ends in the middle of a character\).*line 1\.$/,
  ],
  [
    "UTF-16 with a lone surrogate",
    utf16("\ufeffLine\nHar\ud83dbour reopens on Monday"),
    "Line\nHar\ufffdbour reopens on Monday",
    "utf-16le",
    /^1 place is not valid UTF-16 and.*line 2\.$/,
  ],
  ["Windows-1252, one letter", latin1("He went to the caf\xe9."), "He went to the café.", "windows-1252"],
  ["Windows-1252, a letter at the very end", latin1("caf\xe9"), "café", "windows-1252"],
  [
    "Windows-1252, quotes, dash, euro",
    latin1("\x93It\x92s \x80\x33 \x96 no more,\x94 he said."),
    "“It’s €3 – no more,” he said.",
    "windows-1252",
  ],
  ["Windows-1252, no-break spaces", latin1("Harbour\xa0reopens\xa0today."), "Harbour\u00a0reopens\u00a0today.", "windows-1252"],
  [
    "Windows-1252, German",
    latin1("Der B\xfcrgermeister \xe4u\xdferte sich \xfcber die Stra\xdfe."),
    "Der Bürgermeister äußerte sich über die Straße.",
    "windows-1252",
  ],
  [
    "Windows-1252, French",
    latin1("Le maire a d\xe9clar\xe9 que l\x92\xe9t\xe9 serait tr\xe8s chaud \xe0 la c\xf4te."),
    "Le maire a déclaré que l’été serait très chaud à la côte.",
    "windows-1252",
  ],
  [
    "Windows-1251, Russian",
    hex(
      "cce8ede8f1f2f020e8edeef1f2f0e0ededfbf520e4e5eb20e7e0ffe2e8eb20e220efeeede5e4e5ebfcede8ea2c20f7f2ee20efe5f0e5e3eee2eef0fb20f1eef1f2eeffF2f1ff2e",
    ),
    "Министр иностранных дел заявил в понедельник, что переговоры состоятся.",
    "windows-1251",
  ],
  [
    "Shift_JIS",
    hex("8a4f96b191e5906282cd8c8e976a93fa82c989ef8b6382aa8a4a82a982ea82e98270"),
    "外務大臣は月曜日に会議が開かれるＱ",
    "shift_jis",
  ],
  ["ISO-2022-JP", hex("4e6577733a201b2442467c4b5c1b28420a"), "News: 日本\n", "iso-2022-jp"],
  [
    "UTF-8 with bad bytes",
    bytes("“Fine”, she said\nbad ", 0xff, 0xe9, " end"),
    "“Fine”, she said\nbad \ufffd\ufffd end",
    "utf-8",
    /^2 places are not valid UTF-8.*line 2\.$/,
  ],
  [
    "UTF-8 cut in a character",
    Buffer.concat([bytes("“Fine” ends in "), hex("e280")]),
    "“Fine” ends in \ufffd",
    "utf-8",
    /^1 place is not valid UTF-8/,
  ],
  [
    "a BOM promises UTF-8",
    Buffer.concat([bytes("\ufeffCaf"), hex("e9"), bytes(" closed")]),
    "Caf\ufffd closed",
    "utf-8",
    /not valid UTF-8/,
  ],
  ["bytes of no encoding", hex("61fffe62"), "a\ufffd\ufffdb", "utf-8", /^2 places/],
  [
    "surrogates encoded as UTF-8",
    Buffer.concat([bytes("“x” “y” "), hex("eda0bd"), bytes(".")]),
    "“x” “y” \ufffd\ufffd\ufffd.",
    "utf-8",
    /^3 places/,
  ],
  [
    "a stray NUL",
    bytes("Harbour\nreopens\0 today"),
    "Harbour\nreopens\0 today",
    "utf-8",
    /^1 NUL character in the text, first on line 2\.$/,
  ],
  ["text with an escape, a form feed and Ctrl-Z", bytes("a\u001b[1mb\fc\u001a"), "a\u001b[1mb\fc\u001a", "utf-8"],
];

const REFUSED: [name: string, input: Uint8Array, detail: RegExp][] = [
  ["PDF", bytes("%PDF-1.7\nHarbour"), /PDF/],
  ["ZIP", bytes("PK\u0003\u0004\u0014\0"), /ZIP/],
  ["PNG", hex("89504e470d0a1a0a0000000d49484452"), /PNG/],
  ["NULs", new Uint8Array(5000), /NUL/],
  ["controls", new Uint8Array(500).fill(1), /control/],
  ["every byte once", Uint8Array.from({ length: 256 }, (_, index) => index), /control/],
  ["UTF-32", hex("fffe0000480000006900000000"), /UTF-32/],
  [
    "binary that begins like UTF-16",
    Buffer.concat([hex("fffe"), Uint8Array.from({ length: 4000 }, (_, index) => (index % 2 === 1 ? 0xdc : index % 256))]),
    /UTF-16/,
  ],
];

describe("decode", () => {
  for (const [name, input, text, encoding, notice] of TEXTS) {
    it(`reads ${name}`, () => {
      const decoded = decode(input);
      assert.ok(decoded.ok, "is text");
      assert.deepEqual({ text: decoded.file.text, encoding: decoded.file.encoding }, { text, encoding });
      if (notice === undefined) assert.equal(decoded.file.notice, null);
      else assert.match(decoded.file.notice ?? "", notice);
    });
  }
  for (const [name, input, detail] of REFUSED) {
    it(`refuses ${name}`, () => {
      const decoded = decode(input);
      assert.ok(!decoded.ok, "is no text");
      assert.equal(decoded.reason, "binary");
      assert.match(decoded.detail, detail);
    });
  }
});
