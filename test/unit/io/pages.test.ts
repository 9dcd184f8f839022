import assert from "node:assert/strict";
import { parseDocument } from "../../../src/core/corpus/parseDocument";
import { readText } from "../../../src/server/files/extract/readText";

const paragraphs = [
  "PORT ELLERY — The town council voted on Tuesday to reopen the old ferry terminal, which has been closed since a storm damaged its pier four years ago.",
  "“We have waited long enough,” said Mayor Ines Calder after the vote. She declined to say how much the work would cost, but officials put the sum at 2.4 million crowns.",
  "The first ferry is expected to leave for Saint Brannoc in the autumn, the harbour office said in a statement, and a second one in the winter.",
];

function page(head: string, body = paragraphs.map((text) => `<p>${text}</p>`).join("\n")): string {
  return (
    `<!doctype html><html><head><title>Ferry Terminal Reopens - Harbour Gazette</title>${head}</head><body>` +
    '<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li><li><a href="/w">Weather</a></li></ul></nav>' +
    `<div id="main"><article><h1>Ferry Terminal Reopens</h1>${body}</article></div>` +
    '<footer><p>Copyright 2021 <a href="/i">Imprint</a></p></footer><script>document.write("evil")</script></body></html>'
  );
}

const data = (value: unknown): string => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

/** What is read of a page: the article's fields. */
function read(html: string | Uint8Array, name = "page.html"): Record<string, unknown> {
  const decoded = readText(name, typeof html === "string" ? new TextEncoder().encode(html) : html, {});
  if (!decoded.ok) return { left: decoded.detail };
  const { text } = decoded.file;
  const article = parseDocument(text, { fileName: name }).article(0);
  return {
    headline: article.headline?.value ?? null,
    authors: article.authors.map((author) => author.name),
    date: article.datePublished?.iso ?? null,
    publisher: article.publisher?.value ?? null,
    url: article.url?.value ?? null,
    body: article.paragraphs.map(({ pieces }) => pieces.map(({ start, end }) => text.slice(start, end)).join(" ")),
  };
}

describe("pages saved to disk", () => {
  it("give their article's text, and nothing of the site", () => {
    const { headline, body } = read(page(""));
    assert.equal(headline, "Ferry Terminal Reopens");
    assert.deepEqual(body, [paragraphs[0]?.replace("PORT ELLERY — ", ""), ...paragraphs.slice(1)]);
  });

  it("tell title, authors, date, publisher and address in linked data", () => {
    const article = {
      "@type": ["NewsArticle"],
      headline: 'Ferries: "At Last"\nThey Sail',
      author: [{ "@type": "Person", name: "Ines Calder" }, { name: "Tom Orlov" }],
      datePublished: "2021-03-04T08:00:00+01:00",
      publisher: { "@type": "Organization", name: "Harbour Gazette" },
      mainEntityOfPage: { "@id": "https://harbour-gazette.example/2021/ferry" },
    };
    for (const value of [article, [article], { "@graph": [{ "@type": "WebSite", name: "Other" }, article] }]) {
      const { body, ...facts } = read(page(data(value)));
      assert.deepEqual(facts, {
        headline: 'Ferries: "At Last" They Sail',
        authors: ["Ines Calder", "Tom Orlov"],
        date: "2021-03-04",
        publisher: "Harbour Gazette",
        url: "https://harbour-gazette.example/2021/ferry",
      });
      assert.equal((body as string[]).length, 3);
    }
  });

  it("tell them in meta tags", () => {
    const head =
      '<meta property="og:title" content="Ferry Terminal Reopens"><meta property="article:published_time" content="2021-03-05T10:00:00Z">' +
      '<meta property="article:author" content="https://facebook.example/ines"><meta name="author" content="By Ines Calder">' +
      '<meta property="og:site_name" content="Harbour Gazette"><link rel="canonical" href="https://harbour-gazette.example/ferry">';
    const { body, ...facts } = read(page(head));
    assert.deepEqual(facts, {
      headline: "Ferry Terminal Reopens",
      authors: ["Ines Calder"],
      date: "2021-03-05",
      publisher: "Harbour Gazette",
      url: "https://harbour-gazette.example/ferry",
    });
    assert.equal((body as string[]).length, 3);
  });

  it("have an encoding of their own", () => {
    const text = page(
      '<meta http-equiv="content-type" content="text/html; charset=windows-1251">',
      `<p>${"Городской совет Вельма проголосовал за открытие паромного терминала, сообщили власти. ".repeat(4)}</p>`,
    );
    const bytes = Uint8Array.from(text, (letter) => {
      const code = letter.charCodeAt(0);
      return code >= 0x410 && code <= 0x44f ? code - 0x350 : code;
    });
    assert.match(String((read(bytes)["body"] as string[])[0]), /^Городской совет Вельма/);
  });

  it("keep headings and lists as such", () => {
    const body = `<p>${paragraphs[0] ?? ""}</p><h2>In the autumn</h2><p>${paragraphs[1] ?? ""}</p><ul><li>Salt, in crates, as before the storm.</li><li>Grain, in sacks.</li></ul><p>${paragraphs[2] ?? ""}</p>`;
    const decoded = readText("a.htm", new TextEncoder().encode(page("", body)), {});
    assert.ok(decoded.ok);
    assert.match(decoded.file.text, /\n\n## In the autumn\n\n“We/);
    assert.match(decoded.file.text, /\n\n- Salt, in crates, as before the storm\.\n\n- Grain/);
  });

  it("are left out with the reason where there is none, or too much", () => {
    assert.deepEqual(read("<html><body><p>Hi</p><script>x()</script></body></html>"), { left: "No article was found in this page." });
    assert.deepEqual(read(""), { left: "No article was found in this page." });
    for (const [html, reason] of [
      ["<div>".repeat(100_000), /lie more than 400 deep/],
      ["<p>Some text, with a comma.</p>".repeat(40_000), /more than 30000 elements/],
      [`<a ${"b=c ".repeat(400_000)}`, /more than 200000 attributes/],
      ["<".repeat(3_000_000), /pieces of text/],
      [`<p>${"x".repeat(8_000_001)}`, /8 million characters/],
    ] as const) {
      assert.match(String(read(html)["left"]), reason);
    }
  });

  it("cannot put anything into the front matter but values", () => {
    const { headline, authors } = read(page(data({ "@type": "Article", headline: 'x"\n---\nauthor: "y', author: ["a: b\u0000]\n- z"] })));
    assert.equal(headline, 'x" --- author: "y');
    assert.deepEqual(authors, ["a: b ] - z"]);
  });
});
