import { constants, promises as fs } from "node:fs";
import { URI } from "vscode-uri";
import { nameOf } from "../../../core/corpus/places";
import type { CancellationToken } from "../../../core/util/cancellation";
import type { SkippedFile } from "../../../protocol/corpus";
import type { FileLimits, FileSource, FoundFile, Instead, ReadResult } from "../fileSource";
import { readText } from "../extract/readText";
import type { EncodingHints } from "../io/decode";
import { Neighbours } from "../io/neighbours";
import { isLink, linkToNothing, skippedBy } from "./fileErrors";
import { settledStamp, stampOf } from "./fileStamp";
import { Walk } from "./walk";

/** Lets at most `limit` tasks run at once; the others wait in order. */
class Slots {
  readonly #waiting: (() => void)[] = [];
  #free: number;

  constructor(limit: number) {
    this.#free = limit;
  }

  /** The task's result, once it had its turn. */
  async run<T>(task: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free--;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    try {
      return await task();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#free++;
      else next();
    }
  }
}

/** Files open at once: enough to keep Node's four file threads busy, far from the system's limit of handles. */
const PARALLEL_READS = 16;

/** `file:` folders, read by Node itself. Links are followed, never in circles; only regular files are opened. */
export class NodeFileSource implements FileSource {
  readonly #slots = new Slots(PARALLEL_READS);
  readonly #neighbours = new Neighbours();
  askedEncoding: (uri: string) => string | null = () => null;

  async *list(
    folderUri: string,
    onSkipped: (file: SkippedFile, instead?: Instead) => void,
    token: CancellationToken,
  ): AsyncGenerator<FoundFile> {
    yield* new Walk(onSkipped, token).files(URI.parse(folderUri).fsPath);
  }

  async read(uri: string, limits: FileLimits, token: CancellationToken): Promise<ReadResult> {
    return await this.#slots.run(async () => {
      if (token.isCancellationRequested) return skip({ uri, reason: "unreadable", detail: "Cancelled." });
      try {
        const result = await readFile(uri, limits, { asked: this.askedEncoding(uri), expected: this.#neighbours.expected(uri) });
        if (result.ok) this.#neighbours.note(uri, result.file);
        return result;
      } catch (error) {
        const skipped = skippedBy(uri, error);
        return skipped.reason === "vanished" ? await vanished(skipped) : skip(skipped);
      }
    });
  }

  /** A file was read before, and turned out to be in this encoding beyond doubt. */
  noteEncoding(uri: string, encoding: string): void {
    this.#neighbours.note(uri, { encoding, isDoubtful: false });
  }

  async stampOf(uri: string): Promise<string | null> {
    return await this.#slots.run(async () => {
      const stamp = await stampOf(uri);
      return stamp?.isSettled === true ? stamp.text : null;
    });
  }

  async readBytes(uri: string, start: number, length: number): Promise<Uint8Array | null> {
    return await this.#slots.run(async () => {
      try {
        return await readStretch(uri, start, length);
      } catch {
        return null;
      }
    });
  }
}

async function readFile(uri: string, limits: FileLimits, hints: EncodingHints): Promise<ReadResult> {
  const handle = await open(uri);
  try {
    const stats = await handle.stat({ bigint: true });
    const size = Number(stats.size);
    if (!stats.isFile())
      return stats.isDirectory()
        ? { ...skip({ uri, reason: "unreadable", detail: "It is a folder." }), instead: "folder" }
        : skip({ uri, reason: "unreadable", detail: "Not a regular file." });
    if (size > limits.maxFileSize) {
      return skip({ uri, reason: "too-large", detail: `${megabytes(size)} MB; the limit is ${megabytes(limits.maxFileSize)} MB.` });
    }
    const decoded = readText(nameOf(uri), await readFrom(handle, 0, size), hints);
    return decoded.ok
      ? { ok: true, file: { ...decoded.file, stamp: settledStamp(stats) } }
      : skip({ uri, reason: decoded.reason, detail: decoded.detail });
  } finally {
    await handle.close();
  }
}

async function readStretch(uri: string, start: number, length: number): Promise<Uint8Array | null> {
  const handle = await open(uri);
  try {
    const bytes = (await handle.stat()).isFile() ? await readFrom(handle, start, length) : null;
    return bytes?.length === length ? bytes : null;
  } finally {
    await handle.close();
  }
}

async function open(uri: string): Promise<fs.FileHandle> {
  // Without O_NONBLOCK, opening a FIFO that nobody writes to would wait for ever. Windows has neither (undefined
  // there, which `|` takes for 0).
  return await fs.open(URI.parse(uri).fsPath, constants.O_RDONLY | constants.O_NONBLOCK);
}

/** At most `length` bytes, fewer where the file ends. */
async function readFrom(handle: fs.FileHandle, start: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  let have = 0;
  while (have < length) {
    const { bytesRead } = await handle.read(bytes, have, length - have, start + have);
    if (bytesRead === 0) break;
    have += bytesRead;
  }
  return bytes.subarray(0, have);
}

/** What cannot be opened because it is not there may be a link that leads to nothing. */
async function vanished(skipped: SkippedFile): Promise<ReadResult> {
  return (await isLink(URI.parse(skipped.uri).fsPath))
    ? skip({ ...skipped, detail: linkToNothing })
    : { ...skip(skipped), instead: "nothing" };
}

function skip(skipped: SkippedFile): Extract<ReadResult, { readonly ok: false }> {
  return { ok: false, skipped };
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1);
}
