import { crc32 } from "./crc32";

const headerLength = 12;

/** What was packed; or what is wrong with the bytes: too short for any, of another kind, of another version, or damaged. */
export type Unpacked =
  { readonly body: Uint8Array } | { readonly fault: "short" | "kind" | "damage" } | { readonly fault: "version"; readonly version: number };

/** Four letters as they stand in the file, read as one little-endian number. */
function magicOf(kind: string): number {
  return Array.from(kind).reduce((magic, letter, at) => magic | (letter.charCodeAt(0) << (8 * at)), 0) >>> 0;
}

/** A file of `kind`, four ASCII letters: these, the version, the CRC-32 of all that follows (u32 each, little-endian), then `body`. */
export function packFile(kind: string, version: number, body: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(headerLength + body.length);
  bytes.set(body, headerLength);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, magicOf(kind), true);
  view.setUint32(4, version, true);
  view.setUint32(8, crc32(bytes, headerLength), true);
  return bytes;
}

/** The body of a file of this kind and version, which shares memory with `bytes`. */
export function unpackFile(kind: string, version: number, bytes: Uint8Array): Unpacked {
  if (bytes.length < headerLength) return { fault: "short" };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, true) !== magicOf(kind)) return { fault: "kind" };
  const found = view.getUint32(4, true);
  if (found !== version) return { fault: "version", version: found };
  return view.getUint32(8, true) === crc32(bytes, headerLength) ? { body: bytes.subarray(headerLength) } : { fault: "damage" };
}
