import type { Span } from "../../text/span";

/** `minus` and `field` are glued to what follows them; `near` carries its distance in `value`. */
export type QueryTokenKind = "word" | "phrase" | "minus" | "open" | "close" | "or" | "and" | "not" | "near" | "field";

export interface QueryToken extends Span {
  readonly kind: QueryTokenKind;
  readonly value: string;
  /** False for a phrase whose closing quote is missing. */
  readonly closed: boolean;
}

const quotes: ReadonlyMap<string, string> = new Map([
  ['"', '"”“„'],
  ["“", '”"“'],
  ["”", '”"'],
  ["„", '“”"'],
  ["«", "»"],
]);
const space = /[\s\u00a0\u200b\ufeff]/u;
const fieldStart = /^([a-z]{2,12}):/iu;
/** Longer input is cut: nobody types it, and every layer behind may then be simple. */
export const queryLimit = 2000;

function phrase(source: string, start: number, closers: string): QueryToken {
  let end = start + 1;
  while (end < source.length && !closers.includes(source.charAt(end))) end++;
  const closed = end < source.length;
  return { kind: "phrase", value: source.slice(start + 1, end), start, end: closed ? end + 1 : end, closed };
}

function keyword(word: string): Pick<QueryToken, "kind" | "value"> {
  if (word === "OR" || word === "||" || word === "|") return { kind: "or", value: "" };
  if (word === "AND" || word === "&&") return { kind: "and", value: "" };
  if (word === "NOT") return { kind: "not", value: "" };
  const near = /^NEAR(?:\/(\d{1,3}))?$/u.exec(word);
  if (near !== null) return { kind: "near", value: near[1] ?? "10" };
  return { kind: "word", value: word };
}

/**
 * The tokens of a query. Never fails: what is no operator is a word. `isField` says which names in front of a colon
 * are fields; other colons belong to the word (`12:30`, `http://…`).
 */
export function queryTokens(source: string, isField: (name: string) => boolean): readonly QueryToken[] {
  const text = source.slice(0, queryLimit);
  const tokens: QueryToken[] = [];
  let at = 0;
  while (at < text.length) {
    const char = text.charAt(at);
    if (space.test(char)) {
      at++;
      continue;
    }
    const closers = quotes.get(char);
    if (closers !== undefined) {
      const token = phrase(text, at, closers);
      tokens.push(token);
      at = token.end;
      continue;
    }
    if (char === "(" || char === ")") {
      tokens.push({ kind: char === "(" ? "open" : "close", value: "", start: at, end: at + 1, closed: true });
      at++;
      continue;
    }
    const next = text.charAt(at + 1);
    if ((char === "-" || char === "−") && next !== "" && !space.test(next) && next !== "-") {
      tokens.push({ kind: "minus", value: "", start: at, end: at + 1, closed: true });
      at++;
      continue;
    }
    const field = fieldStart.exec(text.slice(at, at + 14));
    if (field !== null && isField((field[1] ?? "").toLowerCase())) {
      const end = at + field[0].length;
      tokens.push({ kind: "field", value: (field[1] ?? "").toLowerCase(), start: at, end, closed: true });
      at = end;
      continue;
    }
    let end = at + 1;
    while (end < text.length && !space.test(text.charAt(end)) && !quotes.has(text.charAt(end)) && text.charAt(end) !== "(" && text.charAt(end) !== ")") end++;
    tokens.push({ ...keyword(text.slice(at, end)), start: at, end, closed: true });
    at = end;
  }
  return tokens;
}
