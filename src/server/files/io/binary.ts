import { startsWith } from "./bytes";

/** How much of a file is looked at to tell text from binary. */
const SAMPLE = 64 * 1024;

/** First bytes of formats that people keep beside their texts, and that may pass for text by their statistics. */
const MAGIC: readonly (readonly [name: string, first: readonly number[]])[] = [
  ["a PDF document", [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ["a ZIP archive or Office document", [0x50, 0x4b, 0x03, 0x04]],
  ["a PNG image", [0x89, 0x50, 0x4e, 0x47]],
  ["a JPEG image", [0xff, 0xd8, 0xff]],
  ["a GIF image", [0x47, 0x49, 0x46, 0x38]],
  ["a gzip archive", [0x1f, 0x8b]],
  ["a bzip2 archive", [0x42, 0x5a, 0x68]],
  ["an xz archive", [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ["a 7-Zip archive", [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ["a RAR archive", [0x52, 0x61, 0x72, 0x21, 0x1a]],
  ["a Zstandard archive", [0x28, 0xb5, 0x2f, 0xfd]],
  ["an Office document", [0xd0, 0xcf, 0x11, 0xe0]],
  ["an RTF document", [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ["a SQLite database", [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66, 0x6f, 0x72, 0x6d, 0x61, 0x74]],
  ["a program", [0x7f, 0x45, 0x4c, 0x46]],
];

/**
 * Why `bytes` (not UTF-16) are no text, as a phrase for the reader: known first bytes, or more control characters
 * than a text has by accident. Null for text. A few stray NULs or controls are still text: nothing is lost over them.
 */
export function binaryReason(bytes: Uint8Array): string | null {
  for (const [name, first] of MAGIC) {
    if (startsWith(bytes, first)) return `it is ${name}`;
  }
  const sample = bytes.subarray(0, SAMPLE);
  let nuls = 0;
  let controls = 0;
  for (const byte of sample) {
    if (byte === 0) nuls++;
    else if (byte < 0x20 && !isTextControl(byte)) controls++;
  }
  if (nuls > 1 + sample.length / 1000) return "it holds NUL bytes";
  if (controls > 2 + sample.length / 50) return "it holds control characters";
  return null;
}

/** Backspace, tab, line ends, form feed, shifts of ISO-2022, Ctrl-Z (end of file in DOS) and escape occur in texts. */
function isTextControl(byte: number): boolean {
  return (byte >= 0x08 && byte <= 0x0f) || byte === 0x1a || byte === 0x1b;
}
