import type { Span } from "../../text/span";

/** `minus` and `field` are glued to what follows them; `near` carries its distance in `value`. */
export type QueryTokenKind = "word" | "phrase" | "minus" | "open" | "close" | "or" | "and" | "not" | "near" | "field";

export interface QueryToken extends Span {
  readonly kind: QueryTokenKind;
  readonly value: string;
  /** False for a phrase whose closing quote is missing. */
  readonly closed: boolean;
  /** For a phrase: how far its words may be apart (`"a b"~4`); null where they stand together. */
  readonly slop?: number | null;
}

/** What opens a quotation, with all that may close it: people type what their keyboards and their languages have. */
const quotes: ReadonlyMap<string, string> = new Map([
  ['"', '"”“„＂'],
  ["“", '”"“'],
  ["”", '”"'],
  ["„", '“”"'],
  ["‟", '”"'],
  ["«", '»"'],
  ["»", '«"'],
  ["‹", '›"'],
  ["›", '‹"'],
  ["「", "」"],
  ["『", "』"],
  ["《", "》"],
  ["＂", '＂"'],
]);
const space = /[\s\u200b]/u;
const fieldStart = /^([a-z]{2,12}):/iu;
/** Longer input is cut: nobody types it, and every layer behind may then be simple. */
export const queryLimit = 2000;

function phrase(source: string, start: number, closers: string): QueryToken {
  let end = start + 1;
  while (end < source.length && !closers.includes(source.charAt(end))) end++;
  const closed = end < source.length;
  const slop = closed ? /^~(\d{1,3})?/u.exec(source.slice(end + 1, end + 5)) : null;
  if (slop !== null)
    return {
      kind: "phrase",
      value: source.slice(start + 1, end),
      start,
      end: end + 1 + slop[0].length,
      closed,
      slop: Number(slop[1] ?? 5),
    };
  return { kind: "phrase", value: source.slice(start + 1, end), start, end: closed ? end + 1 : end, closed };
}

function keyword(word: string): Pick<QueryToken, "kind" | "value"> {
  if (word === "OR" || word === "||" || word === "|") return { kind: "or", value: "" };
  if (word === "AND" || word === "&&") return { kind: "and", value: "" };
  if (word === "NOT" || word === "ANDNOT") return { kind: "not", value: "" };
  const near = /^(?:NEAR|AROUND|ADJ)(?:\/?(\d{1,3})|\((\d{1,3})\))?$/u.exec(word) ?? /^(?:near|[wnWN]|pre|PRE)\/(\d{1,3})$/u.exec(word);
  if (near !== null) return { kind: "near", value: near[1] ?? near[2] ?? "10" };
  return { kind: "word", value: word };
}

/** Whether a word that began at `start` goes on at `at`. A bar separates ("a|b"), but `||` and `|` by themselves are words here. */
function isOfWord(text: string, start: number, at: number): boolean {
  const char = text.charAt(at);
  if (char === "|") return text.charAt(start) === "|";
  if (text.charAt(start) === "|" || char === "(" || char === ")" || space.test(char)) return false;
  if (!quotes.has(char)) return true;
  return (char === '"' || char === "”") && /^[\u05d0-\u05ea]["”][\u05d0-\u05ea]$/u.test(text.slice(at - 1, at + 2));
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
    // Gershayim inside a Hebrew word are no quotes; they are met in the word, below.
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
    if ((char === "-" || char === "−" || char === "!") && next !== "" && !space.test(next) && next !== "-" && next !== "!") {
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
    const around = /^AROUND\(\d{1,3}\)/u.exec(text.slice(at, at + 12));
    let end = at + (around?.[0].length ?? 1);
    while (around === null && end < text.length && isOfWord(text, at, end)) end++;
    tokens.push({ ...keyword(text.slice(at, end)), start: at, end, closed: true });
    at = end;
  }
  return tokens;
}
