import { hostOf } from "../article/hostName";
import { templateCandidates, type TemplateMember } from "../article/template";
import { articleRecord, type ArticleRecord } from "../corpus/articleRecord";
import type { ParsedDocument } from "../corpus/parseDocument";
import { folderOf } from "../corpus/places";
import { linkedTitles } from "../related/links/linkedTitles";
import { articleText, type ArticleText } from "../search/engine/articleText";
import type { TermNumbers } from "../search/engine/termNumbers";
import { factFields, type FactFields } from "../search/engine/searchableOf";
import { textHash } from "../text/textHash";
import { ownCopy } from "../util/ownCopy";
import type { StringPool } from "../util/stringPool";

/**
 * All that is found out from the text of an article but its names: a pure function of the text, its file's name, the lines that it
 * shares with others, and this program. Holds on to no text.
 */
export interface ArticleAnalysis {
  readonly record: ArticleRecord;
  /** Of its text with its markers, as `textHash` has it. */
  readonly hash: number;
  readonly fields: FactFields;
  readonly text: ArticleText;
  readonly creditLine: string | null;
  /** The titles that it lists or links to. */
  readonly listed: readonly string[];
}

/** Reads the article in slot `index` of a document. Its terms are numbered by `terms`. */
export function analyseArticle(
  uri: string,
  document: ParsedDocument,
  index: number,
  terms: TermNumbers,
  pool: StringPool,
): ArticleAnalysis | null {
  const slot = document.slots[index];
  if (slot === undefined) return null;
  const { text } = document;
  const article = document.article(index);
  const fields = factFields(text, article);
  return {
    record: articleRecord(uri, document, index, slot, article, pool),
    hash: textHash(text, slot.span),
    fields: {
      publisher: pool.own(fields.publisher),
      agency: pool.own(fields.agency),
      authors: fields.authors.map(ownCopy),
      dateline: fields.dateline.map((city) => pool.own(city) ?? city),
      language: fields.language,
    },
    text: articleText(text, article, terms),
    creditLine: article.creditLine === null ? null : ownCopy(article.creditLine.value),
    listed: linkedTitles(text, article).map(({ title }) => ownCopy(title)),
  };
}

/** With whom the article in slot `index` may share lines, and which: found in its own text, whatever is shared. */
export function templateMember(uri: string, document: ParsedDocument, index: number, pool: StringPool): TemplateMember {
  const { span, url } = document.plainArticle(index);
  const group = (url === null ? null : hostOf(url.value)) ?? folderOf(uri);
  return { group: pool.own(group) ?? group, candidates: templateCandidates(document.text, span) };
}
