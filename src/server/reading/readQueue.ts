/** A file that waits to be read. */
export interface WaitingFile {
  readonly uri: string;
  /** In bytes; null where it is not known. */
  readonly size: number | null;
}

/** How many bytes of files that are read are held at once (one file alone may be larger). */
const maxBytes = 64 * 1024 * 1024;
const unknownSize = 64 * 1024;

/**
 * Hands out files to read, in the order in which they came, each once however often it was asked for while it
 * waited. What changes or goes while it is being read is handed out again, or its result is not wanted.
 */
export class ReadQueue {
  readonly #waiting = new Map<string, WaitingFile>();
  readonly #reading = new Map<string, { wanted: boolean; readonly bytes: number }>();
  #bytes = 0;
  /** How many files are read at once. */
  atOnce = 8;

  /** How many files wait or are being read. */
  get size(): number {
    return this.#waiting.size + this.#reading.size;
  }

  get isEmpty(): boolean {
    return this.#waiting.size === 0 && this.#reading.size === 0;
  }

  has(uri: string): boolean {
    return this.#waiting.has(uri) || this.#reading.has(uri);
  }

  add(file: WaitingFile): void {
    this.#waiting.set(file.uri, file);
    const reading = this.#reading.get(file.uri);
    if (reading !== undefined) reading.wanted = false;
  }

  /** Takes back one file. */
  removeFile(uri: string): void {
    this.#waiting.delete(uri);
    const reading = this.#reading.get(uri);
    if (reading !== undefined) reading.wanted = false;
  }

  /** Takes back what `test` holds for: it is not read any more, or its result not used. */
  remove(test: (uri: string) => boolean): void {
    for (const uri of this.#waiting.keys()) if (test(uri)) this.#waiting.delete(uri);
    for (const [uri, reading] of this.#reading) if (test(uri)) reading.wanted = false;
  }

  /** The next file, if one may be read now; `done` is to be called with it afterwards. */
  take(): WaitingFile | null {
    if (this.#reading.size >= this.atOnce) return null;
    for (const file of this.#waiting.values()) {
      // A second reader of the same file would race with the first.
      if (this.#reading.has(file.uri)) continue;
      const bytes = file.size ?? unknownSize;
      if (this.#reading.size > 0 && this.#bytes + bytes > maxBytes) return null;
      this.#waiting.delete(file.uri);
      this.#reading.set(file.uri, { wanted: true, bytes });
      this.#bytes += bytes;
      return file;
    }
    return null;
  }

  /** Whether the result of a file that is being read is still wanted. */
  isWanted(uri: string): boolean {
    return this.#reading.get(uri)?.wanted ?? false;
  }

  done(uri: string): void {
    this.#bytes -= this.#reading.get(uri)?.bytes ?? 0;
    this.#reading.delete(uri);
  }
}
