import { readableNumber } from "../../core/text/readableCount";
import type { Connection } from "vscode-languageserver";
import { neverCancelled, type CancellationToken } from "../../core/util/cancellation";
import { messageOf } from "../../core/util/errorText";
import {
  method,
  type ListFilesParams,
  type ListFilesResult,
  type ReadFileParams,
  type ReadFileResult,
  type SkippedFile,
} from "../../protocol/corpus";
import { nameOf } from "../../core/corpus/places";
import { type FileLimits, type FileSource, type FoundFile, type ReadResult, skippedForName } from "./fileSource";
import { bytesOfBase64 } from "./io/base64";
import { readText } from "./extract/readText";
import { Neighbours } from "./io/neighbours";

/** Folders that only the client can read (virtual file systems, and all of them in a browser): it is asked for each file. */
export class ClientFileSource implements FileSource {
  readonly #connection: Connection;
  readonly #neighbours = new Neighbours();
  askedEncoding: (uri: string) => string | null = () => null;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  async *list(
    folderUri: string,
    onSkipped: (file: SkippedFile) => void,
    token: CancellationToken = neverCancelled,
  ): AsyncGenerator<FoundFile> {
    let found: ListFilesResult;
    try {
      const params: ListFilesParams = { folder: folderUri };
      found = await this.#connection.sendRequest<ListFilesResult>(method.listFiles, params);
    } catch (error) {
      onSkipped({ uri: folderUri, reason: "unreadable", detail: messageOf(error) });
      return;
    }
    for (const skipped of found.skipped) onSkipped(skipped);
    for (const uri of found.files) {
      if (token.isCancellationRequested) return;
      const skipped = skippedForName(uri, nameOf(uri));
      if (skipped === null) yield { uri, size: null };
      else onSkipped(skipped);
    }
  }

  async read(uri: string, limits: FileLimits): Promise<ReadResult> {
    try {
      const params: ReadFileParams = { uri };
      const answer = await this.#connection.sendRequest<ReadFileResult>(method.readFile, params);
      if ("error" in answer) {
        const skipped = { uri, reason: answer.error, detail: answer.detail };
        return answer.error === "vanished" ? { ok: false, skipped, instead: "nothing" } : { ok: false, skipped };
      }
      const bytes = bytesOfBase64(answer.bytes);
      if (bytes.length > limits.maxFileSize)
        return { ok: false, skipped: { uri, reason: "too-large", detail: `${readableNumber(bytes.length)} bytes.` } };
      const decoded = readText(nameOf(uri), bytes, { asked: this.askedEncoding(uri), expected: this.#neighbours.expected(uri) });
      if (decoded.ok) this.#neighbours.note(uri, decoded.file);
      return decoded.ok
        ? { ok: true, file: { ...decoded.file, stamp: answer.stamp ?? null } }
        : { ok: false, skipped: { uri, reason: decoded.reason, detail: decoded.detail } };
    } catch (error) {
      return { ok: false, skipped: { uri, reason: "unreadable", detail: messageOf(error) } };
    }
  }

  async stampOf(uri: string): Promise<string | null> {
    try {
      const params: ReadFileParams = { uri };
      return await this.#connection.sendRequest<string | null>(method.stampFile, params);
    } catch {
      return null;
    }
  }
}
