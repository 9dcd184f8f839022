/** What a metadata label ("Author:", "HEADLINE:", "Quelle:") says about its value. */
export type LabelRole = "headline" | "deck" | "byline" | "date" | "updated" | "publisher" | "url" | "dateline" | "body" | "metadata";

const roles = new Map<string, LabelRole>();
const add = (role: LabelRole, keys: string): void => { for (const key of keys.split(" ")) roles.set(key, role); };
add("headline", "headline title head hd heading titre titel título titolo заголовок überschrift schlagzeile 标题 標題 article-title");
add("deck", "subtitle deck standfirst subhead subheading subheadline summary description abstract excerpt teaser highlight dek untertitel");
add("byline", "byline author authors reporter writer by written-by reported-by story-by auteur autor autorin autore автор verfasser 作者 记者 creator");
add("date", "date published published-on published-at publication-date publish-date published-date date-published datepublished pubdate posted posted-on posted-at first-published first-posted created issued release-date pd datum fecha data дата veröffentlicht publié publié-le publicado опубликовано 发布时间 日期 created-at article-date");
add("updated", "updated last-updated updated-on updated-at last-modified modified last-update revised aktualisiert mis-à-jour lastmod");
add("publisher", "source publisher publication outlet newspaper site website publication-title sn site-name source-name news-source journal medium quelle fuente источник fonte bron 来源 來源 first-published-in originally-published-in originally-appeared-in publication-name");
add("url", "url link original-url original permalink source-url original-link original-article original-source canonical canonical-url document-url article-url web-link webpage web-page read-the-original-at read-the-original available-at retrieved-from read-more-at full-article read-the-full-article-at read-the-full-story-at via web adresse 原文链接 链接 weblink uri");
add("dateline", "dateline location place lieu ort lugar");
add("body", "body text full-text content lp td article-text story article");
add("metadata", "section length load-date language publication-type document-type subject subjects geographic graphic graphics series edition page pages copyright id doc-id document-id category categories kicker topic topics tags tag keywords keyword city state country person company organization ticker industry type rubric ressort rubrik section-name distribution journal-code acc-no word-count words wc la cy an notes correction-date correction database issn publication-info pub place-of-publication proquest-document-id features people companies slug layout draft image lang format guid desk status priority version accession-number retrieved accessed download-date");

/** A line that is a known label with its value; `valueAt` is an offset into the plain text. */
export interface ReadLabel {
  readonly role: LabelRole;
  readonly key: string;
  readonly value: string;
  readonly valueAt: number;
}

const layout = /^[^\p{L}]{0,3}([\p{L}][\p{L} _-]{0,34}?)\s?[:：]\s*/u;

/** Reads "Author: Jane Roe" and the like; null for every label that is not known as metadata. */
export function readLabel(plain: string): ReadLabel | null {
  const colon = plain.indexOf(":");
  if ((colon < 0 || colon >= 60) && !plain.includes("：")) return null;
  const match = layout.exec(plain.slice(0, 60));
  if (match === null) return null;
  const key = (match[1] ?? "").toLowerCase().trim().replace(/[\s_]+/g, "-");
  const role = roles.get(key);
  if (role === undefined) return null;
  const value = plain.slice(match[0].length).replace(/^"(.*)"$|^'(.*)'$/, "$1$2").trim();
  return { role, key, value, valueAt: match[0].length };
}
