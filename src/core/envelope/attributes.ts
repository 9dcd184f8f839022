import type { Span } from "../text/span";

const wordUnit = /[\w.-]/;
const keyStart = /[A-Za-z_]/;
const space = /\s/;
const linesTail = /LINES(?:[ \t]*:)?[ \t]+(\d{1,9}[ \t]*[-–][ \t]*\d{1,9})(?=\s|$)/iy;
const trailingBegin = /(?:^|\s)(?:BEGIN|START)$/i;

interface AttributeStart {
  /** Where the attribute begins, its `|` included. */
  readonly start: number;
  readonly key: string;
  readonly value: number;
  /** Set for `LINES 1-20`, whose value is known at once. */
  readonly end: number | null;
}

/**
 * The attributes of a marker's argument from offset `from` on: `key=value`, `key="value"`, ` | key: value` and
 * `LINES 1-20`. A bare value reaches to the next attribute. Keys are in lower case; the first of a repeated key counts.
 */
export function readAttributes(argument: string, from: number): { first: number | null; attributes: Map<string, Span> } {
  const attributes = new Map<string, Span>();
  let next = findAttribute(argument, from);
  const first = next?.start ?? null;
  while (next !== null) {
    const { key, value: start } = next;
    let span = next.end === null ? quotedValue(argument, start) : { start, end: next.end };
    const closing = span === null ? start : span.end + (next.end === null ? 1 : 0);
    // What stands straight behind the sign is value to the next blank, whatever is in it: "path=a=b.txt".
    const isTight = span === null && argument.charAt(start - 1) === "=";
    const following: AttributeStart | null = findAttribute(argument, isTight ? wordEnd(argument, closing) : closing);
    span ??= bareValue(argument, start, following?.start ?? argument.length, following === null);
    if (!attributes.has(key)) attributes.set(key, span);
    next = following;
  }
  return { first, attributes };
}

/** The next attribute at or behind `from`: only where a word starts, so that every unit is looked at once. */
function findAttribute(argument: string, from: number): AttributeStart | null {
  let at = from;
  while (at < argument.length) {
    at = skipSpace(argument, at);
    const start = at;
    const piped = argument[at] === "|";
    if (piped) at = skipSpace(argument, at + 1);
    const found = attributeAt(argument, start, at, piped);
    if (found !== null) return found;
    at = wordEnd(argument, at);
  }
  return null;
}

function wordEnd(argument: string, from: number): number {
  let at = from;
  while (at < argument.length && !space.test(argument.charAt(at))) at++;
  return at;
}

function attributeAt(argument: string, start: number, keyAt: number, piped: boolean): AttributeStart | null {
  linesTail.lastIndex = keyAt;
  const lines = linesTail.exec(argument);
  if (lines !== null) return { start, key: "lines", value: linesTail.lastIndex - (lines[1] ?? "").length, end: linesTail.lastIndex };
  if (!keyStart.test(argument.charAt(keyAt))) return null;
  let at = keyAt;
  while (at < argument.length && wordUnit.test(argument.charAt(at))) at++;
  const sign = skipSpace(argument, at);
  const isSign = argument[sign] === "=" || (piped && argument[sign] === ":" && !argument.startsWith("://", sign));
  if (!isSign) return null;
  const value = skipSpace(argument, sign + 1);
  // Blanks around the sign are a sentence ("a = b.txt"), unless a quote or a bar says otherwise.
  const tight = piped || sign === at || argument[value] === '"' || argument[value] === "'";
  return tight ? { start, key: argument.slice(keyAt, at).toLowerCase(), value, end: null } : null;
}

function quotedValue(argument: string, at: number): Span | null {
  const quote = argument.charAt(at);
  if (quote !== '"' && quote !== "'") return null;
  const end = argument.indexOf(quote, at + 1);
  return end < 0 ? null : { start: at + 1, end };
}

function bareValue(argument: string, start: number, limit: number, last: boolean): Span {
  let value = argument.slice(start, limit).trimEnd();
  if (last) value = value.replace(trailingBegin, "").trimEnd();
  return { start, end: start + value.length };
}

function skipSpace(argument: string, from: number): number {
  let at = from;
  while (at < argument.length && space.test(argument.charAt(at))) at++;
  return at;
}
