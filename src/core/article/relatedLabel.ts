import { StartTable } from "../util/startTable";

const label =
  /^(?:[\p{S}\p{P}\s]{0,4})(?:related(?: (?:articles?|stor(?:y|ies)|posts?|news|coverage|links?|content|reading|pieces|reports?|items?))?|see also|see related|read also|also read|also in the news|more on this(?: story| topic)?|more (?:stories|articles|news|coverage|reading)(?: (?:on|about|like|from).{1,40})?|read (?:more|next|on)|further reading|recommended(?: (?:for you|stories|articles|reading|posts))?|you (?:may|might)(?: also)? (?:like|be interested in|enjoy|have missed).{0,20}|don['’]t miss|in other news|other stories|similar (?:articles|stories)|previous(?:ly)?(?: (?:coverage|articles|stories))?|earlier (?:coverage|stories|reports?)|background|on the same topic|from the archives?|more from .{2,40}|читайте также|смотрите также|по теме|материалы по теме|похожие (?:статьи|новости|материалы)|lesen sie auch|mehr zum thema|das könnte sie auch interessieren|(?:à )?lire aussi|sur le même sujet|lea también|lee también|noticias relacionadas|artículos relacionados|leggi anche|articoli correlati|leia também|lees ook|les også|läs också|相关新闻|相关阅读|相關新聞|延伸阅读|関連記事|관련기사)\s?(?<mark>[:：]?)\s*/iu;

/** What a label's first word, or the marks before it, may start with. */
const labelStarts = new StartTable(["rsamfydiopebplnéRSAMFYDIOPEBPLN \t\n\r!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"]);

/** A related list's label; `rest` is what stands behind it on the same line. */
export interface ReadRelatedLabel {
  readonly rest: string;
  readonly marked: boolean;
}

/** Reads "Related articles:" and its like; null for other text. `plain` may be a heading. */
export function readRelatedLabel(plain: string): ReadRelatedLabel | null {
  if (plain.length > 240 || labelStarts.at(plain.charCodeAt(0)) === 0) return null;
  const match = label.exec(plain);
  if (match === null) return null;
  const rest = plain.slice(match[0].length).trim();
  const marked = (match.groups?.["mark"] ?? "") !== "";
  if (rest !== "" && !marked) return null;
  return { rest, marked };
}
