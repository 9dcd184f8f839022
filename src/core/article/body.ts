import { isSiteText, isTemplateInBody, plainSiteScore } from "./siteText";
import { isCreditLine } from "./creditLine";
import { readRelatedLabel } from "./relatedLabel";
import type { Role } from "./role";
import { endsDangling, endsSentence, startsInLowerCase } from "./sentence";
import type { Unit } from "./unit";
import { isRule } from "./units";

/** Longer units are paragraphs without further ado. */
const shortUnit = 200;

const linkOnly = /^\[(?:[^[\]]|\[[^[\]]{0,100}\]){3,300}\]\([^()\s]{0,600}\)$/;

function isTitleItem(unit: Unit | undefined): boolean {
  return (
    unit !== undefined && unit.length <= 300 && (unit.isListItem || linkOnly.test(unit.raw) || (unit.length <= 160 && !unit.endsSentence))
  );
}

function looksLikeSubheading(units: readonly Unit[], i: number, end: number): boolean {
  const unit = units[i];
  const next = units[i + 1];
  if (unit === undefined || next === undefined || i + 1 >= end || unit.isListItem) return false;
  if (unit.heading > 0) return true;
  if (unit.length > 90 || unit.words > 12 || (unit.block === next.block && unit.words > 10)) return false;
  if (unit.isBold && !endsSentence(unit.plain)) return true;
  if (unit.endsSentence && !unit.plain.endsWith("?")) return false;
  const { plain } = unit;
  if (/[,;:…–—-]$/.test(plain) || /^["“‘«([]/.test(plain) || startsInLowerCase(plain) || /\d.*\d.*\d/.test(plain) || !/\p{L}/u.test(plain))
    return false;
  const previous = units[i - 1];
  const proseAround =
    next.length >= 60 &&
    next.endsSentence &&
    !startsInLowerCase(next.plain) &&
    previous !== undefined &&
    previous.endsSentence &&
    previous.length >= 60;
  return proseAround && !endsDangling(plain);
}

/**
 * The role of every unit of the body, `[lead, end)`: paragraphs, subheadings, and what stands between them without
 * belonging to the text: site text, a related list, credits.
 */
export function readBody(units: readonly Unit[], lead: number, end: number): Map<number, Role> {
  const roles = new Map<number, Role>();
  let afterSite = false;
  for (let i = lead; i < end; i++) {
    const unit = units[i];
    if (unit === undefined) break;
    let role: Role = "paragraph";
    if (i > lead && unit.length <= shortUnit) {
      if (isRule(unit)) role = "rule";
      else if (linkOnly.test(unit.raw) && !unit.endsSentence && unit.words > 2) role = "related";
      else if (isSiteText(unit)) role = "site";
      else {
        const label = readRelatedLabel(unit.plain);
        if (label !== null && label.rest !== "") role = "related";
        else if (
          label !== null &&
          (label.marked || unit.heading > 0 || units[i + 1]?.isListItem === true) &&
          i + 1 < end &&
          isTitleItem(units[i + 1])
        ) {
          roles.set(i, "relatedLabel");
          const bulleted = units[i + 1]?.isListItem === true;
          while (i + 1 < end && isTitleItem(units[i + 1]) && (!bulleted || units[i + 1]?.isListItem === true)) roles.set(++i, "related");
          afterSite = false;
          continue;
        } else if (isCreditLine(unit.plain)) role = "credit";
        else if (isTemplateInBody(unit)) role = "site";
        else if (looksLikeSubheading(units, i, end)) role = "subheading";
      }
    } else if (afterSite && unit.length <= 500 && plainSiteScore(unit) === 2) role = "site";
    afterSite = role === "site";
    roles.set(i, role);
  }
  return roles;
}
