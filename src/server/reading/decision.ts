import { isRecordName } from "../../core/corpus/candidates";
import { parseDocument, type DocumentKind, type DocumentOptions, type ParsedDocument } from "../../core/corpus/parseDocument";
import { nameOf } from "../../core/corpus/places";
import { readMember } from "../../core/recognition/memberReading";
import { classifyText, mayBeNews } from "../../core/recognition/recognition";
import type { ForcedKind } from "../../protocol/corpus";

/** How much of a text decides what it is, in characters. */
const headLength = 65_536;

/** Whether a file lies in a corpus and may hold articles, and whether all that lies there is to be read. */
export type Membership = "none" | "member" | "all";

/** What the text of a document has no say in. */
export interface WayOfReading {
  /** What a reader decided about it; null for nothing. */
  readonly forced: ForcedKind;
  readonly membership: Membership;
}

/** How a text is to be read (null leaves it to its markers), or, in a sentence, why it is no article. */
export type Decision = { readonly isRead: true; readonly kind: DocumentKind | null } | { readonly isRead: false; readonly reason: string };

/**
 * How a text is to be read: as the reader said, else as its language says, else, in a corpus, as an article unless it
 * is surely something else, elsewhere by what it looks like. `languageId` is null for a file that is not open.
 */
export function decide(fileName: string, text: string, languageId: string | null, { forced, membership }: WayOfReading): Decision {
  if (forced !== null)
    return forced === "text" ? { isRead: false, reason: "It is to be read as plain text." } : { isRead: true, kind: forced };
  if (languageId === "news-article") return { isRead: true, kind: "article" };
  if (languageId === "news-bundle") return { isRead: true, kind: "bundle" };
  if (membership !== "none" && (languageId === null || mayBeNews(languageId, fileName))) {
    const member = readMember(text, fileName);
    return membership === "all" && !member.isRead && text.trim() !== "" && !isRecordName(fileName) ? { isRead: true, kind: null } : member;
  }
  const head = text.slice(0, headLength);
  const { kind } = classifyText(head, { fileName, languageId: languageId ?? "plaintext", truncated: head.length < text.length });
  return kind === "other" ? { isRead: false, reason: "It does not read like a news article." } : { isRead: true, kind };
}

/** Parses a text in the given way; null leaves it to the markers. */
export function parseAs(uri: string, text: string, reading: DocumentKind | null): ParsedDocument {
  return parseDocument(text, optionsOf(uri, reading));
}

/** What a parse of `uri` has to know to read it in the given way. */
export function optionsOf(uri: string, reading: DocumentKind | null): DocumentOptions {
  return reading === null ? { fileName: nameOf(uri) } : { fileName: nameOf(uri), kind: reading };
}
