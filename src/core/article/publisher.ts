import type { Span } from "../text/span";
import type { Field } from "./article";
import { isAgency } from "./agencies";
import { supportOf } from "./boilerplate";
import { isOutletName, isTitleLike } from "./outlets";
import { isPersonName } from "./personName";
import type { Unit } from "./unit";

const inSiteText: readonly RegExp[] = [
  /^(?:a message|an appeal|a note|a letter) from (.{3,50}?)\s?[:.,]?$/iu,
  /^(.{3,50}?) needs (?:you|your)\b/u,
  /\b(?:follow|like|find|join) (.{3,40}?) on (?:social media|twitter|facebook|instagram|telegram|x|youtube|whatsapp|linkedin)\b/iu,
  /\b(?:subscribe to|sign up for|get|receive|download|support|supporting|donate to|contribute to|thanks for reading|thank you for reading|thank you for supporting|brought to you by|readers of|member of|more from|published by|appeared in|appeared on) (.{3,50}?)(?:['’]s?\b|[.!,]|$| (?:newsletter|app|today|now|for|on|has|is|and|to)\b)/iu,
];
const notice =
  /(?:©|\(c\)|copyright)\s{0,9}(?:©|\(c\))?\s{0,9}(?:\d{4}(?:\s?[-–,]\s?\d{4})?)?,?\s{0,9}(?:by |of )?([\p{Lu}\d][^.,;|©(]{2,60}?)(?:\s*\d{4}(?:\s?[-–]\s?\d{4})?)?(?:[.,;|(]|\s+all rights|\s+ltd|\s+inc|$)/iu;

function cleaned(name: string): string | null {
  const tidy = name
    .trim()
    .replace(/^the (?=\p{Lu})/u, "")
    .replace(/[\s"“”'’.,!:]{1,99}$/u, "")
    .replace(/^["“'‘]/u, "");
  return tidy.length >= 3 &&
    /^[\p{Lu}\p{Lo}\d]/u.test(tidy) &&
    isTitleLike(tidy) &&
    tidy.split(" ").length <= 6 &&
    !/^(?:us|our|you|your|we|this|it|him|her|them|now|today|me)$/i.test(tidy)
    ? tidy
    : null;
}

/** The outlet that a piece of site text names ("Support The Daily Ledger!", "Kavala Kurier needs your help"). */
export function outletInSiteText(plain: string): string | null {
  const support = supportOf.exec(plain);
  if (support !== null) {
    const name = cleaned(support[1] ?? "");
    if (name !== null) return name;
  }
  for (const pattern of inSiteText) {
    const name = cleaned(pattern.exec(plain)?.[1] ?? "");
    // "Follow Jane Roe on Twitter" names a reporter.
    if (name !== null && !name.includes(" ") && name === name.toUpperCase() && !isOutletName(name)) continue;
    if (name !== null && (isOutletName(name) || !isPersonName(name) || !/^\W*(?:follow|like|find|join|get|more from)\b/i.test(plain)))
      return name;
  }
  return null;
}

/** The owner that a copyright notice names ("© 2013 The Daily Ledger"). */
export function outletInNotice(plain: string): string | null {
  const name = cleaned((notice.exec(plain.slice(0, 300))?.[1] ?? "").replace(/\s{1,99}all rights.*$/i, ""));
  return name === null || /^\d+$/.test(name) ? null : name;
}

function inferred(unit: Unit, value: string): Field<string> {
  return { value, origin: "inferred", span: unit.locate(value) };
}

/** The publisher that the site text of an article shows: most often named wins, the first of equals. */
export function inferFromSiteText(units: readonly Unit[]): Field<string> | null {
  const votes = new Map<string, { count: number; unit: Unit }>();
  for (const unit of units) {
    if (unit.length > 700) continue;
    const name = outletInSiteText(unit.plain);
    if (name === null) continue;
    const vote = votes.get(name) ?? { count: 0, unit };
    vote.count += isOutletName(name) ? 3 : 1;
    votes.set(name, vote);
  }
  const best = [...votes].sort((a, b) => b[1].count - a[1].count)[0];
  return best === undefined ? null : inferred(best[1].unit, best[0]);
}

/** The publisher that a copyright notice names; an agency's notice is no publisher's, as others print its texts. */
export function inferFromNotices(units: readonly Unit[]): Field<string> | null {
  for (const unit of units) {
    if (unit.length > 400 || !/©|\(c\)|copyright/i.test(unit.raw)) continue;
    const name = outletInNotice(unit.plain);
    if (name !== null && !isAgency(name)) return inferred(unit, name);
  }
  return null;
}

/** An explicit publisher: it stands there as such. */
export function explicitPublisher(value: string, span: Span | null): Field<string> {
  return { value, origin: "explicit", span };
}
