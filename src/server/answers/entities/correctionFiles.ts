import { DiagnosticSeverity, type Connection } from "vscode-languageserver";
import { neverCancelled } from "../../../core/util/cancellation";
import { LineIndex } from "../../../core/text/lineIndex";
import { combined, noCorrections } from "../../../core/entities/corrections/corrections";
import { parseCorrections } from "../../../core/entities/corrections/parseCorrections";
import { correctionsPath } from "../../../protocol/entities";
import type { Files } from "../../files/files";
import type { Indexer } from "../../reading/indexer";
import { lspRange } from "../lspRange";
import { normalUri } from "../../files/uris";
import type { NameService } from "./nameService";

const maxFileSize = 4 << 20;

/**
 * The files in which readers correct entities, one for each folder of the corpus: read with the folder, followed as the client
 * tells of them, applied at once. What is not understood is a diagnostic there.
 */
export class CorrectionFiles {
  readonly #connection: Connection;
  readonly #files: Files;
  readonly #names: NameService;
  /** What the files say, by URI; null for a file that is not there. */
  readonly #texts = new Map<string, string | null>();
  readonly #diagnosed = new Set<string>();
  readonly #open = new Set<string>();
  /** How often each file was heard of: what was read before the last time is old. */
  readonly #heard = new Map<string, number>();

  constructor(connection: Connection, files: Files, indexer: Indexer, names: NameService) {
    this.#connection = connection;
    this.#files = files;
    this.#names = names;
    indexer.changed.on(() => {
      this.#followFolders();
    });
  }

  /** The file of a folder, which need not be there. */
  fileOf(folder: string): string {
    return `${folder}/${correctionsPath}`;
  }

  /** What a file says; null where it is not there. */
  text(uri: string): string | null {
    return this.#texts.get(normalUri(uri)) ?? null;
  }

  /** Takes over what the editor has, saved or not. */
  changedInEditor(uri: string, text: string | null): void {
    const file = normalUri(uri);
    if (!this.#texts.has(file)) return;
    this.#hear(file);
    if (text === null) this.#open.delete(file);
    else this.#open.add(file);
    this.#set(file, text);
  }

  /** Reads a file again, if it is one of these. */
  changedOnDisk(uri: string): void {
    const file = normalUri(uri);
    // What the editor has counts before what is on disk.
    if (this.#texts.has(file) && !this.#open.has(file)) void this.#read(file);
  }

  #followFolders(): void {
    const wanted = new Set(this.#files.folders.map((folder) => normalUri(this.fileOf(folder.uri))));
    for (const file of this.#texts.keys()) {
      if (wanted.has(file)) continue;
      this.#set(file, null);
      this.#texts.delete(file);
    }
    for (const file of wanted) {
      if (this.#texts.has(file)) continue;
      this.#texts.set(file, null);
      void this.#read(file);
    }
  }

  async #read(file: string): Promise<void> {
    const folder = this.#files.folderOf(file);
    if (folder === null) return;
    const heard = this.#hear(file);
    const result = await this.#files.sourceOf(folder).read(file, { maxFileSize }, neverCancelled);
    if (!this.#texts.has(file) || this.#heard.get(file) !== heard) return;
    if (!result.ok && result.skipped.reason !== "vanished") this.#connection.console.warn(`${file}: ${result.skipped.detail}`);
    this.#set(file, result.ok ? result.file.text : null);
  }

  #hear(file: string): number {
    const heard = (this.#heard.get(file) ?? 0) + 1;
    this.#heard.set(file, heard);
    return heard;
  }

  #set(file: string, text: string | null): void {
    if (this.#texts.get(file) === text) return;
    this.#texts.set(file, text);
    this.#diagnose(file, text);
    const all = [...this.#texts]
      .sort((a, b) => (a[0] < b[0] ? -1 : 1))
      .map(([, one]) => (one === null ? noCorrections : parseCorrections(one).corrections));
    this.#names.corrections = combined(all);
  }

  #diagnose(file: string, text: string | null): void {
    const problems = text === null ? [] : parseCorrections(text).problems;
    if (problems.length === 0 && !this.#diagnosed.delete(file)) return;
    if (problems.length > 0) this.#diagnosed.add(file);
    const lines = new LineIndex(text ?? "");
    void this.#connection.sendDiagnostics({
      uri: file,
      diagnostics: problems.map(({ start, end, message }) => ({
        range: lspRange(lines, { start, end }),
        severity: DiagnosticSeverity.Warning,
        source: "Corpus Navigator",
        message,
      })),
    });
  }
}
