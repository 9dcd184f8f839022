import type { ParsedQuery, QueryNode } from "./ast";
import type { TextField } from "./fields";

/** The fields that a query asks about, `is` among them: what they need may have to be found out first. */
export function fieldsUsed({ root }: ParsedQuery): ReadonlySet<TextField | "is"> {
  const used = new Set<TextField | "is">();
  const waiting: QueryNode[] = root === null ? [] : [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    switch (node.kind) {
      case "word":
      case "phrase":
        if (node.field !== null) used.add(node.field);
        break;
      case "near":
        waiting.push(node.left, node.right);
        break;
      case "is":
        used.add("is");
        break;
      case "said":
        used.add("said");
        if (node.words !== null) waiting.push(node.words);
        break;
      case "not":
        waiting.push(node.child);
        break;
      case "and":
      case "or":
        waiting.push(...node.children);
        break;
      case "date":
      case "undated":
      case "nothing":
        break;
    }
  }
  return used;
}
