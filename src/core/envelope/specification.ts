import { ownCopy } from "../util/ownCopy";
import type { Span } from "../text/span";
import { readAttributes } from "./attributes";

/** What the argument of a marker says. Spans are offsets into the whole text. */
export interface Specification {
  readonly ordinal: number | null;
  readonly name: string | null;
  readonly nameSpan: Span | null;
  readonly attributes: ReadonlyMap<string, string>;
}

const noAttributes: ReadonlyMap<string, string> = new Map();
const nothing: Specification = { ordinal: null, name: null, nameSpan: null, attributes: noAttributes };

/** The attributes that can name an article, the strongest first. */
export const nameKeys: readonly string[] = ["path", "name", "file", "filename", "src", "id"];

const leadIn = /^\s*[:|]?\s*/;
// "1/2: a.txt", "#3) a.txt", "12" alone; or "#3 a.txt", "1/2 a.txt". Never "2013-11-17.txt".
const punctuatedOrdinal = /^#?(\d{1,15})(?:[ \t]*(?:\/|of)[ \t]*\d{1,15})?[ \t]*(?:[:)]|$)/i;
const plainOrdinal = /^(?:#(\d{1,15})|(\d{1,15})\/\d{1,15})\s/;
const barBehindOrdinal = /^\s*(?:\|(?=\s))?\s*/;

/** Reads the argument of a marker: an ordinal, then attributes, or a name with a tail of attributes. */
export function readSpecification(text: string, argument: Span): Specification {
  if (argument.start === argument.end) return nothing;
  const whole = text.slice(argument.start, argument.end).trimEnd();
  let at = leadIn.exec(whole)?.[0].length ?? 0;
  const ordinal = punctuatedOrdinal.exec(whole.slice(at)) ?? plainOrdinal.exec(whole.slice(at));
  if (ordinal !== null) {
    at += ordinal[0].length;
    at += barBehindOrdinal.exec(whole.slice(at))?.[0].length ?? 0;
  }
  const { name, attributes } = readNamed(whole, at);
  const values = toValues(whole, attributes);
  const span = name ?? nameAmong(attributes);
  return {
    ordinal: ordinal === null ? null : Number(ordinal[1] ?? ordinal[2]),
    name: span === null ? null : ownCopy(whole.slice(span.start, span.end)),
    nameSpan: span === null ? null : { start: argument.start + span.start, end: argument.start + span.end },
    attributes: values,
  };
}

function readNamed(whole: string, at: number): { name: Span | null; attributes: Map<string, Span> } {
  const quoted = quotedName(whole, at);
  if (quoted !== null) {
    const { first, attributes } = readAttributes(whole, quoted.end + 1);
    // With anything else behind it, the quotes are part of a bare name: '"Open" says mayor.txt'.
    if (
      ["", "BEGIN", "START"].includes(
        whole
          .slice(quoted.end + 1, first ?? whole.length)
          .trim()
          .toUpperCase(),
      )
    )
      return { name: quoted, attributes };
  }
  const { first, attributes } = readAttributes(whole, at);
  const bare = whole.slice(at, first ?? whole.length).trimEnd();
  return { name: bare === "" ? null : { start: at, end: at + bare.length }, attributes };
}

/** What starts with a quote, up to the same quote. */
function quotedName(whole: string, at: number): Span | null {
  const quote = whole.charAt(at);
  if (quote === "" || !"\"'`".includes(quote)) return null;
  const end = whole.indexOf(quote, at + 1);
  return end <= at + 1 ? null : { start: at + 1, end };
}

function nameAmong(attributes: ReadonlyMap<string, Span>): Span | null {
  for (const key of nameKeys) {
    const span = attributes.get(key);
    if (span !== undefined && span.start < span.end) return span;
  }
  return null;
}

function toValues(whole: string, spans: ReadonlyMap<string, Span>): ReadonlyMap<string, string> {
  if (spans.size === 0) return noAttributes;
  return new Map([...spans].map(([key, span]) => [ownCopy(key), ownCopy(whole.slice(span.start, span.end))]));
}
