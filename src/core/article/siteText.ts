import { appealLimit, siteTextScore } from "./boilerplate";
import { isOutletName } from "./outlets";
import { sharedBy } from "./template";
import type { Unit } from "./unit";

/** A line between paragraphs that so many articles have is no cross-head. */
const inBody = sharedBy.several;
/** A sentence above or below the text is its site's if so many articles have it; stories share sentences too. */
const ofProse = sharedBy.most;
/** The same where the line beside it is the site's. */
const ofProseBesideSite = sharedBy.several;
/** Stock sentences of reporting are the text's, however many have them. */
const reports = /\b(?:said|says|told|declined|according to|announced|reported|added)\b/;

function isSentence(unit: Unit): boolean {
  return unit.endsSentence && unit.words >= 7;
}

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
  return unit.share >= inBody && !isSentence(unit);
}

/** Whether a unit above or below the text is its site's, as other articles have it too; `beside` stands next to it, away from the text. */
export function isOfTemplate(unit: Unit, beside: Unit | undefined): boolean {
  if (unit.share === 0) return false;
  if (!isSentence(unit)) return !isOutletName(unit.plain);
  if (unit.share < sharedBy.nearlyAll && reports.test(unit.plain)) return false;
  return (
    unit.share >= ofProse ||
    (unit.share >= ofProseBesideSite && beside !== undefined && !isSentence(beside) && (beside.share > 0 || beside.siteScore === 2))
  );
}

const openers =
  /^(?:read more|continue reading|more|most read|most popular|trending(?: now)?|top stories|comments?|(?:leave|post|add) a (?:comment|reply)|related topics|topics|tags|sponsored(?: content)?|promoted(?: content)?|advertisement|what to read next|up next|don['’]t miss|newsletter|sign up.*|support .*|donate.*|contribute.*|subscribe.*|about us|share this.*|follow us.*)[:!.]?$/i;

/** Whether a line opens a stretch of site text that goes on below it ("Read more", "Most popular"). */
export function opensSiteText(unit: Unit): boolean {
  return unit.length <= 120 && openers.test(unit.plain) && plainSiteScore(unit) === 2;
}
