import { analyse } from "chardet";
import { decodeAs, encodingNamed } from "./decoders";
import { likelihood } from "./letterStatistics";

/** The time that is taken grows with the bytes; this much of the lines that are not ASCII is plenty. */
const sampleSize = 8 * 1024;
/** How much the detector's confidence (0 to 100) adds, and how much nearer to the front of the list below is, to what letters say. */
const detectorCounts = 0.25;
const orderCounts = 0.004;
/** Within this of the best, another reading is possible too. */
const doubtful = 0.07;
/** What is read as no language is a guess, and of few characters hardly more. */
const hardlyALanguage = 0.25;

/** What texts were written in before Unicode, the most usual first. Where two read a text alike, the first is taken. */
const candidates = [
  "windows-1252",
  "windows-1251",
  "windows-1250",
  "gbk",
  "shift_jis",
  "big5",
  "euc-kr",
  "euc-jp",
  "gb18030",
  "windows-1256",
  "windows-1255",
  "windows-1253",
  "windows-1254",
  "windows-874",
  "windows-1257",
  "koi8-r",
  "koi8-u",
  "iso-8859-2",
  "iso-8859-15",
  "windows-1258",
  "iso-8859-5",
  "iso-8859-6",
  "iso-8859-7",
  "iso-8859-8",
  "iso-8859-13",
  "macintosh",
  "ibm866",
  "cp850",
  "cp852",
  "x-mac-cyrillic",
  "maccenteuro",
  "cp737",
  "cp857",
  "cp775",
  "cp862",
] as const;

/** What a text that is not UTF-8 was written in. */
export interface Legacy {
  /** The WHATWG name, or that of a code page. */
  readonly encoding: string;
  /** Another encoding in which the text would read differently and hardly worse; null where there is no doubt. */
  readonly doubt: string | null;
}

/**
 * The legacy encoding of a text that is not UTF-8, by the letters that each of the possible ones makes of it (the
 * encodings of one family differ in a few letters, which detectors by byte pairs confuse) and by chardet; null where
 * bytes occur that no text has. `expected` is what the file's neighbours are written in, taken where it is as good.
 */
export function detectLegacy(bytes: Uint8Array, expected: string | null = null): Legacy | null {
  const sample = linesWithHighBytes(bytes);
  if (!hasPlausibleByte(sample)) return null;
  const detected = new Map<string, number>();
  for (const { name, confidence } of analyse(sample)) {
    const encoding = encodingNamed(name);
    if (encoding !== null) detected.set(encoding, Math.max(confidence, detected.get(encoding) ?? 0));
  }
  const readings = candidates.map((encoding, order) => {
    const text = decodeAs(sample, encoding);
    const { value, beyond } = likelihood(text);
    const siblings = encoding === expected ? doubtful : 0;
    return {
      encoding,
      text,
      beyond,
      value,
      weight: value + (detectorCounts * (detected.get(encoding) ?? 0)) / 100 - orderCounts * order + siblings,
    };
  });
  readings.sort((a, b) => b.weight - a.weight);
  const [best] = readings;
  if (best === undefined || best.value < -0.5) return null;
  const other = readings.find(({ text, weight }) => text !== best.text && weight > best.weight - doubtful);
  const isGuess = best.value < hardlyALanguage && best.encoding !== expected;
  const next = other ?? (isGuess ? readings.find(({ text }) => text !== best.text) : undefined);
  return { encoding: best.encoding, doubt: next === undefined || best.encoding === expected ? null : next.encoding };
}

/** More than FE and FF, which stand for letters of Icelandic and old French, and for what is no text at all. */
function hasPlausibleByte(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte >= 0x80 && byte < 0xfe);
}

/** The lines that are not ASCII, up to `sampleSize` bytes: in English text they are few, and all the evidence there is. */
function linesWithHighBytes(bytes: Uint8Array): Uint8Array {
  const sample = new Uint8Array(sampleSize);
  let length = 0;
  let lineStart = 0;
  let high = false;
  for (let index = 0; index <= bytes.length && length < sampleSize; index++) {
    const byte = bytes[index] ?? 0x0a;
    if (byte >= 0x80) high = true;
    if (byte !== 0x0a && byte !== 0x0d && index - lineStart < sampleSize) continue;
    if (high) {
      const line = bytes.subarray(lineStart, Math.min(index + 1, lineStart + sampleSize - length));
      sample.set(line, length);
      length += line.length;
    }
    lineStart = index + 1;
    high = false;
  }
  return sample.subarray(0, length);
}
