/**
 * Who is who among people whose names are alike, end to end, on texts of our own (`bench/entities/who`):
 *
 *   npm run bench:people [-- --list]
 *
 * A man and a woman of one family name, and two people whose names are alike, are to be two entities; spellings of one name one; a
 * single name
 * the person that the text means, or offered as one of several. Half of each set is development; of the other half the figures are
 * printed only, and --list names what is wrong in the first.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseDocument } from "../src/core/corpus/parseDocument";
import { EntityIndex } from "../src/core/entities/index/entityIndex";
import { EntityView } from "../src/core/entities/index/entityView";
import { hashText } from "../src/core/entities/recognise/hash";
import { loadModel, type NameModel } from "../src/core/entities/recognise/model";
import { baseOf, readNames } from "../src/core/entities/recognise/readNames";

const headline = "Morning report from the valley\n\n";

interface Corpus {
  readonly index: EntityIndex;
  readonly view: EntityView;
}

function corpusOf(texts: readonly string[], model: NameModel, dates: readonly (string | null)[] = []): Corpus {
  const index = new EntityIndex(({ id }) => ({ date: dates[Number(id)] ?? null, makers: [] }));
  for (const [at, text] of texts.entries()) {
    const document = parseDocument(headline + text, { fileName: `${at}.txt`, kind: "article" });
    index.setArticle(String(at), `file:///${at}`, 0, readNames(document, document.article(0), baseOf(document.lines, 0), model));
  }
  return { index, view: new EntityView(index) };
}

/**
 * The ids of the entities that words, by where they begin and end in an article's text, may mean: of the longest name there; null
 * where none was found.
 */
function meant({ index, view }: Corpus, article: number, start: number, length: number): readonly string[] | null {
  const read = index.article(String(article));
  if (read === null) return null;
  const { mentions } = read.names;
  const from = headline.length + start;
  for (let mention = mentions.count - 1; mention >= 0; mention--) {
    const span = mentions.span(mention);
    if (span.end !== from + length && !(span.start < from + length && span.end > from)) continue;
    const candidates = view.candidatesOf(read, mention).map(({ id }) => id);
    if (candidates.length > 1) return candidates;
    const id = view.idOfMention(read, mention);
    return id === null ? [] : [id];
  }
  return null;
}

function placeOf(text: string, name: string): readonly [start: number, length: number] {
  return [text.indexOf(name), name.length];
}

class Score {
  all = 0;
  right = 0;
  both = 0;
  missing = 0;
  readonly wrong: string[] = [];
}

type Halves = readonly [development: Score, test: Score];

function halves(): Halves {
  return [new Score(), new Score()];
}

function of(scores: Halves, line: string): Score {
  return scores[hashText(`half ${line}`) % 2 === 0 ? 0 : 1];
}

function lines(file: string): readonly string[] {
  return readFileSync(join(__dirname, "entities/who", file), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
}

/** Whether two names are one entity; null where one was not found. */
function areOne(corpus: Corpus, first: readonly [number, string, string], second: readonly [number, string, string]): boolean | null {
  const [a, b] = [first, second].map(([article, text, name]) => meant(corpus, article, ...placeOf(text, name)));
  return a === null || b === null || a === undefined || b === undefined ? null : a.some((id) => b.includes(id));
}

function pairs(file: string, want: boolean, frames: readonly (readonly string[])[], model: NameModel): Halves {
  const scores = halves();
  for (const line of lines(file)) {
    const [a = "", b = ""] = line.split(" / ");
    for (const frame of frames) {
      const texts = frame.map((text) => text.replace("{a}", a).replace("{b}", b));
      const score = of(scores, line);
      score.all++;
      const one = areOne(corpusOf(texts, model), [0, texts[0] ?? "", a], [texts.length - 1, texts.at(-1) ?? "", b]);
      if (one === null) score.missing++;
      else if (one === want) score.right++;
      else score.wrong.push(`${line}: ${texts.join(" || ")}`);
    }
  }
  return scores;
}

function apart(model: NameModel): Halves {
  const scores = halves();
  for (const line of lines("apart.txt")) {
    const parts = line.split(" || ").map((part) => part.split(" | "));
    const texts = parts.map(([, text = ""]) => text);
    const names = texts.map((text) => /\p{Lu}\p{Ll}+ (?:Marsh|Sadiq|Voss|Halder|Hulder|Calder|Lapin)/u.exec(text)?.[0] ?? "");
    const score = of(scores, line);
    score.all++;
    const one = areOne(
      corpusOf(
        texts,
        model,
        parts.map(([date = ""]) => date),
      ),
      [0, texts[0] ?? "", names[0] ?? ""],
      [1, texts[1] ?? "", names[1] ?? ""],
    );
    if (one === null) score.missing++;
    else if (!one) score.right++;
    else score.wrong.push(line);
  }
  return scores;
}

function bare(model: NameModel): Halves {
  const scores = halves();
  for (const line of lines("bare.txt")) {
    const marks: { readonly start: number; readonly words: string; readonly want: readonly string[] }[] = [];
    let text = "";
    for (const piece of line.replace(/ ¶ /g, "\n\n").split(/(<[^>]*>)/)) {
      const mark = /^<([^|]*)\|([^>]*)>$/.exec(piece);
      if (mark !== null) marks.push({ start: text.length, words: mark[1] ?? "", want: (mark[2] ?? "").toLowerCase().split("/") });
      text += mark === null ? piece : (mark[1] ?? "");
    }
    const corpus = corpusOf([text], model);
    for (const { start, words, want } of marks) {
      const score = of(scores, line);
      score.all++;
      const found = meant(corpus, 0, start, words.length);
      const hits = want.filter((name) => found?.some((id) => id.slice(4).split(" ").includes(name)) === true);
      if (found === null) score.missing++;
      else if (hits.length === want.length && found.length === want.length) score.right++;
      else if (hits.length === want.length) score.both++;
      else score.wrong.push(`${words} → ${found.join(" or ")}, not ${want.join("/")}: ${text.slice(0, 100)}`);
    }
  }
  return scores;
}

function report(name: string, [development, test]: Halves): void {
  const say = ({ all, right, both, missing, wrong }: Score): string =>
    `${right} right${both > 0 ? `, ${both} among several` : ""}, ${wrong.length} wrong of ${all - missing}${missing > 0 ? ` (${missing} names not found)` : ""}`;
  console.log(`${name.padEnd(30)} development ${say(development).padEnd(60)} test ${say(test)}`);
  if (process.argv.includes("--list")) for (const one of development.wrong) console.log(`  ${one}`);
}

function main(): void {
  const loaded = loadModel(readFileSync(join(__dirname, "../models/names.bin")));
  if ("error" in loaded) throw new Error(loaded.error);
  const { model } = loaded;
  report(
    "a man and a woman, one article",
    pairs(
      "sexes.txt",
      false,
      [["{a} met {b} in Oster on Monday."], ["{a}, a lawyer, spoke on Monday. The hall was full.\n\n{b}, a teacher, left early."]],
      model,
    ),
  );
  report("… two articles", pairs("sexes.txt", false, [["{a} spoke in Oster on Monday.", "{b} left early on Tuesday."]], model));
  report(
    "spellings of one, two articles",
    pairs(
      "spellings.txt",
      true,
      [
        ["{a} spoke in Oster on Monday.", "The council heard {b} on Tuesday."],
        ["The minister, {a}, spoke in Oster on Monday.", "Minister {b} left Oster early."],
      ],
      model,
    ),
  );
  report("alike, but others, two articles", apart(model));
  report("a single name", bare(model));
}

main();
