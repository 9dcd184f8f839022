import { isFilingCity } from "./placeName";

const particle =
  /^(?:de|da|do|dos|das|del|della|di|du|la|le|van|von|der|den|ter|ten|bin|bint|ibn|al|el|ul|ben|abu|y|e|af|av|zu|zum|dell|d')$/i;
const namePart = /^(?:\p{Lu}\.(?:-?\p{Lu}\.)*|(?:al-|el-|Al-|El-|d'|D'|O'|l')?\p{Lu}[\p{L}\p{M}'’-]*\.?)$/u;
const title = /^(?:Dr|Prof|Professor|Mr|Mrs|Ms|Sir|Dame|Lord|Lady|Rev|Sen|Gen|Col|Capt|Lt|Major|Captain|Colonel|General|Senator)\.?\s+/;
const suffix = /,?\s{1,99}(?:Jr|Sr|II|III|IV|MD|M\.D|PhD|Ph\.D)\.?$/;

/** Words in titles and subheadings that no person is called. */
const notNames = new Set(
  (
    "The A An And Or In On At For To From With Of By As After Before News World Business Sport Sports Politics Opinion Culture Science Health Technology Travel Local National " +
    "International Europe Asia Africa America Middle East West North South Home Latest Breaking Analysis Comment Editorial Features Special Top Stories Story Read More Share Print Email " +
    "Peace Talks War Deal New Report Published Updated Posted Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April June July August September October " +
    "November December Photo Image Video Follow Contact About Today United States Kingdom Nations Press Release Advertisement Related Articles Says Said Will How Why What When Who Where Is Are"
  ).split(" "),
);

/** Whether `text` is written like a person's name: two to five capitalised parts, initials and particles among them. */
export function isPersonName(text: string): boolean {
  if (text.length < 4 || text.length > 50 || /\d/.test(text)) return false;
  if (/^[\p{Script=Han}\p{Script=Hangul}]{2,4}$/u.test(text)) return true;
  const words = text.replace(title, "").replace(suffix, "").split(" ");
  if (words.length < 2 || words.length > 5 || isFilingCity(text)) return false;
  let parts = 0;
  for (const [index, word] of words.entries()) {
    const caseless = word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
    if (notNames.has(caseless)) return false;
    if (index > 0 && index < words.length - 1 && particle.test(word)) continue;
    if (particle.test(word) && index === 0) continue;
    if (!namePart.test(word)) return false;
    parts++;
  }
  return parts >= 2 || (parts === 1 && words.length === 2);
}

/** A name set in capitals as it is written in running text: "JANE O'NEIL" is "Jane O'Neil". */
export function displayPersonName(name: string): string {
  const shouted = name.replace(/(?<=^|\s)(?:Mc|Mac)(?=\p{Lu}{2})/gu, "MC");
  if (shouted !== shouted.toUpperCase() || name === name.toLowerCase()) return name;
  return name.toLowerCase().replace(/\p{L}[\p{L}\p{M}]*/gu, (word, at: number, whole: string) => {
    if (particle.test(word) && at > 0 && /^(?:de|da|do|dos|das|del|di|du|van|von|der|den|bin|ibn|y)$/.test(word)) return word;
    if (/^['’]s?$/.test(whole.charAt(at - 1) + word) && at + word.length === whole.length) return word;
    const upper = word.charAt(0).toUpperCase() + word.slice(1);
    return upper.replace(/^Mc(\p{Ll})/u, (_, letter: string) => `Mc${letter.toUpperCase()}`);
  });
}
