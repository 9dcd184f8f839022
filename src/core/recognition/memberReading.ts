import { isRecordName, namedAsNoArticle } from "../corpus/candidates";
import { containerVerdict } from "./containerVerdict";
import { bundleVerdict, isNameOfOther } from "./recognition";
import { sampleLength } from "./textSample";
import { weigh } from "./weighing";

/** How a text of a corpus is to be read (null: as its markers say), or, in a sentence, why it is left out. */
export type MemberReading =
  { readonly isRead: true; readonly kind: "article" | null } | { readonly isRead: false; readonly reason: string };

/** What nothing but another kind of text has; the first of which there is enough names the kind. The names are those of the evidence. */
const kinds: readonly (readonly [kind: string, evidence: ReadonlySet<string>])[] = [
  ["a license", new Set(["a license", "legal terms"])],
  ["a manual page", new Set(["a manual page", "sections of a manual"])],
  ["a patch", new Set(["a patch"])],
  ["subtitles", new Set(["subtitles"])],
  ["a book", new Set(["a book of Project Gutenberg"])],
  ["a mailbox", new Set(["a mailbox"])],
  ["a log", new Set(["time stamps", "lines of one pattern"])],
  ["markup", new Set(["markup"])],
  ["data", new Set(["data", "a key or certificate", "rules for robots", "keys and values"])],
  ["source code", new Set(["a script", "lines of code", "signs of code"])],
  ["a table", new Set(["columns", "leaders"])],
  ["documentation", new Set(["an RFC", "headings", "lists", "terms of software", "filler text", "numbered sections"])],
];

/** So much evidence of another kind is beyond doubt where the rest does not speak for news: no article of several thousand has it. */
const enoughOfAnotherKind = 4.5;
const unlikeNews = -4;
/** So little like news is no article, whatever it is; market reports and lists of results are well above this. */
const nothingLikeNews = -9;
/** Shares of lines say little where there are fewer than this: twice as much is needed. */
const fewLines = 5;

const noteName = /^(?:notes?|to-?do|index|contents|sources?|urls?|links?|logs?|credits|about|manifest|list)(?:[._ -].{0,20})?$/i;
/** What bears the name of a note beside a corpus need only be unlike news. */
const noteScore = -1.5;

/**
 * Reads a text that lies in a corpus: every one is an article, or a bundle where its markers say so, unless it is
 * surely something else. The reason is the same sentence for all texts that were left out as the same kind.
 */
export function readMember(text: string, fileName: string): MemberReading {
  const head = text.slice(0, sampleLength);
  if (head.trim() === "" && text.trim() === "") return { isRead: false, reason: "It is empty." };
  const holdsRecords = isRecordName(fileName);
  if (!holdsRecords && isNameOfOther(fileName)) return { isRead: false, reason: namedAsNoArticle };
  const markers = bundleVerdict(head, head.length < text.length);
  if (markers.isBundle) return { isRead: true, kind: null };
  if (markers.isCode) return { isRead: false, reason: "It is a bundle of source files." };
  const container = markers.hasMarkers ? null : containerVerdict(head, fileName, true);
  if (container !== null) return container.isNews ? { isRead: true, kind: null } : { isRead: false, reason: container.objection };
  if (holdsRecords) return { isRead: false, reason: "It holds no articles in rows or records." };
  const { evidence, score } = weigh(head);
  // Markers that only some lines quote make no bundle of an article.
  const read: MemberReading = { isRead: true, kind: markers.hasMarkers ? "article" : null };
  if (noteName.test(fileName)) return score <= noteScore ? { isRead: false, reason: "It reads like a note." } : read;
  const strictness = hasFewLines(head) ? 2 : 1;
  const weights = kinds.map(([kind, names]) => ({
    kind,
    weight: evidence.reduce((sum, { reason, weight }) => (names.has(reason) ? sum - weight : sum), 0),
  }));
  const other = weights.reduce((sum, { weight }) => sum + weight, 0);
  const isOther = (other >= strictness * enoughOfAnotherKind && score <= strictness * unlikeNews) || score <= strictness * nothingLikeNews;
  if (!isOther) return read;
  const named =
    weights.find(({ weight }) => weight >= enoughOfAnotherKind) ??
    weights.reduce((best, next) => (next.weight > best.weight ? next : best));
  return { isRead: false, reason: named.weight > 0 ? `It looks like ${named.kind}.` : "It looks like no article." };
}

function hasFewLines(head: string): boolean {
  let count = 0;
  for (const line of head.split(/\r\n|\n|\r/)) if (line.trim() !== "" && ++count >= fewLines) return false;
  return true;
}
