/**
 * How well mentions are taken together into entities, with the names given by hand and end to end:
 *
 *   npm run bench:clusters
 *
 * Reads the hand-annotated seeds and MEANTIME (Wikinews, CC BY 4.0) beside the repository, where they are. The seeds and one
 * half of MEANTIME are development sets; the other half is only measured. MEANTIME marks titles and what they are put together
 * with as names ("Apple CEO Steve Jobs", and "Apple CEO" in it), which bounds what can be reached. End to end, a name that
 * was not found in its exact extent is a cluster of its own.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { parseDocument } from "../src/core/corpus/parseDocument";
import { mentionTypes, type Mention, type MentionType } from "../src/core/entities/mention";
import { namesInArticle } from "../src/core/entities/recognise/readNames";
import { loadModel } from "../src/core/entities/recognise/model";
import { noContexts, type ArticleContexts } from "../src/core/entities/resolve/articleContexts";
import { EntityResolver } from "../src/core/entities/resolve/entityResolver";
import { resolveArticle } from "../src/core/entities/resolve/resolveArticle";
import { bCubed, ceafEntity, type Clustered, type Measure } from "./entities/clusters";
import { isDevelopment } from "./entities/gum";

interface GoldMention {
  readonly start: number;
  readonly end: number;
  readonly type: string;
  readonly entity?: string;
  readonly alts?: readonly (readonly [number, number])[];
}
interface GoldDocument {
  readonly id: string;
  readonly text: string;
  readonly mentions: readonly GoldMention[];
}

const shared = join(__dirname, "../../shared");

function isType(type: string): type is MentionType {
  return (mentionTypes as readonly string[]).includes(type);
}

function seeds(): GoldDocument[] {
  const read = JSON.parse(readFileSync(join(shared, "data/seeds-entities.json"), "utf8")) as (Omit<GoldDocument, "text"> & {
    readonly file: string;
  })[];
  return read.map((document) => ({ ...document, text: readFileSync(join(shared, document.file), "utf8") }));
}

/** What last names are judged by: whom else an article names; the sets have no dates. */
function contextsOf(numbers: readonly (readonly number[])[]): ArticleContexts {
  return {
    ...noContexts,
    articleCount: () => numbers.length,
    localCount: (article) => numbers[article]?.length ?? 0,
    eachLocal: (article, visit) => {
      for (const group of numbers[article] ?? []) visit(group);
    },
  };
}

function clustered(
  documents: readonly GoldDocument[],
  namesOf: (document: GoldDocument) => readonly Mention[],
): { readonly items: readonly Clustered[]; readonly missed: number } {
  const numbers: (readonly number[])[] = [];
  const resolver = new EntityResolver(undefined, contextsOf(numbers));
  const mentions = new Map<string, readonly Mention[]>();
  const locals = documents.map((document, number) => {
    const names = namesOf(document);
    mentions.set(document.id, names);
    const found = resolveArticle(document.text, names);
    numbers[number] = resolver.add(number, found);
    return found;
  });
  const items: Clustered[] = [];
  let missed = 0;
  for (const [number, document] of documents.entries()) {
    const names = mentions.get(document.id) ?? [];
    const found = new Map<string, string>();
    for (const local of locals[number] ?? []) {
      for (const index of local.mentions) {
        const name = names[index];
        if (name !== undefined) found.set(`${name.start}:${name.end}`, resolver.rootOf(local, number)?.id ?? "");
      }
    }
    for (const { start, end, entity, alts } of document.mentions) {
      if (entity === undefined) continue;
      const places = [[start, end] as const, ...(alts ?? [])];
      const cluster = places.map(([from, to]) => found.get(`${from}:${to}`)).find((one) => one !== undefined);
      items.push({ gold: entity, found: cluster ?? `missed ${missed++}` });
    }
  }
  return { items, missed };
}

function inWords({ precision, recall, f1 }: Measure): string {
  return `P ${precision.toFixed(1)} R ${recall.toFixed(1)} F1 ${f1.toFixed(1)}`;
}

function main(): void {
  if (!existsSync(join(shared, "data"))) {
    console.log("The annotated sets are not here; nothing is measured.");
    return;
  }
  const loaded = loadModel(readFileSync(join(__dirname, "../models/names.bin")));
  if ("error" in loaded) throw new Error(loaded.error);
  const meantime = JSON.parse(gunzipSync(readFileSync(join(shared, "data/news/meantime.json.gz"))).toString("utf8")) as GoldDocument[];
  const halves = [true, false].map((development) => meantime.filter(({ id }) => isDevelopment(id) === development));
  for (const [name, documents] of [
    ["seeds", seeds()],
    ["MEANTIME", meantime],
    ["its development half", halves[0] ?? []],
    ["its test half", halves[1] ?? []],
  ] as const) {
    const byHand = clustered(documents, ({ mentions }) =>
      [...mentions]
        .sort((a, b) => a.start - b.start || b.end - a.end)
        .map(({ start, end, type }) => ({ start, end, type: isType(type) ? type : "MISC", score: 1 })),
    );
    const endToEnd = clustered(documents, ({ id, text }) =>
      namesInArticle(text, parseDocument(text, { fileName: id, kind: "article" }).article(0), loaded.model),
    );
    for (const [how, { items, missed }] of [
      ["names by hand", byHand],
      ["end to end", endToEnd],
    ] as const) {
      console.log(
        `${name.padEnd(21)} ${how.padEnd(14)} ${items.length} mentions, ${missed} missed   B³ ${inWords(bCubed(items))}   CEAF-e ${inWords(ceafEntity(items))}`,
      );
    }
  }
  console.log(
    "prototype's rules, AIDA news: names by hand B³ 97.0 CEAF-e 95.0; end to end 93.2 / 86.2 (other texts: not the same measure)",
  );
}

main();
