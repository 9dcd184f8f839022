import { safeKey, uniqueKeys } from "../envelope/uniqueKeys";
import { ProblemList } from "../envelope/problemList";
import type { Problem } from "../corpus/problem";
import type { LineIndex } from "../text/lineIndex";
import type { Span } from "../text/span";
import { type Container, type ContainerKind, type ContainerSlot, type GivenFields, noFields } from "./container";

/** A slot before it has its key among the others. */
export interface FoundSlot {
  readonly name: string | null;
  readonly nameSpan?: Span | null;
  readonly span: Span;
  readonly text: Span;
  readonly fields?: GivenFields;
  readonly isBody?: boolean;
}

const notBlank = /\S/;

/** `span` without white space at its ends; null where nothing is left. */
export function trimmed(text: string, { start, end }: Span): Span | null {
  let from = start;
  let to = end;
  while (from < to && !notBlank.test(text.charAt(from))) from++;
  while (to > from && !notBlank.test(text.charAt(to - 1))) to--;
  return from === to ? null : { start: from, end: to };
}

/** What stands between and around spans that come in the order of the text; blank stretches are left out. */
function outsideOf(text: string, spans: Iterable<Span>): Span[] {
  const outside: Span[] = [];
  let at = 0;
  for (const { start, end } of spans) {
    const gap = start > at ? trimmed(text, { start: at, end: start }) : null;
    if (gap !== null) outside.push(gap);
    at = Math.max(at, end);
  }
  const rest = trimmed(text, { start: at, end: text.length });
  if (rest !== null) outside.push(rest);
  return outside;
}

/** The container that these articles make of a text, with what belongs to none of them. */
export function containerOf(
  { text, lines }: Pick<Container, "text" | "lines">,
  kind: ContainerKind,
  description: string,
  slots: readonly ContainerSlot[],
  problems: ProblemList,
): Container {
  const outside = outsideOf(
    text,
    slots.map(({ span }) => span),
  );
  return { kind, description, text, lines, slots, outside, problems: problems.inOrder() };
}

/**
 * Keys for names, the place of an article (from 1) where it has none; with `paths`, a name that could lead outside of a
 * folder is a problem.
 */
export function withKeys(text: string, found: readonly FoundSlot[], problems: ProblemList, paths = false): ContainerSlot[] {
  const wanted = found.map(({ name, nameSpan, span }, index) => {
    const safe = name === null ? null : safeKey(name.trim());
    const key = safe === null || safe.key === "" ? String(index + 1) : safe.key;
    if (paths && safe?.changed) problems.add("unsafe-path", () => unsafePath(name ?? "", key, nameSpan ?? span));
    return key;
  });
  const keys = uniqueKeys(wanted);
  return found.map(({ name, nameSpan = null, span, text: own, fields = noFields, isBody = false }, index) => {
    const key = keys[index] ?? "";
    if (name !== null && key !== wanted[index])
      problems.add("duplicate-name", () => duplicateName(name, key, nameSpan ?? firstLine(text, span)));
    if (trimmed(text, own) === null) problems.add("empty-body", () => emptyBody(key, firstLine(text, span)));
    return { name, nameSpan, key, span, text: own, fields, isBody };
  });
}

/** The first line of a span. */
export function firstLine(text: string, { start, end }: Span): Span {
  let at = start;
  while (at < end && text.charCodeAt(at) !== 10 && text.charCodeAt(at) !== 13) at++;
  return { start, end: at };
}

function quoted(name: string): string {
  const clean = name.replace(/[\u0000-\u001f\u007f]/g, "\ufffd");
  return `“${clean.length > 120 ? `${clean.slice(0, 120)}…` : clean}”`;
}

function unsafePath(name: string, key: string, span: Span): Problem {
  return {
    code: "unsafe-path",
    severity: "warning",
    message: `The name ${quoted(name)} could lead outside a folder; as a path it is ${quoted(key)}.`,
    span,
  };
}

function duplicateName(name: string, key: string, span: Span): Problem {
  return {
    code: "duplicate-name",
    severity: "information",
    message: `Another article above has the name ${quoted(name)}; this one is kept as ${quoted(key)}.`,
    span,
  };
}

function emptyBody(key: string, span: Span): Problem {
  return { code: "empty-body", severity: "information", message: `There is no text in ${quoted(key)}.`, span };
}

/** A line that a pattern fits. */
export interface FoundLine {
  /** 0-based. */
  readonly line: number;
  readonly span: Span;
  readonly match: RegExpExecArray;
}

const longestLine = 500;

/** The lines that hold `needle` and fit `pattern` as a whole, without looking at any other. */
export function linesWith(text: string, lines: LineIndex, needle: string, pattern: RegExp): FoundLine[] {
  const found: FoundLine[] = [];
  for (let at = text.indexOf(needle); at >= 0;) {
    const line = lines.lineAt(at);
    const span = lines.spanOf(line);
    const match = span.end - span.start > longestLine ? null : pattern.exec(text.slice(span.start, span.end));
    if (match !== null) found.push({ line, span, match });
    const next = lines.startOf(line + 1);
    at = next > at ? text.indexOf(needle, next) : -1;
  }
  return found;
}
