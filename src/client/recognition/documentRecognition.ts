import {
  languages,
  Position,
  Range,
  TabInputText,
  TabInputTextDiff,
  window,
  workspace,
  type Disposable,
  type TextDocument,
  type Uri,
} from "vscode";
import { isCandidateName } from "../../core/corpus/candidates";
import { readMember } from "../../core/recognition/memberReading";
import { classifyText, mayBeNews } from "../../core/recognition/recognition";
import { extractedScheme } from "../extracted/extractedUri";
import { isNewsLanguage, type NewsLanguage } from "../languages";
import { recognitionMode } from "../settings";
import { Delayer } from "../ui/delayer";
import { Disposables } from "../ui/disposables";
import type { Decisions } from "./decisions";
import type { FolderRecognition } from "./folderRecognition";
import { headLength } from "./folderSample";

/** Markdown has a life of its own: only what is an article beyond doubt is taken from it. */
const clearly = 0.8;

/** How long typing in a new document must pause before it is looked at again, in milliseconds. */
const typingPause = 400;

/** Gives opened texts their language id by what is in them, and never twice: what the user chooses stays. */
export class DocumentRecognition implements Disposable {
  readonly #disposables = new Disposables();
  readonly #folders: FolderRecognition;
  readonly #decisions: Decisions;
  readonly #isDraft: (document: TextDocument) => boolean;
  readonly #typing = this.#disposables.add(new Delayer(typingPause));
  /** By URI: the language id that is being set here, to tell it from the user's choice. */
  readonly #setting = new Map<string, string>();
  /** By URI, for the moment between the close and the open event of a language change: what the language was. */
  readonly #closing = new Map<string, string>();

  /** `isDraft` says which documents are no articles whatever they hold. */
  constructor(folders: FolderRecognition, decisions: Decisions, isDraft: (document: TextDocument) => boolean) {
    this.#folders = folders;
    this.#decisions = decisions;
    this.#isDraft = isDraft;
    this.#disposables.add(
      workspace.onDidOpenTextDocument((document) => {
        this.#opened(document);
      }),
    );
    this.#disposables.add(
      workspace.onDidCloseTextDocument((document) => {
        this.#closed(document);
      }),
    );
    this.#disposables.add(
      workspace.onDidChangeTextDocument(({ document }) => {
        // A file is judged when it is opened; a new document grows under the reader's hands.
        if (document.isUntitled && document.languageId === "plaintext") this.#typing.schedule(() => void this.consider(document));
      }),
    );
  }

  /**
   * Looks at everything that is open already. VS Code keeps documents for a while when their tab has been closed: these are nobody's
   * any more.
   */
  async considerAll(): Promise<void> {
    const shown = new Set(window.tabGroups.all.flatMap(({ tabs }) => tabs.flatMap(({ input }) => urisOf(input))));
    await Promise.all(workspace.textDocuments.filter(({ uri }) => shown.has(uri.toString())).map((document) => this.consider(document)));
  }

  /** Recognises `document` where that is wanted and it has not been decided by hand. */
  async consider(document: TextDocument): Promise<void> {
    if (this.#isDraft(document)) {
      if (isNewsLanguage(document.languageId))
        await this.#set(document, /\.(?:md|markdown)$/iu.test(document.uri.path) ? "markdown" : "plaintext");
      return;
    }
    if (!isEligible(document)) return;
    const decided = this.#decisions.languageOf(document.uri);
    if (decided !== undefined) {
      if (isNewsLanguage(decided)) await this.#set(document, decided);
      return;
    }
    if (recognitionMode(document.uri) === "off") return;
    const language = recognise(document, this.#folders.membership(document.uri));
    if (!language) return;
    const before = document.languageId;
    if (!(await this.#folders.mayRead(document.uri))) return;
    if (document.isClosed || document.languageId !== before) return;
    await this.#set(document, language);
  }

  /** Reads many files as articles because the user said so, also those that are not open, and remembers it. */
  async readAsArticles(files: readonly Uri[]): Promise<void> {
    await this.#decisions.setLanguages(files, "news-article");
    const keys = new Set(files.map(String));
    await Promise.all(
      workspace.textDocuments.filter(({ uri }) => keys.has(uri.toString())).map((document) => this.#set(document, "news-article")),
    );
  }

  /** Sets the language because the user said so, and remembers it. */
  async decide(document: TextDocument, languageId: NewsLanguage | "plaintext"): Promise<void> {
    await this.#decisions.setLanguage(document.uri, languageId);
    await this.#set(document, languageId);
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  async #set(document: TextDocument, languageId: string): Promise<void> {
    if (document.languageId === languageId) return;
    const key = document.uri.toString();
    this.#setting.set(key, languageId);
    try {
      await languages.setTextDocumentLanguage(document, languageId);
    } catch (error) {
      // A document may close at any moment: then there is nothing to set.
      if (!document.isClosed && workspace.textDocuments.includes(document)) throw error;
    } finally {
      this.#setting.delete(key);
    }
  }

  /** VS Code reports a change of language as a close and an open in one go. */
  #closed(document: TextDocument): void {
    const key = document.uri.toString();
    this.#closing.set(key, document.languageId);
    setTimeout(() => {
      this.#closing.delete(key);
      if (document.isClosed) this.#decisions.closed(document.uri);
    }, 0);
  }

  #opened(document: TextDocument): void {
    const key = document.uri.toString();
    const before = this.#closing.get(key);
    const byUs = this.#setting.get(key) === document.languageId;
    if (document.uri.scheme === extractedScheme) return;
    if (before === undefined || before === document.languageId || byUs) void this.consider(document);
    else if (isNewsLanguage(before) || isNewsLanguage(document.languageId))
      void this.#decisions.setLanguage(document.uri, document.languageId);
  }
}

/** Whether recognition has anything to say about a document that somebody may edit: plain text, Markdown, files of records. */
function isEligible(document: TextDocument): boolean {
  const { languageId, uri } = document;
  if (isNewsLanguage(languageId) || !mayBeNews(languageId, document.isUntitled ? "" : nameOf(uri))) return false;
  if (document.isUntitled) return languageId === "plaintext";
  // Only file systems: not the output panel, the older side of a diff, or a preview.
  if (workspace.fs.isWritableFileSystem(uri.scheme) === undefined || uri.scheme === "git" || uri.scheme.startsWith("vscode-user"))
    return false;
  return isCandidateName(nameOf(uri));
}

function nameOf({ path }: Uri): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/**
 * The language id for what a document holds, by its beginning: in a corpus as the server reads it, elsewhere undefined
 * for anything that is not clearly news.
 */
function recognise(document: TextDocument, membership: "none" | "member" | "all"): NewsLanguage | undefined {
  const end = document.positionAt(headLength);
  const head = document.getText(new Range(new Position(0, 0), end));
  const truncated = document.lineAt(document.lineCount - 1).range.end.isAfter(end);
  const fileName = document.isUntitled ? "" : nameOf(document.uri);
  const { kind, confidence } = classifyText(head, { fileName, languageId: document.languageId, truncated });
  const isText = document.languageId === "plaintext" || document.languageId === "markdown";
  if (membership !== "none" && kind !== "bundle" && isText && !document.isUntitled) {
    return readMember(head, fileName).isRead || (membership === "all" && head.trim() !== "") ? "news-article" : undefined;
  }
  if (kind === "other" || (document.languageId === "markdown" && confidence < clearly)) return undefined;
  return kind === "article" ? "news-article" : "news-bundle";
}

/** The documents that a tab shows. */
function urisOf(input: unknown): readonly string[] {
  if (input instanceof TabInputText) return [input.uri.toString()];
  return input instanceof TabInputTextDiff ? [input.original.toString(), input.modified.toString()] : [];
}
