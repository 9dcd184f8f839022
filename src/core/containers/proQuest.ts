import { ProblemList } from "../envelope/problemList";
import type { LineIndex } from "../text/lineIndex";
import type { Span } from "../text/span";
import type { Container, ContainerSource } from "./container";
import { numberedLines } from "./numberedDocuments";
import { type FoundLine, type FoundSlot, linesWith, containerOf, trimmed, withKeys } from "./slots";

const rule = /^\s{0,20}(?:_{12,200}|-{12,200}|={12,200}|\*{12,200})\s{0,20}$/;
const rules = ["____________", "------------", "============", "************"];
const label =
  /^(?:Title|Full text|Abstract|Author|Publication (?:title|info|date|year)|ProQuest document ID|Document URL|Links|Subject|Publisher|Copyright|Database|Titel|Volltext|Titre|Texte intégral|Título|Texto completo)[ \t]?:/gim;
const documentId = /^(?:ProQuest document ID|Accession number|Document ID)[ \t]?:[ \t]{0,10}(\S{1,60})[ \t]*$/im;
/** What only ProQuest calls so; a lone rule between notes is none of its. */
const own = /^(?:Full text|ProQuest document ID|Publication info|Publication title|Document URL)[ \t]?:|ProQuest/im;
const looked = 20_000;

/** ProQuest's text export: "Document 3 of 40" above each document, or nothing but rules between blocks of labels. */
export function readProQuest(source: ContainerSource): Container | null {
  const { text, lines } = source;
  const found = byNumbers(source) ?? byRules(source);
  if (found === null) return null;
  const problems = new ProblemList();
  const slots = withKeys(text, found, problems);
  return containerOf({ text, lines }, "proquest", "a ProQuest export", slots, problems);
}

function byNumbers({ text, lines }: ContainerSource): FoundSlot[] | null {
  const openers = numberedLines(text, lines).filter(({ nounFirst }) => nounFirst);
  if (openers.length < 2) return null;
  const drawn = rulesIn(text, lines).map(({ span }) => span);
  let next = 0;
  return openers.map(({ span: { start, end }, number }, index) => {
    const limit = openers[index + 1]?.span.start ?? text.length;
    let to = limit;
    // A rule ends the document where nothing of a document follows it: the next opener, or the export's own closing words.
    for (; next < drawn.length && (drawn[next]?.start ?? 0) < limit; next++) {
      const at = drawn[next];
      if (at !== undefined && at.start > end && to === limit && labelsIn(text, { start: at.end, end: limit }) === 0) to = at.start;
    }
    const span = trimmed(text, { start, end: to }) ?? { start, end };
    return {
      name: String(number),
      nameSpan: trimmed(text, { start, end }),
      span: { start, end: span.end },
      text: { start, end: span.end },
    };
  });
}

function byRules({ text, lines }: ContainerSource): FoundSlot[] | null {
  const drawn = rulesIn(text, lines);
  if (drawn.length === 0 || !own.test(text.slice(0, looked * 5))) return null;
  const found: FoundSlot[] = [];
  let at = 0;
  for (const end of [...drawn.map(({ span }) => span), { start: text.length, end: text.length }]) {
    const span = trimmed(text, { start: at, end: end.start });
    if (span !== null && labelsIn(text, span) >= 2) {
      const id = idIn(text, span);
      found.push({ name: id, span, text: span });
    }
    at = end.end;
  }
  return found.length < 2 ? null : found;
}

/** The drawn lines, of the sign that draws most of them. */
function rulesIn(text: string, lines: LineIndex): FoundLine[] {
  return rules.map((needle) => linesWith(text, lines, needle, rule)).reduce((most, next) => (next.length > most.length ? next : most));
}

/** How many different labels a document has, looking at its beginning and its end. */
function labelsIn(text: string, { start, end }: Span): number {
  const head = text.slice(start, Math.min(end, start + looked));
  const tail = end - start > looked ? text.slice(Math.max(start + looked, end - looked), end) : "";
  return new Set(`${head}\n${tail}`.match(label)?.map((found) => found.toLowerCase())).size;
}

function idIn(text: string, { start, end }: Span): string | null {
  return (
    documentId.exec(text.slice(Math.max(start, end - looked), end))?.[1] ??
    documentId.exec(text.slice(start, Math.min(end, start + looked)))?.[1] ??
    null
  );
}
