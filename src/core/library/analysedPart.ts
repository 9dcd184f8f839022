import { templateLines, type TemplateLines } from "../article/template";
import type { ParsedDocument } from "../corpus/parseDocument";
import { articleId } from "../corpus/articleRecord";
import { isExtractedName } from "../corpus/candidates";
import { nameOf } from "../corpus/places";
import type { ArticleNames } from "../entities/index/articleNames";
import { readPacked, writeNames } from "../entities/index/packedNames";
import type { NameModel } from "../entities/recognise/model";
import { baseOf, readNames } from "../entities/recognise/readNames";
import { plainText } from "../search/engine/articleText";
import { searchableOutside } from "../search/engine/searchableOf";
import { TermNumbers } from "../search/engine/termNumbers";
import { textHash } from "../text/textHash";
import { packFile, unpackFile } from "../util/packedFile";
import { StringPool } from "../util/stringPool";
import { StringTable } from "../util/stringTable";
import { VarintReader, VarintWriter } from "../util/varints";
import { analyseArticle, templateMember } from "./articleAnalysis";
import { articleBytes, type ArticleBytes } from "./articleBytes";
import type { OutsideText } from "./keptDocument";
import type { SegmentWriter } from "./segment";

/** Twice what the largest bundles hold; a text that consists of markers alone must not fill the memory. */
export const maxArticles = 200_000;
/** So many terms are numbered for analyses before numbering begins anew: strange words of long ago need no place. */
const mostTerms = 500_000;

/** What analyses share, and what they say does not depend on. */
export class AnalysisTools {
  readonly pool: StringPool;
  #terms = new TermNumbers();

  /** Strings that recur come from `pool`. */
  constructor(pool = new StringPool()) {
    this.pool = pool;
  }

  /** Numbers terms: to be asked for at each article. */
  get terms(): TermNumbers {
    if (this.#terms.size > mostTerms) this.#terms = new TermNumbers();
    return this.#terms;
  }
}

/** What stands in a document outside its articles; null where there is nothing. */
export function outsideText(uri: string, document: ParsedDocument, terms: TermNumbers): OutsideText | null {
  const outside = searchableOutside(document, uri, "", "");
  return outside === null ? null : plainText(outside, terms);
}

/** Where the articles of a document stand in its file, as far as that is kept: in bundles of envelopes that are files themselves. */
export function keptBytes(uri: string, document: ParsedDocument): readonly ArticleBytes[] {
  const isInFile = document.kind === "bundle" && document.container === null && !isExtractedName(nameOf(uri));
  return isInFile ? articleBytes(document) : [];
}

/** Which articles of a document are written, and what is told of its file. */
export interface PartOf {
  readonly from: number;
  readonly to: number;
  /** Where the articles stand in the file, by index; empty where that is not kept. */
  readonly bytes: readonly ArticleBytes[];
  readonly notice: string | null;
}

/**
 * Writes the articles `from` to `to` of a document with all that is found out from their text, but for names: a pure function of the
 * document, as bytes that another thread can take over. They are read without the lines that articles share. The last part has the terms
 * of what stands outside. To be driven in slices.
 */
export function* writeAnalysis(
  uri: string,
  document: ParsedDocument,
  { from, to, bytes, notice }: PartOf,
  tools: AnalysisTools,
  writer: SegmentWriter,
): Generator<undefined, void> {
  const first = tools.terms;
  const isLast = to === Math.min(document.slots.length, maxArticles);
  writer.begin({ uri, stamp: null, notice, left: null }, isLast ? outsideText(uri, document, first) : null, to - from, first);
  for (let index = from; index < to; index++) {
    const { terms } = tools;
    const analysis = analyseArticle(uri, document, index, terms, tools.pool);
    if (analysis === null) throw new RangeError(`no article ${index}: the document has ${document.slots.length}`);
    const member = templateMember(uri, document, index, tools.pool);
    writer.article({ ...analysis, bytes: bytes[index] ?? null, member, template: 0, names: null }, terms);
    yield;
  }
}

/** An article whose names are to be read, as its document was when that was decided. */
export interface DueNames {
  readonly index: number;
  readonly id: string;
  /** Of its text, as `textHash` has it. */
  readonly hash: number;
  /** The lines that it shares with its folder or host; null for none. */
  readonly shared: Pick<TemplateLines, "fingerprint" | "steps"> | null;
}

const namesKind = "CNNM";
/** To be raised with every change of the layout. */
const namesVersion = 1;

/**
 * Reads names of articles and packs them. An article that is not what it was when it became due is left out. To be driven in slices;
 * returns the bytes.
 */
export function* writeNamesOf(
  uri: string,
  document: ParsedDocument,
  due: readonly DueNames[],
  model: NameModel,
): Generator<undefined, Uint8Array<ArrayBuffer>> {
  const strings = new StringTable();
  const names = new VarintWriter();
  const out = new VarintWriter();
  const shared = new Map(due.map((one) => [one.index, one.shared === null ? null : templateLines(one.shared)]));
  document.useTemplate((slot) => shared.get(slot) ?? null);
  for (const { index, id, hash } of due) {
    const slot = document.slots[index];
    const isSame = slot !== undefined && articleId({ uri, key: slot.key }) === id && textHash(document.text, slot.span) === hash;
    if (isSame) writeNames(readNames(document, document.article(index), baseOf(document.lines, slot.span.start), model), strings, names);
    out.block(names.take());
    yield;
  }
  const head = new VarintWriter();
  head.put(strings.size);
  for (let number = 0; number < strings.size; number++) head.text(strings.text(number));
  head.block(out.take());
  return packFile(namesKind, namesVersion, head.take());
}

/** What `writeNamesOf` packed, one for each of the articles that were due: null for one that was another meanwhile. */
export function* namesIn(bytes: Uint8Array): Generator<ArticleNames | null, void> {
  const file = unpackFile(namesKind, namesVersion, bytes);
  if ("fault" in file) return;
  const head = new VarintReader(file.body);
  const strings = new StringTable();
  for (let left = head.count(); left > 0; left--) strings.use(head.text() ?? "");
  const reader = new VarintReader(head.block());
  while (!reader.isAtEnd) {
    const packed = reader.block();
    yield packed.length === 0 ? null : readPacked(new VarintReader(packed), strings);
  }
}
