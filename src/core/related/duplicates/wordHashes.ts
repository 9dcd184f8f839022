import { CharClass, charClass } from "../../text/charClass";
import type { Span } from "../../text/span";

const fnvOffset = 0x811c9dc5;
const fnvPrime = 0x01000193;

/** The folded letter or digit that a code unit below 0x250 is, 0 for any other: Latin letters lose accents and case. */
const latin = new Uint16Array(0x250);
for (let unit = 0; unit < latin.length; unit++) {
  const found = charClass(unit);
  if (found >= CharClass.Lower && found <= CharClass.Digit)
    latin[unit] = String.fromCharCode(unit).normalize("NFD").toLowerCase().charCodeAt(0);
}

/** The folded unit of a word, 0 for what is between words. Other scripts' units stand for themselves. */
function foldedUnit(unit: number): number {
  if (unit < latin.length) return latin[unit] ?? 0;
  const found = charClass(unit);
  return found >= CharClass.Lower && found <= CharClass.Digit ? unit : 0;
}

/**
 * Words that carry no content: a shingle of nothing else says nothing about where a text comes from. Fixed, and not
 * taken from the corpus, so that one article's shingles never depend on the others.
 */
const functionWords = new Set(
  "a an and are as at be been but by for from had has have he her his in is it its more not of on or over she that the their there they this to was were which who will with would said he'd says"
    .split(" ")
    .map(hashOf),
);

/** Which low halves of hashes a function word has: nearly every other word is told apart by this alone. */
const functionHalves = new Uint8Array(0x10000);
for (const hash of functionWords) functionHalves[hash & 0xffff] = 1;

/** Days and small numbers in words: with figures, what differs from piece to piece of one template. */
const figureWords = new Set(
  (
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december " +
    "one two three four five six seven eight nine ten eleven twelve first second third"
  )
    .split(" ")
    .map(hashOf),
);
const figureHalves = new Uint8Array(0x10000);
for (const hash of figureWords) figureHalves[hash & 0xffff] = 1;

/** In a word's hash: it is a function word. */
const functionBit = 1;
/** In a word's hash: it is a figure, a day or a small number. */
export const figureBit = 2;

/** A hash whose lowest bits say that it is of a function word, or of a figure. */
function marked(hash: number, first: number): number {
  const isFunction = functionHalves[hash & 0xffff] === 1 && functionWords.has(hash);
  const isFigure = (first >= 48 && first <= 57) || (figureHalves[hash & 0xffff] === 1 && figureWords.has(hash));
  return ((hash & ~3) | (isFunction ? functionBit : 0) | (isFigure ? figureBit : 0)) >>> 0;
}

function mix(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

function hashOf(word: string): number {
  let hash = fnvOffset;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), fnvPrime);
  return hash >>> 0;
}

/** The hash of a term, as search has it, as `wordHashes` has those of words. */
export function termHash(term: string): number {
  return marked(hashOf(term), term.charCodeAt(0));
}

/**
 * The hashes (FNV-1a, 30 bits, and in the lowest two whether it is a function word or a figure) of the words in the spans, in order:
 * case, accents, possessive "'s" and everything
 * between words left out, so that quotes, dashes and Markdown do not count.
 */
export function wordHashes(text: string, spans: readonly Span[]): Uint32Array {
  let size = 0;
  for (const span of spans) size += span.end - span.start;
  const hashes = new Uint32Array((size >> 1) + 1);
  let count = 0;
  for (const span of spans) {
    let at = span.start;
    while (at < span.end) {
      let unit = foldedUnit(text.charCodeAt(at));
      if (unit === 0) {
        at++;
        continue;
      }
      const start = at;
      let hash = fnvOffset;
      while (unit !== 0 || charClass(text.charCodeAt(at)) === CharClass.Invisible) {
        if (unit !== 0) hash = Math.imul(hash ^ unit, fnvPrime);
        if (++at >= span.end) break;
        unit = foldedUnit(text.charCodeAt(at));
      }
      // The "s" of a possessive.
      if (
        at - start === 1 &&
        (text.charCodeAt(start) | 32) === 115 &&
        start > 0 &&
        charClass(text.charCodeAt(start - 1)) === CharClass.Apostrophe
      )
        continue;
      hashes[count++] = marked(hash >>> 0, text.charCodeAt(start));
    }
  }
  return hashes.slice(0, count);
}

const factor = 0x9e3779b1;
let memory = new Int32Array(1024);

/**
 * The shingles of `size` words (as `wordHashes` gives them, or half of each with the lowest bits) at each position, in order; 0 where
 * a shingle is of function words alone. The next call takes the same memory for its own.
 */
export function shinglesInOrder(words: Uint32Array | Uint16Array, size: number): Int32Array {
  const count = Math.max(0, words.length - size + 1);
  if (count > memory.length) memory = new Int32Array(2 * count);
  const found = memory.subarray(0, count);
  for (let at = 0; at < count; at++) found[at] = Math.imul(words[at] ?? 0, factor);
  // All second words, then all third ones: short loops without another inside are the quickest.
  for (let word = 1; word < size; word++) {
    for (let at = 0; at < count; at++) {
      const hash = found[at] ?? 0;
      found[at] = Math.imul(hash ^ (words[at + word] ?? 0), factor) ^ (hash >>> 15);
    }
  }
  /** How many function words in a row end here; without a branch, since nobody can tell which words are. */
  let row = 0;
  for (let at = 0; at < size - 1; at++) row = Math.imul(row + 1, (words[at] ?? 0) & 1);
  for (let at = 0; at < count; at++) {
    row = Math.imul(row + 1, (words[at + size - 1] ?? 0) & 1);
    found[at] = row >= size ? 0 : mix(found[at] ?? 0);
  }
  return found;
}

/** A 32-bit mixer (MurmurHash3's finaliser): spreads a hash's bits. */
export const mixHash = mix;
