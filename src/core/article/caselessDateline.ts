import { isAgency } from "./agencies";
import { withAsciiDigits } from "./dateText";

interface Found {
  readonly start: number;
  readonly end: number;
}

/** What a dateline of a script without capitals says, and who signs in it; offsets into the text. */
export interface CaselessDateline {
  readonly end: number;
  readonly place: (Found & { readonly text: string; readonly cities: readonly string[] }) | null;
  readonly agency: (Found & { readonly name: string }) | null;
  readonly signed: (Found & { readonly text: string }) | null;
}

/** A wire service as Arabic, Persian, Hebrew, Japanese, Korean and Chinese texts write it. */
const agencyNames =
  "رويترز|أ ف ب|ا ف ب|أ\\.ف\\.ب|فرانس برس|د ب أ|وام|سانا|واس|قنا|بنا|كونا|بترا|أسوشيتد برس|الأناضول|شينخوا|سبوتنيك|نوفوستي|ایرنا|ایسنا|فارس|مهر|تسنیم|רויטרס|ロイター|時事|共同|AFP時事|AFP|ＡＦＰ|CNN|연합뉴스|뉴시스|뉴스1|로이터|로이터연합뉴스|AP연합뉴스|AP|Reuters";
const hanAgency = "\\p{Script=Han}{1,4}[社网網]|本[报報刊]";

const chinese = new RegExp(
  `^[（(【]?(?<agency>${hanAgency})[，,]?(?<place>(?:\\p{Script=Han}|／|/|、){2,12})(?:\\d{1,2}月)?\\d{1,2}日(?:专|專|\\p{Script=Han}{2})?[电電讯訊](?:\\s?[（(](?:\\p{Script=Han}{2,4})?[记記]者[:： ]?(?<signed>[^（()）]{2,40})[)）])?[】）)]?[\\s:：-]*`,
  "u",
);
const chinesePlain = new RegExp(
  `^[（(【](?:(?<agency>${hanAgency})?[记記]者(?<signed>\\p{Script=Han}{2,3})|(?<agencyAlone>${hanAgency}))[／/]?(?<place>\\p{Script=Han}{2,4})?(?:\\d{1,2}日)?(?:[综綜]合)?(?:[报報][导道導]|[电電讯訊])[】）)][\\s:：-]*`,
  "u",
);
const chinesePlace = /^[（(【](?<place>\p{Script=Han}{2,6})(?:\d{1,2}月)?\d{1,2}日(?:专|專|综合|綜合)?(?:外)?[电電讯訊][】）)][\s:：-]*/u;
const bracketed =
  /^[【［[（(〔](?:(?<place>[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}ー・]{2,12}|\p{Script=Hangul}{2,8})\s?[＝=]\s?(?<signed>[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}\p{Script=Hangul}ー・ \d]{2,12})|(?<placeDated>[\p{Script=Han}\p{Script=Katakana}ー・]{2,12})\s?(?:(?:\d{1,2}月)?\d{1,2}日)?\s?(?<agency>ロイター|共同|時事|AFP=時事|AFP|ＡＦＰ)|(?:\d{1,2}月)?\d{1,2}日\s?(?<agencyDated>AFP|ＡＦＰ|CNN|ロイター))[】］\]）)〕][\s\-－―:：]*/u;
const koreanSigned = /^(?<signed>\p{Script=Hangul}{2,4})\s?(?:기자|특파원)\s?[=＝-]\s*/u;
const spaced = new RegExp(
  `^(?<place>\\p{Lo}[\\p{Lo}\\p{M}\\u200c'’״׳-]{1,24}(?:[ /]\\p{Lo}[\\p{Lo}\\p{M}\\u200c'’״׳-]{1,24}){0,2})(?:\\s?[،,]\\s?\\d{1,2} [\\p{Lo}\\p{M}]{2,12})?\\s?(?:[(（](?<agency>[^()（）]{2,20})[)）]|[-–—] ?(?<agencyDashed>${agencyNames}))?\\s*(?<mark>[-–—－:：]+)\\s*(?=\\S)`,
  "u",
);

function part(match: RegExpExecArray, text: string | undefined): Found | null {
  if (text === undefined || text === "") return null;
  const start = match.index + match[0].indexOf(text);
  return { start, end: start + text.length };
}

/**
 * The dateline of a lead in a script without capitals: "新华社维尔姆3月4日电", "【ジュネーブ＝山田太郎】", "[서울=연합뉴스]",
 * "فيلم (رويترز) -", "서울 — ". Null where there is none.
 */
export function readCaselessDateline(original: string): CaselessDateline | null {
  const text = withAsciiDigits(original);
  if (!/^[\p{Lo}【［[（(〔]/u.test(text)) return null;
  let match = chinesePlain.exec(text) ?? chinese.exec(text) ?? chinesePlace.exec(text) ?? bracketed.exec(text);
  if (match === null) {
    match = spaced.exec(text);
    const agency = match?.groups?.["agency"];
    if (match === null || (agency !== undefined && !isAgency(agency) && !new RegExp(`^(?:${agencyNames})$`, "u").test(agency))) return null;
    const { mark = "", agencyDashed } = match.groups ?? {};
    // Without an agency the mark has to be a long dash, and set apart.
    const isPlain = agency === undefined && agencyDashed === undefined;
    if (isPlain && !/[–—]/.test(mark)) return null;
    if (isPlain && mark.length === 1 && !/\s[–—]\s$/u.test(match[0])) return null;
    if (isPlain && /\p{Script=Han}/u.test(match[0]) && match[0].length > 9) return null;
  }
  const { place, placeDated, agency, agencyAlone, agencyDated, agencyDashed, signed } = match.groups ?? {};
  let end = match[0].length;
  let by = signed;
  let from = agency ?? agencyAlone ?? agencyDated ?? agencyDashed;
  if (by !== undefined && (isAgency(by) || new RegExp(`^(?:${agencyNames})$`, "u").test(by))) {
    from = by;
    by = undefined;
  }
  const behind = koreanSigned.exec(text.slice(end));
  let signedAt = part(match, by);
  if (behind !== null) {
    by = behind.groups?.["signed"];
    signedAt = { start: end, end: end + (by?.length ?? 0) };
    end += behind[0].length;
  }
  const named = place ?? placeDated;
  const at = part(match, named);
  const agencyAt = /^本[报報]/.test(from ?? "") ? null : part(match, from);
  if (at === null && agencyAt === null && signedAt === null) return null;
  return {
    end,
    place: at === null || named === undefined ? null : { text: named, ...at, cities: named.split(/[／/、]/u) },
    agency: agencyAt === null || from === undefined ? null : { name: from, ...agencyAt },
    signed: signedAt === null || by === undefined ? null : { text: by, ...signedAt },
  };
}
