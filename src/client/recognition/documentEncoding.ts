import { commands, type Disposable, l10n, type TextDocument, window, workspace } from "vscode";
import { noticeLabel } from "../../core/text/escape";
import { type FileEncoding, method } from "../../protocol/corpus";
import type { CorpusServer } from "../server/corpusServer";
import { Disposables } from "../ui/disposables";

/** What VS Code calls encodings that are not just spelt otherwise. */
const otherNames: Readonly<Record<string, string>> = { big5: "big5hkscs", ibm866: "cp866", macintosh: "macroman" };

/** Has files of the corpus shown in the encoding in which the index reads them, so that both have the same text. */
export class DocumentEncoding implements Disposable {
  readonly #disposables = new Disposables();
  readonly #server: CorpusServer;
  readonly #onReopened: (document: TextDocument) => void;
  /** By URI, the documents that were looked at since they were opened: what their reader chooses afterwards stays. */
  readonly #seen = new Set<string>();

  /** `onReopened` is told of a document whose text is another one now. */
  constructor(server: CorpusServer, onReopened: (document: TextDocument) => void) {
    this.#server = server;
    this.#onReopened = onReopened;
    this.#disposables.add(workspace.onDidOpenTextDocument((document) => void this.consider(document)));
    this.#disposables.add(
      workspace.onDidCloseTextDocument((document) => {
        // A change of language is told as a close and an open in one go.
        setTimeout(() => {
          if (document.isClosed) this.#seen.delete(document.uri.toString());
        }, 0);
      }),
    );
  }

  /** Looks at everything that is open. */
  async considerAll(): Promise<void> {
    await Promise.all(workspace.textDocuments.map((document) => this.consider(document)));
  }

  /** Shows a document in the encoding of the index, where that is another one and gives another text. */
  async consider(document: TextDocument): Promise<void> {
    const key = document.uri.toString();
    if (this.#seen.has(key) || document.isUntitled || workspace.getWorkspaceFolder(document.uri) === undefined) return;
    this.#seen.add(key);
    if (!mayBeWrong(document)) return;
    const read = await this.#server.request<FileEncoding | null>(method.fileEncoding, { uri: key });
    if (!read) {
      // The folder may not be known yet.
      this.#seen.delete(key);
      return;
    }
    const wanted = editorsName(read.encoding);
    const text = document.getText();
    const right = document.isClosed ? null : await decoded(document, wanted);
    // A guess in doubt is no better than what the editor has, unless that has lost characters.
    if (right === null || withLineFeeds(right) === withLineFeeds(text) || lost(right) > lost(text)) return;
    if (read.isDoubtful && lost(text) === 0) return;
    if (!document.isDirty) {
      await workspace.openTextDocument(document.uri, { encoding: wanted });
      this.#onReopened(document);
    }
    if (withLineFeeds(document.getText()) !== withLineFeeds(right)) await this.#say(document, read.encoding);
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  /** Where the editor cannot be made to show it: edits are not saved, or it does not know the encoding. */
  async #say(document: TextDocument, encoding: string): Promise<void> {
    const name = noticeLabel(workspace.asRelativePath(document.uri));
    const reopen = l10n.t("Reopen with Encoding");
    const chosen = await window.showWarningMessage(
      l10n.t("“{0}” is shown as {1} and read as {2}: the Articles view and search have another text.", name, document.encoding, encoding),
      reopen,
    );
    if (chosen !== reopen) return;
    await window.showTextDocument(document);
    await commands.executeCommand("workbench.action.editor.changeEncoding");
  }
}

/** Whether an editor may have decoded a document in another way than the index: valid UTF-8 is UTF-8 for both. */
function mayBeWrong(document: TextDocument): boolean {
  return !/^utf8(?:bom)?$/.test(document.encoding) || lost(document.getText()) > 0;
}

/** The name of an encoding as VS Code has it. */
function editorsName(encoding: string): string {
  return otherNames[encoding] ?? encoding.replace(/[^a-z0-9]/g, "");
}

/** The file's text in an encoding; null where it cannot be read or decoded. */
async function decoded({ uri }: TextDocument, encoding: string): Promise<string | null> {
  try {
    return await workspace.decode(await workspace.fs.readFile(uri), { encoding });
  } catch {
    return null;
  }
}

function withLineFeeds(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}

function lost(text: string): number {
  return text.split("\ufffd").length - 1;
}
