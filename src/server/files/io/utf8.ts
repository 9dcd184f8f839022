/** What the bytes above 0x7F of a text say about UTF-8. */
export interface Utf8Evidence {
  /** Well-formed sequences of two to four bytes. */
  readonly sequences: number;
  /** Places that are not well-formed, one for each maximal ill-formed subsequence (Unicode 15, section 3.9). */
  readonly errors: number;
  /** The bytes end inside a sequence that is well-formed so far. */
  readonly cutAtEnd: boolean;
}

/** Counts well-formed and ill-formed sequences in one pass; never fails. */
export function utf8Evidence(bytes: Uint8Array): Utf8Evidence {
  let sequences = 0;
  let errors = 0;
  let index = 0;
  while (index < bytes.length) {
    const lead = bytes[index++] ?? 0;
    if (lead < 0x80) continue;
    const length = sequenceLength(lead);
    if (length === 0) {
      errors++;
      continue;
    }
    let have = 1;
    while (have < length && isContinuation(lead, have, bytes[index])) {
      have++;
      index++;
    }
    if (have === length) sequences++;
    else if (index === bytes.length) return { sequences, errors: errors + 1, cutAtEnd: true };
    else errors++;
  }
  return { sequences, errors, cutAtEnd: false };
}

function sequenceLength(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  if (lead >= 0xf0 && lead <= 0xf4) return 4;
  return 0;
}

/** Table 3-7 of the Unicode Standard: the second byte is narrower after E0, ED, F0 and F4. */
function isContinuation(lead: number, position: number, byte: number | undefined): boolean {
  if (byte === undefined) return false;
  if (position > 1) return byte >= 0x80 && byte <= 0xbf;
  const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  return byte >= low && byte <= high;
}
