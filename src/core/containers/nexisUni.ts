import { ProblemList } from "../envelope/problemList";
import type { Span } from "../text/span";
import type { Container, ContainerSource } from "./container";
import { firstLine, type FoundLine, type FoundSlot, linesWith, containerOf, trimmed, withKeys } from "./slots";

const closers: readonly (readonly [needle: string, line: RegExp])[] = [
  ["End of Document", /^\s{0,80}End of Document\s{0,80}$/],
  ["Ende des Dokuments", /^\s{0,80}Ende des Dokuments\s{0,80}$/],
  ["Fin du document", /^\s{0,80}Fin du document\s{0,80}$/],
  ["Fin del documento", /^\s{0,80}Fin del documento\s{0,80}$/],
  ["Fim do documento", /^\s{0,80}Fim do documento\s{0,80}$/],
  ["Fine del documento", /^\s{0,80}Fine del documento\s{0,80}$/],
  ["Einde van document", /^\s{0,80}Einde van document\s{0,80}$/],
];
/** How far a cover page with the list of the documents may reach, in code units. */
const longestCover = 400_000;
/** A rest behind the last closer that is this long is a document that was cut off. */
const shortestRest = 300;

/** Nexis Uni's export: each document ends with "End of Document"; a cover page may list their titles. */
export function readNexisUni({ text, lines }: ContainerSource): Container | null {
  let ends: FoundLine[] = [];
  for (const [needle, line] of closers) {
    const found = linesWith(text, lines, needle, line);
    if (found.length > ends.length) ends = found;
  }
  const first = ends[0];
  if (first === undefined) return null;
  const found: FoundSlot[] = [];
  let at = coverEnd(text, { start: 0, end: first.span.start });
  for (const { span: closer } of ends) {
    const span = trimmed(text, { start: at, end: closer.end });
    // A closer alone closes nothing: it stays outside.
    if (span !== null && trimmed(text, { start: at, end: closer.start }) !== null) found.push({ name: null, span, text: span });
    at = closer.end;
  }
  const rest = trimmed(text, { start: at, end: text.length });
  if (rest !== null && rest.end - rest.start >= shortestRest) found.push({ name: null, span: rest, text: rest });
  if (
    found.length < 2 &&
    !(found.length === 1 && (found[0]?.span.start ?? 0) > 0 && coverEnd(text, { start: 0, end: first.span.start }) > 0)
  )
    return null;
  const problems = new ProblemList();
  const slots = withKeys(text, found, problems);
  return containerOf({ text, lines }, "nexisuni", "a Nexis Uni export", slots, problems);
}

/**
 * Where the cover page ends: the first title of its list stands once more as a line of its own, as the headline of the
 * first document. 0 where there is no cover.
 */
function coverEnd(text: string, { start, end }: Span): number {
  const cover = text.slice(start, Math.min(end, longestCover));
  if (!/^\s{0,40}(?:User Name|Date and Time|Job Number|Documents? \(\d|Client\/Matter)/m.test(cover)) return 0;
  const listed = /^[ \t]{0,20}1\.[ \t]{1,20}(\S[^\r\n]{2,400})$/m.exec(cover)?.[1]?.trim();
  if (listed === undefined) return 0;
  let last = 0;
  for (let at = cover.indexOf(listed); at >= 0; at = cover.indexOf(listed, at + 1)) {
    const line = firstLine(cover, { start: at, end: cover.length });
    const startsLine = cover.slice(cover.lastIndexOf("\n", at) + 1, at).trim() === "";
    if (startsLine && cover.slice(line.start, line.end).trim() === listed) last = at;
  }
  return last;
}
