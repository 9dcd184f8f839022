import { ProblemList } from "../envelope/problemList";
import type { Container, ContainerSource } from "./container";
import { numberedLines } from "./numberedDocuments";
import { containerOf, trimmed, withKeys } from "./slots";

/**
 * LexisNexis's text export: each document begins with a centred "3 of 40 DOCUMENTS" and runs to the next. Null for
 * anything else, and for a single document, which is an article by itself.
 */
export function readLexisNexis({ text, lines }: ContainerSource): Container | null {
  const openers = numberedLines(text, lines).filter(({ nounFirst }) => !nounFirst);
  if (openers.length < 2) return null;
  const problems = new ProblemList();
  const slots = withKeys(
    text,
    openers.map(({ span: { start, end }, number }, index) => {
      const span = trimmed(text, { start, end: openers[index + 1]?.span.start ?? text.length }) ?? { start, end };
      return {
        name: String(number),
        nameSpan: trimmed(text, { start, end }),
        span: { start, end: span.end },
        text: { start, end: span.end },
      };
    }),
    problems,
  );
  return containerOf({ text, lines }, "lexisnexis", "a LexisNexis export", slots, problems);
}
