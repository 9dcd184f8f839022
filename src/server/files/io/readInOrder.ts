import type { CancellationToken } from "../../../core/util/cancellation";
import type { FileLimits, FileSource, FoundFile, ReadResult } from "../fileSource";

/** Reads that are under way or waiting to be taken: they bound the memory, not the number of open files. */
const AHEAD = 32;

export interface ReadFile {
  readonly found: FoundFile;
  readonly result: ReadResult;
}

/** Reads `files` in parallel, and gives them in their order. Ends early when `token` is cancelled. */
export async function* readInOrder(
  source: FileSource,
  files: AsyncIterable<FoundFile> | Iterable<FoundFile>,
  limits: FileLimits,
  token: CancellationToken,
): AsyncGenerator<ReadFile, void, undefined> {
  const pending: Promise<ReadFile>[] = [];
  for await (const found of files) {
    pending.push(source.read(found.uri, limits, token).then((result) => ({ found, result })));
    const first = pending.length < AHEAD ? undefined : pending.shift();
    if (first !== undefined) yield await first;
    if (token.isCancellationRequested) return;
  }
  for (const read of pending) yield await read;
}
