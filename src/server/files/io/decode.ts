import { readableNumber } from "../../../core/text/readableCount";
import { messageOf } from "../../../core/util/errorText";
import type { SkipReason } from "../../../protocol/corpus";
import type { FileText } from "../fileSource";
import { binaryReason } from "./binary";
import { startsWith } from "./bytes";
import { decodeAs, sevenBitShifted } from "./decoders";
import { detectLegacy, type Legacy } from "./legacy";
import { detectUtf16 } from "./utf16";
import { utf8Evidence } from "./utf8";

export type Decoded =
  | { readonly ok: true; readonly file: FileText }
  | { readonly ok: false; readonly reason: Extract<SkipReason, "binary" | "too-large" | "not-an-article">; readonly detail: string };

/** What is known of a file's encoding besides its bytes; names as `encodingNamed` gives them. */
export interface EncodingHints {
  /** What a reader said: for whatever is not UTF-8 or UTF-16 by its bytes. */
  readonly asked?: string | null;
  /** What the files beside it are written in. */
  readonly expected?: string | null;
}

/** V8's longest string, in UTF-16 code units; UTF-8 never has more of them than bytes. */
const MAX_STRING = 0x1fff_ffe8;

/**
 * The text of a file, without its byte order mark. What is valid UTF-8 is UTF-8; UTF-16 is known by its mark or its
 * zero bytes; UTF-8 with a few bad bytes keeps everything else, with U+FFFD in their place and a notice; the rest is
 * the legacy encoding that was asked for, or else that its letters and its neighbours speak for. Binary files and those too large for
 * a string are refused. Never throws.
 */
export function decode(bytes: Uint8Array, hints: EncodingHints = {}): Decoded {
  if (startsWith(bytes, [0xff, 0xfe, 0, 0]) || startsWith(bytes, [0, 0, 0xfe, 0xff])) {
    return { ok: false, reason: "binary", detail: "It is UTF-32, which is not read; save it as UTF-8." };
  }
  try {
    const utf16 = detectUtf16(bytes);
    if (utf16 !== null) return decodeUtf16(bytes.subarray(utf16.bom), utf16.encoding);
    const binary = binaryReason(bytes);
    if (binary !== null) return { ok: false, reason: "binary", detail: `Not a text: ${binary}.` };
    return decodeBytes(bytes, hints);
  } catch (error) {
    if (bytes.length > MAX_STRING) return { ok: false, reason: "too-large", detail: "It is longer than a text can be in memory (512 MB)." };
    return { ok: false, reason: "binary", detail: `It cannot be decoded: ${messageOf(error)}` };
  }
}

function decodeUtf16(bytes: Uint8Array, encoding: "utf-16le" | "utf-16be"): Decoded {
  const text = decodeFatal(bytes, encoding);
  if (text !== null) return done(text, encoding, stray(text));
  const kept = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  const wrong = occurrences(kept, REPLACEMENT)?.count ?? 0;
  if (wrong > 1 + kept.length / 20)
    return { ok: false, reason: "binary", detail: `Not a text: it begins like UTF-16, but ${wrong} places are not valid.` };
  return done(kept, encoding, replaced(kept, bytes.length % 2 === 1 ? "UTF-16 (it ends in the middle of a character)" : "UTF-16"));
}

function decodeBytes(bytes: Uint8Array, hints: EncodingHints): Decoded {
  const bom = startsWith(bytes, [0xef, 0xbb, 0xbf]);
  const content = bom ? bytes.subarray(3) : bytes;
  const utf8 = decodeFatal(content, "utf-8");
  if (utf8 !== null) return decodeSevenBits(content, utf8);
  const { asked = null, expected = null } = hints;
  if (!bom && !isMostlyUtf8(content)) {
    const legacy = asked === null ? detectLegacy(content, expected) : { encoding: asked, doubt: null };
    if (legacy !== null && legacy.encoding !== "utf-8") {
      const text = decodeAs(content, legacy.encoding);
      return done(text, legacy.encoding, replaced(text, legacy.encoding) ?? stray(text) ?? inDoubt(legacy), legacy.doubt !== null);
    }
  }
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(content);
  return done(text, "utf-8", replaced(text, "UTF-8"));
}

/** Encodings of the East that are seven bits wide pass for UTF-8; only their escapes tell. */
function decodeSevenBits(content: Uint8Array, utf8: string): Decoded {
  const japanese = utf8.includes("\u001b$B") ? decodeFatal(content, "iso-2022-jp") : null;
  if (japanese !== null) return done(japanese, "iso-2022-jp", null);
  const shifted = utf8.includes("~{") || utf8.includes("\u000e") ? sevenBitShifted(content) : null;
  const text = shifted === null ? null : decodeFatal(shifted.bytes, shifted.encoding);
  return shifted === null || text === null ? done(utf8, "utf-8", stray(utf8)) : done(text, shifted.name, stray(text));
}

/** A notice that the encoding is a guess, and how to choose another; null where it is none. */
function inDoubt({ encoding, doubt }: Legacy): string | null {
  if (doubt === null) return null;
  return `Its encoding is in doubt: read as ${encoding}, could be ${doubt}. The setting corpusNavigator.encoding (--encoding) decides.`;
}

const REPLACEMENT = "\ufffd";

/** A text in a legacy encoding hardly ever has well-formed UTF-8 sequences, and never as many of them as errors. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  const { sequences, errors } = utf8Evidence(bytes);
  return sequences > 0 && sequences >= errors;
}

/** The text, or null where some bytes are not valid in `encoding`. */
function decodeFatal(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (bytes.length > MAX_STRING) throw error;
    return null;
  }
}

function done(text: string, encoding: string, notice: string | null, isDoubtful = false): Decoded {
  return { ok: true, file: { text, encoding, notice, isDoubtful } };
}

/** A notice about bytes that had to be replaced; null where there are none. */
function replaced(text: string, encoding: string): string | null {
  const at = occurrences(text, REPLACEMENT);
  if (at === null) return null;
  return `${at.count === 1 ? "1 place is" : `${readableNumber(at.count)} places are`} not valid ${encoding} and shown as ${REPLACEMENT}, first on line ${readableNumber(at.firstLine)}.`;
}

/** A notice about stray NULs, which editors and other tools may take for the mark of a binary file. */
function stray(text: string): string | null {
  const at = occurrences(text, "\0");
  if (at === null) return null;
  return `${at.count === 1 ? "1 NUL character" : `${readableNumber(at.count)} NUL characters`} in the text, first on line ${readableNumber(at.firstLine)}.`;
}

/** How often `character` occurs, and the 1-based line of the first; null for never. */
function occurrences(text: string, character: string): { count: number; firstLine: number } | null {
  const first = text.indexOf(character);
  if (first < 0) return null;
  let count = 0;
  for (let at = first; at >= 0; at = text.indexOf(character, at + 1)) count++;
  let firstLine = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < first; at = text.indexOf("\n", at + 1)) firstLine++;
  return { count, firstLine };
}
