import * as generatedTables from "iconv-lite/encodings/sbcs-data-generated.js";
import * as furtherTables from "iconv-lite/encodings/sbcs-data.js";

/** Windows-1252's 80–9F; the five undefined bytes stay the C1 controls, as WHATWG has it. */
const westernC1 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
const western = "windows-1252";

/** What editors and people call the encodings that are known under another name here. */
const aliases: Readonly<Record<string, string>> = {
  utf8bom: "utf-8",
  utf16le: "utf-16le",
  utf16be: "utf-16be",
  shiftjis: "shift_jis",
  cp932: "shift_jis",
  eucjp: "euc-jp",
  euckr: "euc-kr",
  cp949: "euc-kr",
  big5hkscs: "big5",
  cp950: "big5",
  gb2312: "gbk",
  cp936: "gbk",
  windows874: "windows-874",
  cp874: "windows-874",
  tis620: "windows-874",
  macroman: "macintosh",
  maccyrillic: "x-mac-cyrillic",
  cp866: "ibm866",
  koi8r: "koi8-r",
  koi8u: "koi8-u",
  utf16: "utf-16le",
  latin1: "windows-1252",
  latin2: "iso-8859-2",
};

/** The name by which `decodeAs` knows an encoding, however an editor or a person spells it; null where it knows none. */
export function encodingNamed(name: string): string | null {
  const plain = name.trim().toLowerCase();
  const squeezed = plain.replace(/[^a-z0-9]/g, "");
  const windows = /^(?:windows|win|cp)(125[0-8])$/.exec(squeezed);
  const iso = /^iso8859(\d{1,2})$/.exec(squeezed);
  const known = aliases[squeezed] ?? (windows !== null ? `windows-${windows[1] ?? ""}` : iso !== null ? `iso-8859-${iso[1] ?? ""}` : plain);
  return platformName(known) ?? (tableOf(squeezed) === null ? null : squeezed);
}

/**
 * Decodes by the platform's `TextDecoder`, or, where it has no such encoding (code pages of DOS and of the Macintosh),
 * by iconv-lite's table of it. Several versions of Node decode Windows-1252 as Latin-1 (nodejs/node#56542), so what
 * then stands in 80–9F is put right. Invalid bytes become U+FFFD.
 */
export function decodeAs(bytes: Uint8Array, encoding: string): string {
  const table = platformName(encoding) === null ? tableOf(encoding) : null;
  if (table !== null) return decodeByTable(bytes, table);
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  if (encoding !== western) return text;
  return text.replace(/[\u0080-\u009f]/g, (c1) => westernC1.charAt(c1.charCodeAt(0) - 0x80));
}

function platformName(label: string): string | null {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}

/** The characters of the bytes 80 to FF. */
function tableOf(name: string): string | null {
  for (const tables of [generatedTables, furtherTables]) {
    let entry = tables[name];
    if (typeof entry === "string") entry = tables[entry] ?? generatedTables[entry];
    if (typeof entry === "object" && entry.chars.length === 128) return entry.chars;
  }
  return null;
}

function decodeByTable(bytes: Uint8Array, table: string): string {
  const pieces: string[] = [];
  const piece = 8192;
  for (let from = 0; from < bytes.length; from += piece) {
    const units = Array.from(bytes.subarray(from, from + piece), (byte) => (byte < 0x80 ? byte : table.charCodeAt(byte - 0x80)));
    pieces.push(String.fromCharCode(...units));
  }
  return pieces.join("");
}

/** HZ (RFC 1843) and ISO-2022-KR (RFC 1557) in seven bits, as the eight-bit encoding that they shift in and out of; null for neither. */
export function sevenBitShifted(
  bytes: Uint8Array,
): { readonly bytes: Uint8Array; readonly encoding: string; readonly name: string } | null {
  const text = new TextDecoder("latin1").decode(bytes.subarray(0, 65_536));
  if (/[\u0080-\u00ff]/.test(text)) return null;
  if (text.includes("\u001b$)C") && text.includes("\u000e"))
    return { bytes: shifted(bytes, "korean"), encoding: "euc-kr", name: "iso-2022-kr" };
  return /~\{(?:[!-w][!-~]){1,400}~\}/.test(text) ? { bytes: shifted(bytes, "chinese"), encoding: "gbk", name: "hz-gb-2312" } : null;
}

function shifted(bytes: Uint8Array, kind: "korean" | "chinese"): Uint8Array {
  const out = new Uint8Array(bytes.length);
  let length = 0;
  let isShifted = false;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    const next = bytes[at + 1] ?? 0;
    if (kind === "korean" && (byte === 0x0e || byte === 0x0f)) isShifted = byte === 0x0e;
    else if (kind === "korean" && byte === 0x1b && next === 0x24) at += 3;
    else if (kind === "chinese" && byte === 0x7e && (next === 0x7b || next === 0x7d)) {
      isShifted = next === 0x7b;
      at++;
    } else {
      // A line ends what a line has shifted.
      if (byte === 0x0a) isShifted = false;
      out[length++] = isShifted && byte > 0x20 ? byte | 0x80 : byte;
    }
  }
  return out.subarray(0, length);
}
