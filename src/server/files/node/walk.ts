import { type Dirent, promises as fs } from "node:fs";
import * as path from "node:path";
import { URI } from "vscode-uri";
import type { CancellationToken } from "../../../core/util/cancellation";
import { isCandidateName, isIgnoredFolder, namedAsNoCorpus } from "../../../core/corpus/candidates";
import type { SkippedFile } from "../../../protocol/corpus";
import { type FoundFile, type Instead, skippedForName } from "../fileSource";
import { isLink, linkToNothing, skippedBy } from "./fileErrors";

/** Deeper than any archive that people made, and shallow enough for every path to be opened. */
const MAX_DEPTH = 64;

/** One walk through a folder: the candidate files, sorted by name folder by folder, each file once. */
export class Walk {
  readonly #onSkipped: (file: SkippedFile, instead?: Instead) => void;
  readonly #token: CancellationToken;
  /** Real paths of the root and of the folders outside it that links led to. */
  readonly #roots: string[] = [];

  constructor(onSkipped: (file: SkippedFile, instead?: Instead) => void, token: CancellationToken) {
    this.#onSkipped = onSkipped;
    this.#token = token;
  }

  /** The files below `root`, or `root` itself where it is a file. */
  async *files(root: string): AsyncGenerator<FoundFile> {
    const uri = URI.file(root).toString();
    try {
      const stats = await fs.stat(root);
      if (stats.isFile()) {
        yield { uri, size: stats.size };
        return;
      }
      if (!stats.isDirectory()) {
        this.#onSkipped({ uri, reason: "unreadable", detail: "Neither a folder nor a regular file." });
        return;
      }
      this.#roots.push(await fs.realpath(root));
    } catch (error) {
      await this.#skip(root, uri, error);
      return;
    }
    yield* this.#folder(root, 0);
  }

  /** Tells why there is no listing of `place`, and whether there is anything at all. */
  async #skip(place: string, uri: string, error: unknown): Promise<void> {
    const skipped = skippedBy(uri, error);
    if (skipped.reason !== "vanished") this.#onSkipped(skipped);
    else if (await isLink(place)) this.#onSkipped({ ...skipped, detail: linkToNothing });
    else this.#onSkipped(skipped, "nothing");
  }

  #cancelled(): boolean {
    return this.#token.isCancellationRequested;
  }

  async *#folder(folder: string, depth: number): AsyncGenerator<FoundFile> {
    if (this.#cancelled()) return;
    let entries: Dirent[];
    try {
      entries = await fs.readdir(folder, { withFileTypes: true });
    } catch (error) {
      await this.#skip(folder, uriOf(folder), error);
      return;
    }
    entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
    for (const entry of entries) {
      if (this.#cancelled()) return;
      const full = path.join(folder, entry.name);
      if (entry.isDirectory()) {
        if (!isIgnoredFolder(entry.name)) yield* this.#subfolder(full, depth);
        else if (!entry.name.startsWith(".")) this.#onSkipped({ uri: uriOf(full), reason: "not-an-article", detail: namedAsNoCorpus });
      } else if (entry.isSymbolicLink()) {
        yield* this.#link(full, entry.name, depth);
      } else if (isCandidateName(entry.name)) {
        if (entry.isFile()) yield { uri: uriOf(full), size: null };
        else this.#onSkipped({ uri: uriOf(full), reason: "unreadable", detail: "Not a regular file." });
      } else if (entry.isFile()) {
        this.#passOver(full, entry.name);
      }
    }
  }

  #passOver(file: string, name: string): void {
    const skipped = skippedForName(uriOf(file), name);
    if (skipped !== null) this.#onSkipped(skipped);
  }

  async *#subfolder(folder: string, depth: number): AsyncGenerator<FoundFile> {
    if (depth < MAX_DEPTH) yield* this.#folder(folder, depth + 1);
    else this.#onSkipped({ uri: uriOf(folder), reason: "unreadable", detail: `More than ${MAX_DEPTH} folders deep.` });
  }

  /** Links to files are files; links to folders are followed once, and never back to where the walk already goes. */
  async *#link(link: string, name: string, depth: number): AsyncGenerator<FoundFile> {
    const uri = uriOf(link);
    try {
      const stats = await fs.stat(link);
      if (!stats.isDirectory()) {
        if (!isCandidateName(name)) this.#passOver(link, name);
        else if (stats.isFile()) yield { uri, size: stats.size };
        else this.#onSkipped({ uri, reason: "unreadable", detail: "A link to something that is not a regular file." });
        return;
      }
      if (isIgnoredFolder(name)) return;
      const target = await fs.realpath(link);
      if (this.#roots.some((root) => isInside(root, target) || isInside(target, root))) {
        this.#onSkipped({ uri, reason: "loop", detail: `A link to ${target}, which is read already.` });
        return;
      }
      this.#roots.push(target);
    } catch (error) {
      if (isLinkLoop(error)) this.#onSkipped({ ...skippedBy(uri, error), reason: "loop" });
      else await this.#skip(link, uri, error);
      return;
    }
    yield* this.#subfolder(link, depth);
  }
}

/** Names that no URI can hold (unpaired surrogates, on Windows) give the folder's URI: better than none. */
function uriOf(file: string): string {
  try {
    return URI.file(file).toString();
  } catch {
    return URI.file(path.dirname(file)).toString();
  }
}

function isInside(folder: string, file: string): boolean {
  const relative = path.relative(folder, file);
  return relative === "" || (relative !== ".." && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative));
}

function isLinkLoop(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ELOOP";
}
