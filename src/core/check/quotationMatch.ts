import { comparableWords, type ComparableWords } from "./comparableWords";
import type { DiffPart } from "./finding";

/** A quotation of a draft in pieces: what an ellipsis or a bracketed insertion parts need not be adjoining in the source. */
export interface QuotedPieces {
  readonly pieces: readonly (readonly string[])[];
  readonly count: number;
}

/** Words between brackets are the writer's, "…" stands for words left out. */
const gap = /\[[^\]\n]{0,200}\]|\([.…]{1,5}\)|…|\.{2,5}(?!\d)|\. \. \./gu;
/** An insertion stands for at most so many words of the source; an ellipsis for more. */
const longestGap = 60;

export function quotedPieces(content: string): QuotedPieces {
  const pieces = content
    .split(gap)
    .map((piece) => comparableWords(piece).words)
    .filter((words) => words.length > 0);
  return { pieces, count: pieces.reduce((sum, piece) => sum + piece.length, 0) };
}

/** Word numbers, `to` exclusive. */
export interface WordRange {
  readonly from: number;
  readonly to: number;
}

/** Where all pieces stand in `source` word for word and in order; null where they don't. Linear but for repeated first words. */
export function findVerbatim(source: readonly string[], { pieces }: QuotedPieces, after = 0): WordRange | null {
  const first = pieces[0];
  if (first === undefined) return null;
  for (
    let from = indexOfWords(source, first, after, source.length);
    from >= 0;
    from = indexOfWords(source, first, from + 1, source.length)
  ) {
    let to = from + first.length;
    let all = true;
    for (const piece of pieces.slice(1)) {
      const next = indexOfWords(source, piece, to, Math.min(source.length, to + longestGap + piece.length));
      if (next < 0) {
        all = false;
        break;
      }
      to = next + piece.length;
    }
    if (all) return { from, to };
  }
  return null;
}

function indexOfWords(source: readonly string[], words: readonly string[], from: number, end: number): number {
  const first = words[0];
  if (first === undefined) return -1;
  for (let at = source.indexOf(first, from); at >= 0 && at + words.length <= end; at = source.indexOf(first, at + 1)) {
    let length = 1;
    while (length < words.length && source[at + length] === words[length]) length++;
    if (length === words.length) return at;
  }
  return -1;
}

/** The stretch of a source that is most like a quotation, with how like it is (0–1, by words) and what differs. */
export interface NearMatch extends WordRange {
  readonly likeness: number;
  readonly diff: readonly DiffPart[];
}

/** Longer sources are looked at in the neighbourhood of words in common only. */
const longestSource = 4000;
const longestQuotation = 300;

/**
 * The stretch of `source` that takes the fewest changes of words to become the quotation (semi-global alignment: Sellers
 * 1980; unit costs). Null where too little is in common to be the same words: below `least`. Quadratic in words, bounded.
 */
export function findNear(text: string, source: ComparableWords, draft: string, least: number): NearMatch | null {
  const wanted = comparableWords(draft.replace(gap, " "));
  const rows = Math.min(wanted.words.length, longestQuotation);
  const columns = Math.min(source.words.length, longestSource);
  if (rows < 3 || columns === 0) return null;
  const set = new Set(wanted.words);
  let shared = 0;
  for (const one of new Set(source.words)) if (set.has(one)) shared++;
  if (shared < least * set.size) return null;
  const width = columns + 1;
  const cost = new Uint16Array((rows + 1) * width);
  for (let row = 1; row <= rows; row++) {
    cost[row * width] = row;
    const own = wanted.words[row - 1];
    for (let column = 1; column <= columns; column++) {
      const swap = (cost[(row - 1) * width + column - 1] ?? 0) + (own === source.words[column - 1] ? 0 : 1);
      const drop = (cost[(row - 1) * width + column] ?? 0) + 1;
      const add = (cost[row * width + column - 1] ?? 0) + 1;
      cost[row * width + column] = Math.min(swap, drop, add);
    }
  }
  let best = 0;
  for (let column = 1; column <= columns; column++)
    if ((cost[rows * width + column] ?? 0) < (cost[rows * width + best] ?? 0)) best = column;
  const likeness = 1 - (cost[rows * width + best] ?? 0) / rows;
  if (likeness < least) return null;
  const parts: DiffPart[] = [];
  let row = rows;
  let column = best;
  const draftText = draft.replace(gap, (cut) => " ".repeat(cut.length));
  while (row > 0) {
    const here = cost[row * width + column] ?? 0;
    const draftWord = draftText.slice(wanted.starts[row - 1], wanted.ends[row - 1]);
    const sourceWord = text.slice(source.starts[column - 1] ?? 0, source.ends[column - 1] ?? 0);
    if (column > 0 && wanted.words[row - 1] === source.words[column - 1] && here === (cost[(row - 1) * width + column - 1] ?? 0)) {
      parts.push({ kind: "same", text: sourceWord });
      row--;
      column--;
    } else if (column > 0 && here === (cost[(row - 1) * width + column - 1] ?? 0) + 1) {
      parts.push({ kind: "source", text: sourceWord }, { kind: "draft", text: draftWord });
      row--;
      column--;
    } else if (here === (cost[(row - 1) * width + column] ?? 0) + 1) {
      parts.push({ kind: "draft", text: draftWord });
      row--;
    } else {
      parts.push({ kind: "source", text: sourceWord });
      column--;
    }
  }
  return { from: column, to: best, likeness, diff: joined(parts.reverse()) };
}

/** Runs of one kind as one part; of a change the source's words first. */
function joined(parts: readonly DiffPart[]): readonly DiffPart[] {
  const runs: DiffPart[] = [];
  let draft: string[] = [];
  let source: string[] = [];
  const flush = (): void => {
    if (source.length > 0) runs.push({ kind: "source", text: source.join(" ") });
    if (draft.length > 0) runs.push({ kind: "draft", text: draft.join(" ") });
    draft = [];
    source = [];
  };
  let same: string[] = [];
  const close = (): void => {
    if (same.length > 0) runs.push({ kind: "same", text: same.join(" ") });
    same = [];
  };
  for (const { kind, text } of parts) {
    if (kind === "same") {
      flush();
      same.push(text);
    } else {
      close();
      (kind === "draft" ? draft : source).push(text);
    }
  }
  flush();
  close();
  return runs;
}
