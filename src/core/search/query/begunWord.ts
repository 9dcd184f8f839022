import type { ParsedQuery, QueryNode, WordNode } from "./ast";

/**
 * The query as somebody means it who is still typing: its last word, with nothing behind it, is taken for a beginning where
 * `isBegun` says so. What is to be left out is never guessed.
 */
export function withBegunWord(query: ParsedQuery, isBegun: (word: WordNode) => boolean): ParsedQuery {
  const { root, source, isCut } = query;
  return root === null || isCut ? query : { ...query, root: begunAt(root, source.length, isBegun) };
}

function begunAt(node: QueryNode, end: number, isBegun: (word: WordNode) => boolean): QueryNode {
  switch (node.kind) {
    case "word":
      return node.span.end === end && node.match === "exact" && /[\p{L}\p{N}]$/u.test(node.text) && isBegun(node)
        ? { ...node, match: "begun" }
        : node;
    case "near":
      return { ...node, right: begunAt(node.right, end, isBegun) as typeof node.right };
    case "and":
    case "or":
      return {
        ...node,
        children: node.children.map((child, index) => (index === node.children.length - 1 ? begunAt(child, end, isBegun) : child)),
      };
    case "said":
      return {
        ...node,
        speakers: node.words === null ? node.speakers.map((speaker) => begunAt(speaker, end, isBegun) as typeof speaker) : node.speakers,
        words: node.words === null ? null : begunAt(node.words, end, isBegun),
      };
    case "phrase":
    case "not":
    case "date":
    case "undated":
    case "is":
    case "nothing":
      return node;
  }
}
