import type { Span } from "../../text/span";
import { analyse } from "../analyse/analyser";
import type { ParsedQuery, PhraseNode, QueryHint, QueryNode, WordNode } from "./ast";
import { dateRange, reaching } from "./dateRange";
import { queryFields, type QueryField, type TextField } from "./fields";
import { hasWildcard } from "./glob";
import { queryLimit, queryTokens, type QueryToken } from "./lexer";
import { otherHabit } from "./otherHabits";

/** Deeper parentheses are read flat: recursion stays bounded whatever is typed. */
const depthLimit = 40;
/** More words than anybody types; further ones are not looked for, so that no query takes long. */
const wordLimit = 48;
/** Each NEAR reads texts; nobody means more of them. */
const nearLimit = 4;
/** Whoever makes more mistakes than this is not helped by further hints. */
const hintLimit = 8;
/** Each pattern is compared with all words of the corpus. */
const patternLimit = 8;
const hasWord = /[\p{L}\p{N}]/u;

function spanOf(nodes: readonly Span[]): Span {
  return { start: nodes[0]?.start ?? 0, end: nodes.at(-1)?.end ?? 0 };
}

/**
 * A recursive-descent parser with recovery:
 *
 *     query  = or
 *     or     = and { "OR" and }
 *     and    = { near [ "AND" ] }
 *     near   = unary [ "NEAR/n" unary ]
 *     unary  = { "-" | "NOT" } primary
 *     primary = "(" or ")" | [ field ":" ] ( word [ "*" | "~" ] | phrase | "(" or ")" )
 */
class Parser {
  readonly hints: QueryHint[] = [];
  readonly #tokens: readonly QueryToken[];
  #at = 0;
  #depth = 0;
  #words = 0;
  #nears = 0;
  #patterns = 0;

  constructor(tokens: readonly QueryToken[]) {
    this.#tokens = tokens;
  }

  /** Whether there were more words than are looked for. */
  get isCut(): boolean {
    return this.#words > wordLimit;
  }

  parse(): QueryNode | null {
    const parts: QueryNode[] = [];
    while (this.#at < this.#tokens.length) {
      const node = this.#or(null);
      if (node !== null) parts.push(node);
      const stray = this.#tokens[this.#at];
      if (stray?.kind === "close") {
        this.#hint("A closing parenthesis without an opening one is ignored.", stray);
        this.#at++;
      }
    }
    return this.#group("and", parts);
  }

  #hint(message: string, span: Span): void {
    if (this.hints.length < hintLimit) this.hints.push({ message, span: { start: span.start, end: span.end } });
  }

  /** What there is room for of a word or phrase, which may be many words; null for nothing. */
  #take(text: string, token: QueryToken): string | null {
    if (!hasWord.test(text)) return null;
    const room = wordLimit - this.#words;
    let end = 0;
    analyse(text, 0, text.length, (_term, _start, to) => {
      if (++this.#words <= wordLimit) end = to;
    });
    if (room >= 0 && this.#words > wordLimit) this.#hint(`Only the first ${wordLimit} words are looked for.`, token);
    if (room <= 0) return null;
    return this.#words > wordLimit ? text.slice(0, end) : text;
  }

  #group(kind: "and" | "or", nodes: readonly QueryNode[]): QueryNode | null {
    const flat = nodes.flatMap((node) => (node.kind === kind ? node.children : [node]));
    const [only] = flat;
    if (only === undefined) return null;
    return flat.length === 1 ? only : { kind, children: flat, span: spanOf(flat.map((node) => node.span)) };
  }

  #or(field: TextField | null): QueryNode | null {
    const branches: QueryNode[] = [];
    for (;;) {
      const branch = this.#and(field);
      if (branch !== null) branches.push(branch);
      const token = this.#tokens[this.#at];
      if (token?.kind !== "or") break;
      this.#at++;
      if (branch === null || this.#endsHere()) this.#hint("OR needs something on both sides; it is ignored here.", token);
    }
    return this.#group("or", branches);
  }

  #endsHere(): boolean {
    const token = this.#tokens[this.#at];
    return token === undefined || token.kind === "close" || token.kind === "or";
  }

  #and(field: TextField | null): QueryNode | null {
    const parts: QueryNode[] = [];
    /** The last part is a speaker, and what follows is what was said. */
    let isSaying = false;
    while (!this.#endsHere()) {
      const token = this.#tokens[this.#at];
      if (token?.kind === "and") {
        this.#at++;
        continue;
      }
      const node = this.#near(field);
      if (node === null) continue;
      const speaker = parts.at(-1);
      if (isSaying && speaker?.kind === "said" && isSayable(node)) {
        parts[parts.length - 1] = {
          ...speaker,
          words: this.#group("and", [...(speaker.words === null ? [] : [speaker.words]), node]),
          span: { start: speaker.span.start, end: node.span.end },
        };
        continue;
      }
      parts.push(node);
      isSaying = node.kind === "said" && !node.isQuoted && token?.kind === "field";
    }
    return this.#group("and", parts);
  }

  #near(field: TextField | null): QueryNode | null {
    const left = this.#unary(field);
    const token = this.#tokens[this.#at];
    if (token?.kind !== "near") return left;
    this.#at++;
    const number = this.#tokens[this.#at];
    if (number?.kind === "word" && /^\d{1,3}$/u.test(number.value))
      this.#hint(`“${number.value}” is looked for as a word; type NEAR/${number.value} without a space.`, number);
    const right = this.#endsHere() ? null : this.#unary(field);
    if (isTerm(left) && isTerm(right) && ++this.#nears > nearLimit) {
      if (this.#nears === nearLimit + 1)
        this.#hint(`Only the first ${nearLimit} NEAR are looked for; behind them both words must occur, anywhere.`, token);
      return this.#group("and", [left, right]);
    }
    if (isTerm(left) && isTerm(right)) {
      return { kind: "near", left, right, distance: Number(token.value), span: { start: left.span.start, end: right.span.end } };
    }
    this.#hint("NEAR stands between two words or phrases; it is ignored here.", token);
    return this.#group(
      "and",
      [left, right].filter((node) => node !== null),
    );
  }

  #unary(field: TextField | null): QueryNode | null {
    let negated: QueryToken | null = null;
    for (let token = this.#tokens[this.#at]; token?.kind === "minus" || token?.kind === "not"; token = this.#tokens[this.#at]) {
      // Two minus signs are one: nobody means a double negation.
      negated ??= token;
      this.#at++;
    }
    const child = this.#endsHere() ? null : this.#barred(field);
    if (negated === null) return child;
    if (child === null) {
      this.#hint("There is nothing here to leave out.", negated);
      return null;
    }
    return { kind: "not", child, span: { start: negated.start, end: child.span.end } };
  }

  /** What bars without spaces join ("a|b") belongs together. */
  #barred(field: TextField | null): QueryNode | null {
    const branches = [this.#primary(field)];
    for (;;) {
      const [before, bar, behind] = [this.#tokens[this.#at - 1], this.#tokens[this.#at], this.#tokens[this.#at + 1]];
      if (bar?.kind !== "or" || before?.end !== bar.start || behind?.start !== bar.end) break;
      this.#at++;
      branches.push(this.#primary(field));
    }
    return this.#group(
      "or",
      branches.filter((branch) => branch !== null),
    );
  }

  #primary(field: TextField | null): QueryNode | null {
    const token = this.#tokens[this.#at];
    if (token === undefined) return null;
    this.#at++;
    switch (token.kind) {
      case "open":
        return this.#parenthesis(token, field);
      case "field":
        return this.#field(token);
      case "phrase":
        if (!token.closed) this.#hint("The closing quote is missing; the phrase goes on to the end.", token);
        return this.#phrase(token, field);
      case "word":
        return this.#word(token, field);
      case "near":
        this.#hint("NEAR stands between two words or phrases; it is ignored here.", token);
        return null;
      case "close":
      case "or":
      case "and":
      case "minus":
      case "not":
        return null;
    }
  }

  #parenthesis(open: QueryToken, field: TextField | null): QueryNode | null {
    if (this.#depth >= depthLimit) {
      this.#hint("Parentheses are nested too deeply; this one is ignored.", open);
      return null;
    }
    this.#depth++;
    const inner = this.#or(field);
    this.#depth--;
    const close = this.#tokens[this.#at];
    if (close?.kind === "close") this.#at++;
    else this.#hint("The closing parenthesis is missing; the group goes on to the end.", open);
    return inner;
  }

  #word(token: QueryToken, field: TextField | null): QueryNode | null {
    const { value } = token;
    this.#askInstead(token);
    const operator = /(?:\*{1,99}|~\d?(?:\.\d{1,3})?|\^\d*(?:\.\d+)?)$/u.exec(value)?.[0] ?? "";
    const typed = value.slice(0, value.length - operator.length);
    const span = { start: token.start, end: token.end };
    if (hasWildcard(typed) && this.#isPattern(operator.startsWith("*") ? value : typed, token)) {
      return { kind: "word", text: operator.startsWith("*") ? value : typed, field, span, match: "pattern" };
    }
    const text = this.#take(typed.replace(/^\++|[*?]/gu, ""), token);
    if (text === null) return null;
    return { kind: "word", text, field, span, match: operator.startsWith("*") ? "prefix" : operator.startsWith("~") ? "fuzzy" : "exact" };
  }

  /** Whether a word with stars or question marks inside is to be taken for a pattern: it has letters enough, and is one word. */
  #isPattern(typed: string, token: QueryToken): boolean {
    if (!/^[\p{L}\p{M}\p{N}*?'’]+$/u.test(typed)) {
      // "Who?" ends a sentence, and asks for no letter.
      if (!/^[^*?]*\?+$/u.test(typed)) this.#hint(`“*” and “?” stand for letters inside one word; they are ignored in “${typed}”.`, token);
      return false;
    }
    if (/^[^*?]+\?$/u.test(typed)) {
      this.#hint(`A question mark at the end is ignored; type ${typed.slice(0, -1)}* for words that begin so.`, token);
      return false;
    }
    if ((typed.match(/[\p{L}\p{N}]/gu)?.length ?? 0) < 2) {
      this.#hint(`“${typed}” has too few letters: a pattern needs two at least.`, token);
      return false;
    }
    if (++this.#patterns > patternLimit) {
      if (this.#patterns === patternLimit + 1)
        this.#hint(`Only the first ${patternLimit} words with * or ? inside are looked for as such.`, token);
      return false;
    }
    return ++this.#words <= wordLimit;
  }

  /** Says what to type instead of what other programs understand. */
  #askInstead(token: QueryToken): void {
    const { value } = token;
    const field = /^([\p{L}_]{2,20}):(?=[\p{L}\d"])/u.exec(value)?.[1];
    if (field !== undefined && !/^\d/u.test(field))
      this.#hint(`There is no field “${field}:”; it is looked for as words. Fields are ${fieldList}.`, token);
    else if (/^(?:or|oder|ou)$/u.test(value) && this.#isBetweenWords)
      this.#hint(`“${value}” is looked for as a word; type OR in capitals for one of two.`, token);
    else if (/^(?:not)$/u.test(value) && this.#isBetweenWords)
      this.#hint(`“${value}” is looked for as a word; type NOT in capitals, or a minus sign, to leave out.`, token);
    else if (/\^\d/u.test(value)) this.#hint("Words cannot be given a weight; “^” is ignored.", token);
    else if (/^\/.+\/[a-z]*$/u.test(value))
      this.#hint("Regular expressions are not understood; type * for any letters and ? for one.", token);
    else if (/^~\p{L}/u.test(value)) this.#hint(`“~” stands behind a word that may be misspelt: ${value.slice(1)}~.`, token);
    else if (/^['‘]\p{L}/u.test(value) && this.#tokens.some((other) => other.start >= token.start && /\p{L}['’]$/u.test(other.value)))
      this.#hint("Single quotes are ignored; type double ones for a phrase.", token);
    else {
      const told = otherHabit(token, this.#tokens[this.#at]);
      if (told !== null) this.#hint(told, token);
    }
  }

  /** Whether there is something on both sides of the token that was just read. */
  get #isBetweenWords(): boolean {
    return this.#at > 1 && this.#at < this.#tokens.length;
  }

  #phrase(token: QueryToken, field: TextField | null): QueryNode | null {
    const span = { start: token.start, end: token.end };
    if (hasWildcard(token.value)) this.#patterns += token.value.split(/\s+/u).filter(hasWildcard).length;
    const typed = this.#patterns > patternLimit ? token.value.replace(/[*?]/gu, "") : token.value.replace(/\?(?=\s|$)/gu, "");
    const text = this.#take(typed.trim(), token);
    if (text === null) return null;
    return token.slop === undefined || token.slop === null
      ? { kind: "phrase", text, field, span }
      : this.#apart(text, token.slop, field, span);
  }

  /** A phrase whose words may stand apart: each near the next one. */
  #apart(text: string, distance: number, field: TextField | null, span: Span): QueryNode | null {
    const words: WordNode[] = text
      .split(/\s+/u)
      .filter((word) => hasWord.test(word))
      .map((word) => ({ kind: "word", text: word, field, span, match: "exact" }));
    const [first] = words;
    if (first === undefined || words.length === 1) return first ?? null;
    const pairs = words.slice(1).map((right, at): QueryNode => ({ kind: "near", left: words[at] ?? first, right, distance, span }));
    this.#nears += pairs.length;
    if (this.#nears <= nearLimit) return this.#group("and", pairs);
    this.#hint(`Only the first ${nearLimit} NEAR are looked for; the words of this phrase must occur, anywhere.`, span);
    return this.#group("and", words);
  }

  #field(token: QueryToken): QueryNode | null {
    const row = queryFields.get(token.value);
    const value = this.#tokens[this.#at];
    const glued = value?.start === token.end;
    if (row?.kind === "undated") {
      if (glued && value.kind === "word") this.#at++;
      const node: QueryNode = {
        kind: "undated",
        span: { start: token.start, end: glued && value.kind === "word" ? value.end : token.end },
      };
      return glued && /^(?:no|false|0)$/iu.test(value.value) ? { kind: "not", child: node, span: node.span } : node;
    }
    if (!glued || value.kind === "close") {
      this.#hint(`What should “${token.value}:” be? Type a value behind the colon.`, token);
      return null;
    }
    if (row?.kind === "date" || row?.kind === "is") {
      this.#at++;
      return this.#special(row, token, value);
    }
    if (row === undefined) return null;
    if (value.kind === "word" && /[\p{L}\d],\p{L}/u.test(value.value))
      this.#hint(`Type ${token.value}:(${value.value.split(",").join(" OR ")}) for one of several.`, value);
    const node = this.#unary(row.kind === "quote" ? null : row.name);
    if (node === null) return null;
    const span = { start: token.start, end: node.span.end };
    if (row.kind === "quote") {
      if (isSayable(node)) return { kind: "said", span, speakers: [], words: node, isQuoted: true };
      this.#hint(`Behind “${token.value}:” stand words that were said; here the text is searched.`, span);
      return node;
    }
    return row.name === "said" ? said(node, span) : widen(node, token.start);
  }

  /** Two days with "to" between them, as in Lucene ("[2013-01-01 TO 2013-12-31]") or not, as one range; null for anything else. */
  #fromTo(first: QueryToken): ReturnType<typeof dateRange> {
    const [to, last] = [this.#tokens[this.#at], this.#tokens[this.#at + 1]];
    if (first.kind !== "word" || to?.kind !== "word" || last?.kind !== "word" || !/^(?:to|bis|until)$/iu.test(to.value)) return null;
    const [from, until] = [first.value.replace(/^[[{]/u, ""), last.value.replace(/[\]}]$/u, "")].map((day) => day.replace(/^\*$/u, ""));
    const range = dateRange(`${from ?? ""}..${until ?? ""}`);
    if (range !== null) this.#at += 2;
    return range;
  }

  #special(row: Extract<QueryField, { kind: "date" | "is" }>, token: QueryToken, value: QueryToken): QueryNode | null {
    const span = { start: token.start, end: value.end };
    if (row.kind === "is") {
      if (/^(?:duplicate|dup|copy|near-duplicate)s?$/iu.test(value.value)) return { kind: "is", property: "duplicate", span };
      this.#hint(`“is:${value.value}” is unknown; there is is:duplicate.`, span);
      return null;
    }
    const read = this.#fromTo(value) ?? (value.kind === "word" || value.kind === "phrase" ? dateRange(value.value.trim()) : null);
    const range = read === null ? null : reaching(read, row.reach);
    if (range === null) {
      this.#hint(`“${value.value}” is no date; type 2013, 2013-11, 2013-11-05, 2013-05..2013-11 or <2012.`, span);
      return null;
    }
    if (read?.isDoubtful === true)
      this.#hint(`“${value.value}” is read as day and month: ${read.from ?? ""}. Type year, month and day to be sure.`, span);
    return { kind: "date", span, from: range.from, to: range.to };
  }
}

/** Fields that are told to somebody who has typed another. */
const fieldList = ["title", "author", "source", "person", "org", "place", "date"].map((name) => `${name}:`).join(", ");

function isTerm(node: QueryNode | null): node is WordNode | PhraseNode {
  return node?.kind === "word" || node?.kind === "phrase";
}

/** Whether a part of a query can be looked for within what somebody said: words, without a field. */
function isSayable(node: QueryNode): boolean {
  switch (node.kind) {
    case "word":
    case "phrase":
      return node.field === null;
    case "near":
      return node.left.field === null && node.right.field === null;
    case "and":
    case "or":
      return node.children.every(isSayable);
    case "date":
    case "undated":
    case "is":
    case "said":
    case "nothing":
    case "not":
      return false;
  }
}

/** What one of the speakers in `node` said; one who is left out is left out of the query. */
function said(node: QueryNode, span: Span): QueryNode {
  if (node.kind === "not") return { ...node, child: said(node.child, span), span };
  if (isTerm(node)) return { kind: "said", span, speakers: [node], words: null, isQuoted: false };
  const speakers = node.kind === "or" || node.kind === "and" ? node.children.filter(isTerm) : [];
  // "said:(vladimir putin)" is one name.
  if (node.kind === "and" && speakers.length === node.children.length) {
    const text = speakers.map((speaker) => speaker.text).join(" ");
    return { kind: "said", span, speakers: [{ kind: "phrase", text, field: "said", span: node.span }], words: null, isQuoted: false };
  }
  return node.kind === "or" && speakers.length === node.children.length
    ? { kind: "said", span, speakers, words: null, isQuoted: false }
    : widen(node, span.start);
}

function widen(node: QueryNode, start: number): QueryNode {
  return { ...node, span: { start, end: node.span.end } };
}

/**
 * Understands what was typed. Never fails and never throws: what cannot be understood is left out, and a hint says
 * so with its place. Text beyond `queryLimit` code units is not read.
 */
export function parseQuery(source: string): ParsedQuery {
  const parser = new Parser(queryTokens(source, (name) => queryFields.has(name)));
  const root = parser.parse();
  if (source.length > queryLimit) {
    parser.hints.push({ message: `Only the first ${queryLimit} characters are read.`, span: { start: queryLimit, end: source.length } });
  }
  const isCut = parser.isCut || source.length > queryLimit;
  if (root !== null || source.trim() === "") return { source, root, hints: parser.hints, isCut };
  const span = { start: 0, end: source.length };
  const hints = parser.hints.length > 0 ? parser.hints : [{ message: "There is no word here to look for.", span }];
  return { source, root: { kind: "nothing", span }, hints, isCut };
}
