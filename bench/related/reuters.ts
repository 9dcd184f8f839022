import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { articleTerms, type TermWeights } from "../../src/core/related/similarity/articleTerms";
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
  const rows = gunzipSync(readFileSync(file)).toString("utf8").trim().split("\n").map((line) => JSON.parse(line) as Row);
  return rows.map(({ title, date, paras, labels }, at) => {
    const time = Date.parse((date ?? "").replace(/\.\d+$/, ""));
    return { id: String(at), title: title ?? "", paragraphs: paras, day: Number.isNaN(time) ? null : Math.floor(time / 86_400_000), topics: labels.topics };
  });
}

/** The terms of an article, as the product would weigh them. */
export function reutersTerms({ title, paragraphs }: SetArticle): TermWeights {
  const body = paragraphs.join("\n");
  const text = `${title}\n${body}`;
  const start = title.length + 1;
  return articleTerms(text, {
    title: { start: 0, end: title.length },
    lead: { start, end: start + (paragraphs[0]?.length ?? 0) },
    body: [{ start, end: text.length }],
  });
}
