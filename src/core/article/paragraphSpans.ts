import type { Span } from "../text/span";
import type { Article } from "./article";

/** Each paragraph of the body from its first piece to its last, in order, with what stray blank lines broke it. */
export function paragraphSpans({ paragraphs }: Pick<Article, "paragraphs">): readonly Span[] {
  return paragraphs.flatMap(({ pieces }) => {
    const first = pieces[0];
    const last = pieces.at(-1);
    return first === undefined || last === undefined ? [] : [{ start: first.start, end: last.end }];
  });
}
