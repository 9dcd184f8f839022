/**
 * How much of an article is read right in the layouts of archives, scrapers and sites: fictional files made from varied parts,
 * forty a layout. The second half of each is not looked at when rules are written. `--show LAYOUT` prints what is wrong in
 * the first half.
 */
import type { Article } from "../src/core/article/article";
import { TemplateCounts, templateCandidates } from "../src/core/article/template";
import { parseDocument } from "../src/core/corpus/parseDocument";
import { atOnce } from "../src/core/util/atOnce";
import { families, makeAll, type Made } from "./layouts/families";

const perLayout = 40;

interface Score {
  files: number;
  headline: number;
  begins: number;
  ends: number;
  authors: number;
  authorsWanted: number;
  invented: number;
  publisher: number;
  publishersWanted: number;
  date: number;
}

const none = (): Score => ({
  files: 0,
  headline: 0,
  begins: 0,
  ends: 0,
  authors: 0,
  authorsWanted: 0,
  invented: 0,
  publisher: 0,
  publishersWanted: 0,
  date: 0,
});

function bodyOf(text: string, { paragraphs }: Article): string {
  return paragraphs
    .map(({ pieces }) => pieces.map(({ start, end }) => text.slice(start, end)).join(" "))
    .join("\n")
    .replace(/\s+/g, " ")
    .trim();
}

/** The articles of one layout as a folder is read: together. */
function read(made: readonly Made[]): Article[] {
  const counts = new TemplateCounts();
  const groupOf = (name: string, i: number): string => (name.startsWith("pages") ? `site ${i % 3}` : "folder");
  made.forEach(({ name, text }, i) => {
    counts.take(name, { group: groupOf(name, i), candidates: templateCandidates(text, { start: 0, end: text.length }) });
  });
  atOnce(counts.settle());
  return made.map(({ name, text }) =>
    parseDocument(text, { fileName: name, kind: "article", templateOf: () => counts.linesFor(name) }).article(0),
  );
}

function judge({ name, text, wanted }: Made, article: Article, score: Score, show: boolean): void {
  const persons = article.authors.filter(({ kind }) => kind === "person").map((author) => author.name);
  const body = bodyOf(text, article);
  const right = {
    headline: (article.headline?.value ?? null) === wanted.headline,
    begins: body.startsWith(wanted.first.replace(/\s+/g, " ").trim()),
    ends: body.endsWith(wanted.last.replace(/\s+/g, " ").trim()),
    publisher: wanted.publisher === null || article.publisher?.value.replace(/^The /, "") === wanted.publisher.replace(/^The /, ""),
    date: (article.datePublished?.iso ?? null) === wanted.date,
  };
  const found = wanted.authors.filter((author) => persons.includes(author)).length;
  const invented = persons.filter((person) => !wanted.authors.includes(person));
  score.files++;
  score.headline += Number(right.headline);
  score.begins += Number(right.begins);
  score.ends += Number(right.ends);
  score.date += Number(right.date);
  score.authors += found;
  score.authorsWanted += wanted.authors.length;
  score.invented += invented.length;
  if (wanted.publisher !== null) score.publishersWanted++;
  if (wanted.publisher !== null && right.publisher) score.publisher++;
  if (!show || (Object.values(right).every(Boolean) && found === wanted.authors.length && invented.length === 0)) return;
  console.log(
    `\n== ${name}`,
    {
      headline: article.headline?.value,
      authors: persons,
      publisher: article.publisher?.value,
      date: article.datePublished?.iso,
      begins: body.slice(0, 50),
      ends: body.slice(-50),
    },
    "wanted",
    wanted,
  );
}

const percent = (part: number, whole: number): string => (whole === 0 ? "–" : ((100 * part) / whole).toFixed(0)).padStart(8);

function row(name: string, score: Score): string {
  return (
    name.padEnd(18) +
    percent(score.headline, score.files) +
    percent(score.begins, score.files) +
    percent(score.ends, score.files) +
    percent(score.authors, score.authorsWanted) +
    String(score.invented).padStart(9) +
    percent(score.publisher, score.publishersWanted) +
    percent(score.date, score.files)
  );
}

const at = process.argv.indexOf("--show");
const shown = at < 0 ? null : (process.argv[at + 1] ?? "");
const totals = [none(), none()] as const;
console.log(
  `${"percent right".padEnd(18)}headline  begins    ends authors invented publ.    date   | the same, of the half that is not looked at`,
);
for (const layout of Object.keys(families)) {
  const made = makeAll(layout, perLayout);
  const articles = read(made);
  const halves = [none(), none()] as const;
  made.forEach((one, i) => {
    const article = articles[i];
    const half = i < perLayout / 2 ? 0 : 1;
    if (article === undefined) return;
    judge(one, article, halves[half], half === 0 && shown === layout);
    judge(one, article, totals[half], false);
  });
  console.log(`${row(layout, halves[0])}   | ${row("", halves[1]).slice(18)}`);
}
console.log(`${row("all", totals[0])}   | ${row("", totals[1]).slice(18)}`);
