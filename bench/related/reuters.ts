import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { TermFeatures } from "../../src/core/related/articleFeatures";
import { weighTerms, type TermWeights } from "../../src/core/related/similarity/articleTerms";
import { analyse } from "../../src/core/search/analyse/analyser";
import { TermNumbers } from "../../src/core/search/engine/termNumbers";
import type { SetArticle } from "./newsSets";

/** An article of Reuters-21578. */
export interface ReutersArticle extends SetArticle {
  readonly topics: readonly string[];
}

interface Row {
  readonly title: string | null;
  readonly date: string | null;
  readonly paras: readonly string[];
  readonly labels: { readonly topics: readonly string[] };
}

/** The articles of the collection; null where it is not there. `../shared` is no part of the repository. */
export function readReuters(file = "../shared/data/news/reuters.jsonl.gz"): readonly ReutersArticle[] | null {
  if (!existsSync(file)) return null;
  const rows = gunzipSync(readFileSync(file))
    .toString("utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Row);
  return rows.map(({ title, date, paras, labels }, at) => {
    const time = Date.parse((date ?? "").replace(/\.\d+$/, ""));
    return {
      id: String(at),
      title: title ?? "",
      paragraphs: paras,
      day: Number.isNaN(time) ? null : Math.floor(time / 86_400_000),
      topics: labels.topics,
    };
  });
}

/** The terms of an article, as the product would weigh them. */
export function reutersTerms({ title, paragraphs }: Pick<SetArticle, "title" | "paragraphs">): TermWeights {
  const numbers = new TermNumbers();
  const sequence: number[] = [];
  const read = (text: string): number => {
    analyse(text, 0, text.length, (term) => sequence.push(numbers.number(term)));
    return sequence.length;
  };
  const titleEnd = read(title);
  const ends = paragraphs.map(read);
  const features = new TermFeatures(numbers);
  return weighTerms(
    { sequence: Uint32Array.from(sequence), titleEnd, prose: Uint32Array.from([ends[0] ?? titleEnd, titleEnd, sequence.length]) },
    (number) => features.stem(number),
  );
}
