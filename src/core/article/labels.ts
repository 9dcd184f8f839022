/**
 * What a metadata label ("Author:", "HEADLINE:", "Quelle:", a key of a front matter) says about its value. `owner` is who
 * publishes the publication, `created` a date that may be that of the copy, `credit` an author where there is no byline.
 */
export type LabelRole =
  | "headline"
  | "deck"
  | "byline"
  | "credit"
  | "date"
  | "created"
  | "updated"
  | "publisher"
  | "owner"
  | "host"
  | "url"
  | "dateline"
  | "body"
  | "metadata";

/**
 * The labels of archives, scrapers and clippers: LexisNexis, Nexis Uni, ProQuest, Factiva; trafilatura, newspaper, news-please,
 * meta tags, RSS; Obsidian and other Markdown clippers; Jekyll, Hugo; e-mail. Keys are squashed: lower case, letters alone.
 */
const table: readonly (readonly [LabelRole, Readonly<Record<string, string>>])[] = [
  [
    "headline",
    {
      en: "headline title head hd heading articletitle documenttitle titlepage subject",
      de: "überschrift schlagzeile titelzeile",
      fr: "titre",
      es: "titel título titular",
      it: "titolo",
      nl: "kop",
      ru: "заголовок название",
      sv: "rubrik",
      pl: "tytuł",
      tr: "başlık",
      zh: "标题 標題 题目 題目 题名",
      ja: "タイトル 見出し 件名",
      ko: "제목",
      ar: "العنوان عنوان",
      he: "כותרת",
      fa: "عنوان تیتر",
    },
  ],
  [
    "deck",
    {
      en: "subtitle deck standfirst subhead subheading subheadline summary description abstract excerpt teaser highlight highlights dek lede ogdescription metadescription documentabstract",
      de: "untertitel vorspann zusammenfassung",
      fr: "chapeau souschapeau encart résumé",
      es: "subtítulo resumen bajada entradilla",
      it: "sottotitolo sommario",
      ru: "подзаголовок аннотация",
      zh: "摘要 副标题 副標題",
    },
  ],
  [
    "byline",
    {
      en: "byline author authors reporter reporters writer writers by writtenby reportedby storyby creator dccreator articleauthor contributor contributors correspondent from",
      de: "autor autoren autorin verfasser",
      fr: "auteur auteurs",
      es: "autora autores",
      it: "autore autori",
      nl: "auteur",
      ru: "автор авторы",
      sv: "skribent",
      pl: "autorka autorzy",
      pt: "repórter",
      tr: "yazar",
      zh: "作者 记者 記者 撰文 撰稿 文",
      ja: "著者 筆者 執筆者",
      ko: "기자 작성자",
      ar: "بقلم الكاتب المؤلف",
      he: "מאת כתב",
      fa: "نویسنده خبرنگار",
    },
  ],
  ["credit", { en: "credit" }],
  [
    "date",
    {
      en:
        "date published publishedon publishedat publicationdate publishdate publisheddate datepublished datepublish pubdate posted postedon postedat firstpublished firstposted issued issuedate releasedate pd " +
        "publishedtime articledate datetime dcdate dateline1 dateposted dateissued timestamp pubtime publishtime",
      de: "datum veröffentlicht erscheinungsdatum",
      fr: "publié publiéle datedepublication",
      es: "fecha publicado fechadepublicación",
      it: "data pubblicato",
      pt: "publicadoem datadepublicação",
      nl: "gepubliceerd",
      ru: "дата опубликовано датапубликации",
      pl: "opublikowano",
      tr: "tarih yayınlanma",
      zh: "时间 時間 日期 发布时间 發布時間 发表时间 發表時間 发布日期 發布日期 出版日期",
      ja: "公開日 日付 掲載日 配信日時 日時",
      ko: "날짜 입력 등록 발행일",
      ar: "التاريخ تاريخ تاريخالنشر",
      he: "תאריך פורסם",
      fa: "تاریخ",
    },
  ],
  ["created", { en: "created createdat creationdate filed filedate dateadded added" }],
  [
    "updated",
    {
      en: "updated lastupdated updatedon updatedat lastmodified modified modifiedtime datemodified datemodify lastupdate revised lastmod",
      de: "aktualisiert",
      fr: "misàjour",
      es: "actualizado",
      it: "aggiornato",
      ru: "обновлено",
      zh: "更新时间 更新時間 更新",
      ko: "수정",
    },
  ],
  [
    "publisher",
    {
      en:
        "source publication outlet newspaper site website publicationtitle publicationname sitename sn sourcename newssource journal medium journaltitle magazine paper media " +
        "firstpublishedin originallypublishedin originallyappearedin ispartof feed feedtitle publicationinfo publicationinformation",
      de: "quelle zeitung",
      fr: "source nomdepublication publicationtitre",
      es: "fuente periódico",
      pt: "jornal",
      it: "fonte testata",
      nl: "bron",
      ru: "источник издание",
      pl: "źródło gazeta",
      tr: "kaynak gazete",
      zh: "来源 來源 媒体 媒體 报纸 稿源 文章来源 新闻来源",
      ja: "出典 媒体 新聞",
      ko: "출처 매체 언론사",
      ar: "المصدر",
      he: "מקור",
      fa: "منبع",
    },
  ],
  ["owner", { en: "publisher dcpublisher provider", de: "verlag herausgeber", fr: "éditeur", es: "editorial editora" }],
  ["host", { en: "hostname domain host sourcedomain sourceurl siteurl" }],
  [
    "url",
    {
      en:
        "url link original originalurl permalink originallink originalarticle originalsource canonical canonicalurl canonicallink documenturl articleurl weblink webpage readtheoriginalat readtheoriginal " +
        "availableat retrievedfrom readmoreat fullarticle readthefullarticleat readthefullstoryat via web uri warctargeturi",
      de: "adresse",
      zh: "原文链接 原文連結 链接 連結 网址 網址",
      ja: "リンク",
      ko: "링크 원문",
      ru: "ссылка",
    },
  ],
  ["dateline", { en: "dateline location place", de: "ort", fr: "lieu", es: "lugar", zh: "地点 地點" }],
  [
    "body",
    {
      en: "body text fulltext content lp td articletext articlebody maintext story article contentencoded",
      de: "volltext",
      fr: "corps textecomplet",
      es: "textocompleto",
      zh: "正文 内容 內容 全文",
      ja: "本文",
      ko: "본문 내용",
      ru: "текст",
    },
  ],
  [
    "metadata",
    {
      en:
        "section length loaddate language publicationtype documenttype subjects geographic graphic graphics series edition page pages copyright id docid documentid category categories kicker topic topics tags tag " +
        "keywords keyword city state country person company organization organisation ticker industry type sectionname distribution journalcode accno wordcount words wc la cy an notes correctiondate correction database " +
        "issn publicationyear placeofpublication countryofpublication publicationsubject proquestdocumentid features people companies slug layout draft image lang format guid desk status priority version accessionnumber " +
        "retrieved accessed accessdate downloaddate datedownload downloaded clipped saved crawled fingerprint license pagetype identifierkeyword identifier companyorganization businessindexingterm sourcetype " +
        "languageofpublication numberofpages firstpage volume issue column doi classification links document name aliases cssclasses authorurl authoremail topimage movies metakeywords metalang imageurl localpath filename to cc " +
        "bcc replyto messageid mimeversion contenttype contenttransferencoding listid returnpath received xmailer references inreplyto sender organisationname lists newsgroups comments permission rights byteline art " +
        "newspaperlocation newspapercode publicationcode sourcecode timeofday weekday views shares likes wordsnumber charactercount mediatype filetype docno rank score sentiment label split index",
      de: "ressort rubrik länge sprache update seite ausgabe stichworte schlagwörter",
      fr: "rubrique longueur langue datechargement typepublication page pages motsclés",
      es: "sección longitud idioma páginas etiquetas",
      it: "sezione lunghezza lingua",
      nl: "sectie lengte taal",
      zh: "责任编辑 責任編輯 编辑 編輯 关键词 關鍵詞 分类 分類 版面 版次 标签",
      ja: "カテゴリ タグ",
      ko: "분류 태그",
      ru: "рубрика раздел теги",
    },
  ],
];

const roles = new Map<string, LabelRole>();
for (const [role, languages] of table) {
  for (const keys of Object.values(languages)) for (const key of keys.split(" ")) if (!roles.has(key)) roles.set(key, role);
}

/** A line that is a known label with its value; `valueAt` is an offset into the plain text. */
export interface ReadLabel {
  readonly role: LabelRole;
  /** Squashed: lower case, letters alone. */
  readonly key: string;
  readonly value: string;
  readonly valueAt: number;
}

const layout =
  /^[^\p{L}]{0,3}(\p{L}[\p{L}\p{M} _/&.-]{0,34}?(?:[:_](?=[\p{L}_]{4,20}\s?[:：])[\p{L}_]{4,20})?)\s?(?:[:：]|(?<=^\p{Script=Han}{1,4})\s?[｜|丨/／])\s*/u;
const metaPrefix = /^(?:og|article|dc|dcterms|twitter|parsely|meta|citation|news)[:._]/;

/** A label as the table has it: "og:site_name", "Site Name" and "sitename" are one. */
function squashedKey(label: string): string {
  return label
    .toLowerCase()
    .replace(metaPrefix, "")
    .replace(/[^\p{L}\p{M}]+/gu, "");
}

/** What a label or the key of a front matter means; null for one that is not known. */
export function roleOfLabel(label: string): { readonly role: LabelRole; readonly key: string } | null {
  const key = squashedKey(label);
  const role = roles.get(key);
  return role === undefined ? null : { role, key };
}

/** Reads "Author: Jane Roe" and the like; null for every label that is not known as metadata. */
export function readLabel(plain: string): ReadLabel | null {
  const colon = plain.indexOf(":");
  if ((colon < 0 || colon >= 60) && !/^.{0,24}[：｜|丨／]|^文\//u.test(plain)) return null;
  const match = layout.exec(plain.slice(0, 60));
  if (match === null) return null;
  const known = roleOfLabel(match[1] ?? "");
  if (known === null) return null;
  const value = plain
    .slice(match[0].length)
    .replace(/^"(.*)"$|^'(.*)'$/, "$1$2")
    .trim();
  return { ...known, value, valueAt: match[0].length };
}
