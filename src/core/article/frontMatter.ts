import { isMap, isPair, isScalar, isSeq, parseDocument, type Node } from "yaml";
import type { Span } from "../text/span";
import { isSpace } from "./characters";
import { type LabelRole, roleOfLabel } from "./labels";

/** One value of a front matter; a list gives one for each of its items, with the same key. */
export interface FrontValue {
  readonly role: LabelRole;
  readonly key: string;
  /** Without quotes, and without the brackets of a wiki link. */
  readonly text: string;
  readonly span: Span;
}

export interface FrontMatter {
  /** With its fences, whole lines. */
  readonly span: Span;
  readonly values: readonly FrontValue[];
}

/** No front matter is longer, in UTF-16 code units. */
const longest = 40_000;
/** Lists in lists that are looked into. */
const deepest = 4;

const wikiLink = /\[\[(?:[^[\]|]{0,200}\|)?([^[\]|]{1,200})\]\]/g;
const markdownLink = /\[([^[\]]{1,200})\]\([^()\s]{0,600}\)/g;

/** A value as a reader means it: "[[People/Jane Roe|Jane Roe]]" and "[Jane Roe](https://…)" are Jane Roe. */
function withoutLinks(value: string): string {
  return value.replace(wikiLink, "$1").replace(markdownLink, "$1").replace(/\s+/g, " ").trim();
}

/** The end of the line that `at` is in, with its line break. */
function lineEnd(text: string, at: number, limit: number): number {
  const end = text.indexOf("\n", at);
  return end < 0 || end >= limit ? limit : end + 1;
}

interface Fenced {
  readonly kind: "yaml" | "toml" | "json";
  readonly inner: Span;
  readonly span: Span;
}

/** The fences that a front matter stands between, at the start of `span`; null where there are none. */
function readFences(text: string, span: Span): Fenced | null {
  let start = span.start;
  while (start < span.end && (isSpace(text.charCodeAt(start)) || text.charCodeAt(start) === 0xfeff)) start++;
  const limit = Math.min(span.end, start + longest);
  const firstEnd = lineEnd(text, start, limit);
  const first = text.slice(start, firstEnd).trim();
  const kind =
    first === "---" || first === "---yaml"
      ? "yaml"
      : first === "+++"
        ? "toml"
        : /^(?:```|~~~)\s?(?:json5?|ya?ml|toml)$/i.test(first)
          ? "fence"
          : first.startsWith("{") && first.length <= 2
            ? "json"
            : null;
  if (kind === null) return null;
  const closes = (line: string): boolean =>
    kind === "yaml"
      ? line === "---" || line === "..."
      : kind === "toml"
        ? line === "+++"
        : kind === "json"
          ? line === "}"
          : line === "```" || line === "~~~";
  for (let at = firstEnd; at < limit;) {
    const end = lineEnd(text, at, limit);
    if (closes(text.slice(at, end).trimEnd())) {
      const named = /json|toml|ya?ml/i.exec(first)?.[0].toLowerCase();
      const inside = kind === "fence" ? (named === "json" ? "json" : named === "toml" ? "toml" : "yaml") : kind;
      return { kind: inside, inner: kind === "json" ? { start, end } : { start: firstEnd, end: at }, span: { start: span.start, end } };
    }
    at = end;
  }
  return null;
}

/** The texts of a node with their places, lists and "name" of maps included. */
function* textsOf(node: unknown, base: number, depth = 0): Generator<{ readonly text: string; readonly span: Span }> {
  if (depth > deepest) return;
  if (isScalar(node)) {
    const [start = 0, end = 0] = node.range ?? [];
    const { value } = node;
    if (typeof value === "string" && value.trim() !== "") yield { text: value, span: { start: base + start, end: base + end } };
  } else if (isSeq(node)) for (const item of node.items) yield* textsOf(item, base, depth + 1);
  else if (isMap(node)) {
    const named = node.items.find((pair) => isScalar(pair.key) && /^(?:name|title|@?value|url)$/i.test(String(pair.key.value)));
    if (named !== undefined) yield* textsOf(named.value, base, depth + 1);
  }
}

function add(values: FrontValue[], key: string, node: Node | null | undefined, base: number): void {
  const known = roleOfLabel(key);
  if (known === null) return;
  for (const { text, span } of textsOf(node, base)) {
    const value = withoutLinks(text);
    if (value !== "") values.push({ ...known, text: value, span });
  }
}

/** The entries of a map in YAML or JSON, whose text starts at `base`; null where it is no map. Strings stay strings. */
function readMap(source: string, base: number): FrontValue[] | null {
  const document = parseDocument(source, { schema: "failsafe", prettyErrors: false, uniqueKeys: false, strict: false, logLevel: "silent" });
  if (document.errors.length > 0 || !isMap(document.contents)) return null;
  const values: FrontValue[] = [];
  for (const pair of document.contents.items) if (isPair(pair) && isScalar(pair.key)) add(values, String(pair.key.value), pair.value, base);
  return values;
}

/**
 * The entries of a front matter line by line, each read by itself: what scrapers write without quoting ("title: Dam: what
 * next") is no YAML, and the values of TOML that fill a line are YAML's too.
 */
function readEntries(source: string, base: number, mark: ":" | "="): FrontValue[] {
  const values: FrontValue[] = [];
  const lines = /^(["']?)(\p{L}[\p{L}\p{M}\p{N} _.:-]{0,40}?)\1[ \t]*(:(?=\s)|=)[ \t]*(.*(?:\r?\n(?:[ \t]+|- ).*)*)/gmu;
  for (const match of source.matchAll(lines)) {
    const written = match[4] ?? "";
    if (match[3] !== mark) continue;
    const at = base + match.index + match[0].length - written.length;
    const document = parseDocument(written, { schema: "failsafe", prettyErrors: false, strict: false, logLevel: "silent" });
    if (document.errors.length === 0 && !isMap(document.contents)) add(values, match[2] ?? "", document.contents, at);
    else {
      const known = roleOfLabel(match[2] ?? "");
      const text = withoutLinks((written.split("\n")[0] ?? "").trim().replace(/^(["'])(.*)\1$/, "$2"));
      if (known !== null && text !== "")
        values.push({ ...known, text, span: { start: at, end: at + (written.split("\n")[0] ?? "").trimEnd().length } });
    }
  }
  return values;
}

/**
 * The front matter at the start of `span`: YAML between "---", TOML between "+++", JSON in braces or in a code fence; null
 * where there is none, or none with a known key. Spans are offsets into `text`.
 */
export function readFrontMatter(text: string, span: Span): FrontMatter | null {
  const fenced = readFences(text, span);
  if (fenced === null || (fenced.span.end >= span.end && fenced.kind === "json")) return null;
  const source = text.slice(fenced.inner.start, fenced.inner.end);
  const base = fenced.inner.start;
  const values = fenced.kind === "toml" ? readEntries(source, base, "=") : (readMap(source, base) ?? readEntries(source, base, ":"));
  return values.length === 0 ? null : { span: fenced.span, values };
}
