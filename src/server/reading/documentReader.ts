import { neverCancelled } from "../../core/util/cancellation";
import type { Corpus } from "../../core/corpus/corpus";
import type { ParsedDocument } from "../../core/corpus/parseDocument";
import { parseAs, type Documents } from "./documents";
import type { Files } from "../files/files";
import type { Indexer } from "./indexer";

/** Gives a document of the corpus as it is open, or else read from its file as the corpus read it; null where it cannot be read. */
export type ReadDocument = (uri: string) => Promise<ParsedDocument | null>;

/** Reads documents for those who follow the corpus, whose files the indexer let in. */
export function documentReader(corpus: Corpus, documents: Documents, files: Files, indexer: Indexer): ReadDocument {
  return async (uri) => {
    if (documents.isOpen(uri)) return documents.parsed(uri);
    const folder = files.folderOf(uri);
    if (folder === null) return null;
    const result = await files.sourceOf(folder).read(uri, { maxFileSize: indexer.maxFileSize }, neverCancelled);
    if (!result.ok) return null;
    const [first] = corpus.articlesOf(uri);
    return first === undefined ? null : parseAs(uri, result.file.text, first.key === null ? "article" : "bundle");
  };
}
