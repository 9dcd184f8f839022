import { foldWords } from "../text/fold";
import { articleId, comparePlace, type ArticleRecord } from "./articleRecord";

/** Headlines by their words: finds the article that a related list names. Derived titles and file names are no titles. */
export class TitleIndex {
  readonly #byTitle = new Map<string, ArticleRecord[]>();

  add(record: ArticleRecord): void {
    const words = titleWords(record);
    if (words === null) return;
    const same = this.#byTitle.get(words);
    if (same === undefined) this.#byTitle.set(words, [record]);
    else same.push(record);
  }

  remove(record: ArticleRecord): void {
    const words = titleWords(record);
    const same = words === null ? undefined : this.#byTitle.get(words);
    if (words === null || same === undefined) return;
    const left = same.filter((other) => other !== record);
    if (left.length === 0) this.#byTitle.delete(words);
    else this.#byTitle.set(words, left);
  }

  /**
   * The article whose headline is `title` but for case, accents, punctuation and spacing; not the one with the id
   * `exceptArticleId`. Of several, the first by document and place. Null if there is none.
   */
  resolve(title: string, exceptArticleId: string | null): ArticleRecord | null {
    const words = foldWords(title);
    if (words === "") return null;
    let best: ArticleRecord | null = null;
    for (const record of this.#byTitle.get(words) ?? []) {
      if (articleId(record) === exceptArticleId) continue;
      if (best === null || comparePlace(record, best) < 0) best = record;
    }
    return best;
  }
}

function titleWords(record: ArticleRecord): string | null {
  if (record.displayTitleKind !== "headline") return null;
  const words = foldWords(record.displayTitle);
  return words === "" ? null : words;
}
