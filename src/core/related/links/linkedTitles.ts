import type { Article, RelatedTitle } from "../../article/article";

/** The title that a link in running text may name: `[title](#)`. */
export interface LinkedTitle extends RelatedTitle {
  /** Whether it stands in the related list; what is linked in running text is often no title but a few words of a sentence. */
  readonly isListed: boolean;
}

const linkEnd = "](#)";
/** A link's text is on one line, and no longer than a title. */
const longest = 200;

/** The titles that an article lists, then those that it links to in its paragraphs. Linear in the text. */
export function linkedTitles(text: string, article: Article): readonly LinkedTitle[] {
  const titles: LinkedTitle[] = article.related.map((title) => ({ ...title, isListed: true }));
  for (const { pieces } of article.paragraphs) {
    for (const piece of pieces) {
      for (let end = text.indexOf(linkEnd, piece.start); end >= 0 && end < piece.end; end = text.indexOf(linkEnd, end + linkEnd.length)) {
        const from = Math.max(piece.start, end - longest);
        const open = text.slice(from, end).lastIndexOf("[");
        const span = { start: from + open + 1, end };
        const title = text.slice(span.start, span.end);
        if (open >= 0 && title.trim() !== "" && !title.includes("\n")) titles.push({ title, span, isListed: false });
      }
    }
  }
  return titles;
}
