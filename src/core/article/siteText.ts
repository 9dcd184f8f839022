import { appealLimit, siteTextScore } from "./boilerplate";
import { isOutletName } from "./outlets";
import type { Unit } from "./unit";

/** A line between paragraphs that so many articles have is no cross-head. */
const inBody = 0.3;
/** A sentence that so many articles have above or below their text is none of theirs. */
const ofProse = 0.2;

/** `siteTextScore` of the whole unit, a list item's bullet included. */
export function plainSiteScore(unit: Unit): 0 | 1 | 2 {
  return unit.isListItem ? siteTextScore(unit.plain) : unit.siteScore;
}

/** Whether a unit is surely site text by what it says. */
export function isSiteText(unit: Unit): boolean {
  return unit.length <= appealLimit && unit.siteScore === 2;
}

/** Whether a line between paragraphs is its site's, as many other articles have it too. */
export function isTemplateInBody(unit: Unit): boolean {
  return unit.share >= inBody;
}

/** Whether a unit above or below the text is its site's, as other articles have it too; prose is asked for more of them. */
export function isOfTemplate(unit: Unit): boolean {
  if (unit.share === 0) return false;
  return unit.length >= 60 && unit.endsSentence ? unit.share >= ofProse : !isOutletName(unit.plain);
}

const openers = /^(?:read more|continue reading|more|most read|most popular|trending(?: now)?|top stories|comments?|(?:leave|post|add) a (?:comment|reply)|related topics|topics|tags|sponsored(?: content)?|promoted(?: content)?|advertisement|what to read next|up next|don['’]t miss|newsletter|sign up.*|support .*|donate.*|contribute.*|subscribe.*|about us|share this.*|follow us.*)[:!.]?$/i;

/** Whether a line opens a stretch of site text that goes on below it ("Read more", "Most popular"). */
export function opensSiteText(unit: Unit): boolean {
  return unit.length <= 120 && openers.test(unit.plain) && plainSiteScore(unit) === 2;
}
