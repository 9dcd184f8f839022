import { isAgency } from "./agencies";
import { isSectionName } from "./sectionName";

/** Words that names of newspapers, magazines and stations are made of. */
const outletWords = new Set(
  (
    "times post herald tribune gazette journal chronicle ledger star dispatch news newspaper daily observer guardian telegraph independent mail express " +
    "mirror sun standard courier examiner inquirer enquirer globe press review reporter record register sentinel bulletin monitor echo argus advertiser " +
    "advocate weekly magazine today voice wire media radio television tv fm network broadcasting broadcaster online citizen beacon leader mercury " +
    "messenger eagle pioneer patriot democrat republican nation digest insider newswire newsroom gazet spectator economist atlantic " +
    "diplomat politico vox wired fortune forbes bloomberg reuters agency correspondent intelligencer bee plaindealer statesman " +
    "zeitung kurier blatt tagblatt tageblatt anzeiger rundschau nachrichten allgemeine spiegel stern bote presse tagesspiegel morgenpost abendblatt " +
    "monde figaro libération libre parisien presse dépêche progrès gazette matin soir jour " +
    "país mundo diario periódico noticias vanguardia clarín nación universal prensa folha jornal estado correio público gazeta gazzetta corriere repubblica stampa messaggero " +
    "nieuws dagblad krant courant handelsblad telegraaf aftenposten nyheter tidende posten tidning avisen dagbladet bladet " +
    "газета известия правда ведомости новости новая коммерсант вестник время труд украина"
  ).split(" "),
);

/** Words that such names start with. */
const openingWords = new Set(
  "daily radio voice journal gazeta diario corriere evening morning sunday weekly news le la die der das süddeutsche frankfurter neue jornal diário agence agencia новая российская комсомольская московский".split(
    " ",
  ),
);

/** Words of organisations that sign articles without being outlets. */
const organizationWords = new Set(
  (
    "staff board desk team bureau service services office ministry council committee agency agencies association foundation institute center centre university " +
    "department group company corp inc ltd plc correspondents reporters writers editors newsdesk union society commission organization organisation secretariat " +
    "party government embassy bank network project initiative watch international contributors wires redaktion rédaction redacción redazione redactie редакция"
  ).split(" "),
);

function wordsOf(name: string): string[] {
  return name
    .toLowerCase()
    .split(/[^\p{L}\p{M}'’]+/u)
    .filter((word) => word !== "");
}

function hasOutletWord(words: readonly string[]): boolean {
  const plain = words[0] === "the" ? words.slice(1) : words;
  const last = plain.at(-1) ?? "";
  if (outletWords.has(last)) return plain.length > 1 || words.length > 1 || last === "reuters" || last === "bloomberg";
  if (
    plain.length > 1 &&
    outletWords.has(plain.at(-2) ?? "") &&
    (words[0] === "the" || /^(?:online|international|weekly|daily)$/.test(last))
  )
    return true;
  return openingWords.has(plain[0] ?? "") && plain.length <= 4 && plain.length > 1;
}

/** Whether `name` reads like the name of a newspaper, magazine, site or station ("Kavala Kurier", "The Daily Ledger"). */
export function isOutletName(name: string): boolean {
  if (name.length > 60 || !/^[\p{Lu}\p{Lo}\d«“"]/u.test(name)) return false;
  const words = wordsOf(name);
  if (words.length === 0 || words.length > 6) return false;
  return isMadeAsOutletName(name, words) && !isSectionName(name);
}

function isMadeAsOutletName(name: string, words: readonly string[]): boolean {
  if (name.includes(".") && /^[\p{L}\d-]+\.(?:com|org|net|ru|co\.uk|info|news|de|fr)$/iu.test(name)) return true;
  if (/^(?:BBC|CNN|NPR|PBS|ABC|CBS|NBC|RT|DW|CNBC|MSNBC|AFP|RFE\/RL|Al Jazeera|Fox News|Sky News)(?:\s|$)/.test(name)) return true;
  return /(?:新闻|日报|时报|晚报|新聞|日報|時報|通訊社|通讯社|신문|일보)$/u.test(name) || (hasOutletWord(words) && isTitleLike(name));
}

const smallWords = new Set(
  "of the and de la le les du des der die das for in on a an to el los y i e di da do van von at by with from as or".split(" "),
);

/** Whether every word but the small ones starts with a capital. */
export function isTitleLike(text: string): boolean {
  let capitals = false;
  for (const word of text.split(/\s+/)) {
    const first = word.charCodeAt(0);
    if (first >= 0x41 && first <= 0x5a) capitals = true;
    else if (first >= 0x61 && first <= 0x7a) {
      if (!smallWords.has(word)) return false;
    } else if (/^["'“‘«([]*\p{Ll}/u.test(word)) return false;
    else if (/^["'“‘«([]*[\p{Lu}\p{Lo}]/u.test(word)) capitals = true;
  }
  return capitals;
}

/** Whether `name` is an organisation's: an outlet, an agency, "Staff", "Editorial Board". */
export function isOrganizationName(name: string): boolean {
  if (isAgency(name) || isOutletName(name)) return true;
  const words = wordsOf(name);
  return (
    words.some((word) => organizationWords.has(word)) || /^\p{Lu}{2,6}$/u.test(name) || /^(?:The|Le|La|Die|Der|Das|El)\s\p{Lu}/u.test(name)
  );
}
