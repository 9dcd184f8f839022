import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { articleFields } from "./articleFields";

const shared = new URL("../../../../shared/", import.meta.url);
const expectedFile = new URL("docs/seeds-expected.json", shared);

interface ExpectedSeed {
  readonly file: string;
  readonly headline: string | null;
  readonly headlineLine: number | null;
  readonly displayTitle?: string;
  readonly byline: string | null;
  readonly publisher: string | null;
  readonly publisherLine?: number | null;
  readonly publisherKind?: string;
  readonly datePublished: string | null;
  readonly dateSource?: string;
  readonly agency: string | null;
  readonly dateline: {
    readonly city: string;
    readonly display: string;
    readonly line: number;
    readonly cols: readonly [number, number];
  } | null;
  readonly prefix?: { readonly line: number; readonly cols: readonly [number, number]; readonly text: string };
  readonly leadFirstWords: string;
  readonly leadStartCol?: number;
  readonly body: readonly [number, number];
  readonly brokenParagraphs: readonly (readonly [number, number])[];
  readonly creditLine?: number | null;
  readonly relatedLabelLine?: number;
  readonly related: readonly { readonly line: number; readonly title: string }[];
  readonly url: string | null;
  readonly urlLabelLine?: number;
  readonly urlLine?: number | null;
  readonly boilerplate: readonly (readonly [number, number])[];
}

const sourceOf = (described: string | undefined): string | null =>
  described === undefined ? null : described.includes("prefix") ? "prefix" : "line";

describe("the seed articles", () => {
  it("have every value that a careful editor expects", function () {
    if (!existsSync(expectedFile)) this.skip();
    const seeds = JSON.parse(readFileSync(expectedFile, "utf8")) as readonly ExpectedSeed[];
    assert.ok(seeds.length > 0);
    for (const seed of seeds) {
      const text = readFileSync(new URL(`seeds/${seed.file}`, shared), "utf8");
      const found = articleFields(text, {}, seed.file);
      assert.deepEqual(
        {
          headline: found.headline,
          headlineLine: found.headlineLine,
          byline: found.byline,
          publisher: found.publisher,
          date: found.date,
          dateSource: found.dateSource,
          agency: found.agency,
          place: found.place,
          cities: found.cities,
          prefix: found.prefix,
          body: found.body,
          broken: found.broken,
          credit: found.creditLines?.[0] ?? null,
          related: found.related,
          relatedFrom: found.relatedLines?.[0] ?? null,
          url: found.url,
          urlLine: found.urlLine,
          urlFrom: found.urlLines?.[0] ?? null,
          boilerplate: found.boilerplate,
        },
        {
          headline: seed.headline,
          headlineLine: seed.headlineLine,
          byline: seed.byline,
          publisher: seed.publisher,
          date: seed.datePublished,
          dateSource: sourceOf(seed.dateSource),
          agency: seed.agency,
          place: seed.dateline?.city ?? null,
          cities: seed.dateline === null ? [] : [seed.dateline.display],
          prefix: seed.prefix?.text ?? null,
          body: seed.body,
          broken: seed.brokenParagraphs,
          credit: seed.creditLine ?? null,
          related: seed.related.map(({ title }) => title),
          relatedFrom: seed.relatedLabelLine ?? null,
          url: seed.url,
          urlLine: seed.urlLine ?? null,
          urlFrom: seed.urlLabelLine ?? null,
          boilerplate: seed.boilerplate,
        },
        seed.file,
      );
      const lead = found.paragraphs[0]?.replaceAll("\u00a0", " ") ?? "";
      assert.ok(lead.startsWith(seed.leadFirstWords), `${seed.file}: ${lead}`);
      if (seed.displayTitle !== undefined) assert.equal(found.title, `derived: ${seed.displayTitle}`);
      if (seed.publisherKind?.startsWith("inferred") === true) assert.equal(found.publisherOrigin, "inferred");
      if (typeof seed.publisherLine === "number")
        assert.deepEqual([found.publisherLine, found.publisherOrigin], [seed.publisherLine, "explicit"]);
    }
  });
});
