import { spanOdds, type Candidate } from "./candidates";
import { Casing } from "./casing";
import { nameTypes } from "./labels";
import { Listed, phraseKey, type Lexicon } from "./lexicon";
import type { NameModel } from "./model";
import type { Sentence } from "./sentence";
import type { Tagging } from "./tagging";
import { bodies } from "./widening";
import { WordFlag, type Word } from "./words";

const organization = nameTypes.indexOf("ORG");
const place = nameTypes.indexOf("LOC");
const event = nameTypes.indexOf("EVENT");
/** What its definition is worth for an organisation, in log-odds. */
const definitionWorth = 8;
/** A definition has at most so many words more than its abbreviation has letters. */
const longestGap = 6;

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** Small words that an abbreviation may pass over. */
const joints = set("of the for and in on to at by with a an de la le les du des di da del der die und et y e do dos das en al & - , ' 's");
const otherBodies = set(
  "mission force tribunal alliance coalition corporation company group initiative programme program project organisation organization office secretariat service services network centre center fund trust",
);

/** Abbreviations of things, offices and measures, which no body is called by. */
const things = set(
  "tv tvs pc cd cds dvd dvds hd hdtv uhd lcd led oled mp3 mp4 rss gps usb hdmi wifi wi-fi dsl adsl isp 2g 3g 4g 5g lte sms mms pdf html xml css http url api sdk cpu gpu ram rom ssd ui ux ai vr id ip " +
    "ceo cfo coo cto cio vp svp mp mep mla pm cm hr pr qa faq atm pin vat gst gdp gnp cpi ipo esg etf r&d dna rna hiv icu suv rv vip dj mvp ngo ufo ied wmd pow gmt utc est edt pst pdt cet bst ist " +
    "diy phd mba gpa rpg fps bbq lgbt ptsd adhd co2 h1n1 h5n1 sars mers bse ppe pcr mri uv sim qr vpn nfc lng lpg bdc cd-rom dvd-rom blu-ray dvr fm lp ep",
);
/** What may stand behind a common noun with "a" before it. */
const behindNouns = set(
  'in on at of to for from with without by and or but that which who is was are were has had as than when if . , ; : ) ? ! ” "',
);

/**
 * Types abbreviations by what the article defines them as: "Tarsk River Board (TRB)" is an organisation wherever it
 * ends, and so is "TRB"; "mobile phone mast (MPM)" is a thing, and so is "MPM". Abbreviations that name things
 * everywhere, plurals ("NGOs") and "an MPM." are no organisations either.
 */
export function typeAbbreviations(tagging: Tagging, model: NameModel, candidates: readonly Candidate[]): Candidate[] {
  const { words } = tagging.reading;
  const defined = new Set<number>();
  const common = new Set<number>();
  let result: readonly Candidate[] = candidates;
  for (const sentence of tagging.sentences) {
    for (let at = sentence.from + 2; at + 1 < sentence.to; at++) {
      const short = words[at];
      if (short === undefined || words[at - 1]?.text !== "(" || words[at + 1]?.text !== ")" || !isShort(short)) continue;
      const first = startOfDefinition(sentence, at - 2, lettersOf(short));
      if (first < 0) continue;
      if (words.slice(first, at - 1).every(({ mayName }) => !mayName)) {
        common.add(short.form);
        continue;
      }
      const proper = asOrganization(tagging, model, result, first, at - 2);
      if (proper === null) continue;
      defined.add(short.form);
      result = [
        ...result.filter(({ first: from, last }) => last < first || from > at || (from > at - 2 && from < at)),
        proper,
        asDefined(tagging, model, at, at),
      ];
    }
  }
  const isThing = (candidate: Candidate): boolean => {
    const word = words[candidate.first];
    if (candidate.first !== candidate.last || candidate.type === event || word === undefined || defined.has(word.form)) return false;
    return common.has(word.form) || namesThing(words, candidate.first, tagging.sentences);
  };
  return result.filter((candidate) => !isThing(candidate)).sort((a, b) => a.first - b.first);
}

/** "TRB", "MoH", "Unicef" is too much like a word. */
function isShort({ text }: Word): boolean {
  return text.length <= 10 && /^\p{Lu}[\p{L}&-]+$/u.test(text) && (text.match(/\p{Lu}/gu)?.length ?? 0) >= 2;
}

function lettersOf({ lower }: Word): string {
  return lower.replace(/[^\p{L}]/gu, "");
}

/**
 * Where the words begin, the last of them at `last`, whose beginnings spell `letters`; -1 where there are none. After Schwartz and
 * Hearst (2003).
 */
function startOfDefinition({ words, from }: Sentence, last: number, letters: string): number {
  const furthest = Math.max(from, last - letters.length - longestGap);
  // Where a letter may begin: each way to spell the rest, found once for each word and number of letters.
  const failed = new Set<number>();
  const match = (at: number, left: number): number => {
    if (left === 0) return at + 1;
    const word = words[at];
    if (at < furthest || word === undefined || failed.has(at * 16 + left)) return -1;
    for (let size = 1; size <= Math.min(left, 4); size++) {
      if (!word.lower.startsWith(letters.slice(left - size, left))) continue;
      const start = match(at - 1, left - size);
      if (start >= 0) return start;
    }
    const passed = joints.has(word.lower) ? match(at - 1, left) : -1;
    if (passed < 0) failed.add(at * 16 + left);
    return passed;
  };
  const start = match(last, letters.length);
  return start >= 0 && !joints.has(words[start]?.lower ?? "") ? start : -1;
}

/** The defining words as an organisation; null where they are a listed place, no name, or named otherwise. */
function asOrganization(
  tagging: Tagging,
  model: NameModel,
  candidates: readonly Candidate[],
  first: number,
  last: number,
): Candidate | null {
  const { words } = tagging.reading;
  const run = words.slice(first, last + 1);
  if (first === last || run.some((word) => !word.mayName && !joints.has(word.lower)) || isPlace(run, model.lexicon)) return null;
  const inside = candidates.filter((candidate) => candidate.last >= first && candidate.first <= last);
  if (
    inside.some(({ type }) => type === event) ||
    (inside.length === 1 && inside.every((one) => one.type === place && one.first === first && one.last === last))
  )
    return null;
  const hasBody = run.some(({ lower }) => bodies.has(lower) || otherBodies.has(lower));
  return hasBody || inside.length > 0 ? asDefined(tagging, model, first, last) : null;
}

function asDefined(tagging: Tagging, model: NameModel, first: number, last: number): Candidate {
  const odds = spanOdds(tagging, model, first, last);
  const best = Math.max(0, ...odds);
  return {
    first,
    last,
    type: organization,
    odds: odds.map((value, type) => (type === organization ? Math.max(value, best) + definitionWorth : value)),
  };
}

function isPlace(run: readonly Word[], lexicon: Lexicon): boolean {
  const key = run.slice(1).reduce((soFar, { lowerHash }) => phraseKey(soFar, lowerHash), run[0]?.phrase ?? 0);
  return (lexicon.lists(key) & (Listed.Country | Listed.Region | Listed.BigCity | Listed.City)) !== 0;
}

function namesThing(words: readonly Word[], at: number, sentences: readonly Sentence[]): boolean {
  const word = words[at];
  if (word === undefined) return false;
  // A party has this name, too.
  if (word.text === "RSS" && /^(?:feeds?|readers?)$/.test(words[at + 1]?.lower ?? "")) return true;
  if ((word.lists & Listed.Organization) !== 0) return false;
  const inCapitals = sentences.find(({ from, to }) => from <= at && at < to)?.casing === Casing.AllCapitals;
  if (inCapitals) return false;
  const isAbbreviation = (word.flags & WordFlag.HasLower) === 0 && word.mayName;
  if ((isAbbreviation || word.lower === "wi-fi" || word.lower === "blu-ray") && things.has(word.lower)) return true;
  if (/^\p{Lu}{2,5}s$/u.test(word.text)) return true;
  const before = words[at - 1]?.lower;
  return isAbbreviation && word.text.length <= 5 && (before === "a" || before === "an") && behindNouns.has(words[at + 1]?.lower ?? ".");
}
