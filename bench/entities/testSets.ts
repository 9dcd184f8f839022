import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Span } from "../../src/core/text/span";
import { annotated, dataFolder, heldOutWeb } from "../../scripts/train/sets";
import { paragraphs } from "../../scripts/train/annotations";
import type { TrainingDocument } from "../../scripts/train/document";
import { isDevelopment, readGum } from "./gum";
import type { GoldSpan } from "./scoring";

export interface TestDocument {
  readonly text: string;
  readonly zones: readonly Span[];
  readonly gold: readonly GoldSpan[];
}

export interface TestSet {
  readonly name: string;
  /** What was and was not done with it. */
  readonly note: string;
  /** Not every name is annotated: only recall means something. */
  readonly recallOnly?: boolean;
  /** Its documents are in the set before it too. */
  readonly isPart?: boolean;
  readonly documents: readonly TestDocument[];
}

interface SeedArticle {
  readonly file: string;
  readonly mentions: readonly {
    start: number;
    end: number;
    type: string;
    optional?: boolean;
    alts?: readonly (readonly [number, number])[];
  }[];
}

function seeds(): TestDocument[] {
  const file = join(dataFolder, "seeds-entities.json");
  if (!existsSync(file)) return [];
  return (JSON.parse(readFileSync(file, "utf8")) as SeedArticle[]).map((article) => {
    const text = readFileSync(join(dataFolder, "..", article.file), "utf8").replace(/^\ufeff/, "");
    const gold = article.mentions.map(({ alts, ...mention }) => ({
      ...mention,
      alternatives: (alts ?? []).map(([start, end]) => ({ start, end })),
    }));
    return { text, zones: paragraphs(text), gold };
  });
}

function meantime(): TestDocument[] {
  const file = join(dataFolder, "news/meantime.json.gz");
  if (!existsSync(file)) return [];
  const articles = JSON.parse(gunzipSync(readFileSync(file)).toString("utf8")) as { text: string; mentions: GoldSpan[] }[];
  return articles.map(({ text, mentions }) => ({ text, zones: paragraphs(text), gold: mentions }));
}

/** GUM's news in a folder of its `.conllu` files, by halves; empty where there is none. */
function gum(development: boolean): TestDocument[] {
  const folder = process.env["GUM_FOLDER"];
  if (folder === undefined || !existsSync(folder)) return [];
  return readGum(folder).filter(({ id }) => isDevelopment(id) === development);
}

/** So many of PUD's documents, the first 500 of its 1,000 sentences, are news; the others are from Wikipedia. */
const newsOfPud = 215;

const asTest = ({ text, zones, names }: TrainingDocument): TestDocument => ({ text, zones, gold: names });

/** All sets to test on; none of them is trained on. A set whose file is absent has no documents. */
export function testSets(): TestSet[] {
  const pud = heldOutWeb().map(asTest);
  return [
    { name: "five seed articles", note: "development: the rules were written with them in view", documents: seeds() },
    {
      name: "own articles held out",
      note: "test: one in eight of models/annotations, by the hash of the file name",
      documents: annotated(true).map(asTest),
    },
    { name: "UNER English PUD", note: "test: web news and Wikipedia", documents: pud },
    { name: "UNER English PUD, news", note: "test: the half of it that is news", isPart: true, documents: pud.slice(0, newsOfPud) },
    {
      name: "GUM news, one half",
      note: "development; names derived from its noun phrases, set GUM_FOLDER to its .conllu files",
      documents: gum(true),
    },
    { name: "GUM news, other half", note: "test: only measured; Wikinews", documents: gum(false) },
    { name: "MEANTIME", note: "recall on Wikinews: not every name in it is annotated", recallOnly: true, documents: meantime() },
  ];
}
