import type { Article } from "../core/article/article";
import { parseDocument, type ParsedDocument } from "../core/corpus/parseDocument";
import { classifyText, type Classification } from "../core/recognition/recognition";
import { sampleLength } from "../core/recognition/textSample";
import type { CancellationToken } from "../core/util/cancellation";

/**
 * How sure the recogniser must be of something else before a file is left out. Who names a folder of articles wants all
 * of them, market reports and lists of results too; source code, logs and tables are well beyond this.
 */
const SURELY_OTHER = 0.999_996;
/** The same for a short text, in which a column or a bracket weighs more than it should. */
const SURELY_OTHER_IF_SHORT = 0.999_999_9;
const SHORT = 600;
/** Shares of lines say nothing where there are fewer than this: only a name that tells everything counts then. */
const FEW_LINES = 5;
/** The same for what bears the name of a note beside a corpus. */
const SURELY_A_NOTE = 0.99;
const noteName = /^(?:notes?|to-?do|index|contents|sources?|urls?|links?|logs?|credits|about|manifest|list)(?:[._ -].{0,20})?$/i;
/** The same for a file with markers: it is a bundle by the rules, but a pack of source files is none of articles. */
const SURELY_NO_BUNDLE = 0.8;

export type Reading = { readonly document: ParsedDocument; readonly reason: null } | { readonly document: null; readonly reason: string };

/** Reads a file of a folder as an article or a bundle, or says (in a sentence) why it is neither. */
export function readAs(text: string, fileName: string, token: CancellationToken): Reading {
  if (text.trim() === "") return { document: null, reason: "It is empty." };
  const document = parseDocument(text, { fileName }, token);
  if (document.kind === "article" && hasSignsOfNews(document.article(0))) return { document, reason: null };
  const looked = classifyText(text.slice(0, sampleLength), { fileName, truncated: text.length > sampleLength });
  if (document.kind === "bundle") {
    if (looked.kind === "article") return { document: parseDocument(text, { fileName, kind: "article" }, token), reason: null };
    if (looked.kind === "other" && looked.confidence >= SURELY_NO_BUNDLE) return left(looked);
  } else if (looked.kind === "other" && looked.confidence >= certaintyFor(document, fileName)) return left(looked);
  return { document, reason: null };
}

function certaintyFor(document: ParsedDocument, fileName: string): number {
  if (noteName.test(fileName)) return SURELY_A_NOTE;
  if (hasFewLines(document)) return 1;
  return document.text.length < SHORT ? SURELY_OTHER_IF_SHORT : SURELY_OTHER;
}

function hasFewLines({ text, lines }: ParsedDocument): boolean {
  let count = 0;
  for (let line = 0; line < lines.count && count < FEW_LINES; line++) {
    const { start, end } = lines.spanOf(line);
    if (text.slice(start, Math.min(end, start + 200)).trim() !== "") count++;
  }
  return count < FEW_LINES;
}

function left({ reasons }: Classification): Reading {
  return { document: null, reason: `It looks like no article: ${reasons.slice(0, 3).join(", ")}.` };
}

/** Two of what only news has, written out: no need for a closer look, which takes longer than reading the article. */
function hasSignsOfNews({ byline, dateline, datePublished, relatedList, urlBlock }: Article): boolean {
  const signs = [byline?.origin === "explicit", dateline !== null, datePublished !== null && datePublished.source !== "url", relatedList !== null, urlBlock !== null];
  return signs.filter(Boolean).length >= 2;
}
