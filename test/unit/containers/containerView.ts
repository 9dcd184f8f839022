import assert from "node:assert/strict";
import { readContainer } from "../../../src/core/containers/readContainer";
import { parseDocument, type ParsedDocument } from "../../../src/core/corpus/parseDocument";
import { LineIndex } from "../../../src/core/text/lineIndex";
import type { Span } from "../../../src/core/text/span";

/** A container in plain data; lines are 1-based, as test cases write them. */
export interface ContainerView {
  readonly kind: string;
  readonly keys: readonly string[];
  readonly lines: readonly (readonly [first: number, last: number])[];
  readonly outside: readonly string[];
  readonly problems: readonly string[];
}

export function viewOf(text: string, fileName = "export.txt"): ContainerView | null {
  const container = readContainer({ text, lines: new LineIndex(text), fileName });
  if (container === null) return null;
  const line = (offset: number): number => container.lines.lineAt(offset) + 1;
  return {
    kind: container.kind,
    keys: container.slots.map(({ key }) => key),
    lines: container.slots.map(({ span }) => [line(span.start), line(Math.max(span.start, span.end - 1))]),
    outside: container.outside.map(({ start, end }) => container.text.slice(start, end)),
    problems: container.problems.map(({ code, span }) => `${code} ${line(span.start)}`),
  };
}

/** An article of a container as its reader gets it. */
export interface SlotView {
  readonly key: string | null;
  readonly title: string | null;
  readonly authors: readonly string[];
  readonly publisher: string | null;
  readonly date: string | null;
  readonly url: string | null;
  readonly body: string | null;
  readonly paragraphs: number;
}

export function articlesOf(text: string, fileName = "export.txt"): SlotView[] {
  const document = parseDocument(text, { fileName });
  assert.notEqual(document.container, null, "no container");
  return document.slots.map((slot, index) => {
    const article = document.article(index);
    return {
      key: slot.key,
      title: article.headline?.value ?? null,
      authors: article.authors.map(({ name }) => name),
      publisher: article.publisher?.value ?? null,
      date: article.datePublished?.iso ?? null,
      url: article.url?.value ?? null,
      body: article.body === null ? null : document.text.slice(article.body.start, article.body.end),
      paragraphs: article.paragraphs.length,
    };
  });
}

/** Slots and what is outside cover the text but for blanks, in order and without overlaps. */
export function assertCovered(text: string, fileName = "export.txt"): void {
  const container = readContainer({ text, lines: new LineIndex(text), fileName });
  if (container === null) return;
  const parts = [...container.outside, ...container.slots.map(({ span }) => span)].sort((a, b) => a.start - b.start || a.end - b.end);
  let at = 0;
  for (const { start, end } of [...parts, { start: container.text.length, end: container.text.length }]) {
    assert.ok(start >= at, "parts overlap");
    assert.match(container.text.slice(at, start), /^[\s\ufeff]*$/);
    at = end;
  }
  for (const { span, text: own } of container.slots)
    assert.ok(own.start >= span.start && own.end <= span.end && own.start <= own.end, "text in its slot");
  assert.equal(new Set(container.slots.map(({ key }) => key)).size, container.slots.length);
  assertPlaced(text, container.text, container.lines);
}

/** Every offset of the readable text has its place in the file and finds its way back. */
function assertPlaced(source: string, text: string, lines: LineIndex): void {
  const own = new LineIndex(source);
  let before = -1;
  const step = Math.max(1, Math.floor(text.length / 2000));
  for (let offset = 0; offset <= text.length; offset += step) {
    // No position of an editor lies between the two halves of a line end.
    if (text.charAt(offset) === "\n" && text.charAt(offset - 1) === "\r") continue;
    const position = lines.positionAt(offset);
    const place = own.offsetAt(position);
    assert.ok(place > before || text.length === 0, `place of ${offset}`);
    before = place;
    assert.equal(lines.offsetAt(position), offset);
    const unit = text.charAt(offset);
    if (source.charAt(place) !== unit) assert.match(source.charAt(place), /[\\"&<]|^$/, `unit at ${offset}`);
  }
}

/** The text of a document where an article's field stands, as it is written in the file. */
export function writtenAt(source: string, document: ParsedDocument, { start, end }: Span): string {
  const own = new LineIndex(source);
  return source.slice(own.offsetAt(document.lines.positionAt(start)), own.offsetAt(document.lines.positionAt(end)));
}
