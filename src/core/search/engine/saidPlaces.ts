import type { SaidFact } from "./searchable";
import type { ValueTable } from "./valueTable";

/** So many numbers are a quotation. */
const width = 3;

/**
 * Quotations as numbers, three each: of its speaker's value plus one (0 for nobody who is known); where its words begin; twice
 * how many there are, plus one where some of them are between quotation marks.
 */
export function packSaid(said: readonly SaidFact[], values: ValueTable): Uint32Array {
  const numbers = new Uint32Array(width * said.length);
  for (const [at, { speaker, start, end, isQuoted }] of said.entries()) {
    numbers[width * at] = speaker === null ? 0 : values.number("said", speaker) + 1;
    numbers[width * at + 1] = start;
    numbers[width * at + 2] = 2 * (end - start) + Number(isQuoted);
  }
  return numbers;
}

/** The same with other numbers of values. */
export function withSpeakers(said: Uint32Array, valueOf: (value: number) => number): Uint32Array {
  return said.map((number, at) => (at % width === 0 && number > 0 ? valueOf(number - 1) + 1 : number));
}

/** Whether the numbers can be quotations of an article of `length` terms, in an index of so many values. */
export function isSaid(said: Uint32Array, values: number, length: number): boolean {
  if (said.length % width !== 0) return false;
  for (let at = 0; at < said.length; at += width)
    if ((said[at] ?? 0) > values || (said[at + 1] ?? 0) + ((said[at + 2] ?? 0) >>> 1) > length) return false;
  return true;
}

/**
 * Calls `visit` with where the words of quotations stand, of those between `from` and `to` of `numbers` that one of the marked
 * values said (anybody, for null), and with `isQuoted` that have quotation marks; until it returns true.
 */
export function eachSaid(
  numbers: Uint32Array,
  from: number,
  to: number,
  wanted: Uint8Array | null,
  isQuoted: boolean,
  visit: (start: number, end: number) => boolean,
): boolean {
  for (let at = from; at < to; at += width) {
    const speaker = numbers[at] ?? 0;
    const packed = numbers[at + 2] ?? 0;
    if ((wanted !== null && (speaker === 0 || wanted[speaker - 1] !== 1)) || (isQuoted && (packed & 1) === 0)) continue;
    const start = numbers[at + 1] ?? 0;
    if (visit(start, start + (packed >>> 1))) return true;
  }
  return false;
}
