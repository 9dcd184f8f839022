import { existsSync, readdirSync, readFileSync } from "node:fs";
import * as path from "node:path";
import { dayOf } from "../../src/core/related/similarity/daysBetween";

/** An article of a collection that is no part of the repository. */
export interface SetArticle {
  readonly id: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** Days since 1970; null where no date is known. */
  readonly day: number | null;
}

function filesOf(folder: string, ending: string): readonly string[] {
  return existsSync(folder) ? (readdirSync(folder, { recursive: true }) as string[]).filter((name) => name.endsWith(ending)).sort() : [];
}

interface BasilRow {
  readonly title: string;
  readonly date: string;
  readonly "triplet-uuid": string;
  readonly "body-paragraphs": readonly (readonly string[])[];
}

/**
 * BASIL (Fan and others 2019), `basil/articles` of the folder: one event told by three outlets each, 100 times. The stories by
 * article id; empty where the collection is not there.
 */
export function readBasil(folder: string): { readonly articles: readonly SetArticle[]; readonly stories: ReadonlyMap<string, string> } {
  const base = path.join(folder, "basil/articles");
  const rows = filesOf(base, ".json").map((name) => ({
    id: `basil/${name}`,
    row: JSON.parse(readFileSync(path.join(base, name), "utf8")) as BasilRow,
  }));
  return {
    articles: rows.map(({ id, row }) => ({
      id,
      title: row.title,
      paragraphs: row["body-paragraphs"].map((sentences) => sentences.join(" ")),
      day: dayOf(row.date.slice(0, 10)),
    })),
    stories: new Map(rows.map(({ id, row }) => [id, row["triplet-uuid"]])),
  };
}

/**
 * The BBC's news of 2004 and 2005 in five classes (Greene and Cunningham 2006), `bbc/CLASS/*.txt` of the folder, with the class of
 * each.
 */
export function readBbc(folder: string): { readonly articles: readonly SetArticle[]; readonly classes: ReadonlyMap<string, string> } {
  const base = path.join(folder, "bbc");
  const articles = filesOf(base, ".txt").map((name): SetArticle => {
    const [title = "", ...paragraphs] = readFileSync(path.join(base, name), "latin1")
      .split(/\n+/)
      .map((line) => line.trim())
      .filter((line) => line !== "");
    return { id: `bbc/${name}`, title, paragraphs, day: null };
  });
  return { articles, classes: new Map(articles.map(({ id }) => [id, path.basename(path.dirname(id))])) };
}

/**
 * Fifty short news texts with how alike people found each two of them (Lee, Pincombe, Welsh 2005), among 300 others:
 * `lee/lee.cor`, `lee/lee_background.cor` and `lee/similarities0-1.txt` of the folder. Null where they are not there.
 */
export function readLee(folder: string): {
  readonly articles: readonly SetArticle[];
  readonly rated: readonly string[];
  readonly ratings: readonly (readonly number[])[];
} | null {
  const base = path.join(folder, "lee");
  if (!existsSync(path.join(base, "similarities0-1.txt"))) return null;
  const lines = (name: string): readonly string[] =>
    readFileSync(path.join(base, name), "latin1")
      .split("\n")
      .filter((line) => line.trim() !== "");
  const articles = (name: string): readonly SetArticle[] =>
    lines(name).map((text, at) => ({ id: `${name}/${at}`, title: "", paragraphs: [text], day: null }));
  const rated = articles("lee.cor");
  return {
    articles: [...rated, ...articles("lee_background.cor")],
    rated: rated.map(({ id }) => id),
    ratings: lines("similarities0-1.txt").map((line) => line.trim().split(/\s+/).map(Number)),
  };
}
