import { TextDocuments, type Connection } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { parsingDocument, type DocumentKind, type ParsedDocument } from "../../core/corpus/parseDocument";
import { nameOf } from "../../core/corpus/places";
import type { ForcedKind } from "../../protocol/corpus";
import { decide, optionsOf, parseAs, type Decision, type Membership, type WayOfReading } from "./decision";
import { driveIn, type Slices } from "./scheduler";
import { Signal } from "./signal";
import { normalUri } from "../files/uris";

interface OpenDocument {
  readonly document: TextDocument;
  /** The last parse, of `version`; its value is null where that version is no article. */
  parsed: { readonly version: number; readonly value: ParsedDocument | null } | null;
  /** The parse that is under way. */
  parsing: Promise<void> | null;
}

/** The documents that are open in the editor, parsed when they are first asked for and again after a change. */
export class Documents {
  readonly #manager = new TextDocuments(TextDocument);
  readonly #open = new Map<string, OpenDocument>();
  readonly #forced = new Map<string, Exclude<ForcedKind, null>>();

  /** A document was opened, edited, or is to be read in another way: its normal URI. */
  readonly changed = new Signal<string>();
  readonly closed = new Signal<string>();

  /** Whether a file lies in a corpus and may hold articles, and whether all that lies there is to be read; set by who knows the folders. */
  membership: (uri: string) => Membership = () => "none";

  /** Has the articles of a document read with the lines that they share with others; set by who counts them. */
  useSharedLines: (uri: string, document: ParsedDocument) => void = () => undefined;

  constructor() {
    // Opening fires this event as well.
    this.#manager.onDidChangeContent(({ document }) => {
      const uri = normalUri(document.uri);
      // An older parse is kept: what an edit left alone need not be parsed again.
      this.#open.set(uri, { document, parsed: this.#open.get(uri)?.parsed ?? null, parsing: null });
      this.changed.fire(uri);
    });
    this.#manager.onDidClose(({ document }) => {
      const uri = normalUri(document.uri);
      this.#open.delete(uri);
      this.closed.fire(uri);
    });
  }

  listen(connection: Connection): void {
    this.#manager.listen(connection);
  }

  /** The normal URIs of all open documents. */
  uris(): readonly string[] {
    return [...this.#open.keys()];
  }

  isOpen(uri: string): boolean {
    return this.#open.has(normalUri(uri));
  }

  /** The version of an open document; null if it is not open. */
  version(uri: string): number | null {
    return this.#open.get(normalUri(uri))?.document.version ?? null;
  }

  /** The text of an open document; null if it is not open. */
  text(uri: string): string | null {
    return this.#open.get(normalUri(uri))?.document.getText() ?? null;
  }

  /** The URI of an open document as the client spells it. */
  clientUri(uri: string): string {
    return this.#open.get(normalUri(uri))?.document.uri ?? uri;
  }

  /**
   * An open document as it stands now; null if it is not open or is no article. Its markers are read at once, its
   * articles as they are asked for.
   */
  parsed(uri: string): ParsedDocument | null {
    const open = this.#open.get(normalUri(uri));
    if (open === undefined) return null;
    const { document } = open;
    if (open.parsed?.version !== document.version) {
      const text = document.getText();
      const reading = this.reading(uri, text, document.languageId);
      const value = reading.isRead ? this.parseAs(normalUri(uri), text, reading.kind) : null;
      if (open.parsed?.value) value?.adopt(open.parsed.value);
      open.parsed = { version: document.version, value };
    }
    return open.parsed.value;
  }

  /** Whether `parsed` has nothing to do: the document is not open, or was parsed since its last change. */
  isParsed(uri: string): boolean {
    const open = this.#open.get(normalUri(uri));
    return open === undefined || open.parsed?.version === open.document.version;
  }

  /**
   * Resolves when `isParsed` holds, which takes seconds for a text of a million markers: in slices, once for all who ask. Text that
   * changes meanwhile is parsed again.
   */
  async parse(uri: string, slices: () => Slices): Promise<void> {
    while (!this.isParsed(uri)) {
      const key = normalUri(uri);
      const open = this.#open.get(key);
      if (open === undefined) return;
      open.parsing ??= driveIn(slices(), this.#parsing(uri, open)).finally(() => {
        open.parsing = null;
      });
      await open.parsing;
    }
  }

  *#parsing(uri: string, open: OpenDocument): Generator<undefined, void> {
    const { document } = open;
    const { version } = document;
    const text = document.getText();
    const reading = this.reading(uri, text, document.languageId);
    yield;
    const value = reading.isRead ? yield* parsingDocument(text, optionsOf(uri, reading.kind)) : null;
    const now = this.#open.get(normalUri(uri));
    // It may have been edited, closed, or told to be read otherwise since.
    if (now !== open || document.version !== version || open.parsed?.version === version) return;
    if (value !== null) {
      this.useSharedLines(normalUri(uri), value);
      if (open.parsed?.value) value.adopt(open.parsed.value);
    }
    open.parsed = { version, value };
  }

  /** What a reader decided about a document; null for nothing. */
  forced(uri: string): ForcedKind {
    return this.#forced.get(normalUri(uri)) ?? null;
  }

  /** Reads a document as a reader wants it, from now on and also while it is closed. */
  force(uri: string, kind: ForcedKind): void {
    const key = normalUri(uri);
    if (kind === null) this.#forced.delete(key);
    else this.#forced.set(key, kind);
    const open = this.#open.get(key);
    if (open === undefined) return;
    // Another object: a parse that is under way is of no use any more.
    this.#open.set(key, { document: open.document, parsed: null, parsing: null });
    this.changed.fire(key);
  }

  /** Lets go of everything; work on a document that is under way sees that it is not open any more. */
  clear(): void {
    this.#open.clear();
  }

  /** How a file is to be read, as far as its text has no say. */
  wayOf(uri: string): WayOfReading {
    return { forced: this.forced(uri), membership: this.membership(uri) };
  }

  /** How a text is to be read, of a language or as a file. */
  reading(uri: string, text: string, languageId: string | null): Decision {
    return decide(nameOf(uri), text, languageId, this.wayOf(uri));
  }

  /** Parses the text of `uri` in the given way; null leaves it to the markers. */
  parseAs(uri: string, text: string, reading: DocumentKind | null): ParsedDocument {
    const document = parseAs(uri, text, reading);
    this.useSharedLines(uri, document);
    return document;
  }
}
