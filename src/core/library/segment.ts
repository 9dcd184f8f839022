import type { DisplayTitleKind } from "../article/article";
import type { TemplateMember } from "../article/template";
import type { ArticleRecord, LineRange, RecordDate } from "../corpus/articleRecord";
import { readPacked, writeNames } from "../entities/index/packedNames";
import { gap } from "../search/engine/articleText";
import { TermNumbers } from "../search/engine/termNumbers";
import { fold } from "../text/fold";
import { packFile, unpackFile } from "../util/packedFile";
import type { StringPool } from "../util/stringPool";
import { StringTable } from "../util/stringTable";
import { VarintReader, VarintWriter } from "../util/varints";
import type { KeptArticle, KeptDocument, OutsideText } from "./keptDocument";

const kind = "CNSG";
/** To be raised with every change of the layout, and of what an analysis says of the same text. */
export const segmentVersion = 7;

const titleKinds: readonly DisplayTitleKind[] = ["headline", "derived", "name"];

/** Says what the numbers of a sequence of terms mean. */
interface TermNames {
  nameOf(number: number): string;
}

/** So many bits are the flags of a term's place. */
const flagBits = 3;

function unpacked(terms: Uint32Array): { readonly sequence: Uint32Array; readonly flags: Uint8Array } {
  const sequence = new Uint32Array(terms.length);
  const flags = new Uint8Array(terms.length);
  for (let at = 0; at < terms.length; at++) {
    const packed = terms[at] ?? 0;
    sequence[at] = packed >>> flagBits;
    flags[at] = packed & ((1 << flagBits) - 1);
  }
  return { sequence, flags };
}

/**
 * Packs documents with all that is known of them: first the terms and the strings of names that their numbers mean, then each document.
 * About as long as two thirds of the text. Documents come one at a time, so that it can be done in slices.
 */
export class SegmentWriter {
  readonly #terms = new TermNumbers();
  readonly #strings = new StringTable();
  readonly #out = new VarintWriter();
  readonly #names = new VarintWriter();
  #count = 0;

  /** How many documents there are. */
  get count(): number {
    return this.#count;
  }

  /** How many bytes the documents take so far. */
  get length(): number {
    return this.#out.length;
  }

  /** Begins a document; `articles` articles follow, and may be written in slices. */
  begin(
    { uri, stamp, notice, left }: Omit<KeptDocument, "articles" | "outside">,
    outside: OutsideText | null,
    articles: number,
    terms: TermNames,
  ): void {
    this.#count++;
    this.#out.text(uri);
    this.#out.text(stamp);
    this.#out.text(notice);
    this.#out.text(left);
    this.#out.put(outside === null ? 0 : 1);
    if (outside !== null) this.#sequence(outside.sequence, outside.flags, terms);
    this.#out.put(articles);
  }

  article({ record, hash, bytes, fields, text, creditLine, listed, member, template, names }: KeptArticle, terms: TermNames): void {
    const out = this.#out;
    this.#record(record);
    out.put(hash);
    out.put(bytes === null ? 0 : 1);
    if (bytes !== null) {
      out.put(bytes.start);
      out.put(bytes.length);
    }
    for (const value of [fields.publisher, fields.agency, fields.language]) out.text(value);
    for (const list of [fields.authors, fields.dateline, listed]) {
      out.put(list.length);
      for (const value of list) out.text(value);
    }
    out.text(creditLine);
    out.text(member.group);
    out.put(member.candidates.signature);
    out.numbers(member.candidates.lines);
    out.put(template);
    this.#sequence(text.sequence, text.flags, terms);
    out.put(text.titleEnd);
    out.put(text.bodyEnd);
    out.numbers(text.prose);
    const read = names === null ? null : names();
    if (read !== null) writeNames(read, this.#strings, this.#names);
    out.block(this.#names.take());
  }

  #record({
    key,
    index,
    displayTitle,
    displayTitleKind,
    publisher,
    agency,
    datelineCity,
    date,
    byline,
    url,
    lead,
    wordCount,
    selection,
    range,
  }: ArticleRecord): void {
    const out = this.#out;
    out.text(key);
    out.put(index);
    out.text(displayTitle);
    out.put(titleKinds.indexOf(displayTitleKind));
    for (const value of [publisher, agency, datelineCity, byline, url, lead]) out.text(value);
    out.text(date === null ? null : JSON.stringify(date));
    out.put(wordCount);
    for (const { start, end } of [selection, range])
      for (const value of [start.line, start.character, end.line, end.character]) out.put(value);
  }

  /** Each term with its flags in the lowest bits. */
  #sequence(sequence: Uint32Array, flags: Uint8Array, terms: TermNames): void {
    this.#out.put(sequence.length);
    for (const [at, number] of sequence.entries())
      this.#out.put(((number === gap ? gap : this.#terms.number(terms.nameOf(number))) << flagBits) | (flags[at] ?? 0));
  }

  /** The segment; the writer is worth nothing afterwards. */
  take(): Uint8Array<ArrayBuffer> {
    const head = new VarintWriter();
    head.put(this.#terms.size);
    for (let number = 1; number < this.#terms.size; number++) head.text(this.#terms.nameOf(number));
    head.put(this.#strings.size);
    for (let number = 0; number < this.#strings.size; number++) head.text(this.#strings.text(number));
    head.put(this.#count);
    const parts = [head.take(), this.#out.take()] as const;
    const body = new Uint8Array(parts[0].length + parts[1].length);
    body.set(parts[0]);
    body.set(parts[1], parts[0].length);
    return packFile(kind, segmentVersion, body);
  }
}

/** Reads what a `SegmentWriter` wrote, a document's articles at a time. */
export class SegmentReader {
  readonly terms = new TermNumbers();
  readonly #reader: VarintReader;
  readonly #strings = new StringTable();
  readonly #pool: StringPool;
  #left: number;

  private constructor(body: Uint8Array, pool: StringPool) {
    this.#reader = new VarintReader(body);
    this.#pool = pool;
    for (let left = this.#reader.count() - 1; left > 0; left--) this.terms.number(this.#reader.text() ?? "");
    for (let left = this.#reader.count(); left > 0; left--) this.#strings.use(this.#reader.text() ?? "");
    this.#left = this.#reader.count();
  }

  /** Null where the bytes are no segment of this version, or damaged. Strings that recur come from `pool`. */
  static open(bytes: Uint8Array, pool: StringPool): SegmentReader | null {
    const file = unpackFile(kind, segmentVersion, bytes);
    return "fault" in file ? null : new SegmentReader(file.body, pool);
  }

  /** The next document; its articles are to be read, all of them, before the next. Null behind the last. */
  next(): { readonly document: Omit<KeptDocument, "articles">; readonly articles: Generator<KeptArticle, void, undefined> } | null {
    if (this.#left === 0 || this.#reader.isAtEnd) return null;
    this.#left--;
    const reader = this.#reader;
    const uri = reader.text() ?? "";
    const document = {
      uri,
      stamp: reader.text(),
      notice: reader.text(),
      left: reader.text(),
      outside: reader.next() === 0 ? null : unpacked(reader.numbers()),
    };
    return { document, articles: this.#articles(uri, reader.count()) };
  }

  *#articles(uri: string, count: number): Generator<KeptArticle, void, undefined> {
    for (let left = count; left > 0; left--) yield this.#article(uri);
  }

  #article(uri: string): KeptArticle {
    const reader = this.#reader;
    const pool = this.#pool;
    const record = this.#record(uri);
    const hash = reader.next() >>> 0;
    const bytes = reader.next() === 0 ? null : { start: reader.next(), length: reader.next() };
    const [publisher, agency, language] = [pool.own(reader.text()), pool.own(reader.text()), pool.own(reader.text())];
    const [authors, dateline, listed] = [this.#list(), this.#list(), this.#list()];
    const creditLine = reader.text();
    const member = this.#member();
    const template = reader.next() >>> 0;
    const packedTerms = reader.numbers();
    const text = { ...unpacked(packedTerms), titleEnd: reader.next(), bodyEnd: reader.next(), prose: reader.numbers() };
    const packed = reader.block();
    const strings = this.#strings;
    const names = packed.length === 0 ? null : () => readPacked(new VarintReader(packed), strings);
    return {
      record,
      hash,
      bytes,
      fields: { publisher, agency, authors, dateline, language },
      text,
      creditLine,
      listed,
      member,
      template,
      names,
    };
  }

  #member(): TemplateMember {
    const group = this.#pool.own(this.#reader.text()) ?? "";
    return { group, candidates: { signature: this.#reader.next() >>> 0, lines: this.#reader.numbers() } };
  }

  #list(): readonly string[] {
    const list: string[] = [];
    for (let left = this.#reader.count(); left > 0; left--) list.push(this.#reader.text() ?? "");
    return list;
  }

  #record(uri: string): ArticleRecord {
    const reader = this.#reader;
    const key = reader.text();
    const index = reader.next();
    const displayTitle = reader.text() ?? "";
    const displayTitleKind = titleKinds[reader.next()] ?? "name";
    const [publisher, agency, datelineCity] = [this.#pool.own(reader.text()), this.#pool.own(reader.text()), this.#pool.own(reader.text())];
    const [byline, url, lead] = [reader.text(), reader.text(), reader.text() ?? ""];
    const date = reader.text();
    const wordCount = reader.next();
    const range = (): LineRange => ({
      start: { line: reader.next(), character: reader.next() },
      end: { line: reader.next(), character: reader.next() },
    });
    return {
      uri,
      key,
      index,
      displayTitle,
      displayTitleKind,
      foldedTitle: fold(displayTitle),
      publisher,
      agency,
      datelineCity,
      foldedSource: this.#pool.own(fold([publisher, agency, datelineCity].filter((part) => part !== null).join(" "))) ?? "",
      date: date === null ? null : (JSON.parse(date) as RecordDate),
      byline,
      url,
      lead,
      wordCount,
      selection: range(),
      range: range(),
    };
  }
}
