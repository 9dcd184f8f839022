import { readFileSync, statSync } from "node:fs";
import * as path from "node:path";
import { terminalText } from "../../core/text/escape";
import { URI } from "vscode-uri";
import type { ParsedDocument } from "../../core/corpus/parseDocument";
import { messageOf } from "../../core/util/errorText";
import { decode } from "../../server/files/io/decode";
import type { CorpusFile } from "../corpusFile";
import { Failure } from "../failure";
import type { Reading } from "../readAs";
import { stampText } from "../../server/files/node/fileStamp";

/** A file of which all is known that a search asks, and which is read once somebody asks for its text. */
export class UnreadFile implements CorpusFile {
  readonly uri: string;
  readonly path: string;
  readonly #stamp: string;
  readonly #read: (text: string, fileName: string) => Reading;
  #document: ParsedDocument | null = null;

  constructor(uri: string, relative: string, stamp: string, read: (text: string, fileName: string) => Reading) {
    this.uri = uri;
    this.path = relative;
    this.#stamp = stamp;
    this.#read = read;
  }

  /** Fails where the file is no longer what it was a moment ago. */
  get document(): ParsedDocument {
    return (this.#document ??= this.#readNow());
  }

  #readNow(): ParsedDocument {
    const file = URI.parse(this.uri).fsPath;
    try {
      const decoded = decode(readFileSync(file));
      const isSame = stampText(statSync(file, { bigint: true })) === this.#stamp;
      const document = decoded.ok && isSame ? this.#read(decoded.file.text, path.basename(this.path)).document : null;
      if (document !== null) return document;
    } catch (error) {
      throw new Failure(`${terminalText(this.path)}: cannot be read any more. ${terminalText(messageOf(error))}`);
    }
    throw new Failure(`${terminalText(this.path)}: has changed during the search. Ask again.`);
  }
}
