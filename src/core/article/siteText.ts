import { appealLimit, siteTextScore } from "./boilerplate";
import type { Unit } from "./unit";

/** `siteTextScore` of the whole unit, a list item's bullet included. */
export function plainSiteScore(unit: Unit): 0 | 1 | 2 {
  return unit.isListItem ? siteTextScore(unit.plain) : unit.siteScore;
}

/** Whether a unit is surely site text. */
export function isSiteText(unit: Unit): boolean {
  return unit.length <= appealLimit && unit.siteScore === 2;
}

const openers = /^(?:read more|continue reading|more|most read|most popular|trending(?: now)?|top stories|comments?|(?:leave|post|add) a (?:comment|reply)|related topics|topics|tags|sponsored(?: content)?|promoted(?: content)?|advertisement|what to read next|up next|don['’]t miss|newsletter|sign up.*|support .*|donate.*|contribute.*|subscribe.*|about us|share this.*|follow us.*)[:!.]?$/i;

/** Whether a line opens a stretch of site text that goes on below it ("Read more", "Most popular"). */
export function opensSiteText(unit: Unit): boolean {
  return unit.length <= 120 && openers.test(unit.plain) && plainSiteScore(unit) === 2;
}
