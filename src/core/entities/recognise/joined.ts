import { Listed } from "./lexicon";
import type { WordTable } from "./words";

/** Behind a name and a hyphen these make an adjective of it: "Tarsk-based", "U.N.-led". */
const endings = new Set(
  "based led born style held run wide made built bound era type only owned area flag brand like backed sized friendly language".split(" "),
);
/** Before a hyphen and a name: "anti-Orm", "mid-Atlantic". */
const openings = new Set("anti pro ex non mid pre post trans".split(" "));
/** What news agencies write before a hyphen that opens a headline: "SOCCER-TARSK BEAT OVRA". */
const slugs = new Set(
  ("soccer football rugby league union tennis golf cricket baseball basketball hockey athletics cycling racing motorcycling skiing skating boxing swimming badminton volleyball handball " +
    "squash chess snooker olympics rowing sailing yachting gymnastics judo wrestling weightlifting results standings scoreboard summaries fixtures feature analysis interview focus update " +
    "alert digest brief diary chronology factbox profile weather grains oil gold metals coffee sugar cocoa").split(" "),
);
const inCapitals = /^[\p{Lu}\p{M}'’.&-]+$/u;
const places = Listed.Country | Listed.BigCity | Listed.Region;

/**
 * Where a token joined by hyphens comes apart into words of their own, as offsets into it, ascending; empty where it
 * is one word ("Jean-Luc", "Guinea-Bissau"). Names inside are found so: "Tarsk" in "Tarsk-based", "Orm" in "anti-Orm"
 * and "7-Orm", both of "Iran-Iraq". A hyphen in front belongs to the ending, one behind to the opening.
 */
export function cutsOf(token: string, opensZone: boolean, table: WordTable): readonly number[] {
  const first = token.search(/[-\u2010\u2011]/u);
  if (first <= 0 || first === token.length - 1) return [];
  const head = token.slice(0, first);
  const behind = token.slice(first + 1);
  if (/^\p{Lu}/u.test(behind)) {
    if (/^\d{1,3}$/.test(head) || openings.has(head.toLowerCase()) || (opensZone && slugs.has(head.toLowerCase()) && inCapitals.test(token))) {
      return [first + 1, ...cutsOf(behind, false, table).map((cut) => cut + first + 1)];
    }
    if (bothNames(head, behind, table) && (table.get(token).lists & (places | Listed.City | Listed.LastName)) === 0) return [first, first + 1];
  }
  const last = Math.max(token.lastIndexOf("-"), token.lastIndexOf("\u2010"), token.lastIndexOf("\u2011"));
  const ending = token.slice(last + 1);
  const makes = endings.has(ending) || (/^\p{Ll}{5,}$/u.test(ending) && /(?:ed|ing)$/.test(ending) && !/^.{0,3}ing$/.test(ending));
  return makes && /\p{Lu}/u.test(token.slice(0, last)) ? [last] : [];
}

/** Two countries, or two peoples. */
function bothNames(head: string, behind: string, table: WordTable): boolean {
  const both = table.get(head).lists & table.get(behind).lists;
  return (both & (Listed.Country | Listed.Demonym)) !== 0;
}
