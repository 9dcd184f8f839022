import type { Role } from "./role";
import { isSectionName } from "./sectionName";
import type { Unit } from "./unit";

/** How many units the frame of an export takes at most above its headline. */
const frame = 16;

const counter = /^(?:document )?\d+ (?:of|de|von|sur) \d+(?: (?:documents?|dokument(?:e|en)?))?$/i;
const wordCount = /^\d[\d.,]* (?:words?|wörter|mots|palabras|parole|woorden|слов|ord)$/i;
const clock = /^\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?(?: [A-Z]{2,4})?$/i;
const notice = /^(?:\(c\)|©|copyright\b)/i;
const factivaDocument = /^Document [A-Z]{2,10}\d{6}\w{4,}$/;

/** Whether a text counts documents of an export: "1 of 10 DOCUMENTS", "Document 7 of 40". */
export function isDocumentCounter(plain: string): boolean {
  return plain.length <= 40 && counter.test(plain);
}

/** Whether a text is the number that Factiva puts below a document. */
export function isFactivaNumber(plain: string): boolean {
  return plain.length <= 60 && factivaDocument.test(plain);
}

/** Whether a text names a company: what Factiva puts above the number, the owner of the publication. */
export function isCompanyName(plain: string): boolean {
  return (
    plain.length <= 80 &&
    /(?:^|\s)(?:Ltd|Limited|Inc|Incorporated|GmbH|AG|KG|LLC|LLP|plc|PLC|S\.?A\.?|S\.?p\.?A\.?|B\.?V\.?|N\.?V\.?|A\/S|AB|Oy|Corp|Corporation|Company|Co|Group|Media|Newspapers|Publishing|Publishers|Verlag|Holdings)\.?$/.test(
      plain,
    )
  );
}

function isTitleish(unit: Unit): boolean {
  return unit.length <= 100 && unit.words <= 9 && !unit.endsSentence;
}

/** In the text exports of LexisNexis: copyright, publication, date and edition above the headline, in the middle of their lines. */
function lexisFrame(units: readonly Unit[], roles: Map<number, Role>, isLabel: (i: number) => boolean): void {
  let date = 1;
  while (date < frame && (units[date]?.publishedLine ?? null) === null) if (units[date] === undefined || isLabel(date++)) return;
  if (date >= frame) return;
  roles.set(date, "date");
  for (let i = date - 1; i > 0; i--) {
    const unit = units[i];
    if (unit === undefined || notice.test(unit.plain) || /^all rights reserved\.?$/i.test(unit.plain) || !isTitleish(unit)) continue;
    roles.set(i, "masthead");
    break;
  }
  for (let i = date + 1; i < date + 4; i++) {
    const unit = units[i];
    if (
      unit === undefined ||
      isLabel(i) ||
      !(isSectionName(unit.plain) || (/\b(?:edition|ausgabe|édition|edición)\b/i.test(unit.plain) && unit.words <= 5))
    )
      break;
    roles.set(i, "label");
  }
}

/** In Nexis Uni, below the headline: publication, date, copyright. */
function nexisUniFrame(units: readonly Unit[], roles: Map<number, Role>): void {
  for (let i = 2; i < 6; i++) {
    const above = units[i - 1];
    if (above === undefined || (units[i]?.publishedLine ?? null) === null) continue;
    if (isTitleish(above) && above.publishedLine === null && units.slice(i + 1, i + 3).some(({ plain }) => notice.test(plain)))
      roles.set(i - 1, "masthead");
    return;
  }
}

/** In Factiva's plain text, below headline and byline: words, date, time, publication, its code, page, language, copyright. */
function factivaFrame(units: readonly Unit[], roles: Map<number, Role>): void {
  let at = 1;
  while (at < frame && !wordCount.test(units[at]?.plain ?? "")) at++;
  const words = units[at];
  if (words === undefined || at >= frame || (units[at + 1]?.publishedLine ?? null) === null) return;
  let isOutletSeen = false;
  const found = new Map<number, Role>([
    [at, "label"],
    [at + 1, "date"],
  ]);
  for (let i = at + 2; i < at + 11; i++) {
    const unit = units[i];
    if (unit === undefined) return;
    const { plain } = unit;
    if (notice.test(plain)) {
      found.set(i, "site");
      break;
    }
    if (unit.length > 80 || (unit.endsSentence && unit.words > 6)) break;
    const isOutlet = !isOutletSeen && !clock.test(plain) && !/^[A-Z\d]{2,8}$/.test(plain) && isTitleish(unit) && /\p{L}{2}/u.test(plain);
    found.set(i, isOutlet ? "masthead" : "label");
    if (isOutlet) isOutletSeen = true;
  }
  if (!isOutletSeen) return;
  for (const [i, role] of found) roles.set(i, role);
}

/**
 * The roles of what an archive's export puts around a headline without saying what it is, by unit; empty where the text is
 * none. `isLabel` tells of a unit whether it is a field with a label.
 */
export function readFrame(units: readonly Unit[], isLabel: (i: number) => boolean): ReadonlyMap<number, Role> {
  const roles = new Map<number, Role>();
  const first = units[0];
  if (first !== undefined && isDocumentCounter(first.plain)) {
    roles.set(0, "site");
    lexisFrame(units, roles, isLabel);
  } else {
    factivaFrame(units, roles);
    if (roles.size === 0 && (isLabel(4) || isLabel(5) || isLabel(6))) nexisUniFrame(units, roles);
  }
  return roles;
}
