import { readFileSync, statSync } from "node:fs";
import { terminalText } from "../core/text/escape";
import { URI } from "vscode-uri";
import type { Corpus } from "../core/corpus/corpus";
import type { ParsedDocument } from "../core/corpus/parseDocument";
import { messageOf } from "../core/util/errorText";
import { decode } from "../server/files/io/decode";
import { stampText } from "../server/files/node/fileStamp";
import { Failure } from "./failure";

/** A file of the corpus, with its text, which a kept index may spare to read as long as nobody asks for it. */
export interface CorpusFile {
  readonly uri: string;
  /** Relative to the folder that was asked for, with "/"; the file's own name where a file was asked for. */
  readonly path: string;
  readonly document: ParsedDocument;
}

/**
 * Where the article at place `at` of a file begins with its markers, in UTF-16 code units. The text is not read where it is all of the
 * file.
 */
export function slotStart(file: CorpusFile, corpus: Corpus, at: number): number {
  return corpus.articlesOf(file.uri)[at]?.key === null ? 0 : (file.document.slots[at]?.span.start ?? 0);
}

/** A file of which all is known but its text, which is read once somebody asks for it. */
export class UnreadFile implements CorpusFile {
  readonly uri: string;
  readonly path: string;
  readonly #stamp: string;
  readonly #encoding: string;
  readonly #parse: (text: string) => ParsedDocument | null;
  #document: ParsedDocument | null = null;

  /** `stamp` is the text of the stamp that the file had; `encoding` is what it was read as. */
  constructor(uri: string, relative: string, stamp: string, encoding: string, parse: (text: string) => ParsedDocument | null) {
    this.uri = uri;
    this.path = relative;
    this.#stamp = stamp;
    this.#encoding = encoding;
    this.#parse = parse;
  }

  /** Fails where the file is no longer what it was when the command began. */
  get document(): ParsedDocument {
    return (this.#document ??= this.#readNow());
  }

  #readNow(): ParsedDocument {
    const file = URI.parse(this.uri).fsPath;
    try {
      const decoded = decode(readFileSync(file), { asked: this.#encoding });
      const isSame = stampText(statSync(file, { bigint: true })) === this.#stamp;
      const document = decoded.ok && isSame ? this.#parse(decoded.file.text) : null;
      if (document !== null) return document;
    } catch (error) {
      throw new Failure(`${terminalText(this.path)}: cannot be read any more. ${terminalText(messageOf(error))}`);
    }
    throw new Failure(`${terminalText(this.path)}: has changed since this command began. Ask again.`);
  }
}
