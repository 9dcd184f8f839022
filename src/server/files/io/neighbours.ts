import type { FileText } from "../fileSource";

/** How many folders are remembered; the oldest goes first. */
const mostFolders = 2000;

/** In which legacy encodings the files of each folder turned out to be: what one file leaves in doubt, the others decide. */
export class Neighbours {
  readonly #folders = new Map<string, Map<string, number>>();

  /** The encoding of most files in the folder of `uri` whose encoding is beyond doubt; null for none. */
  expected(uri: string): string | null {
    let most: string | null = null;
    const counts = this.#folders.get(folderOf(uri));
    for (const [encoding, count] of counts ?? []) if (most === null || count > (counts?.get(most) ?? 0)) most = encoding;
    return most;
  }

  /** Remembers how a file was read. */
  note(uri: string, { encoding, isDoubtful }: Pick<FileText, "encoding" | "isDoubtful">): void {
    if (isDoubtful || encoding.startsWith("utf-")) return;
    const folder = folderOf(uri);
    const counts = this.#folders.get(folder) ?? new Map<string, number>();
    counts.set(encoding, (counts.get(encoding) ?? 0) + 1);
    this.#folders.set(folder, counts);
    const [oldest] = this.#folders.keys();
    if (this.#folders.size > mostFolders && oldest !== undefined) this.#folders.delete(oldest);
  }
}

function folderOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf("/"));
}
