import type { QueryNode } from "./ast";

function quoted(text: string): string {
  return `"${text.replace(/["“”„«»]/gu, "")}"`;
}

function child(node: QueryNode): string {
  return node.kind === "and" || node.kind === "or" ? `(${printQuery(node)})` : printQuery(node);
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
    case "not":
      return `NOT ${child(node.child)}`;
    case "and":
      return node.children.map(child).join(" AND ");
    case "or":
      return node.children.map(child).join(" OR ");
  }
}
