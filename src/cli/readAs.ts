import { parseDocument, type ParsedDocument } from "../core/corpus/parseDocument";
import { readMember } from "../core/recognition/memberReading";
import type { CancellationToken } from "../core/util/cancellation";

export type Reading = { readonly document: ParsedDocument; readonly reason: null } | { readonly document: null; readonly reason: string };

/** Reads a file of a folder as the editor does: as an article or a bundle; or says (in a sentence) why it is neither. */
export function readAs(text: string, fileName: string, token: CancellationToken): Reading {
  const member = readMember(text, fileName);
  if (!member.isRead) return { document: null, reason: member.reason };
  return { document: parseDocument(text, member.kind === null ? { fileName } : { fileName, kind: member.kind }, token), reason: null };
}
