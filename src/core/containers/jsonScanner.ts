/** The kinds of JSON's tokens; `Bad` is what is none. */
export const Token = {
  OpenBrace: 1,
  CloseBrace: 2,
  OpenBracket: 3,
  CloseBracket: 4,
  Comma: 5,
  Colon: 6,
  String: 7,
  Scalar: 8,
  Null: 9,
  Bad: 10,
  End: 11,
} as const;

const signs: Readonly<Record<string, number>> = {
  "{": Token.OpenBrace,
  "}": Token.CloseBrace,
  "[": Token.OpenBracket,
  "]": Token.CloseBracket,
  ",": Token.Comma,
  ":": Token.Colon,
};
const blanks = /\s*/y;
/** Up to a quote, a backslash or a line end: none of these goes into a string as it is. */
const plain = /[^"\\\r\n]*/y;
/** Python writes NaN and Infinity among the numbers. */
const scalar = /-?(?:\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|Infinity|NaN)|true|false/y;

/** Gives the tokens of JSON one by one with their offsets, without making values of them and without recursion. */
export class JsonScanner {
  readonly #text: string;
  /** Where the last token begins and ends. */
  start = 0;
  end: number;

  constructor(text: string, from: number) {
    this.#text = text;
    this.end = from;
  }

  next(): number {
    const text = this.#text;
    blanks.lastIndex = this.end;
    blanks.test(text);
    this.start = blanks.lastIndex;
    this.end = this.start + 1;
    if (this.start >= text.length) return this.#until(text.length, Token.End);
    const sign = text.charAt(this.start);
    if (sign === '"') return this.#string();
    const kind = signs[sign];
    if (kind !== undefined) return kind;
    if (text.startsWith("null", this.start)) return this.#until(this.start + 4, Token.Null);
    scalar.lastIndex = this.start;
    return scalar.test(text) ? this.#until(scalar.lastIndex, Token.Scalar) : Token.Bad;
  }

  #string(): number {
    const text = this.#text;
    for (let at = this.start + 1; ;) {
      plain.lastIndex = at;
      plain.test(text);
      at = plain.lastIndex;
      const unit = text.charAt(at);
      if (unit === '"') return this.#until(at + 1, Token.String);
      if (unit !== "\\") return this.#until(at, Token.Bad);
      at += 2;
    }
  }

  #until(end: number, kind: number): number {
    this.end = Math.min(end, this.#text.length);
    return kind;
  }
}
