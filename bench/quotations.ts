/**
 * How well quotations are found in articles that people marked (bench/quotations/guidelines.md), names and entities being the
 * program's own:
 *
 *   npm run bench:quotations [-- --show]
 *
 * Direct: content and speaker right together. Indirect and mixed: words of content in common. Speaker: the right entity, of the
 * quotations found whose speaker the article names. --show lists what is wrong in the half that rules are written on.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseDocument } from "../src/core/corpus/parseDocument";
import { loadModel, type NameModel } from "../src/core/entities/recognise/model";
import { baseOf, namesInArticle, readNames } from "../src/core/entities/recognise/readNames";
import { localQuotations } from "../src/core/quotations/localQuotations";
import type { Quotation } from "../src/core/quotations/quotation";
import { placedMentions, quotationsOfArticle } from "../src/core/quotations/quotationsOfArticle";
import { overlaps, type Span } from "../src/core/text/span";
import { Tally } from "./entities/scoring";
import { type GoldQuotation, type GoldSpeaker, type GoldText, readMarked, readOffsets } from "./quotations/marked";

const root = join(__dirname, "..");
const folder = join(__dirname, "quotations");
const seedFolder = join(root, "../shared/seeds");

/** A quotation that was found, with the names of the entity behind its speaker. */
interface Found extends Quotation {
  readonly written: string | null;
  readonly names: readonly string[];
}

class Scores {
  readonly direct = new Tally();
  readonly directContent = new Tally();
  /** In words. */
  readonly reported = new Tally();
  readonly speakers = new Tally();
  marked = 0;
  quotedOtherwise = 0;
  falselyQuoted = 0;
  articles = 0;
  milliseconds = 0;
  namesToo = 0;
}

function words(text: string, span: Span, without: readonly (Span | null)[]): readonly number[] {
  const found: number[] = [];
  for (const match of text.slice(span.start, span.end).matchAll(/[\p{L}\p{N}]+/gu)) {
    const start = span.start + match.index;
    if (!without.some((hole) => hole !== null && start >= hole.start && start < hole.end)) found.push(start);
  }
  return found;
}

const bare = (words: string): string => words.replace(/^(?:the|a|an|The|A|An) /u, "").replace(/\s+/gu, " ");

/** Whether a name is that of the gold, or a part of it or more of it. */
function sameName(gold: string, names: readonly string[]): boolean {
  const wanted = new Set(bare(gold).split(" "));
  const full = names.filter((name) => name.includes(" "));
  return (full.length > 0 && gold.includes(" ") ? full : names).some((name) => {
    const have = bare(name).split(" ");
    const inCommon = have.filter((word) => wanted.has(word)).length;
    return inCommon === have.length || inCommon === wanted.size;
  });
}

function speakerRight(gold: GoldSpeaker, found: Found): boolean {
  if (gold === null) return found.speaker === null;
  if ("name" in gold) return sameName(gold.name, found.names);
  const written = bare(found.written ?? "").toLowerCase();
  const wanted = bare(gold.phrase).toLowerCase();
  const overlap = written !== "" && (written.includes(wanted) || wanted.includes(written));
  return overlap && (found.names.length === 0 || found.speaker?.form === "name" || found.names.some((name) => gold.phrase.includes(name)));
}

function foundIn(text: string, name: string, model: NameModel, scores: Scores): readonly Found[] {
  const document = parseDocument(text, { fileName: `${name}.txt` });
  return document.slots.flatMap((slot, at) => {
    const article = document.article(at);
    const base = baseOf(document.lines, slot.span.start);
    const names = readNames(document, article, base, model);
    const mentions = namesInArticle(text, article, model);
    let before = process.cpuUsage();
    for (let i = 0; i < 20; i++) localQuotations(text, article, base, mentions, names.locals);
    let used = process.cpuUsage(before);
    scores.milliseconds += (used.user + used.system) / 20_000;
    before = process.cpuUsage();
    readNames(document, article, base, model);
    used = process.cpuUsage(before);
    scores.namesToo += (used.user + used.system) / 1000;
    scores.articles++;
    const placed = placedMentions(names, slot.span.start);
    return quotationsOfArticle(names, slot.span.start).map((quotation): Found => {
      const { speaker } = quotation;
      const mention = speaker?.mention ?? null;
      const entity = mention === null ? undefined : names.locals.find(({ mentions: own }) => own.includes(mention));
      const of = mention === null ? [] : (entity?.mentions ?? [mention]);
      return {
        ...quotation,
        written: speaker === null ? null : text.slice(speaker.start, speaker.end).replace(/\s+/gu, " "),
        names: [...new Set(of.map((one) => text.slice(placed[one]?.start, placed[one]?.end).replace(/\s+/gu, " ")))],
      };
    });
  });
}

interface Difference {
  readonly what: string;
  readonly gold: GoldQuotation | null;
  readonly found: Found | null;
}

function compare({ text, quotations: gold }: GoldText, all: readonly Found[], scores: Scores): readonly Difference[] {
  const differences: Difference[] = [];
  const wordsOf = (one: GoldQuotation | Found): readonly number[] => words(text, one, "cue" in one ? [one.cue, one.speaker] : []);
  const open = gold.filter(({ kind }) => kind === "open");
  const found = all.filter((one) => {
    const mine = wordsOf(one);
    const inOpen = mine.filter((at) => open.some((span) => at >= span.start && at < span.end)).length;
    return mine.length > 0 && inOpen * 2 < mine.length;
  });
  const keyOf = (one: GoldQuotation | Found): string => {
    const mine = wordsOf(one);
    return `${mine[0] ?? -1}:${mine.at(-1) ?? -1}`;
  };
  const marked = gold.filter(({ kind }) => kind !== "open" && kind !== "none");
  scores.marked += marked.length;

  const directGold = new Map(marked.filter(({ kind }) => kind === "direct").map((one) => [keyOf(one), one]));
  const directFound = found.filter(({ kind }) => kind === "direct");
  scores.direct.gold += directGold.size;
  scores.directContent.gold += directGold.size;
  scores.direct.found += directFound.length;
  scores.directContent.found += directFound.length;
  for (const one of directFound) {
    const match = directGold.get(keyOf(one));
    if (match === undefined) {
      differences.push({ what: "direct: not so", gold: null, found: one });
      continue;
    }
    directGold.delete(keyOf(one));
    scores.directContent.right++;
    if (speakerRight(match.speaker, one)) scores.direct.right++;
    else differences.push({ what: "direct: speaker", gold: match, found: one });
  }
  for (const one of directGold.values()) differences.push({ what: "direct: missed", gold: one, found: null });

  const reportedGold = marked.filter(({ kind }) => kind !== "direct");
  const reportedFound = found.filter(({ kind }) => kind !== "direct");
  const goldWords = new Set(reportedGold.flatMap((one) => wordsOf(one)));
  const foundWords = new Set(reportedFound.flatMap((one) => wordsOf(one)));
  const common = [...foundWords].filter((at) => goldWords.has(at)).length;
  scores.reported.gold += goldWords.size;
  scores.reported.found += foundWords.size;
  scores.reported.right += common;
  for (const one of reportedGold) {
    const mine = wordsOf(one);
    if (mine.filter((at) => foundWords.has(at)).length < 0.7 * mine.length) {
      differences.push({ what: `${one.kind}: missed`, gold: one, found: reportedFound.find((other) => overlaps(one, other)) ?? null });
    }
  }
  for (const one of reportedFound) {
    const mine = wordsOf(one);
    if (mine.filter((at) => goldWords.has(at)).length < 0.7 * mine.length) {
      differences.push({ what: `${one.kind}: not so`, gold: reportedGold.find((other) => overlaps(one, other)) ?? null, found: one });
    }
  }

  for (const one of marked) {
    if (one.speaker === null || !("name" in one.speaker)) continue;
    const mine = wordsOf(one);
    const match = found.find((other) => wordsOf(other).filter((at) => mine.includes(at)).length * 2 > mine.length);
    if (match === undefined) continue;
    scores.speakers.gold++;
    if (speakerRight(one.speaker, match)) scores.speakers.right++;
    else if (one.kind !== "direct" || match.kind !== "direct") differences.push({ what: `${one.kind}: speaker`, gold: one, found: match });
  }
  for (const one of gold.filter(({ kind }) => kind === "none")) {
    scores.quotedOtherwise++;
    const bad = found.find((other) => overlaps(one, other) && wordsOf(other).every((at) => at >= one.start && at < one.end));
    if (bad === undefined) continue;
    scores.falselyQuoted++;
    differences.push({ what: "quoted, no quotation", gold: one, found: bad });
  }
  return differences;
}

function show(text: string, { what, gold, found }: Difference): void {
  const cut = ({ start, end }: Span): string => text.slice(start, end).replace(/\s+/gu, " ");
  const speaker = gold?.speaker ?? null;
  const who = speaker === null ? "–" : "name" in speaker ? speaker.name : `~${speaker.phrase}`;
  console.log(`  ${what}`);
  if (gold !== null) console.log(`    gold  [${who}] ${cut(gold)}`);
  if (found !== null) {
    const cue = found.cue === null ? "–" : cut(found.cue);
    console.log(`    found ${found.kind} [${found.written ?? "–"} = ${found.names.join("/") || "?"}] (${cue}) ${cut(found)}`);
  }
}

const percent = (part: number, whole: number): string => (whole === 0 ? "–" : ((100 * part) / whole).toFixed(1));

function report(name: string, scores: Scores): void {
  const line = (tally: Tally): string => `F1 ${tally.f1.toFixed(1)}  P ${tally.precision.toFixed(1)}  R ${tally.recall.toFixed(1)}`;
  console.log(`${name}: ${scores.articles} articles, ${scores.marked} quotations`);
  console.log(`  direct, content and speaker   ${line(scores.direct)}  (${scores.direct.gold})`);
  console.log(`  direct, content alone         ${line(scores.directContent)}`);
  console.log(`  indirect and mixed, words     ${line(scores.reported)}`);
  console.log(`  entity of a named speaker     ${percent(scores.speakers.right, scores.speakers.gold)}  (${scores.speakers.gold} found)`);
  console.log(`  titles, words at a distance   ${scores.falselyQuoted} of ${scores.quotedOtherwise} taken for quotations`);
  console.log(
    `  processor time an article     ${(scores.milliseconds / scores.articles).toFixed(2)} ms, ` +
      `with its names ${(scores.namesToo / scores.articles).toFixed(1)} ms`,
  );
}

function seedTexts(): readonly GoldText[] {
  if (!existsSync(seedFolder)) return [];
  const lines = readFileSync(join(folder, "seeds.txt"), "utf8")
    .split("\n")
    .filter((line) => /^\d/u.test(line));
  return readdirSync(seedFolder)
    .sort()
    .map((file) => {
      const text = readFileSync(join(seedFolder, file), "utf8").replace(/^\uFEFF/u, "");
      return readOffsets(
        file.slice(0, 3),
        text,
        lines.filter((line) => line.startsWith(file.slice(0, 3))),
      );
    });
}

function main(): void {
  const loaded = loadModel(readFileSync(join(root, "models/names.bin")));
  if ("error" in loaded) throw new Error(loaded.error);
  const gold = readdirSync(join(folder, "gold"))
    .sort()
    .map((file) => readMarked(file.replace(/\.txt$/u, ""), readFileSync(join(folder, "gold", file), "utf8")));
  const isOdd = ({ name }: GoldText): boolean => Number.parseInt(name, 10) % 2 === 1;
  const seeds = seedTexts();
  const sets: readonly (readonly [string, readonly GoldText[], boolean])[] = [
    ["rules written on (odd numbers)", gold.filter(isOdd), true],
    ["only measured (even numbers)", gold.filter((one) => !isOdd(one)), false],
    ["seeds", seeds, true],
  ];
  for (const [name, texts, looked] of sets) {
    if (texts.length === 0) {
      console.log(`${name}: skipped, not there`);
      continue;
    }
    const scores = new Scores();
    for (const one of texts) {
      const differences = compare(one, foundIn(one.text, one.name, loaded.model, scores), scores);
      if (!looked || !process.argv.includes("--show") || differences.length === 0) continue;
      console.log(one.name);
      for (const difference of differences) show(one.text, difference);
    }
    report(name, scores);
  }
}

main();
