import { startsWith } from "./bytes";
import { utf8Evidence } from "./utf8";

export interface Utf16 {
  readonly encoding: "utf-16le" | "utf-16be";
  /** Bytes of the byte order mark: 2, or 0 where the encoding was guessed. */
  readonly bom: 0 | 2;
}

const SAMPLE = 64 * 1024;

/** Space, line ends, ideographic space, comma and full stop, full-width comma: every text has them often. */
const COMMON: ReadonlySet<number> = new Set([0x20, 0x0a, 0x0d, 0x3000, 0x3001, 0x3002, 0xff0c]);

/** UTF-16 by its byte order mark, or, without one, by how its code units read in either order. Null for anything else. */
export function detectUtf16(bytes: Uint8Array): Utf16 | null {
  if (startsWith(bytes, [0xff, 0xfe])) return { encoding: "utf-16le", bom: 2 };
  if (startsWith(bytes, [0xfe, 0xff])) return { encoding: "utf-16be", bom: 2 };
  const sample = bytes.subarray(0, SAMPLE);
  if (!sample.includes(0)) return null;
  const little = commonUnits(sample, 1);
  const big = commonUnits(sample, 0);
  if (little === big) return null;
  return { encoding: little > big ? "utf-16le" : "utf-16be", bom: 0 };
}

/**
 * How many of the code units are common ones; 0 if this cannot be UTF-16 with the high bytes on `highSide`. It can
 * be if there are no controls and no unpaired surrogates, if one unit in fifty is common, and if most high bytes are
 * an alphabet's (00 to 1F) or, for ideographs and Hangul, if there are far too many errors for it to be UTF-8.
 */
function commonUnits(sample: Uint8Array, highSide: 0 | 1): number {
  const units = sample.length >> 1;
  let common = 0;
  let alphabetic = 0;
  let expectLow = false;
  for (let unit = 0; unit < units; unit++) {
    const high = sample[unit * 2 + highSide] ?? 0;
    const low = sample[unit * 2 + 1 - highSide] ?? 0;
    if (high === 0 && low < 0x20 && !(low >= 0x09 && low <= 0x0d)) return 0;
    const isLow = high >= 0xdc && high <= 0xdf;
    if (isLow !== expectLow) return 0;
    expectLow = high >= 0xd8 && high <= 0xdb;
    if (high < 0x20) alphabetic++;
    if (COMMON.has((high << 8) | low)) common++;
  }
  if (common * 50 < units) return 0;
  return alphabetic * 2 >= units || utf8Evidence(sample).errors * 10 >= units ? common : 0;
}
