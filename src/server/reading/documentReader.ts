import { neverCancelled } from "../../core/util/cancellation";
import type { Corpus } from "../../core/corpus/corpus";
import type { ParsedDocument } from "../../core/corpus/parseDocument";
import type { Documents } from "./documents";
import type { Files } from "../files/files";
import type { Indexer } from "./indexer";
import type { WaitingTexts } from "./waitingTexts";

/** Gives a document of the corpus as it is open, or else read from its file as the corpus read it; null where it cannot be read. */
export type ReadDocument = (uri: string) => Promise<ParsedDocument | null>;

/** Reads documents of the corpus again, to show them. */
export function documentReader(corpus: Corpus, documents: Documents, files: Files, indexer: Indexer): ReadDocument {
  return async (uri) => {
    if (documents.isOpen(uri)) return documents.parsed(uri);
    const folder = files.folderOf(uri);
    if (folder === null) return null;
    const result = await files.sourceOf(folder).read(uri, { maxFileSize: indexer.maxFileSize }, neverCancelled);
    return result.ok ? parsedAs(corpus, documents, uri, result.file.text) : null;
  };
}

/**
 * The same for those who look at each document once more: what was read a moment ago is not read again. The last of them
 * lets go of it.
 */
export function onceMore(corpus: Corpus, documents: Documents, texts: WaitingTexts, read: ReadDocument, isLast: boolean): ReadDocument {
  return async (uri) => {
    const text = isLast ? texts.take(uri) : texts.peek(uri);
    return text === null || documents.isOpen(uri) ? await read(uri) : parsedAs(corpus, documents, uri, text);
  };
}

function parsedAs(corpus: Corpus, documents: Documents, uri: string, text: string): ParsedDocument | null {
  const [first] = corpus.articlesOf(uri);
  return first === undefined ? null : documents.parseAs(uri, text, first.key === null ? "article" : "bundle");
}
