import { neverCancelled } from "../../core/util/cancellation";
import type { Corpus } from "../../core/corpus/corpus";
import type { DocumentKind, ParsedDocument } from "../../core/corpus/parseDocument";
import type { Documents } from "./documents";
import type { Files } from "../files/files";
import type { Indexer } from "./indexer";
import type { WaitingTexts } from "./waitingTexts";

/** Gives a document of the corpus as it is open, or else read from its file as the corpus read it; null where it cannot be read. */
export type ReadDocument = (uri: string) => Promise<ParsedDocument | null>;

/** The text of a document of the corpus, and what the corpus read it as. */
export interface KnownText {
  readonly text: string;
  readonly kind: DocumentKind;
}

/** Reads documents of the corpus again, to show them. */
export function documentReader(corpus: Corpus, documents: Documents, files: Files, indexer: Indexer): ReadDocument {
  return async (uri) => {
    if (documents.isOpen(uri)) return documents.parsed(uri);
    const text = await textOf(uri, files, indexer);
    return text === null ? null : parsedAs(corpus, documents, uri, text);
  };
}

/** Gives the text of a file of the corpus that is not open, for those who look at each once more; null where it cannot be read. */
export function textOnceMore(
  corpus: Corpus,
  files: Files,
  texts: WaitingTexts,
  indexer: Indexer,
): (uri: string) => Promise<KnownText | null> {
  return async (uri) => {
    const kind = kindOf(corpus, uri);
    const text = texts.take(uri) ?? (await textOf(uri, files, indexer));
    return text === null || kind === null ? null : { text, kind };
  };
}

async function textOf(uri: string, files: Files, indexer: Indexer): Promise<string | null> {
  const folder = files.folderOf(uri);
  if (folder === null) return null;
  const result = await files.sourceOf(folder).read(uri, { maxFileSize: indexer.maxFileSize }, neverCancelled);
  return result.ok ? result.file.text : null;
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
  const kind = kindOf(corpus, uri);
  return kind === null ? null : documents.parseAs(uri, text, kind);
}

/** What the corpus read a document as; null where it has no article of it. */
function kindOf(corpus: Corpus, uri: string): DocumentKind | null {
  const [first] = corpus.articlesOf(uri);
  return first === undefined ? null : first.key === null ? "article" : "bundle";
}
