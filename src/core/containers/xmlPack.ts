import { ProblemList } from "../envelope/problemList";
import type { Span } from "../text/span";
import type { Container, ContainerSource } from "./container";
import { withoutEntities } from "./escapes";
import { ReadableTextBuilder } from "./readableText";
import { type FoundLine, type FoundSlot, linesWith, containerOf, trimmed, withKeys } from "./slots";
import { replaceEntities } from "./sgml";

const fileOpener = /^[ \t\ufeff]{0,20}<file\s[^<>]{0,40}?(?:path|name)=(?:"([^"]{1,400})"|'([^']{1,400})')[^<>]{0,200}>[ \t]{0,20}$/;
const fileCloser = /^[ \t]{0,20}<\/file>[ \t]{0,20}$/;
const sourceLine = /^[ \t]{0,20}<source>([^<>]{1,400})<\/source>[ \t]{0,20}$/;
const documentOpener = /^[ \t\ufeff]{0,20}<document(?:\s[^<>]{0,200})?>[ \t]{0,20}$/;
const contentOpener = /^[ \t]{0,20}<document_content>[ \t]{0,20}$/;
const contentCloser = /^[ \t]{0,20}<\/document_content>[ \t]{0,20}$/;
const documentCloser = /^[ \t]{0,20}<\/document>[ \t]{0,20}$/;
const fence = /^[ \t]{0,20}(`{3,})[^`\r\n]{0,40}$/;

/**
 * Packs in XML: repomix and code2prompt (`<file path="…">`), files-to-prompt (`<document>` with `<source>` and
 * `<document_content>`). Their text is not escaped but in a repomix pack with one root, so a closer counts only where
 * nothing but the next opener or the end of the list follows.
 */
export function readXmlPack(source: ContainerSource): Container | null {
  return readFiles(source) ?? readDocuments(source);
}

function readFiles(source: ContainerSource): Container | null {
  const { text, lines } = source;
  const openers = linesWith(text, lines, "<file", fileOpener);
  if (openers.length === 0) return null;
  const closers = linesWith(text, lines, "</file>", fileCloser);
  const found: FoundSlot[] = [];
  let next = 0;
  for (let index = 0; index < openers.length; index++) {
    const opener = openers[index];
    if (opener === undefined) break;
    let closer: FoundLine | undefined;
    const limit = openers[index + 1]?.span.start ?? text.length;
    for (; next < closers.length && (closers[next]?.span.start ?? 0) < limit; next++)
      if ((closers[next]?.line ?? 0) > opener.line) closer = closers[next];
    if (closer === undefined) return null;
    const name = withoutEntities(opener.match[1] ?? opener.match[2] ?? "");
    const at = opener.span.start + opener.match[0].search(/["']/) + 1;
    const inside = { start: lines.startOf(opener.line + 1), end: closer.span.start };
    found.push({
      name,
      nameSpan: { start: at, end: at + (opener.match[1] ?? opener.match[2] ?? "").length },
      span: { start: opener.span.start, end: closer.span.end },
      text: withoutFences(source, inside),
    });
  }
  const isEscaped = /^\s*(?:<\?xml[^>]{0,100}\?>\s*)?<repomix>/.test(text.slice(0, 1000));
  return packed(source, found, isEscaped ? "a repomix pack" : "a pack of files");
}

function readDocuments(source: ContainerSource): Container | null {
  const { text, lines } = source;
  const contents = linesWith(text, lines, "<document_content>", contentOpener);
  if (contents.length === 0) return null;
  const sources = new Map(linesWith(text, lines, "<source>", sourceLine).map((found) => [found.line, found]));
  const openers = new Set(linesWith(text, lines, "<document", documentOpener).map(({ line }) => line));
  // Only what follows a source is an opener; the text itself may speak of one.
  const starts = contents.filter(({ line }) => sources.has(line - 1));
  const closers = linesWith(text, lines, "</document_content>", contentCloser);
  const found: FoundSlot[] = [];
  let next = 0;
  for (const [index, opener] of starts.entries()) {
    const named = sources.get(opener.line - 1);
    const limit = starts[index + 1]?.span.start ?? text.length;
    let closer: FoundLine | undefined;
    for (; next < closers.length && (closers[next]?.span.start ?? 0) < limit; next++) closer = closers[next];
    if (named === undefined || closer === undefined) continue;
    const name = (named.match[1] ?? "").trim();
    const at = named.span.start + named.match[0].indexOf(name);
    const first = openers.has(opener.line - 2) ? opener.line - 2 : opener.line - 1;
    const after = lines.spanOf(closer.line + 1);
    const isClosed = documentCloser.test(text.slice(after.start, after.end));
    found.push({
      name,
      nameSpan: { start: at, end: at + name.length },
      span: { start: lines.startOf(first), end: isClosed ? after.end : closer.span.end },
      text: { start: lines.startOf(opener.line + 1), end: closer.span.start },
    });
  }
  return found.length === 0 ? null : packed(source, found, "a pack of documents", false);
}

/** Without the Markdown fence that code2prompt sets around a file's text. */
function withoutFences({ text, lines }: ContainerSource, inside: Span): Span {
  const own = trimmed(text, inside);
  if (own === null) return inside;
  const first = lines.spanOf(lines.lineAt(own.start));
  const last = lines.spanOf(lines.lineAt(own.end - 1));
  const opening = fence.exec(text.slice(first.start, first.end));
  const isFenced = opening !== null && last.start > first.start && text.slice(last.start, last.end).trim() === opening[1];
  return isFenced ? { start: lines.startOf(lines.lineAt(own.start) + 1), end: last.start } : inside;
}

function packed(
  source: ContainerSource,
  found: readonly FoundSlot[],
  description: string,
  escaped = description === "a repomix pack",
): Container {
  const builder = new ReadableTextBuilder(source.text);
  if (escaped) for (const { text } of found) replaceEntities(builder, source.text, text);
  const { text, lines, toReadable } = builder.finish(source.lines);
  const problems = new ProblemList();
  const moved = found.map((slot) => ({
    ...slot,
    span: toReadable(slot.span),
    text: toReadable(slot.text),
    nameSpan: slot.nameSpan ? toReadable(slot.nameSpan) : null,
  }));
  const slots = withKeys(text, moved, problems, true);
  return containerOf({ text, lines }, "xml-pack", description, slots, problems);
}
