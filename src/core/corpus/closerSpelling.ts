import type { EnvelopeArticle } from "./envelope";
import type { ParsedDocument } from "./parseDocument";

/** Stands for the name while spellings are compared; no marker holds it. */
const placeholder = "\u0000";

/**
 * The closing marker of `envelope` in the spelling that its bundle uses most (the first of several), with its name
 * where the others repeat theirs. A plain `<<<END FILE>>>` where there is none to go by.
 */
export function closerText(document: ParsedDocument, envelope: EnvelopeArticle): string {
  const counts = new Map<string, number>();
  for (const { envelope: other } of document.slots) {
    if (!other?.closer || other === envelope) continue;
    const spelling = document.text.slice(other.closer.start, other.closer.end).replace(/^\ufeff/, "").trim();
    const at = other.name === null ? -1 : spelling.lastIndexOf(other.name);
    const general = other.name === null || at < 0 ? spelling : spelling.slice(0, at) + placeholder + spelling.slice(at + other.name.length);
    counts.set(general, (counts.get(general) ?? 0) + 1);
  }
  let best = "<<<END FILE>>>";
  let most = 0;
  for (const [spelling, count] of counts) {
    // A name that is not the placeholder is another article's, and none without a name can fill the placeholder.
    if (count > most && (envelope.name !== null || !spelling.includes(placeholder))) [best, most] = [spelling, count];
  }
  return best.replace(placeholder, () => envelope.name ?? "");
}
