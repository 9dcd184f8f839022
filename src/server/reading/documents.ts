import { TextDocuments, type Connection } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { parseDocument, type DocumentKind, type ParsedDocument } from "../../core/corpus/parseDocument";
import { isRecordName } from "../../core/corpus/candidates";
import { nameOf } from "../../core/corpus/places";
import { readMember } from "../../core/recognition/memberReading";
import { classifyText, mayBeNews } from "../../core/recognition/recognition";
import type { ForcedKind } from "../../protocol/corpus";
import { Signal } from "./signal";
import { normalUri } from "../files/uris";

/** How much of a text decides what it is, in characters. */
const headLength = 65_536;

interface OpenDocument {
  readonly document: TextDocument;
  /** The last parse, of `version`; its value is null where that version is no article. */
  parsed: { readonly version: number; readonly value: ParsedDocument | null } | null;
}

/** How a text is to be read (null leaves it to its markers), or, in a sentence, why it is no article. */
export type Decision = { readonly isRead: true; readonly kind: DocumentKind | null } | { readonly isRead: false; readonly reason: string };

/** The documents that are open in the editor, parsed when they are first asked for and again after a change. */
export class Documents {
  readonly #manager = new TextDocuments(TextDocument);
  readonly #open = new Map<string, OpenDocument>();
  readonly #forced = new Map<string, Exclude<ForcedKind, null>>();

  /** A document was opened, edited, or is to be read in another way: its normal URI. */
  readonly changed = new Signal<string>();
  readonly closed = new Signal<string>();

  /** Whether a file lies in a corpus and may hold articles, and whether all that lies there is to be read; set by who knows the folders. */
  membership: (uri: string) => "none" | "member" | "all" = () => "none";

  /** Has the articles of a document read with the lines that they share with others; set by who counts them. */
  useSharedLines: (uri: string, document: ParsedDocument) => void = () => undefined;

  constructor() {
    // Opening fires this event as well.
    this.#manager.onDidChangeContent(({ document }) => {
      const uri = normalUri(document.uri);
      // An older parse is kept: what an edit left alone need not be parsed again.
      this.#open.set(uri, { document, parsed: this.#open.get(uri)?.parsed ?? null });
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
    open.parsed = null;
    this.changed.fire(key);
  }

  /** Lets go of everything; work on a document that is under way sees that it is not open any more. */
  clear(): void {
    this.#open.clear();
  }

  /**
   * How a text is to be read: as the reader said, else as its language says, else, in a corpus, as an article unless it
   * is surely something else, elsewhere by what it looks like.
   */
  reading(uri: string, text: string, languageId: string | null): Decision {
    const forced = this.forced(uri);
    if (forced !== null)
      return forced === "text" ? { isRead: false, reason: "It is to be read as plain text." } : { isRead: true, kind: forced };
    if (languageId === "news-article") return { isRead: true, kind: "article" };
    if (languageId === "news-bundle") return { isRead: true, kind: "bundle" };
    const membership = languageId === null || mayBeNews(languageId, nameOf(uri)) ? this.membership(uri) : "none";
    if (membership !== "none") {
      const member = readMember(text, nameOf(uri));
      return membership === "all" && !member.isRead && text.trim() !== "" && !isRecordName(nameOf(uri))
        ? { isRead: true, kind: null }
        : member;
    }
    const head = text.slice(0, headLength);
    const { kind } = classifyText(head, {
      fileName: nameOf(uri),
      languageId: languageId ?? "plaintext",
      truncated: head.length < text.length,
    });
    return kind === "other" ? { isRead: false, reason: "It does not read like a news article." } : { isRead: true, kind };
  }

  /** Parses the text of `uri` in the given way; null leaves it to the markers. */
  parseAs(uri: string, text: string, reading: DocumentKind | null): ParsedDocument {
    const document = parseDocument(text, reading === null ? { fileName: nameOf(uri) } : { fileName: nameOf(uri), kind: reading });
    this.useSharedLines(uri, document);
    return document;
  }
}
