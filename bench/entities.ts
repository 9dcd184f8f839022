/**
 * How well and how fast names are recognised, beside compromise and wink-nlp in the same run. Run with
 * `npm run bench:entities`. Sets that are not there are skipped; no set in the table was trained on. `GUM_FOLDER` may
 * name a folder of GUM's news (github.com/amir-zeldes/gum, dep/GUM_news_*.conllu), `UNER_FOLDER` one of Universal NER's
 * parallel sets in other languages (github.com/UniversalNER, `de_pud-ud-test.iob2` and the like).
 */
import { readFileSync } from "node:fs";
import { loadModel } from "../src/core/entities/recognise/model";
import { recogniseNames } from "../src/core/entities/recognise/recognise";
import { Tokens, tokenize } from "../src/core/text/tokens";
import { compromiseNames, winkNames } from "./entities/peers";
import { score, total, type Tally, type TypedSpan } from "./entities/scoring";
import { languageSets } from "./entities/languages";
import { testSets, type TestDocument } from "./entities/testSets";

const print = (line = ""): void => {
  process.stdout.write(`${line}\n`);
};
const bytes = readFileSync("models/names.bin");
const loaded = loadModel(bytes);
if ("error" in loaded) throw new Error(loaded.error);
const { model } = loaded;

type Finder = (document: TestDocument) => readonly TypedSpan[];
const finders: readonly [name: string, find: Finder][] = [
  ["Corpus Navigator", ({ text, zones }) => recogniseNames(text, zones, model)],
  ["compromise", ({ text }) => compromiseNames(text)],
  ["wink-nlp", ({ text }) => winkNames(text)],
];
const threeTypes = ["PER", "ORG", "LOC"];
const figure = (value: number): string => value.toFixed(1).padStart(6);

function tallies(documents: readonly TestDocument[], find: Finder, types: readonly string[]): Map<string, Tally> {
  return total(documents.map((document) => score(document.gold, find(document), types)));
}

/** Extents alone: every kind counts as one. */
function extents(documents: readonly TestDocument[], find: Finder): number {
  const one = (span: TypedSpan): TypedSpan => ({ ...span, type: "ENT" });
  const counted = documents.map(({ gold, ...document }) => {
    const kept = (span: TypedSpan): boolean => threeTypes.includes(span.type) || span.type === "ENT";
    return score(
      gold.filter(kept).map((name) => ({ ...name, type: "ENT" })),
      find({ gold, ...document })
        .filter(kept)
        .map(one),
      ["ENT"],
    );
  });
  return total(counted).get("all")?.f1 ?? 0;
}

print(`models/names.bin: ${bytes.length} bytes with word classes and gazetteers`);
print();
print("Strict F1 in percent (extent and kind); 3t = persons, organisations, places; span = extents alone");
print(`${"".padEnd(26)}${["3t", "P", "R", "PER", "ORG", "LOC", "span"].map((head) => head.padStart(6)).join("")}`);
const sets = testSets();
for (const set of sets) {
  print(`${set.name} (${set.note})${set.documents.length === 0 ? ": not here, skipped" : ""}`);
  if (set.documents.length === 0) continue;
  for (const [name, find] of finders) {
    const counts = tallies(set.documents, find, threeTypes);
    const all = counts.get("all");
    if (all === undefined) continue;
    const typed =
      name === "wink-nlp"
        ? Array<string>(6).fill("     –")
        : [all.f1, all.precision, all.recall, ...threeTypes.map((type) => counts.get(type)?.f1 ?? 0)].map(figure);
    const recall = [figure(all.recall), ...threeTypes.map((type) => figure(counts.get(type)?.recall ?? 0))];
    if (set.recallOnly !== true) print(`  ${name.padEnd(24)}${typed.join("")}${figure(extents(set.documents, find))}`);
    else if (name !== "wink-nlp") print(`  ${name.padEnd(24)}${"".padStart(12)}${recall.join("")}   (recall)`);
  }
  const ours = set.recallOnly === true ? null : tallies(set.documents, finders[0]?.[1] ?? (() => []), ["EVENT"]).get("all");
  if (ours !== null && ours !== undefined && ours.gold > 0) print(`    events: F1 ${ours.f1.toFixed(1)}, ${ours.gold} in the gold`);
}

const languages = languageSets(process.env["UNER_FOLDER"]);
print(
  "UNER PUD in other languages, by rules (development; set UNER_FOLDER to its .iob2 files)" +
    (languages.length === 0 ? ": not here, skipped" : ""),
);
for (const { language, documents } of languages) {
  const find: Finder = ({ text, zones }) => recogniseNames(text, zones, model);
  const counts = tallies(documents, find, threeTypes);
  const all = counts.get("all");
  const figures = [
    all?.f1 ?? 0,
    all?.precision ?? 0,
    all?.recall ?? 0,
    ...threeTypes.map((type) => counts.get(type)?.f1 ?? 0),
    extents(documents, find),
  ];
  print(`  ${language.padEnd(24)}${figures.map(figure).join("")}`);
}

const texts = sets.flatMap((set) => (set.isPart === true ? [] : set.documents));
if (texts.length > 0) {
  let count = 0;
  for (const { text } of texts) {
    const tokens = new Tokens();
    tokenize(text, 0, text.length, tokens);
    count += tokens.length;
  }
  print();
  print(`Tokens a second, one core, tokenising included, best of some rounds after a first one (${count} tokens)`);
  let own = 0;
  for (const [name, find] of finders) {
    let best = Infinity;
    // A fast program needs more rounds than a slow one before the engine has compiled what it runs.
    for (let round = 0, spent = 0; round < 3 || spent < 3; round++) {
      const start = process.hrtime.bigint();
      for (const document of texts) find(document);
      const seconds = Number(process.hrtime.bigint() - start) / 1e9;
      spent += seconds;
      if (round > 0) best = Math.min(best, seconds);
    }
    const speed = count / best;
    if (own === 0) own = speed;
    print(`  ${name.padEnd(24)}${Math.round(speed).toLocaleString("en").padStart(12)}${(own / speed).toFixed(1).padStart(8)}×`);
  }
}

print();
print("Figures of others and of the prototype, measured elsewhere");
print("  CoNLL-2003 test, four types: Stanford CRF 87.9, Illinois 90.8, BERT base 92.4 (published)");
print("  CoNLL-2003 test, 3t: compromise 49.0, @nlpjs/ner 44.0; its news part: prototype on open data 80.3–82.3, on CoNLL itself 88.9");
print("  seeds, 3t: compromise 64.4, prototype 92.4–92.8; speed of the prototype 200,000–400,000 tokens/s");
