import { articleRecord, type ArticleRecord } from "../../../src/core/corpus/articleRecord";
import { Corpus } from "../../../src/core/corpus/corpus";
import { nameOf } from "../../../src/core/corpus/places";
import { parseDocument } from "../../../src/core/corpus/parseDocument";

/** The records of a text, as the server makes them. */
export function recordsIn(corpus: Corpus, uri: string, text: string): readonly ArticleRecord[] {
  const document = parseDocument(text, { fileName: nameOf(uri) });
  return document.slots.map((slot, index) => articleRecord(uri, document, index, slot, document.article(index), corpus.pool));
}

/** A corpus of these texts, by URI. */
export function corpusOf(texts: Iterable<readonly [uri: string, text: string]>): Corpus {
  const corpus = new Corpus();
  for (const [uri, text] of texts) corpus.setDocument(uri, recordsIn(corpus, uri, text));
  return corpus;
}
