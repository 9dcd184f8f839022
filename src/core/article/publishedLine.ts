import { weekdayOf } from "../dates/calendarDate";
import { type FoundTime, findTime } from "../dates/clockTime";
import { type FoundDate, findDates } from "./dateText";
import { readByline } from "./byline";
import { monthNamed, weekdayNamed } from "../dates/months";
import { isOutletName, isTitleLike } from "./outlets";
import { isPersonName } from "./personName";
import { isFilingCity } from "./placeName";

/** A line that tells a date; offsets into the plain text of the line. */
export interface ReadPublishedLine {
  readonly date: FoundDate;
  readonly time: string | null;
  /** `updated` where the line only tells when the text was last changed. */
  readonly kind: "published" | "plain" | "updated";
  /** What else stands on the line ("Jane Roe", "The Daily Ledger"); empty for a pure date line. */
  readonly others: readonly string[];
}

const publishedWords = new Set(
  "published posted issued released created filed dated date publication pubdate first erschienen veröffentlicht publié publicado publicada pubblicato опубликовано gepubliceerd publicerad stand 发布 发布时间 时间 发表 発表 公開 掲載 입력 등록 نشر تاريخ النشر פורסם yayınlanma giriş tarihi cập nhật".split(
    " ",
  ),
);
const updatedWords = new Set(
  "updated update modified edited changed revised lastmod amended corrected aktualisiert mise actualisé maj actualizado aggiornato обновлено mis bijgewerkt uppdaterad 更新 修改 수정 güncelleme actualizada actualización zuletzt".split(
    " ",
  ),
);
const fillers = new Set(
  (
    "on at last the of am pm a.m p.m noon midnight local time edition est edt cst cdt mst mdt pst pdt et pt gmt utc bst cet cest eet msk ist sgt hkt jst read min mins minute minutes updated print version online final late early city metro national main home ago yesterday today days day hour week weeks " +
    "jour uhr le à um am den der el a las il alle ore uhr h heures hrs hours by from du de в г года час от am pm and" +
    "to und z t issue ngày tháng năm thứ hai ba tư sáu bảy chủ nhật lúc m d gada gün dan vol no nr posted h min ч мин kl klo klokken o’clock ob v ve o w dnia rok roku r г. л.с م هـ ش ה年 時 时 分 時間 오전 오후 上午 下午 凌晨 晚上 星期 週 周"
  ).split(" "),
);

function wordsAround(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{M}.]+/u)
    .map((word) => word.replace(/^\.+|\.{1,99}$/g, ""))
    .filter((word) => word !== "");
}

function roleOf(before: string): "published" | "updated" | null {
  let role: "published" | "updated" | null = null;
  for (const word of wordsAround(before)) {
    if (publishedWords.has(word)) role = "published";
    else if (updatedWords.has(word)) role = "updated";
  }
  return role;
}

/** The reading of an ambiguous date that the weekday on its line asks for, if only one of them fits. */
function settledByWeekday(date: FoundDate, around: string): FoundDate {
  if (date.ambiguous === null) return date;
  const named = wordsAround(around)
    .map((word) => weekdayNamed(word))
    .find((day) => day >= 0);
  if (named === undefined) return date;
  const falls = (iso: string): boolean =>
    weekdayOf({ year: Number(iso.slice(0, 4)), month: Number(iso.slice(5, 7)), day: Number(iso.slice(8)) }) === named;
  const dayFirst = falls(date.ambiguous.dayFirst);
  const monthFirst = falls(date.ambiguous.monthFirst);
  if (dayFirst === monthFirst) return date;
  return {
    ...date,
    iso: dayFirst ? date.ambiguous.dayFirst : date.ambiguous.monthFirst,
    ambiguous: null,
    habit: dayFirst ? "dayFirst" : "monthFirst",
  };
}

const americanZones = new Set(["EST", "EDT", "CST", "CDT", "MST", "MDT", "PST", "PDT", "ET", "PT"]);

/** Which reading is assumed while the corpus has not told: an American clock asks for the month first. */
function assumed(date: FoundDate, time: FoundTime | null): FoundDate {
  const american = americanZones.has(time?.zone ?? "");
  return date.ambiguous !== null && american ? { ...date, iso: date.ambiguous.monthFirst } : date;
}

function foreignWords(text: string): string[] {
  const time = findTime(text);
  const left = time === null ? text : `${text.slice(0, time.start)} ${text.slice(time.end)}`;
  return wordsAround(left).filter(
    (word) => !fillers.has(word) && !publishedWords.has(word) && !updatedWords.has(word) && weekdayNamed(word) < 0,
  );
}

/**
 * Whether a line is made like a date line though it gives no full date: "31 February 2044", "October 2044", "10:15 GMT",
 * "Updated 3 hours ago".
 */
export function isDateShaped(plain: string): boolean {
  if (plain.length > 60 || !/\p{Nd}/u.test(plain)) return false;
  if (/^\d{1,2}[/.-](?:19|20)\d\d$/.test(plain)) return true;
  const words = wordsAround(plain);
  if (!/^[^\p{L}]*\d{1,4}[./:-]\d{1,2}\b/u.test(plain) && words.length === 0) return false;
  const telling = (word: string): boolean =>
    monthNamed(word) > 0 ||
    weekdayNamed(word) >= 0 ||
    publishedWords.has(word) ||
    updatedWords.has(word) ||
    /^(?:gmt|utc|am|pm|ago|bst|est|edt|msk)$/.test(word);
  return (
    foreignWords(plain).every((word) => monthNamed(word) > 0 || /^(?:st|nd|rd|th)$/.test(word)) &&
    (words.some(telling) || /\d[./-]\d{1,2}[./-]\d/.test(plain))
  );
}

/** Whether words that have no place on a date line stand right beside a date ("The storm of 3 March 2013 and after"). */
function touchesWords(plain: string, dates: readonly FoundDate[], index: number): boolean {
  const date = dates[index];
  if (date === undefined) return false;
  const before =
    plain
      .slice(dates[index - 1]?.end ?? 0, date.start)
      .split(/[|•·–—,:;(]|\s-\s/u)
      .at(-1) ?? "";
  const after = plain.slice(date.end, dates[index + 1]?.start ?? plain.length).split(/[|•·–—,;()]|\s-\s/u)[0] ?? "";
  const name = before.replace(/\s{1,99}(?:on|at|published|posted|updated)\s*$/i, "").trim();
  if (/^\s*(?:in|under|filed under)\s+\p{Lu}[\p{L} &]{2,30}$/u.test(after))
    return foreignWords(before).length > 0 && readByline(name) === null;
  const namesSomeone =
    (index === 0 && /^\p{Lu}[\p{Lu}'’.-]{2,20}(?: \p{Lu}[\p{Lu}'’.-]{1,20}){0,2}$/u.test(name)) ||
    isPersonName(name) ||
    isOutletName(name) ||
    isFilingCity(name) ||
    readByline(name) !== null;
  const signed = /^\s+by\s+\p{L}[\p{L}\p{M}.'’ -]{1,50}$/iu.test(after) && after.split(" ").length <= 7;
  return (foreignWords(before).length > 0 && !namesSomeone) || (foreignWords(after).length > 0 && !signed);
}

/** Whether a text may share a line with a date: a byline, a name, an outlet, a place, an edition. */
function belongsToDateLine(text: string): boolean {
  return (
    foreignWords(text).length <= 1 ||
    isPersonName(text) ||
    isOutletName(text) ||
    readByline(text) !== null ||
    (foreignWords(text).length <= 2 && isTitleLike(text))
  );
}

/** "2031年3月4日 10:15 来源：维尔姆晚报 作者：林娜": fields on the line of a date. */
const beforeField = /[\s|]{1,99}(?=(?:来源|來源|作者|记者|記者|责任编辑|責任編輯|编辑|編輯|稿源|出处)[:：])/u;

/**
 * A date line: "Published: 3 March 2013 10:15 GMT", "3 March 2013 Last updated at 10:15 GMT", "Sunday, March 3rd, 2013",
 * "Jane Roe | 3 March 2013". Null where the line says more than a date line does. Published wins over updated.
 */
export function readPublishedLine(plain: string): ReadPublishedLine | null {
  if (plain.length > 200 || !/\p{Nd}/u.test(plain)) return null;
  const fields = plain.includes("：") || plain.includes(":") ? plain.split(beforeField) : [plain];
  if (fields.length > 1) {
    const at = fields.findIndex((field) => findDates(field).length > 0);
    const line = at < 0 ? null : readPublishedLine(fields[at] ?? "");
    if (line === null) return null;
    const found = plain.indexOf(fields[at] ?? "");
    return {
      ...line,
      date: { ...line.date, start: line.date.start + found, end: line.date.end + found },
      others: [...line.others, ...fields.filter((_, i) => i !== at)],
    };
  }
  const dates = findDates(plain);
  if (dates.length === 0 || dates.length > 3) return null;
  const picked: { date: FoundDate; kind: ReadPublishedLine["kind"]; after: string }[] = [];
  let from = 0;
  let outside = "";
  for (const [index, date] of dates.entries()) {
    const before = plain.slice(from, date.start);
    const after = plain.slice(date.end, dates[index + 1]?.start ?? plain.length);
    picked.push({ date, kind: roleOf(before) ?? "plain", after });
    outside += `${before} | `;
    from = date.end;
  }
  const rest = outside + plain.slice(from);
  const order = { published: 0, plain: 1, updated: 2 } as const;
  const best = [...picked].sort((a, b) => order[a.kind] - order[b.kind])[0];
  if (best === undefined) return null;

  const others: string[] = [];
  for (const segment of rest.split(/\s{0,99}[|•·]\s*|\s{1,99}[–—-]\s+|\s{0,99}\/\s+/u)) {
    if (foreignWords(segment).length > 0)
      others.push(
        segment
          .replace(/\s{1,99}(?:on|at|published|posted|updated)\s*$/i, "")
          .replace(/^[\s,;:()–—-]+|[\s,;:()–—-]{1,99}$/g, "")
          .replace(/\s+/g, " "),
      );
  }
  const tight = [...picked.keys()].some((index) => touchesWords(plain, dates, index));
  if (tight) return null;
  if (!/[|•·]/.test(plain) && others.some((other) => !belongsToDateLine(other))) return null;
  const foreign = others.reduce((sum, other) => sum + wordsAround(other).length, 0);
  if (foreign > 8 || others.some((other) => /[.!?]$/.test(other) && wordsAround(other).length > 3)) return null;
  const time = findTime(best.after) ?? (picked.length === 1 ? findTime(plain.slice(0, best.date.start)) : null);
  return { date: assumed(settledByWeekday(best.date, plain), time), time: time?.value ?? null, kind: best.kind, others };
}
