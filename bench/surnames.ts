/**
 * How well a last name alone, which several people bear, is judged by the company and the date of its article:
 *
 *   npm run bench:surnames
 *
 * Of articles that give full names, some are hidden: only the last name stays, as if the article had not explained it. Whom it was taken
 * for is compared with whom the article named. Counted are last names that no bearer dominates: of people whom other articles
 * name in full, and of strangers, whom none does, so that only taking them for nobody is right. Sets: Reuters-21578 (for
 * research; one half is the development set that the thresholds were chosen on, the other is only measured) and MEANTIME, beside the
 * repository, where they are, and the articles of `models/annotations`.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { parseDocument } from "../src/core/corpus/parseDocument";
import { namesInArticle } from "../src/core/entities/recognise/readNames";
import { hashText } from "../src/core/entities/recognise/hash";
import { loadModel, type NameModel } from "../src/core/entities/recognise/model";
import { resolveArticle } from "../src/core/entities/resolve/resolveArticle";
import { readAnnotated } from "../test/support/annotated";
import { findHidden, type Found, type NamedArticle } from "./entities/hiddenNames";

const shared = join(__dirname, "../../shared/data/news");
const draws = 8;

interface Text {
  readonly id: string;
  readonly date: string | null;
  readonly text: string;
}

/** "26-FEB-1987 15:01:01.79" as a day; null where it is none. */
function dayOf(date: string): string | null {
  const time = Date.parse(`${date.slice(0, 11).trim()} UTC`);
  return Number.isNaN(time) ? null : new Date(time).toISOString().slice(0, 10);
}

function reuters(): readonly Text[] {
  const file = join(shared, "reuters.jsonl.gz");
  if (!existsSync(file)) return [];
  const lines = gunzipSync(readFileSync(file))
    .toString("utf8")
    .split("\n")
    .filter((line) => line !== "");
  return lines.map((line) => {
    const { id, title, dateline, date, paras } = JSON.parse(line) as {
      readonly id: string;
      readonly title: string;
      readonly dateline: string;
      readonly date: string;
      readonly paras: readonly string[];
    };
    return { id, date: dayOf(date), text: [title, `${dateline} ${paras.join("\n\n")}`].join("\n\n") };
  });
}

function meantime(): readonly Text[] {
  const file = join(shared, "meantime.json.gz");
  if (!existsSync(file)) return [];
  return (JSON.parse(gunzipSync(readFileSync(file)).toString("utf8")) as readonly Omit<Text, "date">[]).map(({ id, text }) => ({
    id,
    text,
    date: null,
  }));
}

function annotations(): readonly Text[] {
  const folder = join(__dirname, "../models/annotations");
  return readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .sort()
    .map((id) => ({ id, date: null, text: readAnnotated(readFileSync(join(folder, id), "utf8")).text }));
}

function named({ id, date, text }: Text, model: NameModel): NamedArticle {
  const names = namesInArticle(text, parseDocument(text, { fileName: id, kind: "article" }).article(0), model);
  return { id, date, locals: resolveArticle(text, names) };
}

function percent(part: number, whole: number): string {
  return whole === 0 ? "   –" : `${((100 * part) / whole).toFixed(1).padStart(5)} %`;
}

function main(): void {
  const loaded = loadModel(readFileSync(join(__dirname, "../models/names.bin")));
  if ("error" in loaded) throw new Error(loaded.error);
  const news = reuters();
  const sets = [
    ["Reuters, development half", news.filter(({ id }) => hashText(`half ${id}`) % 2 === 0)],
    ["Reuters, test half", news.filter(({ id }) => hashText(`half ${id}`) % 2 === 1)],
    ["MEANTIME", meantime()],
    ["our annotations", annotations()],
  ] as const;
  for (const [name, texts] of sets) {
    const articles = texts.map((text) => named(text, loaded.model));
    for (const share of [0.25, 0.6]) {
      const found: Found = { open: 0, strangers: 0, right: 0, wrong: 0, wrongStrangers: 0 };
      for (let draw = 0; draw < draws; draw++) findHidden(articles, share, String(draw), found);
      const decided = found.right + found.wrong + found.wrongStrangers;
      console.log(
        `${name.padEnd(26)} ${String(articles.length).padStart(5)} articles, ${String(100 * share).padStart(2)} % hidden, ${draws} draws: ${found.open} open last names, ${found.strangers} of them strangers'; ` +
          `taken for somebody ${percent(decided, found.open)}, rightly ${percent(found.right, decided)}; of the known people's, found ${percent(found.right, found.open - found.strangers)} and mistaken ${percent(found.wrong, found.open - found.strangers)}; of the strangers', taken ${percent(found.wrongStrangers, found.strangers)}`,
      );
    }
  }
}

main();
