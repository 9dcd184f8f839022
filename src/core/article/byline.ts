import { StartTable } from "../util/startTable";
import { findDates } from "./dateText";
import { isFilingCity } from "./placeName";
import { isAgency } from "./agencies";
import { isOrganizationName, isOutletName, isTitleLike } from "./outlets";
import { isSectionName } from "./sectionName";
import { displayPersonName, isPersonName } from "./personName";

/** An author as signed: `signed` is how the name stands in the text. */
export interface SignedAuthor {
  readonly name: string;
  readonly signed: string;
  readonly kind: "person" | "organization";
}

export interface ReadByline {
  /** What stands behind "By". */
  readonly text: string;
  readonly authors: readonly SignedAuthor[];
  /** An outlet that the byline names beside the author ("Jane Roe | The Daily Ledger"). */
  readonly outlet: string | null;
}

const by =
  /^(?:(?:(?:an? )?exclusive|story|report|text|words|article|(?:news )?analysis|opinion|column|commentary|essay|feature|profile|dispatch|special report|investigation|written|posted|reported|reporting|published|submitted|guest post|review|interview)\s+)?by(?:\s*:)?\s+/i;
const foreignBy =
  /^(?:(?:ein bericht |geschrieben |verfasst )?von|par|(?:escrito )?por|(?:scritto )?da|di|door|av|af|przez|автор(?:ы)?|текст|fra|de|yazan|oleh|penulis)\s*:?\s+/iu;
/** Words that name an author only with a colon behind them. */
const labelBy =
  /^(?:text|texte|texto|testo|tekst|tekstas|szöveg|szerző|írta|autore?s?|autor(?:en|in)?|auteure?s?|reporter|journalist|haber|بقلم|كتب|كتبت|الكاتب|نویسنده|מאת|כתב|רשות)\s*[:：|｜]\s*/iu;
const caselessBy = /^(?:بقلم|كتبت?|מאת)\s*[-–—:]?\s+/u;
/** "記者王小明／台北報導", "本报记者 李明华 日内瓦报道", "文｜李明华", "作者：林娜". */
const chineseBy =
  /^(?:[（(【[])?(?:本[报報刊台网網]\p{Script=Han}{0,4}|\p{Script=Han}{1,5}[社网網])?\s?(?:(?:特派|特约|特約|见习|實習|实习|首席|资深|驻\p{Script=Han}{2,4})?(?:记者|記者|通讯员|通訊員|撰稿人?|撰文|作者|文)(?!\p{Script=Han}*[者员員]))\s?[:：｜|/／丨]?\s*(.{2,40})$/u;
const chineseRest = /\s{0,9}[／/]?\s{0,9}\p{Script=Han}{0,8}(?:报道|報導|報道|电|電|综合报道|摄影|攝影|专稿)?[）)】\]]?$/u;
/** "김민수 기자", "김민수 특파원 minsu@…". */
const koreanBy =
  /^[[(]?(?:\p{Script=Hangul}{2,8}\s?[=＝]\s?)?((?:\p{Script=Hangul}{2,4}[\s,·]{1,2}){0,3}\p{Script=Hangul}{2,4})\s?(?:선임|인턴|전문|수습|객원)?\s?(?:기자|특파원|논설위원)[\])]?(?:\s*[=＝])?$/u;
/** What `by` and the like may start with; "é" stands for all but ASCII. */
const byStarts = new StartTable(["abcdefghijoprstvwéABCDEFGHIJOPRSTVW[("]);
const separators =
  /\s{0,99}[,;，；、]\s*(?:(?:and|und|et|y|e|и|og|och|&)\s+)?|\s{1,99}(?:and|und|et|y|e|и|og|och|i|with|avec|mit|con|&|\+)\s+/iu;
const courtesy = /^(?:Dr|Prof|Professor|Mr|Mrs|Ms)\.?\s+(?=\p{Lu})/u;
const degree = /^(?:Ph\.?D|M\.?D|M\.?A|B\.?A|MBA|MP|QC|KC|Esq)\.?$/;
const behindName = /\s{1,99}(?:in|at|for|of|from|with)\s+(?=(?:the\s)?\p{Lu})/u;
const affiliation =
  /(?:writer|reporter|correspondent|editor|columnist|contributor|analyst|staff|bureau|chief|producer|journalist|service|desk|photographer|critic|intern|fellow|professor|director|contributing|special to|reporting|affairs|author)/i;
const staff =
  /^(?:our |the |a )?(?:own |foreign |special |online |news |web |political |diplomatic |local |sports? )*(?:staff|correspondents?|reporters?|agenc(?:y|ies)|wires?|newsroom|editors?|editorial|newsdesk|desk|team|bureau|contributors?)(?: (?:staff|board|team|writers?|reporters?|correspondents?|reports?|desk|and agencies|and wires))*$/i;
const address =
  /(?:\s(?:at|on)(?=\s[\w.+-]{1,40}@))?[\s,(|–—-]{0,99}(?:\(?@[A-Za-z0-9_]{2,30}\)?|<?[\w.+-]{1,40}@[\w-]{1,40}(?:\.[\w-]{1,20}){1,4}>?)[\s)]*/g;

function asAuthor(raw: string): SignedAuthor | null {
  const signed = raw.replace(/^[\s,;:–—-]+|[\s,;:–—-]{1,99}$/g, "").replace(/\s{0,99}\([^()]{0,60}\)$/, "");
  if (signed === "" || signed.length > 60) return null;
  if (staff.test(signed)) return { name: signed, signed, kind: "organization" };
  if (isOrganizationName(signed) && !/^\p{Lu}\.?\s/u.test(signed)) return { name: signed, signed, kind: "organization" };
  if (isPersonName(signed)) return { name: displayPersonName(signed.replace(courtesy, "")), signed, kind: "person" };
  return null;
}

/** A name in a script without capitals, where something says that a name stands here. */
function asCaselessAuthor(raw: string): SignedAuthor | null {
  const signed = raw.trim();
  const isName =
    /^[\p{Lo}\p{M}\u200c]{2,20}(?:[ ·・][\p{Lo}\p{M}\u200c.]{1,20}){1,4}$/u.test(signed) ||
    /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}ー·・]{2,12}$/u.test(signed);
  return isName ? { name: signed, signed, kind: isOrganizationName(signed) ? "organization" : "person" } : null;
}

/** Authors of bylines in scripts without capitals: "記者王小明／台北報導", "김민수 기자", "بقلم: أحمد علي". */
function readCaselessByline(plain: string): ReadByline | null {
  const bare = plain.replace(address, "").trim();
  const korean = koreanBy.exec(bare);
  const chinese = korean === null ? chineseBy.exec(bare) : null;
  const labelled = korean === null && chinese === null ? (labelBy.exec(bare) ?? caselessBy.exec(bare)) : null;
  let text = korean?.[1] ?? "";
  if (chinese !== null) {
    text = (chinese[1] ?? "").replace(/(?<=\p{Script=Han})[\s／/].*$/u, "");
    // "记者李明华日内瓦报道": the name is what is left of place and verb.
    if (/(?:报道|報導|報道|电|電)$/u.test(text)) text = text.replace(chineseRest, "").slice(0, 4);
    if (!/^(?:[\p{Script=Han}·]{2,12}|\p{Script=Han}{2,4}(?:[、，, ]\p{Script=Han}{2,4}){1,6})$/u.test(text)) return null;
    if (!/[:：｜|/／丨\s]|记者|記者/u.test(bare.slice(0, bare.indexOf(text)))) return null;
  } else if (labelled !== null) text = bare.slice(labelled[0].length).trim();
  if (text === "" || text.length > 60 || /[.!?。]$/u.test(text)) return null;
  const authors = text
    .split(korean !== null || chinese !== null ? /[\s,，、;；]+/u : /\s{0,99}[,،;؛、，]\s*(?:و)?/u)
    .flatMap((piece) => asCaselessAuthor(piece) ?? []);
  return authors.length > 0 ? { text, authors, outlet: null } : null;
}

/** "JOHN SMITH Associated Press Writer": a name, then what he is. */
function splitRole(text: string): SignedAuthor | null {
  const words = text.split(" ");
  for (let take = Math.min(4, words.length - 1); take >= 2; take--) {
    const name = words.slice(0, take).join(" ");
    const rest = words.slice(take).join(" ");
    const shouted = name === name.toUpperCase() && rest !== rest.toUpperCase();
    const outlet = /^(?:THE|The)\s/.test(rest) && isOutletName(rest);
    if (isOutletName(name)) continue;
    if (/\s(?:de|da|do|del|di|du|la|le|van|von|der|den|ter|bin|al|el)$/i.test(name)) continue;
    if (
      (shouted || outlet || affiliation.test(rest) || isOutletName(rest)) &&
      !affiliation.test(name) &&
      isPersonName(name) &&
      (shouted || outlet || take < 4)
    ) {
      if (shouted && take > 2 && isOutletName(words.slice(take - 1).join(" "))) continue;
      if (!shouted && !outlet && take > 2 && !/(?:^|\s)(?:\p{Lu}\.|de|van|von|al|bin)(?:\s|$)/u.test(name)) continue;
      return { name: displayPersonName(name), signed: name, kind: "person" };
    }
  }
  return null;
}

/**
 * "Omar Wells Velm Morning Post Staff Writers": one more author, with the paper that all of them write for; not "Deputy Foreign
 * Editor".
 */
function isNameWithOutlet(piece: string): boolean {
  const split = splitRole(piece);
  return (
    split !== null &&
    isOutletName(
      piece
        .slice(split.signed.length)
        .trim()
        .replace(/\s(?:(?:Senior |Special )?(?:Staff )?(?:Writers?|Reporters?|Correspondents?|Editors?))$/, ""),
    )
  );
}

/** Whether what stands beside an author, behind a bar, may be an outlet's name though nothing in it says so. */
export function isOutletLike(text: string): boolean {
  return (
    /^[\p{Lu}\p{Lo}\d]/u.test(text) &&
    text.length <= 40 &&
    text.split(" ").length <= 5 &&
    isTitleLike(text) &&
    !isFilingCity(text) &&
    !affiliation.test(text) &&
    !isSectionName(text) &&
    findDates(text).length === 0
  );
}

/**
 * The authors of a signature ("Jane Roe and John Doe, Staff Writers", "Jane Roe in Velm and John Doe"), at most 20;
 * empty where it does not read like one.
 */
export function readAuthors(text: string): { authors: SignedAuthor[]; outlet: string | null } {
  const authors: SignedAuthor[] = [];
  let outlet: string | null = null;
  const bars = text
    .replace(address, " ")
    .split(/\s{0,99}[|•·/]\s*|\s{1,99}[–—-]\s+/u)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  for (const [bar, part] of bars.entries()) {
    if (bar > 0) {
      const found = findDates(part).length === 0 ? asAuthor(part) : null;
      if (found?.kind === "person" && bars.length === 2 && authors.length > 0 && isFilingCity(part)) continue;
      const barred = text.includes(`| ${part}`) || text.includes(`|${part}`);
      if (isAgency(part)) continue;
      if (isOutletName(part) || (barred && isOutletLike(part))) outlet ??= part;
      else if (found?.kind === "person") authors.push(found);
      continue;
    }
    const pieces = part.split(separators).filter((piece) => piece !== "");
    for (const [index, piece] of pieces.entries()) {
      if (authors.length >= 20) break;
      const previous = authors.at(-1);
      if (index > 0 && previous !== undefined && /^(?:Jr|Sr|II|III|IV)\.?$/.test(piece)) {
        authors[authors.length - 1] = { ...previous, name: `${previous.name}, ${piece}`, signed: `${previous.signed}, ${piece}` };
        continue;
      }
      if (index > 0 && degree.test(piece)) continue;
      if (
        index > 0 &&
        authors.length > 0 &&
        (isFilingCity(piece) || (affiliation.test(piece) && !staff.test(piece) && !isNameWithOutlet(piece)) || findDates(piece).length > 0)
      )
        continue;
      const placed = behindName.exec(piece);
      const name =
        placed === null || /^(?:The|Department|Ministry|University|Institute|Bank|House|Board)\b/.test(piece)
          ? piece
          : piece.slice(0, placed.index);
      const split = staff.test(name) ? null : splitRole(name);
      const found = split ?? asAuthor(name);
      const tail =
        split === null ? (placed === null ? "" : piece.slice(placed.index + placed[0].length)) : name.slice(found?.signed.length).trim();
      const place = tail.replace(/^the\s+/, "");
      if (isOutletName(place)) outlet ??= place;
      if (found === null) {
        if (index === 0) return { authors: [], outlet: null };
        continue;
      }
      // "Jane Roe, The Daily Ledger": the outlet she writes for, not a second author.
      if (index > 0 && found.kind === "organization" && authors.some((author) => author.kind === "person")) {
        if (isOutletName(found.name) && !isAgency(found.name)) outlet ??= found.name;
        continue;
      }
      authors.push(found);
    }
  }
  return { authors, outlet };
}

/**
 * A byline with a name that is neither known nor made like a person's ("By Il Sole 24 Ore"): an organisation's. To be
 * asked only below a title, for "By Land and Sea" may be one.
 */
export function readLooseByline(plain: string): ReadByline | null {
  const lead = by.exec(plain);
  if (lead === null || plain.length > 60 || /[.!?:;,"]$/.test(plain)) return null;
  const text = plain.slice(lead[0].length).trim();
  if (text.split(" ").length > 6 || !isTitleLike(text) || findDates(text).length > 0) return null;
  return { text, authors: [{ name: text, signed: text, kind: "organization" }], outlet: null };
}

/** A byline that says so ("By Jane Roe"); null where `plain` is not one ("By Monday the river had risen"). */
export function readByline(plain: string): ReadByline | null {
  if (plain.length > 240 || plain.length < 4) return null;
  const place = plain.includes("By") ? (/^\p{Lu}[\p{Lu} /,.-]{2,40}\s[|–—-]\s(?=By\s)/u.exec(plain)?.[0].length ?? 0) : 0;
  if (place > 0) return readByline(plain.slice(place));
  if (byStarts.at(plain.charCodeAt(0)) === 0) return null;
  if (plain.charCodeAt(0) > 0x7f || plain.startsWith("[") || plain.startsWith("(")) {
    const caseless = plain.length <= 100 ? readCaselessByline(plain) : null;
    if (caseless !== null) return caseless;
  }
  const lead = by.exec(plain) ?? foreignBy.exec(plain) ?? labelBy.exec(plain);
  if (lead === null) return null;
  const text = plain.slice(lead[0].length).trim();
  if (text === "") return null;
  const { authors, outlet } = readAuthors(text);
  if (authors.length === 0) {
    const single =
      /^\p{Lu}[\p{L}'’-]{1,30}$/u.test(text) && by.test(plain)
        ? [{ name: text, signed: text, kind: isOrganizationName(text) ? "organization" : "person" } as const]
        : [];
    return single.length > 0 ? { text, authors: single, outlet: null } : null;
  }
  if (!by.test(plain) && (authors[0]?.kind !== "person" || authors.some((author) => author.kind !== "person"))) return null;
  return { text, authors, outlet };
}

/** "To contact the reporter on this story: Jane Roe in Velm at …" */
const contactOf =
  /^\W*to contact the (?:reporters?|writers?|authors?)(?: (?:on|of|responsible for) this (?:story|article|column|report))?:\s*/i;

/** A byline as it stands below a text: "By Jane Roe", "— Jane Roe". */
export function readClosingByline(plain: string): ReadByline | null {
  const contact = contactOf.exec(plain);
  if (contact !== null) {
    const text = plain.slice(contact[0].length).trim();
    const { authors } = readAuthors(text.replace(/[;,]?\s{1,99}or\s.*$/, ""));
    const persons = authors.filter(({ kind }) => kind === "person");
    return persons.length > 0 ? { text: persons.map(({ signed }) => signed).join(", "), authors: persons, outlet: null } : null;
  }
  if (plain.length > 120) return null;
  const dashed = /^[—–](.+)$/.exec(plain)?.[1]?.trimStart();
  if (dashed !== undefined)
    return isPersonName(dashed)
      ? { text: dashed, authors: [{ name: displayPersonName(dashed), signed: dashed, kind: "person" }], outlet: null }
      : null;
  return by.test(plain) ? readByline(plain) : null;
}

/**
 * A signature without "By", as it stands right below a headline: a name alone, or names with an outlet
 * ("Jane Roe | The Daily Ledger", "Jane Roe, The Daily Ledger", "JANE ROE THE DAILY LEDGER").
 */
export function readSignature(plain: string): ReadByline | null {
  if (plain.length > 160 || /[.!?:;"“”]$/.test(plain)) return null;
  const { authors, outlet } = readAuthors(plain);
  if (authors.length === 0 || authors.some((author) => author.kind !== "person")) return null;
  const signed = authors.reduce((sum, author) => sum + author.signed.length, 0) + (outlet?.length ?? 0);
  const letters = plain
    .replace(address, " ")
    .replace(/\s(?:in|for|at)\s\p{Lu}.*$/u, "")
    .replace(/\s+/g, " ").length;
  const explained =
    signed >= letters * 0.75 || (outlet !== null && signed >= letters * 0.6) || affiliation.test(plain) || findDates(plain).length > 0;
  return explained ? { text: plain, authors, outlet } : null;
}
