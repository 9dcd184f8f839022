import { VarintReader, VarintWriter } from "../util/varints";
import type { StringTable } from "../util/stringTable";
import type { LocalQuotation } from "./localQuotation";
import type { QuotationKind, Speaker, SpeakerForm } from "./quotation";

const kinds: readonly QuotationKind[] = ["direct", "indirect", "mixed"];
const forms: readonly SpeakerForm[] = ["name", "role", "pronoun"];

/** Writes the quotations of an article as one block, some fifteen bytes each, and uses their phrases. */
export function writeQuotations(quotations: readonly LocalQuotation[], strings: StringTable, writer: VarintWriter): void {
  if (quotations.length === 0) {
    writer.put(0);
    return;
  }
  const out = new VarintWriter(64 + 24 * quotations.length);
  let [start, term] = [0, 0];
  for (const { kind, cue, speaker, phrase, terms, ...span } of quotations) {
    out.put(kinds.indexOf(kind) + 3 * (speaker === null ? 0 : forms.indexOf(speaker.form) + 1) + 12 * Number(cue !== null));
    out.put(span.start - start);
    out.put(span.end - span.start);
    // Terms stand in the order of the text, but where an article's zones do not.
    putSigned(out, terms.start - term);
    out.put(terms.end - terms.start);
    [start, term] = [span.start, terms.start];
    if (cue !== null) {
      putSigned(out, cue.start - start);
      out.put(cue.end - cue.start);
    }
    if (speaker === null) continue;
    putSigned(out, speaker.start - start);
    out.put(speaker.end - speaker.start);
    out.put((speaker.mention ?? -1) + 1);
    if (phrase === null) out.put(0);
    else out.put(strings.use(phrase) + 1);
  }
  writer.block(out.take());
}

/** Reads what `writeQuotations` wrote. `seen` gets the number of each string, as often as it was used. */
export function readQuotations(reader: VarintReader, strings: StringTable, seen?: (string: number) => void): readonly LocalQuotation[] {
  const block = reader.block();
  if (block.length === 0) return [];
  const packed = new VarintReader(block);
  const quotations: LocalQuotation[] = [];
  let [start, term] = [0, 0];
  while (!packed.isAtEnd) {
    const head = packed.next();
    start += packed.next();
    const end = start + packed.next();
    term += signed(packed.next());
    const terms = { start: term, end: term + packed.next() };
    const cue = head >= 12 ? spanFrom(start + signed(packed.next()), packed.next()) : null;
    const form = forms[(Math.floor(head / 3) % 4) - 1];
    let speaker: Speaker | null = null;
    let phrase: string | null = null;
    if (form !== undefined) {
      const span = spanFrom(start + signed(packed.next()), packed.next());
      const mention = packed.next() - 1;
      const string = packed.next() - 1;
      if (string >= 0) {
        seen?.(string);
        phrase = strings.text(string);
      }
      speaker = { ...span, form, mention: mention < 0 ? null : mention };
    }
    quotations.push({ start, end, kind: kinds[head % 3] ?? "direct", cue, speaker, phrase, terms });
  }
  return quotations;
}

function spanFrom(start: number, length: number): { start: number; end: number } {
  return { start, end: start + length };
}

function putSigned(out: VarintWriter, value: number): void {
  out.put(value < 0 ? -2 * value - 1 : 2 * value);
}

function signed(value: number): number {
  return (value & 1) === 1 ? -((value + 1) >> 1) : value >> 1;
}
