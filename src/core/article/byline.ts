import { StartTable } from "../util/startTable";
import { findDates } from "./dateText";
import { isFilingCity } from "./placeName";
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

const by = /^(?:(?:story|report|text|words|article|analysis|opinion|written|posted|reported|reporting|published|submitted|guest post|review|interview)\s+)?by\b\s*:?\s+/i;
const foreignBy = /^(?:von|par|por|di|door|av|af|przez|автор|текст|fra|de|texto|texte)\s*:?\s+/iu;
/** What `by` and `foreignBy` may start with. */
const byStarts = new StartTable(["bsrtwaopgivpdafé" + "BSRTWAOPGIVPDAF"]);
const behindName = /\s+(?:in|at|for|of|from|with)\s+(?=(?:the\s)?\p{Lu})/u;
const affiliation = /(?:writer|reporter|correspondent|editor|columnist|contributor|analyst|staff|bureau|chief|producer|journalist|service|desk|photographer|critic|intern|fellow|professor|director|contributing|special to|reporting|affairs|author)/i;
const staff = /^(?:our |the |a )?(?:own |foreign |special |online |news |web |political |diplomatic |local |sports? )*(?:staff|correspondents?|reporters?|agenc(?:y|ies)|wires?|newsroom|editors?|editorial|newsdesk|desk|team|bureau|contributors?)(?: (?:staff|board|team|writers?|reporters?|correspondents?|reports?|report|desk|and agencies|and wires))*$/i;
const address = /[\s,(|–—-]*(?:\(?@[A-Za-z0-9_]{2,30}\)?|<?[\w.+-]{1,40}@[\w-]{1,40}(?:\.[\w-]{1,20}){1,4}>?)[\s)]*/g;

function asAuthor(raw: string): SignedAuthor | null {
  const signed = raw.replace(/^[\s,;:–—-]+|[\s,;:–—-]+$/g, "").replace(/\s*\([^()]{0,60}\)$/, "");
  if (signed === "" || signed.length > 60) return null;
  if (staff.test(signed)) return { name: signed, signed, kind: "organization" };
  if (isOrganizationName(signed) && !/^\p{Lu}\.?\s/u.test(signed)) return { name: signed, signed, kind: "organization" };
  if (isPersonName(signed)) return { name: displayPersonName(signed), signed, kind: "person" };
  return null;
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
    if ((shouted || outlet || affiliation.test(rest) || isOutletName(rest)) && !affiliation.test(name) && isPersonName(name) && (shouted || outlet || take < 4)) {
      if (!shouted && !outlet && take > 2 && !/(?:^|\s)(?:\p{Lu}\.|de|van|von|al|bin)(?:\s|$)/u.test(name)) continue;
      return { name: displayPersonName(name), signed: name, kind: "person" };
    }
  }
  return null;
}

/** Whether what stands beside an author, behind a bar, may be an outlet's name though nothing in it says so. */
export function isOutletLike(text: string): boolean {
  return /^[\p{Lu}\p{Lo}\d]/u.test(text) && text.length <= 40 && text.split(" ").length <= 5 && isTitleLike(text) && !isFilingCity(text) && !affiliation.test(text) && !isSectionName(text) && findDates(text).length === 0;
}

/**
 * The authors of a signature ("Jane Roe and John Doe, Staff Writers", "Jane Roe in Velm and John Doe"), at most 20;
 * empty where it does not read like one.
 */
export function readAuthors(text: string): { authors: SignedAuthor[]; outlet: string | null } {
  const authors: SignedAuthor[] = [];
  let outlet: string | null = null;
  const bars = text.replace(address, " ").split(/\s*[|•·]\s*|\s+[–—/-]\s+/u).map((part) => part.trim()).filter((part) => part !== "");
  for (const [bar, part] of bars.entries()) {
    if (bar > 0) {
      const found = findDates(part).length === 0 ? asAuthor(part) : null;
      if (found?.kind === "person" && bars.length === 2 && authors.length > 0 && isFilingCity(part)) continue;
      const barred = text.includes(`| ${part}`) || text.includes(`|${part}`);
      if (isOutletName(part) || (barred && isOutletLike(part))) outlet ??= part;
      else if (found?.kind === "person") authors.push(found);
      continue;
    }
    const pieces = part.split(/\s*(?:[,;]|\s(?:and|AND|und|et|y|e|и|with|WITH|&)\s|\s&\s)\s*/u).filter((piece) => piece !== "");
    for (const [index, piece] of pieces.entries()) {
      if (authors.length >= 20) break;
      if (index > 0 && authors.length > 0 && /^(?:Jr|Sr|II|III|IV)\.?$/.test(piece)) continue;
      if (index > 0 && authors.length > 0 && (isFilingCity(piece) || (affiliation.test(piece) && !staff.test(piece)) || findDates(piece).length > 0)) continue;
      const placed = behindName.exec(piece);
      const name = placed === null || /^(?:The|Department|Ministry|University|Institute|Bank|House|Board)\b/.test(piece) ? piece : piece.slice(0, placed.index);
      const split = staff.test(name) ? null : splitRole(name);
      const found = split ?? asAuthor(name);
      const tail = split === null ? (placed === null ? "" : piece.slice(placed.index + placed[0].length)) : name.slice(found?.signed.length).trim();
      const place = tail.replace(/^the\s+/, "");
      if (isOutletName(place)) outlet ??= place;
      if (found === null) {
        if (index === 0) return { authors: [], outlet: null };
        continue;
      }
      // "Jane Roe, The Daily Ledger": the outlet she writes for, not a second author.
      if (index > 0 && found.kind === "organization" && authors.some((author) => author.kind === "person")) {
        if (isOutletName(found.name)) outlet ??= found.name;
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
  const lead = byStarts.at(plain.charCodeAt(0)) === 0 ? null : (by.exec(plain) ?? foreignBy.exec(plain));
  if (lead === null) return null;
  const text = plain.slice(lead[0].length).trim();
  if (text === "") return null;
  const { authors, outlet } = readAuthors(text);
  if (authors.length === 0) {
    const single = /^\p{Lu}[\p{L}'’-]{1,30}$/u.test(text) && by.test(plain) ? [{ name: text, signed: text, kind: isOrganizationName(text) ? "organization" : "person" } as const] : [];
    return single.length > 0 ? { text, authors: single, outlet: null } : null;
  }
  if (!by.test(plain) && authors.some((author) => author.kind !== "person")) return null;
  return { text, authors, outlet };
}

/** A byline as it stands below a text: "By Jane Roe", "— Jane Roe". */
export function readClosingByline(plain: string): ReadByline | null {
  if (plain.length > 120) return null;
  const dashed = /^[—–]\s*(.+)$/.exec(plain)?.[1];
  if (dashed !== undefined) return isPersonName(dashed) ? { text: dashed, authors: [{ name: displayPersonName(dashed), signed: dashed, kind: "person" }], outlet: null } : null;
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
  const letters = plain.replace(address, " ").replace(/\s(?:in|for|at)\s\p{Lu}.*$/u, "").replace(/\s+/g, " ").length;
  const explained = signed >= letters * 0.75 || (outlet !== null && signed >= letters * 0.6) || affiliation.test(plain) || findDates(plain).length > 0;
  return explained ? { text: plain, authors, outlet } : null;
}
