import { readByline, readLooseByline, readSignature } from "./byline";
import { siteTextScore, siteVoices, withoutQuotes } from "./boilerplate";
import { isOfTemplate, isSiteText, plainSiteScore } from "./siteText";
import { isCreditLine } from "./creditLine";
import { isDateShaped, type ReadPublishedLine } from "./publishedLine";
import { datelineLimit, readDateline } from "./dateline";
import { readFrame } from "./archives";
import { hasFactivaCodes, readLabels } from "./labelBlock";
import type { ReadLabel } from "./labels";
import { readRelatedLabel } from "./relatedLabel";
import { isHeadItem, type Role } from "./role";
import { isPersonName } from "./personName";
import { endsWithFullStop, isAllCapitals, startsInLowerCase } from "./sentence";
import { isUrlLabel, readUrlLine } from "./sourceUrl";
import type { Unit } from "./unit";
import { isRule } from "./units";

/** How many units at most are looked at as an article's head. */
export const headLimit = 60;

const contact =
  /^(?:(?:e-?mail|twitter|follow|contact|tel|phone)\b:?\s*)?(?:@[A-Za-z0-9_]{2,30}|<?[\w.+-]{1,40}@[\w-]{1,40}(?:\.[\w-]{1,20}){1,4}>?)(?:[\s,|·/]+(?:@[A-Za-z0-9_]{2,30}|[\w.+-]{1,40}@[\w-]{1,40}(?:\.[\w-]{1,20}){1,4}))?$/;

/** The head of an article: a role for every unit before the body. */
export interface Head {
  readonly roles: Role[];
  readonly labels: ReadonlyMap<number, ReadLabel>;
  /** The first unit of the body; the number of units where there is none. */
  lead: number;
  /** Whether a paragraph was found; without one `lead` is only where the look at the head ended. */
  readonly hasProse: boolean;
  /** Whether a label says that the body starts at `lead`. */
  readonly labelledBody: boolean;
  /** Whether its fields are those of Factiva, by letters. */
  readonly isFactiva: boolean;
}

/** What a unit is by itself, for a unit that may stand in a head; `title` for a short text that may be many things. */
function roleByItself(unit: Unit, next: Unit | undefined): Role {
  if (isRule(unit)) return "rule";
  if (unit.length > 2400) return "paragraph";
  const { plain } = unit;
  if (plain === "") return "rule";
  const url = readUrlLine(unit.raw);
  if (url !== null) return "url";
  if (isUrlLabel(plain)) return "urlLabel";
  if (unit.heading !== 1 && unit.publishedLine !== null && isMostlyDate(unit.publishedLine)) return "date";
  if (unit.length <= 60 && isDateShaped(plain)) return "date";
  if (readByline(plain) !== null) return "byline";
  if (contact.test(plain)) return "contact";
  if (unit.heading !== 1 && isSiteText(unit)) return "site";
  const dateline = readDateline(unit.raw.slice(0, datelineLimit));
  if (dateline !== null) return unit.length <= dateline.end ? "dateline" : "paragraph";
  if (isOfTemplate(unit, undefined)) return "site";
  if (unit.heading > 0) return "title";
  return isProse(unit, next) ? "paragraph" : "title";
}

function isMostlyDate({ others }: ReadPublishedLine): boolean {
  return others.join(" ").length <= 70;
}

/** Whether a unit reads like a paragraph: long, or a sentence with its full stop, or broken off in the middle. */
export function isProse(unit: Unit, next: Unit | undefined): boolean {
  const { plain, length, words } = unit;
  if (length >= 220) return true;
  if (endsWithFullStop(plain)) return words >= 4;
  if (unit.endsSentence) return words >= 16 || (length >= 60 && /[.?!]["”’]?\s+["“‘]?\p{Lu}/u.test(plain));
  if (length >= 180) return true;
  if (length >= 60 && /[:–—-]$/.test(plain)) return true;
  return (
    length >= 60 &&
    next !== undefined &&
    next.block !== unit.block &&
    startsInLowerCase(next.plain) &&
    !readRelatedLabel(next.plain) &&
    readUrlLine(next.raw) === null
  );
}

/** Whether a headline with a full stop may stand here: short, and the head goes on right below it. */
function isHeadlineWithStop(units: readonly Unit[], index: number): boolean {
  const unit = units[index];
  if (unit === undefined || unit.words > 16 || unit.length > 120) return false;
  for (let i = index + 1; i <= index + 2; i++) {
    const next = units[i];
    if (next === undefined) return false;
    const role = roleByItself(next, units[i + 1]);
    if (role === "byline" || role === "date") return true;
    // A name alone, and then the text.
    if (
      i === index + 1 &&
      role === "title" &&
      (isPersonName(next.plain) || readSignature(next.plain) !== null) &&
      units[i + 1] !== undefined
    )
      return true;
    if (role !== "site" && role !== "title") return false;
  }
  return false;
}

/**
 * Whether a long line is a headline all the same: it is one sentence without its stop, on its own, and a head or prose follows.
 * Prosecutors' and companies' titles run to 300 characters.
 */
function isLongHeadline(units: readonly Unit[], index: number): boolean {
  const unit = units[index];
  const next = units[index + 1];
  if (
    unit === undefined ||
    next === undefined ||
    unit.length > 400 ||
    unit.first !== unit.last ||
    unit.endsSentence ||
    /[.!?]["”’]?\s+["“‘]?\p{Lu}\p{Ll}/u.test(unit.plain) ||
    /[:,;–—-]$/.test(unit.plain)
  )
    return false;
  if (readDateline(unit.raw.slice(0, datelineLimit)) !== null) return false;
  if (isAllCapitals(unit.plain)) return true;
  for (const below of units.slice(index + 1, index + 6)) if (below.length >= 20 && unit.plain.startsWith(below.plain)) return true;
  const role = roleByItself(next, units[index + 2]);
  return (
    role === "byline" ||
    role === "date" ||
    (unit.length < 260 && next.block !== unit.block && role === "paragraph" && next.endsSentence && !startsInLowerCase(next.plain))
  );
}

/** The next byline or date line behind a paragraph that may be a standfirst; -1 if the body has begun. */
function headGoesOn(units: readonly Unit[], labels: ReadonlyMap<number, ReadLabel>, index: number): boolean {
  const unit = units[index];
  if (unit === undefined || unit.length > 360 || readDateline(unit.raw) !== null) return false;
  for (let i = index + 1; i <= index + 5; i++) {
    const next = units[i];
    if (next === undefined) return false;
    if (labels.has(i)) return labels.get(i)?.role !== "url" && i + 1 < units.length;
    if (next.length > 240) return false;
    const role = roleByItself(next, units[i + 1]);
    if (role === "byline" || role === "date") return hasProseBehind(units, i);
    if (role === "paragraph" || role === "url" || role === "urlLabel" || role === "relatedLabel") return false;
  }
  return false;
}

function hasProseBehind(units: readonly Unit[], index: number): boolean {
  for (let i = index + 1; i < units.length && i < index + 8; i++) {
    const unit = units[i];
    if (unit !== undefined && isProse(unit, units[i + 1]) && !isSiteText(unit) && !isCreditLine(unit.plain)) return true;
  }
  return false;
}

/**
 * How many units at the top are an appeal that ends in a call to action ("A message from …", "Please stand with us",
 * "Continue"): most of them read as site text, and a button closes it.
 */
function openingAppeal(units: readonly Unit[]): number {
  const first = units[0];
  if (first === undefined || first.length > 300 || plainSiteScore(first) === 0) return 0;
  let hits = 0;
  let count = 0;
  let silent = 0;
  for (const [i, unit] of units.slice(0, 14).entries()) {
    const speaks = isSiteText(unit) || (unit.length <= 700 && unit.endsSentence && siteVoices(withoutQuotes(unit.plain)) > 0);
    silent = speaks ? 0 : silent + 1;
    // A title that says nothing of the site is the article's.
    if (silent > 1 || (!speaks && !unit.endsSentence)) break;
    if (speaks) hits++;
    if (i > 0 && unit.length <= 60 && isSiteText(unit) && hits * 2 > i + 1) count = i + 1;
  }
  return count;
}

/** Sentences between two pieces of site text, before anything else: "Support us!", "Facts matter.", "Donate". */
function bridgeSiteText(units: readonly Unit[], roles: Role[], upTo: number): void {
  let lastSite = -1;
  for (let i = 0; i < upTo; i++) {
    const role = roles[i];
    if (role !== undefined && isHeadItem(role)) break;
    if (role !== "site") continue;
    const between = roles.slice(lastSite + 1, i);
    const fits =
      lastSite >= 0 &&
      between.length <= 4 &&
      between.every((r, k) => r === "paragraph" || r === "deck" || siteTextScore(units[lastSite + 1 + k]?.plain ?? "") > 0);
    if (fits) for (let k = lastSite + 1; k < i; k++) roles[k] = "site";
    lastSite = i;
  }
}

/** Whether a sentence right below site text and above the headline speaks as the site does. */
function continuesSiteText(unit: Unit): boolean {
  if (unit.length > 300) return false;
  const { plain } = unit;
  return plainSiteScore(unit) > 0 || plain.endsWith("!") || siteVoices(plain) > 1;
}

/** Whether more site text follows within a few units, with no head item between. */
function siteTextFollows(units: readonly Unit[], index: number): boolean {
  for (let i = index + 1; i <= index + 4; i++) {
    const unit = units[i];
    if (unit === undefined) return false;
    const role = roleByItself(unit, units[i + 1]);
    if (role === "site") return true;
    if (role !== "paragraph" && role !== "title") return false;
  }
  return false;
}

/** Finds where the body starts and what stands before it. Looks at no more than `headLimit` units. */
export function readHead(units: readonly Unit[]): Head {
  const count = Math.min(units.length, headLimit);
  const labels = readLabels(units, count);
  const frame = readFrame(units, (i) => labels.has(i));
  const roles: Role[] = [];
  let titles = 0;
  let lead = -1;
  let labelledBody = false;
  const appeal = openingAppeal(units);
  for (let i = 0; i < count; i++) {
    const unit = units[i];
    if (unit === undefined) break;
    if (i < appeal) {
      roles[i] = "site";
      continue;
    }
    const framed = frame.get(i);
    if (framed !== undefined) {
      roles[i] = framed;
      continue;
    }
    const label = labels.get(i);
    if (label !== undefined && !(label.role === "url" && readUrlLine(unit.raw) === null && label.value !== "")) {
      if (label.role === "body" && (label.value !== "" || i + 1 < units.length)) {
        lead = label.value === "" ? i + 1 : i;
        roles[i] = "label";
        labelledBody = true;
        // Factiva's lead paragraph is followed by the rest.
        break;
      }
      roles[i] = label.role === "url" ? "url" : "label";
      const carried =
        label.role === "headline" ||
        label.role === "byline" ||
        label.role === "date" ||
        label.role === "publisher" ||
        label.role === "deck";
      if (carried && label.value === "" && !labels.has(i + 1) && units[i + 1] !== undefined) roles[++i] = "label";
      if (label.role !== "metadata") titles += label.role === "headline" ? 1 : 0;
      continue;
    }
    const role = roleByItself(unit, units[i + 1]);
    if (role === "paragraph") {
      if ((isHeadlineWithStop(units, i) && titles === 0) || (unit.length >= 60 && i < 12 && isLongHeadline(units, i))) {
        roles[i] = "title";
        titles++;
        continue;
      }
      const previous = roles[i - 1];
      if (titles === 0 && previous === "site" && continuesSiteText(unit)) {
        roles[i] = "site";
        continue;
      }
      if (titles === 0 && previous === "site" && unit.length < 300 && siteTextFollows(units, i)) {
        roles[i] = "deck";
        continue;
      }
      const laterLabels = [...labels.keys()].some((at) => at > i && at <= i + 3 && labels.get(at)?.role !== "url");
      if ((titles > 0 || laterLabels) && headGoesOn(units, labels, i)) {
        roles[i] = "deck";
        continue;
      }
      lead = i;
      break;
    }
    if (role === "title" && titles > 0 && readLooseByline(unit.plain) !== null) {
      roles[i] = "byline";
      continue;
    }
    if (role === "title") titles++;
    roles[i] = role;
    if ((role === "url" || role === "urlLabel") && titles > 0 && i + 1 >= count) break;
  }
  const hasProse = lead >= 0;
  if (!hasProse) lead = count;
  bridgeSiteText(units, roles, lead);
  return { roles, labels, lead, hasProse, labelledBody, isFactiva: hasFactivaCodes(units, count) };
}
