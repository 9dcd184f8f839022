import type { EnvelopeArticle } from "./envelope";
import type { ParsedDocument } from "../corpus/parseDocument";

/** Stands for the name while spellings are compared; no marker holds it. */
const placeholder = "\u0000";

/** The spellings of a document's closers, the most frequent first; counted once, since a bundle may need thousands. */
const spellings = new WeakMap<ParsedDocument, readonly string[]>();

/**
 * The closing marker for `envelope` in the spelling that its bundle uses most (the first of several), with its name
 * where the others repeat theirs. A plain `<<<END FILE>>>` where there is none to go by.
 */
export function closerText(document: ParsedDocument, envelope: EnvelopeArticle): string {
  let known = spellings.get(document);
  if (known === undefined) {
    known = countSpellings(document);
    spellings.set(document, known);
  }
  const spelling = known.find((candidate) => envelope.name !== null || !candidate.includes(placeholder)) ?? "<<<END FILE>>>";
  return spelling.replace(placeholder, () => envelope.name ?? "");
}

function countSpellings({ text, slots, envelopeProblems }: ParsedDocument): readonly string[] {
  // A closer that names another article is a mistake, not a spelling.
  const mistakes = new Set(envelopeProblems.filter(({ code }) => code === "closer-name-mismatch").map(({ span }) => span.start));
  const counts = new Map<string, number>();
  for (const { envelope } of slots) {
    if (!envelope?.closer || mistakes.has(envelope.closer.start)) continue;
    const spelling = text.slice(envelope.closer.start, envelope.closer.end).replace(/^\ufeff/, "").trim();
    const at = envelope.name === null ? -1 : spelling.lastIndexOf(envelope.name);
    const general = envelope.name === null || at < 0 ? spelling : spelling.slice(0, at) + placeholder + spelling.slice(at + envelope.name.length);
    counts.set(general, (counts.get(general) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([spelling]) => spelling);
}
