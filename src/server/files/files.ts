import { isWithin } from "../../core/corpus/places";
import { isCandidateName, isIgnoredFolder } from "../../core/corpus/candidates";
import type { CorpusFolder } from "../../protocol/corpus";
import type { FileSource } from "./fileSource";
import { encodingNamed } from "./io/decoders";
import { normalUri } from "./uris";

/** The folders that hold the corpus, and who reads them. */
export class Files {
  readonly #direct: FileSource | null;
  readonly #client: FileSource;
  #folders: readonly CorpusFolder[] = [];
  readonly #named = new Set<string>();

  constructor(direct: FileSource | null, client: FileSource) {
    this.#direct = direct;
    this.#client = client;
    for (const source of [direct, client]) {
      if (source !== null) source.askedEncoding = (uri) => encodingNamed(this.folderOf(uri)?.encoding ?? "");
    }
  }

  get folders(): readonly CorpusFolder[] {
    return this.#folders;
  }

  set folders(folders: readonly CorpusFolder[]) {
    this.#folders = folders.map((folder) => ({ ...folder, uri: normalUri(folder.uri).replace(/\/$/, "") }));
  }

  /** The folder that a file lies in, the innermost of several; null outside the corpus. */
  folderOf(uri: string): CorpusFolder | null {
    let innermost: CorpusFolder | null = null;
    for (const folder of this.#folders) {
      if (isWithin(uri, folder.uri) && (innermost === null || folder.uri.length > innermost.uri.length)) innermost = folder;
    }
    return innermost;
  }

  /** Who reads what lies in `folder`. */
  sourceOf(folder: CorpusFolder): FileSource {
    return folder.direct && this.#direct !== null ? this.#direct : this.#client;
  }

  /** Reads the file `uri` whatever it is called, or as its name says again. */
  setNamed(uri: string, isNamed: boolean): void {
    if (isNamed) this.#named.add(uri);
    else this.#named.delete(uri);
  }

  /** The files of `folder` that are read whatever they are called. */
  namedIn(folder: string): readonly string[] {
    return [...this.#named].filter((uri) => isWithin(uri, folder));
  }

  /** Whether a file belongs to the corpus by where it lies and what it is called. */
  mayHoldArticles(uri: string): boolean {
    if (this.#named.has(uri)) return this.folderOf(uri) !== null;
    const segments = this.#segments(uri);
    return segments !== null && !segments.slice(0, -1).some(isIgnoredFolder) && isCandidateName(segments.at(-1) ?? "");
  }

  /** Whether a file is one of a corpus, and whether nothing there is left out as being no article. */
  membership(uri: string): "none" | "member" | "all" {
    const normal = normalUri(uri);
    if (!this.mayHoldArticles(normal)) return "none";
    return this.folderOf(normal)?.readsAll === true ? "all" : "member";
  }

  /** Whether what lies at `uri`, a file or a folder, could concern the corpus. */
  isWatched(uri: string): boolean {
    const segments = this.#segments(uri);
    return segments !== null && !segments.slice(0, -1).some(isIgnoredFolder);
  }

  /** The path of `uri` below its folder, in readable segments; null outside the corpus. */
  #segments(uri: string): readonly string[] | null {
    const folder = this.folderOf(uri);
    if (folder === null) return null;
    return uri
      .slice(folder.uri.length + 1)
      .split("/")
      .map(readable);
  }
}

function readable(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
