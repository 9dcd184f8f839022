import { unzipSync } from "fflate";

/** What an archive may come to when it is unpacked. */
export interface ArchiveBounds {
  /** In bytes, of all files together. */
  readonly bytes: number;
  readonly entries: number;
}

/** How many times as long as it is packed a file of some size may be: text comes to ten at most. */
const largestRatio = 200;
const smallFile = 1 << 20;

export interface ArchiveEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * The files of a ZIP archive for whose names `isWanted` holds, in the order of their names, or, in a sentence, why it is not unpacked.
 * A file never comes to more than the archive says of it, which is asked before anything is unpacked.
 */
export function unpack(
  archive: Uint8Array,
  isWanted: (name: string) => boolean,
  bounds: ArchiveBounds,
): { readonly entries: readonly ArchiveEntry[] } | { readonly reason: string } {
  let [bytes, entries] = [0, 0];
  const reasons: string[] = [];
  try {
    const files = unzipSync(archive, {
      filter: ({ name, size, originalSize }) => {
        if (reasons.length > 0 || name.endsWith("/")) return false;
        if (++entries > bounds.entries) reasons.push(`It is an archive of more than ${bounds.entries} files, which is not unpacked.`);
        if (!isWanted(name)) return false;
        bytes += originalSize;
        if (bytes > bounds.bytes)
          reasons.push(`It is an archive that comes to more than ${Math.floor(bounds.bytes / 1_000_000)} MB, which is not unpacked.`);
        if (originalSize > smallFile && originalSize > largestRatio * Math.max(1, size))
          reasons.push(`It is an archive with a file that is packed more than ${largestRatio} to 1, which is not unpacked.`);
        return reasons.length === 0;
      },
    });
    const [reason] = reasons;
    if (reason !== undefined) return { reason };
    const found = Object.entries(files).map(([name, content]): ArchiveEntry => ({ name, bytes: content }));
    return { entries: found.sort((a, b) => (a.name < b.name ? -1 : 1)) };
  } catch {
    return { reason: reasons[0] ?? "It cannot be unpacked: it is damaged, encrypted, or packed in a way that is not read." };
  }
}
