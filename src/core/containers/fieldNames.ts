import { fullYear, isoDate, isValidDate } from "../dates/calendarDate";

/** What the columns of tables and the keys of records are called, by what they hold; letters and digits only. */
const names: Readonly<Record<string, string>> = {
  text:
    "text body content contents article articletext articlebody articlecontent bodytext fulltext fulltextcontent maintext story storytext storybody newstext newscontent newsbody contenttext plaintext cleantext cleanedtext rawtext pagetext mainbody document doc txt td paragraphs sentences " +
    "texto textocompleto cuerpo contenido conteudo corpo texte contenu corps inhalt volltext artikeltext artikelinhalt testo contenuto tekst treść tresc tekstas teksti innehåll brødtekst текст содержание тело 正文 内容 文章 本文 記事本文 기사 본문 내용 النص المحتوى متن",
  title:
    "title headline heading head hed articletitle newstitle storytitle pagetitle hd hl titre titel título titulo titolo überschrift schlagzeile tytuł tytul rubrik otsikko başlık baslik заголовок название 标题 標題 题目 タイトル 見出し 제목 العنوان عنوان",
  deck: "description shortdescription summary highlights leadparagraph subtitle subheadline subheading standfirst deck dek lead lede teaser abstract excerpt snippet intro chapeau untertitel vorspann resumen resumo sommario 摘要",
  date: "date published publishdate publisheddate publicationdate publishedat publishedon publishtime publishedtime datepublished datepublish datepublication pubdate pubtime publish pub pubdatetime dateofpublication posted postdate posteddate postedat datetime timestamp time releasedate articledate newsdate issuedate created createdat createddate pd datum erscheinungsdatum veröffentlicht fecha fechapublicacion data datapublicacao datapubblicazione datepublication дата датапубликации опубликовано 日期 时间 时间戳 发布时间 日付 公開日 날짜 التاريخ",
  url: "url link href sourceurl articleurl permalink canonical canonicalurl canonicallink weburl webpage originalurl fullurl pageurl newsurl targeturi uri enlace lien ссылка адрес 链接 网址",
  source:
    "source sourcename newssource publisher publication publicationname publicationtitle newspaper outlet newsoutlet site sitename website domain sourcedomain hostname host medium media mediaoutlet mediaoutletname medianame sitefull journal sn provider brand channel publishername quelle zeitung fuente periodico medio fonte veículo veiculo testata bron источник издание 来源 來源 媒体 出处 매체 언론사 المصدر",
  author:
    "author authors byline bylines writer writers reporter reporters journalist journalists creator creators contributor contributors authorname authornames by auteur auteurs autor autores autori autore autorin verfasser автор авторы 作者 记者 記者 기자 الكاتب",
  dateline: "dateline datelinecity location place filedfrom city ort lieu lugar",
  section:
    "section sectionname category categories topic topics newsdesk desk rubric rubrique ressort rubrik sección seccion sezione label class subject theme genre tags keywords",
  updated: "updated updatedat lastupdated modified modifieddate datemodified lastmodified lastmod dateupdated updateddate modifiedat",
  id: "id articleid newsid storyid docid documentid docno uuid guid key index idx number nr no num rowid itemid recordid accessionnumber an",
  language: "language lang langcode sprache langue idioma",
};

const fieldOf = new Map<string, string>();
for (const [field, all] of Object.entries(names)) for (const name of all.split(" ")) if (!fieldOf.has(name)) fieldOf.set(name, field);

/** The name without what spellings differ in: "Published_At", "published at" and "publishedAt" are one. */
function folded(name: string): string {
  return name
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** What a column or key called `name` holds, by its name; null for what has none of the usual names. */
export function fieldNamed(name: string): string | null {
  if (name.length > 60) return null;
  const plain = folded(name);
  const found = fieldOf.get(plain) ?? fieldOf.get(bare(plain));
  if (found !== undefined) return found;
  // A nested key is known by its last part too; an id there is another thing's.
  const last = /[.:](?=[^.:]+$)(.+)$/.exec(name)?.[1];
  const nested = last === undefined ? null : fieldNamed(last);
  return nested === "id" ? null : nested;
}

/** Without what is put around a name and says nothing of the field. */
function bare(plain: string): string {
  return plain
    .replace(/^(?:article|news|story|item|post|meta|dc|og|page|web|fields)(?=.)/, "")
    .replace(/(?<=.)(?:rendered|text|value|plain|name|raw|main|original|full|encoded)$/, "");
}

/** How good a name is among those for one field: the lower the better. */
export function nameRank(field: string, name: string): number {
  const at = (names[field] ?? "").split(" ").indexOf(folded(name));
  return at < 0 ? 1000 : at;
}

/** A value as it is to be read: lists in the notation of some language are names with commas between. */
export function plainValue(value: string): string {
  const plain = value.trim();
  if (plain.startsWith("[") && plain.endsWith("]")) {
    const items = [...plain.matchAll(/"((?:[^"\\]|\\.){0,500})"|'((?:[^'\\]|\\.){0,500})'/g)].map((item) => item[1] ?? item[2] ?? "");
    return items.length > 0 ? items.join(", ") : plain.slice(1, -1).trim();
  }
  return /^(?:nan|null|none|n\/a|na|nil|undefined|-)$/i.test(plain) ? "" : plain;
}

/** A time in seconds, milliseconds or microseconds since 1970, "20131115…" or "131115" as `YYYY-MM-DD`; else as it is. */
export function dateValue(value: string): string {
  const plain = value.trim();
  const short = /^(\d{2})(\d{2})(\d{2})$/.exec(plain);
  if (short !== null && isValidDate({ year: 2000, month: Number(short[2]), day: Number(short[3]) }))
    return isoDate({ year: fullYear(short[1] ?? ""), month: Number(short[2]), day: Number(short[3]) });
  const compact = /^((?:19|20)\d{2})([01]\d)([0-3]\d)(?:T?\d{4,6}Z?)?$/.exec(plain);
  if (compact !== null) return `${compact[1] ?? ""}-${compact[2] ?? ""}-${compact[3] ?? ""}`;
  const epoch = /^(\d{9,10})(?:\.\d{1,9})?$|^(\d{12,13})$|^(\d{15,16})$/.exec(plain);
  if (epoch === null) return plain;
  const seconds =
    epoch[1] !== undefined ? Number(epoch[1]) : epoch[2] !== undefined ? Number(epoch[2]) / 1000 : Number(epoch[3]) / 1_000_000;
  return civilDate(Math.floor(seconds / 86_400));
}

/** The calendar's day for a count of days since 1970-01-01 (Howard Hinnant's civil_from_days). */
function civilDate(days: number): string {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
