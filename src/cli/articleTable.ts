import { terminalText } from "../core/text/escape";
import type { ArticleJson } from "./articleJson";

const DATE_WIDTH = 10;
const UNDATED = "undated";

/** One line an article: date, title, source and place, cut to `width` columns. */
export function tableRow(article: ArticleJson, width: number): string {
  const source = article.publisher ?? article.agency ?? "";
  const place =
    article.key === null ? `${article.file}:${article.headlineLine ?? article.contentLines?.[0] ?? 1}` : `${article.file}#${article.key}`;
  const rest = Math.max(40, width - DATE_WIDTH - 6);
  const titleWidth = Math.floor(rest * 0.5);
  const sourceWidth = Math.floor(rest * 0.2);
  const cells = [
    (article.datePublished ?? UNDATED).padEnd(DATE_WIDTH),
    fit(article.displayTitle, titleWidth),
    fit(source, sourceWidth),
    terminalText(place),
  ];
  return cells.join("  ").trimEnd();
}

const graphemes = new Intl.Segmenter();

/** Exactly `width` columns where every character takes one; those of East Asia take two. */
export function fit(text: string, width: number): string {
  // A title may be long, the first characters of it are enough.
  const shown = terminalText(text.slice(0, 4 * width));
  let fitted = "";
  let columns = 0;
  for (const { segment } of graphemes.segment(shown)) {
    const size = isWide(segment) ? 2 : 1;
    if (columns + size > width - 1 && fitted.length + segment.length < shown.length)
      return `${fitted}…`.padEnd(fitted.length + width - columns);
    fitted += segment;
    columns += size;
  }
  return fitted + " ".repeat(Math.max(0, width - columns));
}

/** East Asian scripts and emoji: close enough for a table (Unicode's UAX 11 has the whole truth). */
function isWide(segment: string): boolean {
  return /^[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|^\p{Emoji_Presentation}/u.test(
    segment,
  );
}
