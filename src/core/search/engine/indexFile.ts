import { packFile, unpackFile } from "../../util/packedFile";
import { VarintReader, VarintWriter } from "../../util/varints";
import type { StoredArticle } from "./articleStore";
import { ArticleTable } from "./articleTable";
import type { Postings } from "./postings";
import { isSaid } from "./saidPlaces";
import { TermDictionary } from "./termDictionary";
import { ValueTable } from "./valueTable";

/** All that an index consists of; what else there is follows from it. */
export interface IndexParts {
  readonly dictionary: TermDictionary;
  readonly values: ValueTable;
  readonly articles: ArticleTable;
}

const kind = "CNNS";
/** To be raised with every change of the layout, of the analysis of texts, or of what is stored of an article. */
const version = 5;
const flagBits = 3;
const slotBits = 9;
/** Longer texts are read piece by piece. */
const longestPiece = 1024;
/** More articles than this have no slots. */
const mostSlots = 1 << (32 - slotBits);

/**
 * An index without dead articles as a packed file of varints: the terms in the order of their numbers, the values with their spaces
 * likewise, each article with its sequence of terms, and the postings of each term.
 */
export function packIndex({ dictionary, values, articles }: IndexParts): Uint8Array<ArrayBuffer> {
  const out = new VarintWriter();
  out.put(dictionary.size);
  for (let number = 1; number < dictionary.size; number++) out.text(dictionary.nameOf(number));
  out.put(values.size);
  for (let number = 0; number < values.size; number++) {
    const known = values.at(number);
    out.text(known?.space ?? "");
    out.text(known?.value ?? "");
  }
  out.put(articles.size);
  for (let slot = 0; slot < articles.size; slot++) {
    const article = articles.get(slot);
    if (article === null) continue;
    const { id, sequence, flags, titleEnd, bodyEnd, day, values: own, duplicates, language, said } = article;
    out.text(id);
    out.put(sequence.length);
    for (let at = 0; at < sequence.length; at++) out.put((((sequence[at] ?? 0) << flagBits) | (flags[at] ?? 0)) >>> 0);
    for (const number of [titleEnd, bodyEnd, day]) out.put(number);
    out.numbers(own);
    out.numbers(said);
    // An empty group is none, and so is an empty language.
    out.text(duplicates ?? "");
    out.text(language ?? "");
  }
  for (const postings of [dictionary.content, dictionary.site]) writePostings(postings, dictionary.size, out);
  return packFile(kind, version, out.take());
}

/** For each term how many articles have it, and each of them: how many slots further it is, and what else is packed with it. */
function writePostings(postings: Postings, terms: number, out: VarintWriter): void {
  const { data } = postings;
  for (let term = 1; term < terms; term++) {
    const start = postings.start(term);
    const length = postings.length(term);
    out.put(length);
    let before = 0;
    for (let at = start; at < start + length; at++) {
      const packed = data[at] ?? 0;
      out.put((packed - before) >>> 0);
      before = (packed >>> slotBits) << slotBits;
    }
  }
}

class Reader {
  readonly #varints: VarintReader;
  readonly #most: number;
  readonly #units = new Uint16Array(longestPiece);
  /** Something could not be. What was read since is worth nothing. */
  isBroken = false;

  constructor(bytes: Uint8Array) {
    this.#varints = new VarintReader(bytes);
    this.#most = bytes.length;
  }

  /** A number below `limit`. */
  number(limit: number): number {
    const value = this.#varints.next() >>> 0;
    if (value < limit) return value;
    this.isBroken = true;
    return 0;
  }

  /** How many of something follow: each takes a byte at least. */
  count(): number {
    return this.number(this.#most);
  }

  text(): string {
    const length = Math.max(0, this.number(this.#most + 2) - 1);
    if (length > longestPiece) return this.#longText(length);
    const units = this.#units;
    for (let at = 0; at < length; at++) units[at] = this.number(0x10000);
    return String.fromCharCode(...units.subarray(0, length));
  }

  #longText(length: number): string {
    let text = "";
    for (let left = length; left > 0 && !this.isBroken; left--) text += String.fromCharCode(this.number(0x10000));
    return text;
  }

  numbers(limit: number): Uint32Array {
    const values = new Uint32Array(this.count());
    for (let at = 0; at < values.length; at++) values[at] = this.number(limit);
    return values;
  }
}

/** The index in `bytes`; null where they are no index of this version, or damaged. */
export function unpackIndex(bytes: Uint8Array): IndexParts | null {
  const file = unpackFile(kind, version, bytes);
  if ("fault" in file) return null;
  const reader = new Reader(file.body);
  const dictionary = new TermDictionary();
  const values = new ValueTable();
  const terms = Math.max(1, reader.count());
  for (let number = 1; number < terms && !reader.isBroken; number++)
    if (dictionary.number(reader.text()) !== number) reader.isBroken = true;
  const valueCount = reader.count();
  for (let number = 0; number < valueCount && !reader.isBroken; number++)
    if (values.number(reader.text(), reader.text()) !== number) reader.isBroken = true;
  const articles = new ArticleTable();
  const ids = new Set<string>();
  for (let left = reader.count(); left > 0 && !reader.isBroken; left--) {
    const article = readArticle(reader, terms, valueCount);
    articles.push(article);
    ids.add(article.id);
  }
  for (const postings of [dictionary.content, dictionary.site]) readPostings(postings, terms, Math.min(articles.size, mostSlots), reader);
  return reader.isBroken || ids.size < articles.size ? null : { dictionary, values, articles };
}

function readPostings(postings: Postings, terms: number, slots: number, reader: Reader): void {
  for (let term = 1; term < terms && !reader.isBroken; term++) {
    const length = reader.count();
    let before = 0;
    for (let at = 0; at < length; at++) {
      const packed = before + reader.number(0xffffffff);
      const slot = Math.floor(packed / (1 << slotBits));
      if (slot >= slots || (at > 0 && slot * (1 << slotBits) <= before)) {
        reader.isBroken = true;
        return;
      }
      postings.addPacked(term, packed);
      before = slot * (1 << slotBits);
    }
  }
}

function readArticle(reader: Reader, terms: number, values: number): StoredArticle {
  const id = reader.text();
  const length = reader.count();
  const sequence = new Uint32Array(length);
  const flags = new Uint8Array(length);
  for (let at = 0; at < length; at++) {
    const packed = reader.number(terms * (1 << flagBits));
    sequence[at] = packed >>> flagBits;
    flags[at] = packed & ((1 << flagBits) - 1);
  }
  const titleEnd = reader.number(length + 1);
  const bodyEnd = reader.number(length + 1);
  const day = reader.number(100_000_000);
  const own = reader.numbers(values);
  const said = reader.numbers(2 * Math.max(values + 1, length + 1));
  if (!isSaid(said, values, length)) reader.isBroken = true;
  const [group, language] = [reader.text(), reader.text()];
  return {
    id,
    sequence,
    flags,
    titleEnd,
    bodyEnd,
    day,
    values: own,
    said,
    duplicates: group === "" ? null : group,
    language: language === "" ? null : language,
  };
}
