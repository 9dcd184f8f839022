import { keyWords } from "./nameKey";

const particles = new Set("al el ul bin ibn abu ben van de von der den dem da di du dos del della le la las los ter ten zu af av st y e".split(" "));
const honorifics = new Set("mr mrs ms miss dr sir lord lady dame prof professor sheikh sheik imam king queen prince princess pope saint sen rep gov gen col maj capt lt sgt president".split(" "));
const suffixes = new Set("jr sr ii iii iv junior senior".split(" "));

/** The parts of a person's name that decide who it may be; lower case, folded as in `nameKey`. */
export interface PersonName {
  /** The first given name; empty where only a family name stands. */
  readonly given: string;
  /** The last word that is no suffix; hyphens make several words, as in `nameKey`. */
  readonly family: string;
  /** Middle names and initials, joined: tells George W. from George H. W. */
  readonly middle: string;
  readonly suffix: string;
  /** Words without honorifics, suffix and particles. */
  readonly words: readonly string[];
}

const roleWords = new Set(
  "president minister premier chancellor secretary general chief ceo cfo coo executive officer chairman chairwoman chair chairperson director spokesman spokeswoman spokesperson senator representative congressman congresswoman governor mayor ambassador envoy commander analyst coach captain judge justice professor commissioner speaker deputy leader head manager founder editor economist attorney prosecutor colonel lieutenant sergeant admiral bishop archbishop cardinal rabbi".split(" "),
);

/** Takes a name's key apart, titles in front of it left out; null where nothing but titles and particles is left. */
export function personName(key: string): PersonName | null {
  let all = keyWords(key).filter((word) => word !== "");
  const lastRole = all.findLastIndex((word) => roleWords.has(word));
  // "Judge" or "Bishop" alone, or at the end of a name, is a family name as likely as not.
  if (lastRole >= 0 && (lastRole < all.length - 1 || (all.length > 1 && !["judge", "bishop", "chair", "head", "justice", "coach", "cardinal"].includes(all[lastRole] ?? "")))) all = all.slice(lastRole + 1);
  if (all[0] === "of") return null;
  while (all.length > 1 && honorifics.has(all[0] ?? "")) all = all.slice(1);
  let suffix = "";
  const last = all.at(-1) ?? "";
  if (all.length > 2 && suffixes.has(last)) {
    suffix = last === "junior" ? "jr" : last === "senior" ? "sr" : last;
    all = all.slice(0, -1);
  }
  const words = all.filter((word, index) => !particles.has(word) || (index === 0 && all.length === 2 && !["al", "el", "ul", "van", "de", "bin", "abu"].includes(word)));
  const family = words.at(-1);
  if (family === undefined) return null;
  const given = words.length > 1 ? (words[0] ?? "") : "";
  return { given, family, middle: words.slice(1, -1).join(" "), suffix, words };
}

/** Ways of writing the same sound in names taken over from other scripts. */
const sounds: readonly (readonly [RegExp, string])[] = [
  [/^(?:ye|ie|je)/u, "e"],
  [/(?:ou|oo|uu)/gu, "u"],
  [/(?:ij|iy|ii|yi|ey|ei|ay|ai)/gu, "i"],
  [/[yj]/gu, "i"],
  [/(?:kh|gh|q|ck|ch)/gu, "k"],
  [/ph/gu, "f"],
  [/(?:dh|th)/gu, "d"],
  [/(?:ts|tz|cz)/gu, "z"],
  [/w/gu, "v"],
  [/(?:sh|sch)/gu, "s"],
  [/(.)\1+/gu, "$1"],
  [/h$/u, ""],
];

/**
 * A rough key of how a name sounds: `sergei` and `sergey`, `mohammed` and `muhamad`, `gaddafi` and `qadhafi` meet.
 * Vowels inside are dropped, so it proves nothing alone: callers also want another part of the name to be equal.
 */
export function soundKey(word: string): string {
  let sound = word;
  for (const [pattern, replacement] of sounds) sound = sound.replace(pattern, replacement);
  sound = sound.replace(/^g(?=ad|an)/u, "k");
  return sound.slice(0, 1) + sound.slice(1).replace(/[aeiou]/gu, "").replace(/(.)\1+/gu, "$1");
}

const shortForms: readonly (readonly string[])[] = [
  ["william", "bill", "will", "billy"],
  ["robert", "bob", "rob", "bobby"],
  ["james", "jim", "jimmy"],
  ["richard", "dick", "rick"],
  ["joseph", "joe"],
  ["michael", "mike"],
  ["anthony", "tony"],
  ["thomas", "tom"],
  ["edward", "ed", "ted"],
  ["charles", "charlie", "chuck"],
  ["alexander", "alex", "aleksandr", "alexandr"],
  ["nicholas", "nick"],
  ["christopher", "chris"],
  ["benjamin", "ben"],
  ["samuel", "sam"],
  ["daniel", "dan"],
  ["david", "dave"],
  ["stephen", "steven", "steve"],
  ["matthew", "matt"],
  ["andrew", "andy"],
  ["timothy", "tim"],
  ["gregory", "greg"],
  ["jeffrey", "jeff"],
  ["kenneth", "ken"],
  ["ronald", "ron"],
  ["donald", "don"],
  ["patrick", "pat"],
  ["elizabeth", "liz", "beth"],
  ["katherine", "catherine", "kate", "kathy", "cathy"],
  ["margaret", "maggie", "peggy"],
  ["mikhail", "michail"],
  ["yevgeny", "evgeny", "evgenii"],
];
/** Given names that have usual short forms: all forms of one have the same number. */
export const shortFormOf: ReadonlyMap<string, number> = new Map(shortForms.flatMap((forms, index) => forms.map((form) => [form, index] as const)));

/** Whether two given names can be one: equal, an initial of the other, a usual short form, or the same sound. */
export function sameGivenName(a: string, b: string): boolean {
  if (a === b) return true;
  if (a === "" || b === "") return false;
  if (a.length === 1 || b.length === 1) return a.startsWith(b) || b.startsWith(a);
  const short = shortFormOf.get(a);
  if (short !== undefined && short === shortFormOf.get(b)) return true;
  return a.length > 3 && b.length > 3 && Math.abs(a.length - b.length) <= 2 && a.startsWith(b.charAt(0)) && soundKey(a) === soundKey(b);
}

const eastAsianFamilies = new Set(
  "kim lee park choi jung kang cho yoon jang lim han oh seo shin kwon hwang ahn song xi li wang zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo liang song zheng xie han tang feng deng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu ding ren lo nguyen tran le pham hoang phan vu vo dang bui do ho ngo duong mao wen bo".split(" "),
);

/** Whether the name is probably written family name first ("Xi Jinping", "Kim Jong-un", "Nguyen Van An"). */
export function familyFirst(name: PersonName): boolean {
  return name.words.length <= 4 && eastAsianFamilies.has(name.words[0] ?? "") && !eastAsianFamilies.has(name.family);
}
