import type { Span } from "../text/span";
import { siteTextScore } from "./boilerplate";
import { isAsciiLetter } from "./characters";
import { plainLimit, plainText } from "./plainText";
import { type ReadPublishedLine, readPublishedLine } from "./publishedLine";
import { countWords, endsSentence } from "./sentence";
import type { Line } from "./wrapping";

const bullet = /^(?:[-*+•‣◦▪●–»›]|\d{1,2}[.)])\s+(?=\S)/u;

/** Nothing that asks how many words a unit has tells larger numbers apart. */
const manyWords = 40;

/**
 * What stands together as one paragraph, title or item: one line, or the several lines of a hard-wrapped paragraph.
 * What is asked of its text is computed once, when asked.
 */
export class Unit implements Span {
  /** Heading level by Markdown's `#` or an underline of `=` or `-`; 0 for none. */
  heading: number;
  /** Of which part of the articles of its folder or host it is a line; 0 where that is not known, or of few. */
  share = 0;
  /** Where its text starts, behind a code of an archive's ("TD  The mayor …"). */
  textStart: number;
  #plain: string | null = null;
  #words = -1;
  #endsSentence: boolean | null = null;
  #publishedLine: ReadPublishedLine | null | undefined;
  #siteScore: 0 | 1 | 2 | null = null;

  readonly text: string;
  /** 0-based lines, both included. */
  readonly first: number;
  readonly last: number;
  /** Offsets without the white space around. */
  readonly start: number;
  readonly end: number;
  /** Which run of non-blank lines it belongs to. */
  readonly block: number;

  constructor(text: string, first: Pick<Line, "number" | "start" | "block">, last: Pick<Line, "number" | "end">) {
    this.text = text;
    this.first = first.number;
    this.last = last.number;
    this.start = first.start;
    this.textStart = first.start;
    this.end = last.end;
    this.block = first.block;
    this.heading = text.charCodeAt(this.start) === 35 ? (/^#{1,6}(?=\s)/.exec(text.slice(this.start, this.start + 7))?.[0].length ?? 0) : 0;
  }

  get length(): number {
    return this.end - this.start;
  }

  /** As it stands, cut at `plainLimit`. */
  get raw(): string {
    return this.text.slice(this.start, Math.min(this.end, this.start + plainLimit));
  }

  /** As a reader sees it, cut at `plainLimit`. */
  get plain(): string {
    return (this.#plain ??= plainText(this.raw));
  }

  /** How many words it has, up to `manyWords`. */
  get words(): number {
    if (this.#words < 0) this.#words = countWords(this.plain, manyWords);
    return this.#words;
  }

  get endsSentence(): boolean {
    return (this.#endsSentence ??= endsSentence(this.text.slice(Math.max(this.start, this.end - 12), this.end)));
  }

  /** How surely its plain text is site text; for a list item, what stands behind the bullet. */
  get siteScore(): 0 | 1 | 2 {
    return (this.#siteScore ??= siteTextScore(this.withoutBullet));
  }

  /** What it says as a date line; null where it is none. */
  get publishedLine(): ReadPublishedLine | null {
    if (this.#publishedLine === undefined) this.#publishedLine = readPublishedLine(this.plain);
    return this.#publishedLine;
  }

  /** Whether the whole of it is set in bold. */
  get isBold(): boolean {
    return this.length < 300 && !isAsciiLetter(this.text.charCodeAt(this.start)) && /^(\*\*|__)(?=\S).*\1$/s.test(this.raw);
  }

  get isListItem(): boolean {
    return !isAsciiLetter(this.text.charCodeAt(this.start)) && bullet.test(this.text.slice(this.start, this.start + 8));
  }

  /** The plain text without a list item's bullet or number. */
  get withoutBullet(): string {
    return this.isListItem ? plainText(this.raw.replace(bullet, "")) : this.plain;
  }

  /**
   * Where `value` (a part of the plain text) stands. The whole unit without its outer markup, where markup or odd
   * spaces inside keep it from being found.
   */
  locate(value: string): Span {
    const raw = this.raw;
    let at = raw.indexOf(value);
    if (at < 0) at = raw.replace(/[\t\u00a0\u2000-\u200a\u202f\u3000]/g, " ").indexOf(value);
    if (at >= 0) return { start: this.start + at, end: this.start + at + value.length };
    const front = /^(?:#{1,6}\s+|[*_]|>\s*)+/.exec(raw)?.[0].length ?? 0;
    const back = this.length > plainLimit ? 0 : (/[*_]{1,2}$/.exec(raw)?.[0].length ?? 0);
    return front + back < this.length ? { start: this.start + front, end: this.end - back } : { start: this.start, end: this.end };
  }
}
