import { appealSentences, appealWords, beginsAsSiteText, imperative, longestWholeLine, siteVoice, wholeLines } from "./boilerplatePhrases";
import { isOutletName } from "./outlets";

/** Texts longer than this are not looked at as site text. */
export const appealLimit = 700;

/** A text without what it quotes: whoever quotes reports. */
export function withoutQuotes(plain: string): string {
  if (!/["“«]/.test(plain)) return plain;
  return plain.replace(/"[^"]{0,700}(?:"|$)|“[^”]{0,700}(?:”|$)|«[^»]{0,700}(?:»|$)/g, " ");
}

/** How often `pattern`, a global one, matches. */
function hits(pattern: RegExp, text: string): number {
  let count = 0;
  pattern.lastIndex = 0;
  while (pattern.test(text)) count++;
  return count;
}

/** How often a text speaks of itself as "we" or to its reader as "you". */
export function siteVoices(text: string): number {
  return hits(siteVoice, text);
}

const menuMark = /[|•·»›]|\s\s/;

/** "Home | News | Sport": a navigation menu or a share bar. */
function isMenu(plain: string): boolean {
  if (!menuMark.test(plain)) return false;
  const parts = plain.split(/\s{0,99}[|•·»›]\s*|\s{2,}/u).filter((part) => part !== "");
  return parts.length >= 3 && parts.every((part) => part.length <= 24 && part.split(" ").length <= 3 && !/\d{4}/.test(part));
}

const callToAction =
  /^(?:contribute|donate|subscribe|give|support|join|sign up|register|log ?in|sign in|learn|become|try|start|get started|renew|upgrade|chip in|pledge|act)(?: \p{L}+){0,3} (?:today|now|here|us|free|monthly|once|in|more|online|back)$/iu;

/** "Support The Daily Ledger!", "Subscribe to Kavala Kurier". */
export const supportOf =
  /^(?:please )?(?:support|donate to|contribute to|subscribe to|join|help|follow|stand with|give to|back) (.{3,50}?)(?: (?:today|now))?\s?([!.]?)$/i;

/** Whether what is left without a count and punctuation at the edges is too long for a whole line of site text or a call to action. */
function isLongBare(plain: string): boolean {
  const last = plain.length - 1;
  return (
    last > Math.max(longestWholeLine, 60) &&
    isAsciiWordUnit(plain.charCodeAt(0)) &&
    !plain.endsWith(")") &&
    (isAsciiWordUnit(plain.charCodeAt(last)) || isAsciiWordUnit(plain.charCodeAt(last - 1)))
  );
}

function isAsciiWordUnit(unit: number): boolean {
  return (unit >= 0x30 && unit <= 0x39) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);
}

const addressing = /\b(?:you|your|yours)\b/i;
const asksFor = /\b(?:donat\w+|contribut(?:e|ions?)|subscri\w+|newsletters?|membership|paywall|inbox|crowdfund\w*|sign up)\b/i;

/** Whether a text speaks to its reader, or of what an appeal is for. */
export function wantsSomething(own: string): boolean {
  return addressing.test(own) || asksFor.test(own);
}

/** How surely a text is site text: 0 not, 1 it may be among other site text, 2 surely. */
export function siteTextScore(plain: string): 0 | 1 | 2 {
  if (plain.length > appealLimit || plain === "") return 0;
  if (plain.length <= 160) {
    if (!isLongBare(plain)) {
      const bare = plain
        .toLowerCase()
        .replace(/\s{0,99}\(\d+\)$/, "")
        .replace(/^[^\p{L}\p{N}@©(]+|[^\p{L}\p{N})]{1,99}$/gu, "");
      if (bare === "") return plain.length <= 3 || !/\d/.test(plain) ? 2 : 0;
      if (wholeLines.has(bare)) return 2;
      if (plain.length < 60 && callToAction.test(bare)) return 2;
    }
    if (beginsAsSiteText(plain)) return 2;
    if (isMenu(plain)) return 2;
    const object = supportOf.exec(plain);
    if (object !== null && (object[2] === "!" || isOutletName(object[1] ?? ""))) return 2;
  } else if (plain.length <= 400 && beginsAsSiteText(plain)) return 2;
  const own = withoutQuotes(plain);
  const words = hits(appealWords, own);
  const voice = siteVoices(own);
  if (words === 0 && voice === 0 && !own.endsWith("!")) return 0;
  const sentence = appealSentences.test(own);
  const asks = imperative.test(own);
  // Whoever quotes reports.
  if (own !== plain && !asks) return words > 0 ? 1 : 0;
  if (sentence && (voice > 0 || words >= 2 || asks)) return 2;
  if (asks && words >= 2 && (voice > 0 || own.endsWith("!") || words >= 3)) return 2;
  // Whoever only says "we" and "us" may be a columnist; who says "you", or what an appeal wants, is the site.
  if (voice >= 2 && words >= 2 && wantsSomething(own)) return 2;
  return words > 0 || sentence || (asks && own.endsWith("!")) ? 1 : 0;
}
