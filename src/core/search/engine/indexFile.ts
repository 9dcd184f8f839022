import { packFile, unpackFile } from "../../util/packedFile";
import { VarintReader, VarintWriter } from "../../util/varints";
import { post, type StoredArticle } from "./articleStore";
import { ArticleTable } from "./articleTable";
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
const version = 3;

/**
 * An index as a packed file of varints: the terms in the order of their numbers, the values with their spaces likewise, and
 * each article with its sequence of terms. The postings follow from the sequences.
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
  const live = Array.from({ length: articles.size }, (_, slot) => slot).filter((slot) => articles.isAlive(slot));
  out.put(live.length);
  for (const slot of live) {
    const article = articles.get(slot);
    if (article === null) continue;
    const { id, sequence, titleEnd, bodyEnd, day, values: own, duplicates } = article;
    out.text(id);
    out.numbers(sequence);
    for (const number of [titleEnd, bodyEnd, day]) out.put(number);
    out.numbers(own);
    // An empty group is none.
    out.text(duplicates ?? "");
  }
  return packFile(kind, version, out.take());
}

class Reader {
  readonly #varints: VarintReader;
  readonly #most: number;
  /** Something could not be. What was read since is worth nothing. */
  isBroken = false;

  constructor(bytes: Uint8Array) {
    this.#varints = new VarintReader(bytes);
    this.#most = bytes.length;
  }

  /** A number below `limit`. */
  number(limit: number): number {
    const value = this.#varints.next();
    if (value >= 0 && value < limit) return value;
    this.isBroken = true;
    return 0;
  }

  /** How many of something follow: each takes a byte at least. */
  count(): number {
    return this.number(this.#most);
  }

  text(): string {
    let text = "";
    for (let left = this.number(this.#most + 2) - 1; left > 0; left--) text += String.fromCharCode(this.number(0x10000));
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
  const terms = reader.count();
  for (let number = 1; number < terms && !reader.isBroken; number++) if (dictionary.add(reader.text()) !== number) reader.isBroken = true;
  const valueCount = reader.count();
  for (let number = 0; number < valueCount && !reader.isBroken; number++) if (values.number(reader.text(), reader.text()) !== number) reader.isBroken = true;
  const articles = new ArticleTable();
  const ids = new Set<string>();
  for (let left = reader.count(); left > 0 && !reader.isBroken; left--) {
    const article = readArticle(reader, Math.max(1, terms), valueCount);
    post(article, articles.size, dictionary);
    articles.push(article);
    ids.add(article.id);
  }
  return reader.isBroken || ids.size < articles.size ? null : { dictionary, values, articles };
}

function readArticle(reader: Reader, terms: number, values: number): StoredArticle {
  const id = reader.text();
  const sequence = reader.numbers(terms);
  const titleEnd = reader.number(sequence.length + 1);
  const bodyEnd = reader.number(sequence.length + 1);
  const day = reader.number(100_000_000);
  const own = reader.numbers(values);
  const group = reader.text();
  return { id, sequence, titleEnd, bodyEnd, day, values: own, duplicates: group === "" ? null : group };
}
