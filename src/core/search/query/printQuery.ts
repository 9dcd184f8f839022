import type { QueryNode, SaidNode } from "./ast";

function quoted(text: string): string {
  return `"${text.replace(/["“”„«»]/gu, "")}"`;
}

function child(node: QueryNode): string {
  return node.kind === "and" || node.kind === "or" ? `(${printQuery(node)})` : printQuery(node);
}

/** What follows a speaker would be taken for words that were said: one that says anything at all is set apart. */
function conjunct(node: QueryNode, isLast: boolean): string {
  return node.kind === "said" && node.speakers.length > 0 && (node.words !== null || !isLast) ? `(${printQuery(node)})` : child(node);
}

function said({ speakers, words, isQuoted }: SaidNode): string {
  if (isQuoted)
    return `quote:${words === null ? "" : words.kind === "phrase" || words.kind === "word" ? printQuery(words) : `(${printQuery(words)})`}`;
  const by = speakers.map((speaker) => printQuery(speaker)).join(" OR ");
  const speaker = speakers.length > 1 ? `said:(${by.replace(/(^| OR )said:/gu, "$1")})` : by;
  if (words === null) return speaker;
  return `${speaker} AND ${words.kind === "and" ? printQuery(words) : child(words)}`;
}

function range(from: string | null, to: string | null): string {
  if (from !== null && from === to) return from;
  return `${from ?? ""}..${to ?? ""}`;
}

/**
 * The tree as a query that gives the same tree: how what was typed was understood. Operators are spelt out, so that
 * `peace talks -war` becomes `peace AND talks AND NOT war`. Empty for null.
 */
export function printQuery(node: QueryNode | null): string {
  if (node === null) return "";
  switch (node.kind) {
    case "word": {
      const operator = node.match === "prefix" || node.match === "begun" ? "*" : node.match === "fuzzy" ? "~" : "";
      return `${node.field === null ? "" : `${node.field}:`}${node.text}${operator}`;
    }
    case "phrase":
      return `${node.field === null ? "" : `${node.field}:`}${quoted(node.text)}`;
    case "near":
      return `${printQuery(node.left)} NEAR/${node.distance} ${printQuery(node.right)}`;
    case "date":
      return `date:${range(node.from, node.to)}`;
    case "nothing":
      return "";
    case "undated":
      return "undated:yes";
    case "is":
      return `is:${node.property}`;
    case "said":
      return said(node);
    case "not":
      return `NOT ${child(node.child)}`;
    case "and":
      return node.children.map((one, at) => conjunct(one, at === node.children.length - 1)).join(" AND ");
    case "or":
      return node.children.map(child).join(" OR ");
  }
}
