import type { ParsedDocument } from "../corpus/parseDocument";
import type { Problem } from "../corpus/problem";
import type { Span } from "../text/span";
import type { EnvelopeArticle } from "./envelope";

/** Stands for the name while spellings are compared; no marker holds it. */
const placeholder = "\u0000";

/** The spellings of a document's closers, the most frequent first; counted once, since a bundle may need thousands. */
const spellings = new WeakMap<ParsedDocument, readonly string[]>();

/**
 * The closing marker for `envelope` in the spelling that its bundle uses most (the first of several), with its name
 * where the others repeat theirs. A plain `<<<END FILE>>>` where there is none to go by.
 */
function closerText(document: ParsedDocument, envelope: EnvelopeArticle): string {
  let known = spellings.get(document);
  if (known === undefined) {
    known = countSpellings(document);
    spellings.set(document, known);
  }
  const spelling = known.find((candidate) => envelope.name !== null || !candidate.includes(placeholder)) ?? "<<<END FILE>>>";
  return spelling.replace(placeholder, () => envelope.name ?? "");
}

function countSpellings({ text, slots, envelopeProblems }: ParsedDocument): readonly string[] {
  // A closer that names another article is a mistake, not a spelling.
  const mistakes = new Set(envelopeProblems.filter(({ code }) => code === "closer-name-mismatch").map(({ span }) => span.start));
  const counts = new Map<string, number>();
  for (const { envelope } of slots) {
    if (!envelope?.closer || mistakes.has(envelope.closer.start)) continue;
    const spelling = text
      .slice(envelope.closer.start, envelope.closer.end)
      .replace(/^\ufeff/, "")
      .trim();
    const at = envelope.name === null ? -1 : spelling.lastIndexOf(envelope.name);
    const general =
      envelope.name === null || at < 0 ? spelling : spelling.slice(0, at) + placeholder + spelling.slice(at + envelope.name.length);
    counts.set(general, (counts.get(general) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([spelling]) => spelling);
}

/** A replacement in a text; the spans of one fix do not overlap. */
export interface Edit {
  readonly span: Span;
  readonly newText: string;
}

/** A way to correct a problem. */
export interface QuickFix {
  readonly title: string;
  readonly edits: readonly Edit[];
}

/** What one fix for a whole document changes at most. */
const maxEdits = 10_000;

/** The fixes for a problem of the markers, the best first; empty where only a reader can decide. */
export function quickFixes(document: ParsedDocument, problem: Problem): readonly QuickFix[] {
  const { text } = document;
  const at = problem.span.start;
  switch (problem.code) {
    case "missing-closer":
    case "missing-closer-at-eof":
      return missingCloser(document, problem);
    case "stray-closer":
      return [{ title: "Remove this closing marker", edits: [{ span: wholeLine(document, at), newText: "" }] }];
    case "closer-name-mismatch":
      return closerNameMismatch(document, problem.span);
    case "unsafe-path": {
      const envelope = envelopeAt(document, at);
      const span = envelope?.nameSpan;
      if (envelope === undefined || !span) return [];
      const closer = closerRepeating(text, envelope);
      return [
        {
          title: `Rename to “${envelope.key}”`,
          edits: [{ span, newText: envelope.key }, ...(closer === null ? [] : [{ span: closer, newText: envelope.key }])],
        },
      ];
    }
    case "short-fence":
      return shortFence(document, problem.span);
    case "nested-markers-kept-as-text":
    case "empty-body":
    case "duplicate-name":
    case "problems-left-out":
    case "unclosed-quote":
    case "ragged-row":
    case "broken-record":
    case "record-left-out":
    case "ambiguous-date":
    case "text-cut":
      return [];
  }
}

function missingCloser(document: ParsedDocument, problem: Problem): readonly QuickFix[] {
  const closed = withCloser(document, problem);
  if (closed === null) return [];
  const one: QuickFix = { title: `Add ${closed.closer}`, edits: [closed.edit] };
  const all = document.envelopeProblems.filter(({ code }) => code === "missing-closer" || code === "missing-closer-at-eof");
  const isComplete = document.envelopeProblems.at(-1)?.code !== "problems-left-out";
  if (all.length < 2 || all.length > maxEdits || !isComplete) return [one];
  const edits = all.map((other) => withCloser(document, other)?.edit).filter((edit) => edit !== undefined);
  return [one, { title: `Add all ${edits.length} missing closing markers`, edits }];
}

/** The closer of the last article that was opened before the problem, and where it goes. */
function withCloser(document: ParsedDocument, { code, span }: Problem): { readonly closer: string; readonly edit: Edit } | null {
  let index = code === "missing-closer" ? document.firstSlotFrom(span.start) - 1 : document.slots.length - 1;
  while (index > 0 && code === "missing-closer" && (document.slots[index]?.span.start ?? 0) >= span.start) index--;
  const envelope = document.slots[index]?.envelope;
  if (envelope?.closer !== null) return null;
  const closer = closerText(document, envelope);
  const end = envelope.content?.end ?? envelope.header?.end ?? envelope.opener.end;
  return { closer, edit: { span: { start: end, end }, newText: lineEnd(document.text, envelope.opener.end) + closer } };
}

function closerNameMismatch(document: ParsedDocument, span: Span): readonly QuickFix[] {
  const envelope = envelopeAt(document, span.start);
  if (envelope === undefined) return [];
  const closer = closerText(document, envelope);
  return [{ title: `Change to ${closer}`, edits: [{ span, newText: closer }] }];
}

function shortFence(document: ParsedDocument, span: Span): readonly QuickFix[] {
  const line = document.text.slice(span.start, span.end);
  const opening = /<+/.exec(line)?.[0].length ?? 0;
  const trimmed = line.trimEnd();
  let bare = trimmed.length;
  while (bare > 0 && trimmed.charAt(bare - 1) === ">") bare--;
  const missing = opening - (trimmed.length - bare);
  if (missing <= 0) return [];
  const end = span.start + trimmed.length;
  return [{ title: `Complete the brackets: ${">".repeat(opening)}`, edits: [{ span: { start: end, end }, newText: ">".repeat(missing) }] }];
}

function envelopeAt(document: ParsedDocument, offset: number): EnvelopeArticle | undefined {
  return document.slots[document.slotAt(offset)]?.envelope ?? undefined;
}

/** Where a closer repeats the name of its opener; null if it does not. */
function closerRepeating(text: string, { name, closer }: EnvelopeArticle): Span | null {
  if (name === null || closer === null) return null;
  const at = text.slice(closer.start, closer.end).lastIndexOf(name);
  return at < 0 ? null : { start: closer.start + at, end: closer.start + at + name.length };
}

/** The line at `offset` with its line end; the last line goes with the line end before it. */
function wholeLine({ text, lines }: ParsedDocument, offset: number): Span {
  const line = lines.lineAt(offset);
  const end = lines.startOf(line + 1);
  const isLast = line + 1 >= lines.count;
  return { start: isLast && line > 0 ? lines.spanOf(line - 1).end : lines.startOf(line), end: isLast ? text.length : end };
}

/** The line end that stands at `offset`; LF at the end of the text. */
function lineEnd(text: string, offset: number): string {
  if (text.startsWith("\r\n", offset)) return "\r\n";
  return text.charAt(offset) === "\r" ? "\r" : "\n";
}
