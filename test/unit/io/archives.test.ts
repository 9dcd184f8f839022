import assert from "node:assert/strict";
import { strToU8, zipSync } from "fflate";
import { parseDocument, type ParsedDocument } from "../../../src/core/corpus/parseDocument";
import { readText } from "../../../src/server/files/extract/readText";

const escaped = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

/** A document of a word processor with these paragraphs. */
function docx(paragraphs: readonly string[]): Uint8Array {
  const body = paragraphs
    .map((text) => `<w:p><w:pPr><w:jc w:val="left"/></w:pPr><w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`)
    .join("");
  const xml = `<?xml version="1.0"?><w:document xmlns:w="x"><w:body>${body}</w:body></w:document>`;
  return zipSync({
    "word/document.xml": strToU8(xml),
    "word/media/image1.png": new Uint8Array(40),
    "[Content_Types].xml": strToU8("<x/>"),
  });
}

const rtf = (paragraphs: readonly string[]): Uint8Array =>
  strToU8(
    `{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fnil Times;}{\\f1\\fnil\\fcharset204 Cyr;}}{\\colortbl;\\red0;}{\\*\\generator X;}{\\info{\\title Not text}}\\f0\n` +
      `${paragraphs.map((text) => text.replace(/[\\{}]/g, "\\$&").replace(/[\u0080-\uffff]/g, (one) => `\\u${one.charCodeAt(0)}?`)).join("\\par\n")}\\par}`,
    true,
  );

/** Of an export of Nexis Uni as people save it: three articles. */
const titles = ["Ferry Pier Reopens at Pellin", "Salt Barge Leaves Tern Mill", "Council Votes on Bridge 7"];
const nexis = titles.flatMap((title, i) => [
  title,
  "Pellin Gazette",
  `May ${i + 2}, 2013 Thursday`,
  "Copyright 2013 Pellin Gazette All Rights Reserved",
  "Section: NEWS; Pg. 3",
  "Length: 312 words",
  "Byline: Ines Calder",
  "Body",
  `PELLIN — The town council voted on Tuesday to reopen pier number ${i + 3}, which has been closed since a storm damaged it four years ago.`,
  "“We have waited long enough,” said Mayor Tom Orlov after the vote. Officials put the cost of the work at 2.4 million crowns.",
  `Load-Date: May ${i + 3}, 2013`,
  "End of Document",
]);

const story = (number: number): string =>
  `Council Votes on Bridge ${number}\n\nThe council of Pellin voted on Monday to close bridge number ${number} over the river, ending a long dispute.\n\nMayor Tom Orlov said the decision was difficult and that ${number} families would be moved before the winter.\n`;

function read(name: string, bytes: Uint8Array): ParsedDocument {
  const decoded = readText(name, bytes, {});
  assert.ok(decoded.ok, decoded.ok ? "" : decoded.detail);
  return parseDocument(decoded.file.text, { fileName: name });
}

function leftOut(name: string, bytes: Uint8Array): string {
  const decoded = readText(name, bytes, {});
  return decoded.ok ? "" : decoded.detail;
}

const headlines = (document: ParsedDocument): readonly (string | undefined)[] =>
  document.slots.map((_, index) => document.article(index).headline?.value);

describe("documents of word processors", () => {
  for (const [kind, made] of [
    ["docx", docx],
    ["rtf", rtf],
  ] as const) {
    it(`hold the articles of an export, ${kind}`, () => {
      const document = read(`export.${kind}`, made(nexis));
      assert.deepEqual(headlines(document), titles);
      for (const index of titles.keys()) {
        const article = document.article(index);
        assert.equal(article.publisher?.value, "Pellin Gazette");
        assert.equal(article.datePublished?.iso, `2013-05-0${index + 2}`);
        assert.deepEqual(
          article.authors.map((author) => author.name),
          ["Ines Calder"],
        );
        assert.equal(article.paragraphs.length, 2);
      }
    });
  }

  const number = (i: number): string => `PELG00002013050${i + 2}e95300${i}0x`;
  const bodies = titles.map((_, i) => [
    `PELLIN — The town council voted on Tuesday to reopen pier number ${i + 3}, which has been closed since a storm damaged it four years ago.`,
    "“We have waited long enough,” said Mayor Tom Orlov after the vote. Officials put the cost of the work at 2.4 million crowns.",
  ]);
  const factiva = titles.flatMap((title, i) => [
    ...[title, "By Ines Calder", "312 words", `${i + 2} May 2013`, "Pellin Gazette", "PELG", "English", "(c) 2013 Pellin Gazette"],
    ...(bodies[i] ?? []),
    `Document ${number(i)}`,
  ]);
  /** In a table: codes on the left, and what they stand for on the right, in paragraphs. */
  const rows = titles.flatMap((title, i): (readonly [code: string, ...value: string[]])[] => [
    ["HD", title],
    ["BY", "By Ines Calder"],
    ["WC", "312 words"],
    ["PD", `${i + 2} May 2013`],
    ["SN", "Pellin Gazette"],
    ["LP", ...(bodies[i]?.slice(0, 1) ?? [])],
    ["TD", ...(bodies[i]?.slice(1) ?? []), "A second ferry is to follow in the winter, the harbour office said in a statement."],
    ["AN", `Document ${number(i)}`],
  ]);
  const wordTable = (): Uint8Array => {
    const cell = (paragraphs: readonly string[]): string =>
      `<w:tc><w:tcPr/>${paragraphs.map((text) => `<w:p><w:r><w:t>${escaped(text)}</w:t></w:r></w:p>`).join("")}</w:tc>`;
    const body = rows.map(([code, ...value]) => `<w:tr>${cell([code])}${cell(value)}</w:tr>`).join("");
    return zipSync({ "word/document.xml": strToU8(`<w:document><w:body><w:tbl>${body}</w:tbl></w:body></w:document>`) });
  };
  const richTable = (): Uint8Array => {
    const encoded = (text: string): string => text.replace(/[\u0080-\uffff]/g, (one) => `\\u${one.charCodeAt(0)}?`);
    const body = rows
      .map(([code, ...value]) => `\\trowd\\cellx900\\cellx9000\\pard\\intbl ${code}\\cell ${encoded(value.join("\\par "))}\\cell\\row`)
      .join("\n");
    return strToU8(`{\\rtf1\\ansi ${body}}`, true);
  };
  for (const [name, bytes, paragraphs] of [
    ["paragraphs.docx", docx(factiva), 2],
    ["paragraphs.rtf", rtf(factiva), 2],
    ["codes.docx", wordTable(), 3],
    ["codes.rtf", richTable(), 3],
  ] as const) {
    it(`hold the articles of a Factiva export, ${name}`, () => {
      const document = read(name, bytes);
      assert.equal(document.container, "a Factiva export");
      assert.deepEqual(
        document.slots.map(({ key }) => key),
        [0, 1, 2].map(number),
      );
      assert.deepEqual(headlines(document), titles);
      for (const index of titles.keys()) {
        const article = document.article(index);
        assert.equal(article.publisher?.value, "Pellin Gazette");
        assert.equal(article.datePublished?.iso, `2013-05-0${index + 2}`);
        assert.deepEqual(
          article.authors.map((author) => author.name),
          ["Ines Calder"],
        );
        assert.equal(article.paragraphs.length, paragraphs);
      }
    });
  }

  it("show what their reader sees: no deleted text, no fields, no notes", () => {
    const xml =
      "<w:document><w:body><w:p><w:r><w:t>Salt </w:t></w:r><w:del><w:r><w:delText>tax </w:delText></w:r></w:del><w:r><w:instrText>PAGE</w:instrText><w:t>barge</w:t><w:tab/><w:t>A&amp;B</w:t><w:br/><w:t>next</w:t></w:r></w:p>" +
      "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>one</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>";
    const decoded = readText("a.docx", zipSync({ "word/document.xml": strToU8(xml) }), {});
    assert.equal(decoded.ok && decoded.file.text, "Salt barge\tA&B\nnext\n\none\n");
    const text = `{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 A;}{\\f1\\fcharset204 B;}}{\\header top}caf\\'e9 \\u8364? {\\f1 \\'d1\\'f2} back\\'e9{\\*\\unknown gone}{\\footnote note}\\line {\\field{\\*\\fldinst HYPERLINK "x"}{\\fldrslt link}}\\emdash end\\par{\\pict 89504e47}two \\{x\\}}`;
    const rich = readText("a.rtf", strToU8(text, true), {});
    assert.equal(rich.ok && rich.file.text, "café € Ст backé\nlink—end\n\ntwo {x}\n");
  });

  it("are left out with the reason where they cannot be read", () => {
    assert.match(leftOut("a.docx", strToU8("no archive")), /cannot be unpacked/);
    assert.match(leftOut("a.docx", zipSync({ "other.xml": strToU8("<x/>") })), /no document of a word processor/);
    assert.match(leftOut("a.docx", docx([])), /without text/);
    assert.match(leftOut("a.rtf", strToU8("plain")), /no rich text/);
    assert.match(leftOut("a.rtf", strToU8(`{\\rtf1 ${"{".repeat(100_000)}`)), /groups that lie more than/);
    assert.match(leftOut("a.docx", zipSync({ "word/document.xml": strToU8(`<w:document>${"<w:p>".repeat(50_000)}`) })), /deep/);
  });
});

describe("archives", () => {
  it("hold articles under their paths, of exports each by itself, and of pages and documents their text", () => {
    const zip = zipSync({
      "a/one.txt": strToU8(story(1)),
      "a/two.html": strToU8(
        `<html><head><title>Bridge 2</title></head><body><article><h1>Bridge 2</h1>${story(2)
          .split("\n\n")
          .slice(1)
          .map((text) => `<p>${text}</p>`)
          .join("")}</article></body></html>`,
      ),
      "export.docx": docx(nexis),
      "inner.zip": zipSync({ "three.txt": strToU8(story(3)) }),
      "picture.jpg": new Uint8Array(10),
      "src/code.py.txt": strToU8(
        "import os\n\ndef main():\n    return os.path.join('a', 'b')\n\nclass A:\n    def b(self):\n        return None\n",
      ),
      "__MACOSX/._one.txt": new Uint8Array(10),
    });
    const decoded = readText("all.zip", zip, {});
    assert.ok(decoded.ok);
    const document = parseDocument(decoded.file.text, { fileName: "all.zip" });
    assert.equal(document.kind, "bundle");
    assert.deepEqual(
      document.slots.map(({ name }) => name?.replace(/\d+\.txt$/, "n.txt")),
      ["a/one.txt", "a/two.html.txt", "export.docx/n.txt", "export.docx/n.txt", "export.docx/n.txt", "inner.zip/three.txt"],
    );
    assert.deepEqual(headlines(document), ["Council Votes on Bridge 1", "Bridge 2", ...titles, "Council Votes on Bridge 3"]);
    assert.match(decoded.file.notice ?? "", /2 files are left out.*picture\.jpg.*code\.py\.txt/);
  });

  it("are not unpacked beyond bounds, and say so", () => {
    const bomb = zipSync({ "a.txt": new Uint8Array(50_000_000) }, { level: 9 });
    assert.match(leftOut("a.zip", bomb), /packed more than 200 to 1/);
    assert.match(
      leftOut(
        "a.zip",
        zipSync(Object.fromEntries(Array.from({ length: 20_001 }, (_, i) => [`${i}.txt`, new Uint8Array(0)])), { level: 0 }),
      ),
      /more than 20000 files/,
    );
    let nested = zipSync({ "x.txt": strToU8(story(1)) });
    for (let i = 0; i < 4; i++) nested = zipSync({ [`${i}.zip`]: nested });
    assert.match(leftOut("a.zip", nested), /in more than 2 others/);
    // A file that says that it is small.
    const lie = bomb.slice();
    const view = new DataView(lie.buffer);
    for (let at = 0; at + 4 <= lie.length; at++) if (view.getUint32(at, true) === 50_000_000) view.setUint32(at, 1000, true);
    assert.match(leftOut("a.zip", lie), /without articles|cannot be unpacked/);
    assert.match(leftOut("a.zip", strToU8("PK\u0003\u0004 damaged")), /cannot be unpacked/);
    assert.match(leftOut("a.zip", zipSync({ "a.jpg": new Uint8Array(3) })), /without articles.*a\.jpg/);
  });

  /** Where the local header of a file in an archive begins, and where its entry in the directory does. */
  const places = (zip: Uint8Array, name: string): { readonly local: number; readonly listed: number } => {
    const text = new TextDecoder("latin1").decode(zip);
    return { local: text.indexOf(name) - 30, listed: text.lastIndexOf(name) - 46 };
  };

  it("lose no other file for one that is damaged, encrypted or packed in another way, which is named", () => {
    const whole = zipSync(Object.fromEntries(Array.from({ length: 6 }, (_, i) => [`${i}.txt`, strToU8(story(i))])));
    const zip = whole.slice();
    const damage = (name: string, change: (at: ReturnType<typeof places>) => void): void => {
      change(places(zip, name));
    };
    damage("1.txt", ({ local }) => zip.fill(0xff, local + 40, local + 60));
    damage("2.txt", ({ listed }) => (zip[listed + 8] = 1));
    damage("3.txt", ({ listed }) => (zip[listed + 10] = 93));
    damage("4.txt", ({ listed }) => (zip[listed + 44] = 0x7f));
    const decoded = readText("a.zip", zip, {});
    assert.ok(decoded.ok);
    const names = parseDocument(decoded.file.text, { fileName: "a.zip" }).slots.map(({ name }) => name);
    assert.deepEqual(names, ["0.txt", "5.txt"]);
    const notice = decoded.file.notice ?? "";
    assert.match(notice, /^Of the archive, 4 files are left out/);
    assert.match(notice, /damaged\. \(1\.txt, 4\.txt\)/);
    assert.match(notice, /encrypted\. \(2\.txt\)/);
    assert.match(notice, /a way that is not read\. \(3\.txt\)/);
    // Where nothing is left, all are named.
    assert.match(
      leftOut(
        "b.zip",
        zip.map((byte, at) => (at === places(zip, "0.txt").local || at === places(zip, "5.txt").local ? 0 : byte)),
      ),
      /6 files/,
    );
  });

  it("find out by the checksum that a file which can be unpacked is not what it was", () => {
    const zip = zipSync({ "a.txt": strToU8(story(1)), "b.txt": strToU8(story(2)) }, { level: 0 });
    zip[places(zip, "a.txt").local + 60] = 0x21;
    const decoded = readText("a.zip", zip, {});
    assert.match(decoded.ok ? (decoded.file.notice ?? "") : "", /damaged\. \(a\.txt\)/);
  });

  it("keep two files of one name, the second under another, and names that an object has by itself", () => {
    const zip = zipSync({ __proto_x: strToU8(story(0)), "a/b.txt": strToU8(story(1)), "a/c.txt": strToU8(story(2)) });
    const { local, listed } = places(zip, "a/c.txt");
    for (const at of [local + 30, listed + 46]) zip[at + 2] = "b".charCodeAt(0);
    for (const at of [places(zip, "__proto_x").local + 30, places(zip, "__proto_x").listed + 46]) zip.set(strToU8("__proto__"), at);
    const decoded = readText("a.zip", zip, {});
    assert.ok(decoded.ok);
    const document = parseDocument(decoded.file.text, { fileName: "a.zip" });
    assert.deepEqual(
      document.slots.map(({ name }) => name),
      ["__proto__", "a/b.txt", "a/b.txt~2"],
    );
    assert.deepEqual(
      headlines(document),
      [0, 1, 2].map((number) => `Council Votes on Bridge ${number}`),
    );
    assert.match(decoded.file.notice ?? "", /1 file is .*another name.*\(a\/b\.txt\)/);
  });

  it("may be large ones of ZIP64, and have names in the code page of the first PCs", () => {
    const plain = zipSync({ "caf\u00e9.txt": strToU8(story(1)), "b.txt": strToU8(story(2)) });
    const decoded = readText("a.zip", zip64(plain), {});
    assert.ok(decoded.ok, decoded.ok ? "" : decoded.detail);
    assert.deepEqual(
      parseDocument(decoded.file.text, { fileName: "a.zip" }).slots.map(({ name }) => name),
      ["b.txt", "café.txt"],
    );
    const old = zipSync({ "cafX.txt": strToU8(story(1)) });
    for (const at of [places(old, "cafX").local + 33, places(old, "cafX").listed + 49]) old[at] = 0x82;
    const read = readText("a.zip", old, {});
    assert.match(read.ok ? read.file.text : "", /FILE: café\.txt/);
  });
});

/** The archive as one whose directory tells count, sizes and places in 64 bits. */
function zip64(zip: Uint8Array): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset);
  const end = zip.length - 22;
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  const u = (length: number, ...fields: readonly (readonly [at: number, bytes: 2 | 4 | 8, value: number])[]): Uint8Array => {
    const made = new DataView(new ArrayBuffer(length));
    for (const [at, bytes, value] of fields)
      if (bytes === 2) made.setUint16(at, value, true);
      else if (bytes === 4) made.setUint32(at, value, true);
      else made.setBigUint64(at, BigInt(value), true);
    return new Uint8Array(made.buffer);
  };
  const directory: Uint8Array[] = [];
  for (let at = start, index = 0; index < count; index++) {
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    const entry = zip.slice(at, nameEnd);
    const fields = new DataView(entry.buffer);
    const [packed, size, offset] = [fields.getUint32(20, true), fields.getUint32(24, true), fields.getUint32(42, true)];
    for (const place of [20, 24, 42]) fields.setUint32(place, 0xffffffff, true);
    fields.setUint16(30, 33, true);
    // Another field stands before the one that is looked for.
    directory.push(entry, u(5, [0, 2, 0x7075], [2, 2, 1]), u(28, [0, 2, 1], [2, 2, 24], [4, 8, size], [12, 8, packed], [20, 8, offset]));
    at = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  const large = start + directory.reduce((sum, piece) => sum + piece.length, 0);
  const last = u(56, [0, 4, 0x06064b50], [32, 8, count], [48, 8, start]);
  const locator = u(20, [0, 4, 0x07064b50], [8, 8, large]);
  const closing = u(22, [0, 4, 0x06054b50], [10, 2, 0xffff], [16, 4, 0xffffffff]);
  return Uint8Array.from([zip.slice(0, start), ...directory, last, locator, closing].flatMap((piece) => [...piece]));
}
