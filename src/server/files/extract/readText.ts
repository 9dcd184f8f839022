import { extensionOf } from "../../../core/corpus/candidates";
import { type Decoded, decode, type EncodingHints } from "../io/decode";
import { encodingNamed } from "../io/decoders";
import { archiveText } from "./articleArchive";
import { type Extracted, pageText } from "./page";
import { richText } from "./richText";
import { wordText } from "./wordDocument";

/** The text of a file called `name`: its bytes decoded, and what holds articles in another form as their text. Never throws. */
export function readText(name: string, bytes: Uint8Array, hints: EncodingHints, depth = 0): Decoded {
  switch (extensionOf(name)) {
    case "html":
    case "htm":
    case "xhtml":
      return ofPage(decode(bytes, { ...hints, asked: hints.asked ?? charsetOf(bytes) }));
    case "docx":
      return ofExtracted(wordText(bytes));
    case "rtf":
      return ofExtracted(richText(bytes));
    case "zip":
      return ofExtracted(archiveText(bytes, depth, (entry, content, inner) => readText(entry, content, hints, inner)));
    default:
      return decode(bytes, hints);
  }
}

function ofPage(decoded: Decoded): Decoded {
  if (!decoded.ok) return decoded;
  const extracted = ofExtracted(pageText(decoded.file.text));
  if (!extracted.ok) return extracted;
  return { ok: true, file: { ...decoded.file, text: extracted.file.text } };
}

function ofExtracted(extracted: Extracted): Decoded {
  if ("reason" in extracted) return { ok: false, reason: "not-an-article", detail: extracted.reason };
  return { ok: true, file: { ...extracted, encoding: "utf-8", isDoubtful: false } };
}

/** So many bytes are looked through for what a page says of its encoding, as browsers do. */
const prescanned = 1024;

/** The encoding that a page names, as `encodingNamed` gives it; null for none. */
function charsetOf(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, prescanned));
  const named =
    /<meta[^>]{0,200}?charset\s{0,4}=\s{0,4}["']?\s{0,4}([\w:.-]{2,40})/i.exec(head)?.[1] ?? /encoding="([\w:.-]{2,40})"/.exec(head)?.[1];
  return named === undefined ? null : encodingNamed(named);
}
