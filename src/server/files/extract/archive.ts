import { inflateSync } from "fflate";
import { crc32 } from "../../../core/util/crc32";
import { decodeAs } from "../io/decoders";
import { utf8Evidence } from "../io/utf8";

/** What an archive may come to when it is unpacked. */
export interface ArchiveBounds {
  /** In bytes, of all files together. */
  readonly bytes: number;
  readonly entries: number;
}

/** How many times as long as it is packed a file of some size may be: text comes to ten at most. */
const largestRatio = 200;
const smallFile = 1 << 20;

/** A file of an archive: what is in it, or, in a sentence, why it is not unpacked. */
export type ArchiveEntry = { readonly name: string } & ({ readonly bytes: Uint8Array } | { readonly reason: string });

export type Unpacked = { readonly entries: readonly ArchiveEntry[] } | { readonly reason: string };

const damaged = "It cannot be unpacked: it is damaged.";
const noArchive = "It cannot be unpacked: it is damaged, or no ZIP archive.";

/**
 * The files of a ZIP archive for whose names `isWanted` holds, in the order of their names, or, in a sentence, why nothing is unpacked.
 * One file that is damaged, encrypted or packed in another way does not touch the others; two of one name are both there. A file never
 * comes to more than the archive says of it, which is asked before anything is unpacked. Never throws.
 */
export function unpack(archive: Uint8Array, isWanted: (name: string) => boolean, bounds: ArchiveBounds): Unpacked {
  const listed = directoryOf(archive, bounds.entries);
  if ("reason" in listed) return listed;
  const wanted = listed.files.filter(({ name }) => !name.endsWith("/") && isWanted(name));
  const bytes = wanted.reduce((sum, { size }) => sum + size, 0);
  if (bytes > bounds.bytes)
    return { reason: `It is an archive that comes to more than ${Math.floor(bounds.bytes / 1_000_000)} MB, which is not unpacked.` };
  if (wanted.some(({ size, packed }) => size > smallFile && size > largestRatio * Math.max(1, packed)))
    return { reason: `It is an archive with a file that is packed more than ${largestRatio} to 1, which is not unpacked.` };
  const sorted = wanted.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  return { entries: sorted.map((file): ArchiveEntry => ({ name: file.name, ...contentOf(archive, file) })) };
}

/** What the directory of an archive says of a file. */
interface ListedFile {
  readonly name: string;
  readonly isEncrypted: boolean;
  /** 0 for stored, 8 for deflated. */
  readonly method: number;
  readonly checksum: number;
  /** In bytes, as it stands in the archive and unpacked. */
  readonly packed: number;
  readonly size: number;
  /** Where its local header begins. */
  readonly offset: number;
}

/** The longest comment behind the record that ends a directory. */
const longestComment = 0xffff;
const endLength = 22;

/**
 * The directory of an archive.
 *
 * The format: PKWARE's APPNOTE.TXT 6.3.10, 4.3.12 (central directory), 4.3.16 (its end) and 4.3.14 (ZIP64).
 */
function directoryOf(archive: Uint8Array, mostEntries: number): { readonly files: ListedFile[] } | { readonly reason: string } {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  let end = archive.length - endLength;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) {
    if (archive.length - endLength - end > longestComment) return { reason: noArchive };
    end--;
  }
  if (end < 0) return { reason: noArchive };
  try {
    let [count, at] = [view.getUint16(end + 10, true), view.getUint32(end + 16, true)];
    if ((count === 0xffff || at === 0xffffffff) && end >= 20 && view.getUint32(end - 20, true) === 0x07064b50) {
      const large = long(view, end - 12);
      [count, at] = [long(view, large + 32), long(view, large + 48)];
    }
    if (count > mostEntries) return { reason: `It is an archive of more than ${mostEntries} files, which is not unpacked.` };
    const files: ListedFile[] = [];
    for (let index = 0; index < count; index++) {
      if (view.getUint32(at, true) !== 0x02014b50) return { reason: noArchive };
      const nameLength = view.getUint16(at + 28, true);
      const extraLength = view.getUint16(at + 30, true);
      const flags = view.getUint16(at + 8, true);
      const sizes = largeSizes(view, at, at + 46 + nameLength, extraLength);
      files.push({
        name: nameIn(archive.subarray(at + 46, at + 46 + nameLength)),
        isEncrypted: (flags & 1) !== 0,
        method: view.getUint16(at + 10, true),
        checksum: view.getUint32(at + 16, true),
        ...sizes,
      });
      at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
    }
    return { files };
  } catch {
    // It points to where nothing is.
    return { reason: noArchive };
  }
}

/** A number of 64 bits; those of files that fit into memory are exact. */
function long(view: DataView, at: number): number {
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 0x1_0000_0000;
}

/** Sizes and place of a file, from the entry at `at`, or, where they are too large for it, from its extra field (4.5.3). */
function largeSizes(view: DataView, at: number, extra: number, extraLength: number): Pick<ListedFile, "size" | "packed" | "offset"> {
  let [size, packed, offset] = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)];
  for (let field = extra; field + 4 <= extra + extraLength; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== 1) continue;
    let next = field + 4;
    const taken = (short: number): number => {
      if (short !== 0xffffffff) return short;
      next += 8;
      return long(view, next - 8);
    };
    size = taken(size);
    packed = taken(packed);
    offset = taken(offset);
    break;
  }
  return { size, packed, offset };
}

/** Names are UTF-8, said or not, or else in the code page of the first PCs. */
function nameIn(bytes: Uint8Array): string {
  return utf8Evidence(bytes).errors === 0 ? new TextDecoder().decode(bytes) : decodeAs(bytes, "cp437");
}

function contentOf(archive: Uint8Array, file: ListedFile): { readonly bytes: Uint8Array } | { readonly reason: string } {
  const { isEncrypted, method, checksum, packed, size, offset } = file;
  if (isEncrypted) return { reason: "It cannot be unpacked: it is encrypted." };
  if (method !== 0 && method !== 8) return { reason: "It cannot be unpacked: it is packed in a way that is not read." };
  try {
    const header = new DataView(archive.buffer, archive.byteOffset + offset, 30);
    if (header.getUint32(0, true) !== 0x04034b50) return { reason: damaged };
    const start = offset + 30 + header.getUint16(26, true) + header.getUint16(28, true);
    const stored = archive.subarray(start, start + packed);
    const bytes = method === 0 ? stored : inflateSync(stored, { out: new Uint8Array(size) });
    return bytes.length === size && crc32(bytes) === checksum ? { bytes } : { reason: damaged };
  } catch {
    return { reason: damaged };
  }
}
