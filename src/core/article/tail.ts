import { appealLimit, siteTextScore, siteVoices, wantsSomething, withoutQuotes } from "./boilerplate";
import { isOfTemplate, isSiteText, opensSiteText, plainSiteScore } from "./siteText";
import { appealSentences } from "./boilerplatePhrases";
import { readClosingByline } from "./byline";
import { isCreditLine, isSignOff } from "./creditLine";
import { isDateShaped } from "./publishedLine";
import { isProse } from "./head";
import { readFactiva } from "./labelBlock";
import { isCompanyName, isFactivaNumber } from "./archives";
import { type ReadLabel, readLabel } from "./labels";
import { readRelatedLabel } from "./relatedLabel";
import type { Role } from "./role";
import { isUrlLabel, readUrlLine } from "./sourceUrl";
import type { Unit } from "./unit";
import { isRule } from "./units";

/** How many list items or titles may stand below a label. */
const longestList = 60;
const comments =
  /^(?:\d{1,6} )?comments?(?: ?\(?\d{1,6}\)?)?:?$|^(?:leave|post|add) a (?:comment|reply)\b.{0,20}$|^(?:join|start) the (?:conversation|discussion)\b.{0,20}$/i;

/** Whether a label tells how an archive files an article. */
function isFiling(label: ReadLabel | null): boolean {
  return label !== null && (label.role === "metadata" || label.key === "subject");
}

/** What a unit is by itself, for one that may stand below the body; `title` for short texts, `paragraph` for prose. */
function roleByItself(unit: Unit, next: Unit | undefined, isFactiva: boolean): Role {
  if (isRule(unit)) return "rule";
  if (isFactiva) {
    const field = readFactiva(unit.plain);
    if (field !== null && field.role !== "body") return "label";
  }
  // An archive's subjects fill a screen.
  if (unit.length > 200 && /^[A-Z][A-Z-]{3,20}:\s/.test(unit.text.slice(unit.start, unit.start + 24)) && isFiling(readLabel(unit.plain)))
    return "label";
  if (unit.length > 2400) return "paragraph";
  const { plain } = unit;
  if (plain === "") return "rule";
  if (/^[\p{Lu}\d &(),;%'’.-]+\(\d{2}%\)/u.test(plain)) return "label";
  if (readUrlLine(unit.raw) !== null) return "url";
  if (isUrlLabel(plain)) return "urlLabel";
  if (unit.length > 700) return "paragraph";
  if (isSignOff(plain)) return "rule";
  if (isCreditLine(plain) || contactLine.test(plain)) return "credit";
  if (isSiteText(unit)) return "site";
  const related = readRelatedLabel(plain);
  if (related !== null) return "relatedLabel";
  const label = readLabel(plain);
  if (
    label !== null &&
    label.role !== "body" &&
    label.role !== "deck" &&
    (label.role !== "headline" || /^\p{Lu}/u.test(plain)) &&
    (plain.length < 300 || isFiling(label))
  )
    return "label";
  if (isFactivaNumber(plain) || (next !== undefined && isFactivaNumber(next.plain) && isCompanyName(plain))) return "label";
  const date = unit.publishedLine;
  if (date !== null && date.others.length === 0) return "date";
  if (readClosingByline(plain) !== null) return "byline";
  if (unit.length <= 60 && (isDateShaped(plain) || /^(?:published|updated|posted)$/i.test(plain))) return "rule";
  if (isOfTemplate(unit, next)) return "site";
  if (unit.isListItem && unit.length <= 200) return "title";
  return isProse(unit, next) ? "paragraph" : "title";
}

/** Whether the prose units in `[from, to)` read as site text taken together. */
function readsAsSiteText(units: readonly Unit[], from: number, to: number): boolean {
  let length = 0;
  let hinting = 0;
  let lastHints = false;
  for (let i = from; i < to; i++) {
    const unit = units[i];
    if (unit === undefined || unit.length > 500) return false;
    length += unit.length;
    lastHints = plainSiteScore(unit) > 0;
    if (lastHints || unit.length <= 60) hinting++;
  }
  return to - from <= 6 && length <= 1200 && hinting * 2 >= to - from && lastHints;
}

/** The tail of an article: where the body ends, and a role for every unit behind it. */
export interface Tail {
  /** One behind the last unit of the body. */
  readonly end: number;
  /** By unit, for units from `end` on. */
  readonly roles: ReadonlyMap<number, Role>;
}

/** What stands below the last paragraph of an article on a page or in an export; nothing below it is the text's. */
const closers =
  /^(?:@highlight|end of document|classification|recent (?:posts|news|articles|stories|comments)|latest (?:posts|news|articles|stories|headlines)|related (?:posts|topics|tags)|popular posts|most (?:read|popular|viewed|commented|shared)|(?:leave|post|add) a (?:comment|reply)|post navigation|about the authors?|share this(?: (?:post|article|story|page))?:?|share(?: via| on)?:?|comments are closed\.?|filed under:?.{0,60}|tagged(?: with)?:.{0,80}|more from .{2,40}|previous (?:article|post|story)|next (?:article|post|story)|newer posts?|older posts?|you may also like|archives)$/i;
const contactLine = /^\W*to contact the (?:(?:reporters?|writers?|authors?|editors?|bloomberg [a-z ]{3,30}) )/i;
const reporting = /^\W*\(?(?:additional )?reporting by\b/i;
const endMark = /^(?:# ?){3,}$|^-\s?30\s?-$/;

/** Where the body surely ends, read from above: one behind its last unit. */
interface Cut {
  readonly at: number;
  /** Whether what labels, credits and links say below still belongs to the article. */
  readonly keepsFields: boolean;
}

function proseLength(units: readonly Unit[], from: number, to: number): number {
  let length = 0;
  for (let i = from; i < to; i++) {
    const unit = units[i];
    if (unit !== undefined && unit.length >= 60 && unit.endsSentence) length += unit.length;
  }
  return length;
}

/** Where reader comments, a page's frame or an export's fields start: everything below is not the article's. */
function findCut(units: readonly Unit[], lead: number): Cut {
  const from = Math.max(lead + 1, units.length - 600);
  const half = Math.floor((lead + units.length) / 2) - 4;
  for (let i = from; i < units.length; i++) {
    const unit = units[i];
    if (unit === undefined || unit.length > 300) continue;
    const { plain } = unit;
    if (unit.length <= 90 && i >= half && i >= units.length - 400 && comments.test(plain)) return { at: i, keepsFields: false };
    const mark = unit.length <= 12 && endMark.test(plain);
    const isContact = contactLine.test(plain);
    if (!mark && !isContact && !(unit.length <= 90 && closers.test(plain)) && !reporting.test(plain)) continue;
    // Marks that divide a text, and teasers between its paragraphs, have more of it below them than above.
    if (i > from && proseLength(units, i, units.length) * 2 > proseLength(units, from - 1, i)) continue;
    return { at: i, keepsFields: mark || isContact || reporting.test(plain) || /^(?:end of document|classification)$/i.test(plain) };
  }
  return { at: units.length, keepsFields: false };
}

/** Walks up from the end while what stands there is not the body. Looks at each unit a bounded number of times. */
export function readTail(units: readonly Unit[], lead: number, isFactiva: boolean): Tail {
  const roles = new Map<number, Role>();
  const roleAt = (i: number): Role => {
    const known = roles.get(i);
    if (known !== undefined) return known;
    const unit = units[i];
    const role = unit === undefined ? "paragraph" : roleByItself(unit, units[i + 1], isFactiva);
    roles.set(i, role);
    return role;
  };
  const { at: cut, keepsFields } = findCut(units, lead);
  let end = cut;
  let pending = 0;
  let i = cut - 1;
  while (i > lead) {
    const role = roleAt(i);
    if (role === "paragraph") {
      if (pending > 0) break;
      const opener =
        speaksAsSite(units[i]) && end === i + 1 && end < units.length && roleAt(end) === "site"
          ? i
          : isAfterword(units, roleAt, i, end)
            ? i
            : openerAbove(units, roleAt, i, lead, end);
      if (opener < 0) break;
      end = opener;
      i = opener - 1;
      continue;
    }
    if (role === "title") {
      if (++pending > longestList) break;
      i--;
      continue;
    }
    const unit = units[i];
    const opens =
      role === "relatedLabel" ||
      role === "urlLabel" ||
      role === "url" ||
      role === "credit" ||
      role === "label" ||
      (unit !== undefined && opensSiteText(unit)) ||
      (role === "site" && pending <= 3 && end < units.length);
    if (pending > 0 && !opens) break;
    end = i;
    pending = 0;
    i--;
  }
  settle(units, roles, roleAt, end, keepsFields ? units.length : cut);
  return { end, roles };
}

/** Whether prose right above site text speaks as the site does, of itself and to its reader. */
function speaksAsSite(unit: Unit | undefined): boolean {
  if (unit === undefined || unit.length > 500 || /^["“«]/.test(unit.plain)) return false;
  const own = withoutQuotes(unit.plain);
  const voice = siteVoices(own);
  return (
    appealSentences.test(own) ||
    (siteTextScore(own) > 0 &&
      ((voice > 0 && wantsSomething(own)) || /\bhas been (?:branded|designated|labell?ed|blocked|unjustly)\b/.test(own)))
  );
}

/** Whether a short paragraph stands straight below a credit, at the end: what sites add there is not the text's. */
function isAfterword(units: readonly Unit[], roleAt: (i: number) => Role, i: number, end: number): boolean {
  const unit = units[i];
  return unit !== undefined && end === i + 1 && unit.length <= 300 && roleAt(i - 1) === "credit";
}

/** The site text above prose at `i` that it belongs to: an appeal's first line or a "Read more"; -1 if there is none. */
function openerAbove(units: readonly Unit[], roleAt: (i: number) => Role, i: number, lead: number, end: number): number {
  const belowIsSite = end === i + 1 && end < units.length && roleAt(end) === "site";
  for (let k = i - 1; k > lead && k >= i - 5; k--) {
    const unit = units[k];
    if (unit === undefined) return -1;
    if (unit.length > appealLimit || (!belowIsSite && !opensSiteText(unit)) || roleAt(k) !== "site") continue;
    const between = i - k;
    let length = 0;
    for (let m = k + 1; m <= i; m++) length += units[m]?.length ?? 0;
    if (belowIsSite && between <= 4 && length <= 900 && length * 2 < (units[i]?.end ?? 0) - (units[lead]?.start ?? 0)) return k;
    if (opensSiteText(unit) && readsAsSiteText(units, k + 1, i + 1)) return k;
    return -1;
  }
  return -1;
}

/** Gives titles and prose in the tail the role that the label above them asks for. */
function settle(units: readonly Unit[], roles: Map<number, Role>, roleAt: (i: number) => Role, end: number, cut: number): void {
  let list: Role = "site";
  for (let i = end; i < units.length; i++) {
    const unit = units[i];
    if (unit === undefined) break;
    if (i >= cut) {
      roles.set(i, "site");
      continue;
    }
    const role = roleAt(i);
    // Titles that others list too.
    if (role === "site" && list === "related" && unit.share > 0 && unit.siteScore < 2 && unit.length <= 240) {
      roles.set(i, "related");
      continue;
    }
    if (role === "relatedLabel") list = "related";
    else if (role === "site" || role === "credit" || role === "url" || role === "label") list = "site";
    else if (role === "paragraph") roles.set(i, list === "related" && unit.length <= 240 ? "related" : "site");
    else if (role === "title") roles.set(i, list);
  }
}
