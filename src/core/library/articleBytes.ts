import type { ParsedDocument } from "../corpus/parseDocument";

/** Where an article stands in its file, in bytes, if that is UTF-8 without a byte order mark. */
export interface ArticleBytes {
  readonly start: number;
  readonly length: number;
}

/** Where the articles of a document stand in its file: one pass over the text. */
export function articleBytes({ text, slots }: ParsedDocument): readonly ArticleBytes[] {
  let at = 0;
  let bytes = 0;
  const upTo = (offset: number): number => {
    bytes += utf8Length(text, at, offset);
    at = offset;
    return bytes;
  };
  return slots.map(({ span }) => {
    const start = upTo(span.start);
    return { start, length: upTo(span.end) - start };
  });
}

/** How many bytes a stretch of a text takes in UTF-8. */
function utf8Length(text: string, from: number, to: number): number {
  let length = 0;
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    // Each half of a surrogate pair takes two of the pair's four bytes.
    length += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 2 : 3;
  }
  return length;
}
