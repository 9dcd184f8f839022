import type { Span } from "../text/span";
import { isOutletName, isTitleLike } from "./outlets";
import { isAgency } from "./agencies";
import type { Role } from "./role";
import { readSignature } from "./byline";
import { isPersonName } from "./personName";
import { isSectionName } from "./sectionName";
import { endsDangling, endsWithFullStop, isAllCapitals, startsInLowerCase } from "./sentence";
import type { Unit } from "./unit";

/** What is known of an article when its headline is looked for. */
export interface HeadlineEvidence {
  /** Words of the URL's slug. */
  readonly slug: ReadonlySet<string>;
  /** Names of the outlet as far as they are known, squashed to letters. */
  readonly publishers: ReadonlySet<string>;
  /** The title that the envelope gives, squashed to letters; empty if none. */
  readonly envelopeTitle: string;
}

/** Letters and digits alone, in lower case: for comparing names and titles. */
export function squash(text: string): string {
  if (text === "") return "";
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

function slugOverlap(text: string, slug: ReadonlySet<string>): number {
  if (slug.size === 0) return 0;
  let shared = 0;
  for (const word of new Set(
    text
      .toLowerCase()
      .replace(/['’]/g, "")
      .split(/[^\p{L}\p{N}]+/u),
  ))
    if (slug.has(word)) shared++;
  return shared / slug.size;
}

/** Whether a unit is nothing but names of persons, as one signs. */
function isSignature(unit: Unit): boolean {
  return (
    unit.length <= 100 &&
    unit.heading === 0 &&
    (isPersonName(unit.plain) || (/(?:,|&|\sand)\s/.test(unit.plain) && readSignature(unit.plain) !== null))
  );
}

/** "Shr 34 cts vs 1.19 dlrs", "Velm 3 2 1 0 7": figures that outweigh words, or that are compared. */
export function isTableRow(text: string): boolean {
  const figures = text.match(/\d[\d.,]*/g) ?? [];
  if (figures.length < 2) return false;
  const words = text.match(/\p{L}{3,}/gu)?.length ?? 0;
  return figures.length >= words || (/\bvs\.?\s/.test(text) && figures.length * 3 >= words);
}

/** A page's title that carries the site along ("Bridge closed - Velm County Prosecutor"), where the title stands again below. */
export function splitPageTitle(
  units: readonly Unit[],
  titles: readonly number[],
): { readonly at: number; readonly page: number; readonly outlet: string } | null {
  for (const page of titles.slice(0, 3)) {
    const whole = units[page]?.plain ?? "";
    for (const at of titles) {
      const title = at === page ? "" : (units[at]?.plain ?? "");
      if (title.length < 8 || isOutletName(title) || whole.length < title.length + 4) continue;
      const behind = whole.startsWith(title) ? /^\s+[-–—|:·»/]\s+(.{2,80})$/.exec(whole.slice(title.length))?.[1] : undefined;
      const before =
        behind === undefined && whole.endsWith(title) ? /^(.{2,80}?)\s+[-–—|:·»/]\s+$/.exec(whole.slice(0, -title.length))?.[1] : undefined;
      const outlet = behind ?? before;
      if (outlet !== undefined) return { at, page, outlet: outlet.replace(/^.*\s[-–—|]\s/, "") };
    }
  }
  return null;
}

/**
 * How much speaks for `units[index]` being the headline. Counts markup, place, length, how it ends, what follows, and
 * whether URL and envelope agree; 2 and more is enough.
 */
export function scoreHeadline(
  units: readonly Unit[],
  roles: readonly Role[],
  index: number,
  firstTitle: number,
  evidence: HeadlineEvidence,
): number {
  const unit = units[index];
  if (unit === undefined) return 0;
  const text = unit.plain;
  const { words } = unit;
  let score = 0;
  if (unit.heading === 1) score += 5;
  else if (unit.heading > 1) score += 2;
  else if (unit.isBold) score += 1.5;
  if (index === firstTitle) score += 1.5;
  else score -= Math.min(2, 0.25 * (index - firstTitle));
  if (words >= 4 && words <= 18) score += 2;
  else if (words >= 3 && words <= 25) score += 1;
  else if (words === 2) score += 0.5;
  else if (words === 1) score -= 1;
  else score -= isAllCapitals(text) ? 0 : 1;
  if (isTableRow(text)) score -= 4;
  const below = units[index + 1];
  const next = roles[index + 1] === "title" && below !== undefined && isSignature(below) ? "byline" : roles[index + 1];
  if (index !== firstTitle && isSignature(unit)) score -= 2;
  if (endsWithFullStop(text)) score -= next === "byline" || next === "date" || next === "dateline" ? 1.5 : 3;
  else if (/[:;,]$/.test(text)) score -= 2;
  if (startsInLowerCase(text)) score -= 1;
  if (isTitleLike(text) || isAllCapitals(text)) score += 0.5;
  if (next === "byline" || next === "date" || next === "masthead") score += 1;
  else if (next === "paragraph") score += 0.5;
  const squashed = squash(text);
  if (isSectionName(text)) score -= 4;
  if (evidence.publishers.has(squashed)) score -= 5;
  else if (isOutletName(text) || isAgency(text)) score -= 2.5;
  if (evidence.envelopeTitle !== "" && squashed === evidence.envelopeTitle) score += 5;
  const overlap = slugOverlap(text, evidence.slug);
  if (overlap >= 0.5) score += 4 * overlap;
  if (/^https?:|@\w/.test(text) || unit.isListItem) score -= 3;
  if (!/\p{L}/u.test(text)) score -= 5;
  return score;
}

/** Whether the unit at `index + 1` is the second line of the headline at `index`. */
export function goesOn(units: readonly Unit[], roles: readonly Role[], index: number): boolean {
  const unit = units[index];
  const next = units[index + 1];
  if (unit === undefined || roles[index + 1] !== "title" || next?.block !== unit.block || unit.heading > 0) return false;
  if (unit.length > 100 || next.length > 100 || next.isListItem) return false;
  const first = unit.plain;
  const second = next.plain;
  if (/[.!?:]$/.test(first)) return false;
  const capitals = isAllCapitals(first) && isAllCapitals(second);
  return (
    endsDangling(first) ||
    startsInLowerCase(second) ||
    (capitals && next.words > 1 && !isOutletName(second)) ||
    (unit.isBold && next.isBold)
  );
}

/** A headline with the outlet that a page title carries along ("Headline | The Daily Ledger", "BBC News - Headline"). */
export function splitOutlet(text: string, publishers: ReadonlySet<string>): { headline: string; outlet: string | null } {
  const isOutlet = (part: string): boolean =>
    publishers.has(squash(part)) || (!isAllCapitals(text) && isOutletName(part) && part.split(" ").length <= 5);
  const behind = /^(.{7,}?\S)\s+[|–—-]\s+([^|–—\s][^|–—]{1,39})$/.exec(text);
  if (behind !== null && isOutlet((behind[2] ?? "").trim()))
    return { headline: (behind[1] ?? "").trim().replace(/\s\|\s[^|]{2,30}$/, ""), outlet: (behind[2] ?? "").trim() };
  const before = /^([^|–—]{1,39}?[^|–—\s])\s+[|–—-]\s+(\S.{7,})$/.exec(text);
  if (before !== null && isOutlet((before[1] ?? "").trim()))
    return { headline: (before[2] ?? "").trim(), outlet: (before[1] ?? "").trim() };
  return { headline: text, outlet: null };
}

/** A headline as it was found. */
export interface FoundHeadline {
  readonly value: string;
  readonly span: Span | null;
  /** Units it stands in; empty where it comes from the envelope. */
  readonly units: readonly number[];
  readonly outlet: string | null;
}
