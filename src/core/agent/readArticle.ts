import { agentLine } from "../text/escape";
import type { AgentCorpus, Call } from "./agentCorpus";
import { type Answer, fenced, longestAnswer, type NumberedLine } from "./answerText";

export interface ReadArguments {
  readonly id: string;
  readonly from_line?: number | undefined;
  readonly from_char?: number | undefined;
  readonly limit?: number | undefined;
}

/** So much of a line is shown at a time, in UTF-16 code units; written with escapes it takes eight times the room at most. */
const piece = 1000;
/** What stands around the text. */
const frame = 800;

/**
 * `read_article`: its lines with their numbers in the file, from character `from_char` (0-based) of line `from_line` (1-based), at most
 * `limit` characters.
 */
export async function readArticle(
  corpus: AgentCorpus,
  { id, from_line: fromLine = 1, from_char: fromChar = 0, limit = 8000 }: ReadArguments,
  { nonce }: Call,
): Promise<Answer> {
  const record = corpus.article(id);
  const document = await corpus.document(record);
  const { text, lines } = document;
  const citation = corpus.citation(record);
  const span = document.article(record.index).content;
  if (span === null) return { text: `${citation}\nThe article is empty.`, structured: { ids: [id], citations: [citation] } };
  const first = Math.max(lines.lineAt(span.start), fromLine - 1);
  const last = lines.lineAt(Math.max(span.start, span.end - 1));
  const shown: NumberedLine[] = [];
  let room = Math.min(limit, longestAnswer - frame);
  let rest: { readonly line: number; readonly char: number } | null = null;
  for (let at = first; at <= last && rest === null; at++) {
    const { start, end } = lines.spanOf(at);
    for (let from = start + (at === fromLine - 1 ? fromChar : 0); from < end && rest === null; from += piece) {
      const part = text.slice(from, Math.min(end, from + piece));
      if (part.trim() === "") continue;
      const size = agentLine(part, 8 * piece).length + String(at + 1).length + 2;
      if (size > room && shown.length > 0) rest = { line: at + 1, char: from - start };
      else {
        shown.push([at + 1, part]);
        room -= size;
      }
    }
  }
  const goesOn = rest === null ? "" : `from_line ${rest.line}${rest.char > 0 ? ` from_char ${rest.char}` : ""}`;
  return {
    text: `${citation}\n${fenced(shown, nonce, 8 * piece)}${goesOn === "" ? "" : `\nGoes on: ${goesOn} (to line ${last + 1}).`}`,
    structured: {
      ids: [id],
      citations: [citation],
      ...(rest !== null && { cursor: rest.char > 0 ? `${rest.line}:${rest.char}` : String(rest.line) }),
    },
  };
}
