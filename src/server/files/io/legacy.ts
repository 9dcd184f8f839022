import { analyse } from "chardet";

/** chardet's time grows with the bytes; this much of the lines that are not ASCII is plenty for it. */
const SAMPLE = 64 * 1024;
/** In percent. Below it the detector is guessing, and Windows-1252 is by far the most common guess to be right. */
const CONFIDENT = 25;
/** How much surer than of Windows-1252 the detector has to be of another encoding. */
const MARGIN = 10;

/**
 * The legacy encoding (WHATWG name) of a text that is not UTF-8: what the detector is sure of, else Windows-1252,
 * else, where bytes occur that Windows-1252 does not have or that no text has, null.
 */
export function detectLegacy(bytes: Uint8Array): string | null {
  const sample = linesWithHighBytes(bytes);
  const matches = analyse(sample)
    .map(({ name, confidence }) => ({ encoding: whatwgName(name), confidence }))
    .filter(({ encoding }) => encoding !== null && !encoding.startsWith("utf-"));
  const western = matches.find(({ encoding }) => encoding === WESTERN)?.confidence ?? 0;
  const best = matches[0];
  if (best !== undefined && best.confidence >= CONFIDENT && (best.encoding === WESTERN || best.confidence >= western + MARGIN)) {
    return best.encoding === WESTERN && !isWestern(sample) ? null : best.encoding;
  }
  return isWestern(sample) ? WESTERN : null;
}

const WESTERN = "windows-1252";

/** The name as `TextDecoder` spells it ("ISO-8859-1" is Windows-1252 there); null where it knows no such encoding. */
function whatwgName(label: string): string | null {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}

/** No byte that Windows-1252 leaves undefined, and more than FE and FF, which stand for letters of Icelandic and old French. */
function isWestern(bytes: Uint8Array): boolean {
  let plausible = false;
  for (const byte of bytes) {
    if (byte === 0x81 || byte === 0x8d || byte === 0x8f || byte === 0x90 || byte === 0x9d) return false;
    if (byte >= 0x80 && byte < 0xfe) plausible = true;
  }
  return plausible;
}

/** The lines that are not ASCII, up to `SAMPLE` bytes: in English text they are few, and all the evidence there is. */
function linesWithHighBytes(bytes: Uint8Array): Uint8Array {
  const sample = new Uint8Array(SAMPLE);
  let length = 0;
  let lineStart = 0;
  let high = false;
  for (let index = 0; index <= bytes.length && length < SAMPLE; index++) {
    const byte = bytes[index] ?? 0x0a;
    if (byte >= 0x80) high = true;
    if (byte !== 0x0a && byte !== 0x0d && index - lineStart < SAMPLE) continue;
    if (high) {
      const line = bytes.subarray(lineStart, Math.min(index + 1, lineStart + SAMPLE - length));
      sample.set(line, length);
      length += line.length;
    }
    lineStart = index + 1;
    high = false;
  }
  return sample.subarray(0, length);
}

/** Windows-1252's 80–9F; the five undefined bytes stay the C1 controls, as WHATWG has it. */
const WESTERN_C1 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/**
 * Decodes by the platform's `TextDecoder`. Several versions of Node decode Windows-1252 as Latin-1
 * (nodejs/node#56542), so what then stands in 80–9F is put right.
 */
export function decodeLegacy(bytes: Uint8Array, encoding: string): string {
  const text = new TextDecoder(encoding).decode(bytes);
  if (encoding !== WESTERN) return text;
  return text.replace(/[\u0080-\u009f]/g, (c1) => WESTERN_C1.charAt(c1.charCodeAt(0) - 0x80));
}
