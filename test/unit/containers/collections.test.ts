import assert from "node:assert/strict";
import { parseDocument } from "../../../src/core/corpus/parseDocument";
import { articlesOf, assertCovered, viewOf, writtenAt } from "./containerView";

describe("documents in SGML", () => {
  const trec = `<DOC>
<DOCNO> MK190603-0001 </DOCNO>
<FILEID>MK-NR-06-03-19 2344EST</FILEID>
<HEAD>Council Closes Ferry &amp; Tram Terminal</HEAD>
<BYLINE>By TOVE ARLEN</BYLINE>
<BYLINE>Coast News Writer</BYLINE>
<DATELINE>MARREK (Reuters) </DATELINE>
<TEXT>
   The council voted on Monday to close the terminal, its chairman said.
   Residents had asked for a delay &hyph; in vain.
</TEXT>
</DOC>
`;
  it("reads TREC's fields, entities and text", () => {
    const text = trec + trec.replace("0001", "0002").replace("<BYLINE>Coast News Writer</BYLINE>\n", "");
    const [first, second] = articlesOf(text);
    assert.deepEqual([first?.key, second?.key], ["MK190603-0001", "MK190603-0002"]);
    assert.equal(first?.title, "Council Closes Ferry & Tram Terminal");
    assert.deepEqual(first.authors, ["Tove Arlen"]);
    assert.equal(
      first.body?.trim(),
      "The council voted on Monday to close the terminal, its chairman said.\n   Residents had asked for a delay - in vain.",
    );
    assert.deepEqual(viewOf(text)?.outside, []);
    assertCovered(text);
    const document = parseDocument(text, { fileName: "mk.sgm" });
    assert.equal(document.article(0).dateline?.cities[0], "Marrek");
    assert.equal(document.article(0).agency?.value, "Reuters");
    const headline = document.article(0).headline?.span;
    assert.ok(headline);
    assert.equal(writtenAt(text, document, headline), "Council Closes Ferry &amp; Tram Terminal");
  });

  it("reads paragraphs in tags, headlines in tags, lower case, missing closers", () => {
    const text = `<doc id="MKG_ENG_20190603.0004" type="story">
<HEADLINE>
<P>
Tram to Ostvik to open in May
</P>
</HEADLINE>
<DATELINE>
Ostvik, June 3
</DATELINE>
<TEXT>
<P>
The line will open in May, the operator said on Tuesday.
</P>
<P>
"We are ready," said Lena Corvin.
</P>
</TEXT>
<doc id="MKG_ENG_20190604.0001" type="story">
<HEADLINE>Harvest workers ask for housing</HEADLINE>
<TEXT>The growers did not answer questions on Thursday, the union said.</TEXT>
</doc>`;
    const [first, second] = articlesOf(text);
    assert.equal(first?.title, "Tram to Ostvik to open in May");
    assert.equal(first.date, "2019-06-03");
    assert.equal(first.paragraphs, 2);
    assert.equal(second?.date, "2019-06-04");
    assert.equal(second.body, "The growers did not answer questions on Thursday, the union said.");
    assertCovered(text);
  });

  it("reads Reuters documents", () => {
    const document = (id: number, title: string, body: string): string =>
      `<REUTERS TOPICS="YES" LEWISSPLIT="TRAIN" CGISPLIT="TRAINING-SET" OLDID="${id + 5000}" NEWID="${id}">\n<DATE> 3-JUN-1989 15:01:01.79</DATE>\n<TOPICS><D>ship</D></TOPICS>\n<PLACES><D>marrek</D></PLACES>\n<UNKNOWN> \n&#5;&#5;&#5;C T\n</UNKNOWN>\n<TEXT>&#2;\n<TITLE>${title}</TITLE>\n<DATELINE>    MARREK, June 3 - </DATELINE>${body}</TEXT>\n</REUTERS>\n`;
    const text = `<!DOCTYPE lewis SYSTEM "lewis.dtd">\n${document(1, "COUNCIL &lt;CNL> CLOSES TERMINAL", "<BODY>The council said it would close\nthe terminal.\n    Residents had asked for a delay.\n Reuter\n&#3;</BODY>")}${document(2, "TRAM OPENS", "<BODY>The line opens in May.\n Reuter\n&#3;</BODY>")}`;
    const articles = articlesOf(text, "mk.sgm");
    assert.deepEqual(
      articles.map(({ key, date, title }) => [key, date, title]),
      [
        ["1", "1989-06-03", "COUNCIL <CNL> CLOSES TERMINAL"],
        ["2", "1989-06-03", "TRAM OPENS"],
      ],
    );
    assert.match(articles[0]?.body ?? "", /^The council said it would close/);
    assert.equal(viewOf(text)?.outside.length, 1);
    assertCovered(text);
  });

  it("is no page and no program", () => {
    assert.equal(viewOf("<html>\n<body>\n<p>Text</p>\n</body>\n</html>\n"), null);
    assert.equal(viewOf("A text about the tag\n<DOC>\nand no document.\n"), null);
  });
});

describe("web archives as text", () => {
  const record = (type: string, uri: string, content: string, contentType = "text/plain"): string =>
    `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${uri}\r\nWARC-Date: 2021-01-15T17:48:25Z\r\nWARC-Record-ID: <urn:uuid:0b1a>\r\nContent-Type: ${contentType}\r\nContent-Length: ${content.length}\r\n\r\n${content}\r\n\r\n`;
  const page =
    "Council closes ferry terminal\nBy Tove Arlen\nThe council voted on Monday to close the terminal, its chairman said.\nResidents had asked for a delay.\n";
  const text =
    `WARC/1.0\r\nWARC-Type: warcinfo\r\nWARC-Date: 2021-01-15T17:00:00Z\r\nContent-Type: application/warc-fields\r\nContent-Length: 20\r\n\r\nSoftware-Info: x\r\n\r\n\r\n` +
    record("conversion", "https://gazette.example/news/ferry", page) +
    record("response", "https://gazette.example/x", "HTTP/1.1 200 OK", "application/http; msgtype=response") +
    record("conversion", "http://gazette.example/news/tram?id=2", page.replace("ferry", "tram").replace("Council", "WARC/1.0 council"));

  it("gives each text its address, and no date from the crawl", () => {
    const articles = articlesOf(text, "x.warc.wet");
    assert.deepEqual(
      articles.map(({ key, url, date }) => [key, url, date]),
      [
        ["gazette.example/news/ferry", "https://gazette.example/news/ferry", null],
        ["gazette.example/news/tram?id=2", "http://gazette.example/news/tram?id=2", null],
      ],
    );
    assert.equal(articles[0]?.title, "Council closes ferry terminal");
    assert.deepEqual(viewOf(text)?.problems, ["record-left-out 24"]);
    assert.equal(viewOf(text)?.outside.length, 2);
    assertCovered(text);
    assertCovered(text.replaceAll("\r\n", "\n"));
  });
});
