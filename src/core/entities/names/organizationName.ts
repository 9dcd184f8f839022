import { countryNamed, countryOfDemonym } from "./country";
import { keyWords, nameKey } from "./nameKey";

const companySuffix = new Set(
  "inc incorporated corp corporation ltd limited co company cos plc group holding holdings ag sa nv bv gmbh llc llp lp spa ab asa oyj oao ooo zao pao pjsc ojsc kk sarl se".split(
    " ",
  ),
);
const clubSuffix = new Set("fc fk sc cf afc ac".split(" "));
const smallWords = new Set("of the and for in on de del la le & at to a an du des y und et".split(" "));

/** Institutions that every state has: never one and the same without a country, a city or a company beside them. */
const generic = new Set([
  "army",
  "navy",
  "air force",
  "police",
  "parliament",
  "senate",
  "congress",
  "cabinet",
  "government",
  "supreme court",
  "high court",
  "constitutional court",
  "court of appeal",
  "appeals court",
  "central bank",
  "national bank",
  "state bank",
  "reserve bank",
  "national assembly",
  "house",
  "house of representatives",
  "lower house",
  "upper house",
  "state department",
  "justice department",
  "treasury",
  "finance department",
  "security council",
  "national security council",
  "stock exchange",
  "university",
  "state university",
  "electoral commission",
  "election commission",
  "central election commission",
  "red cross",
  "red crescent",
  "democratic party",
  "republican party",
  "labor party",
  "socialist party",
  "communist party",
  "liberal party",
  "conservative party",
  "national party",
  "green party",
  "interior",
  "coast guard",
  "national guard",
  "news agency",
  "state television",
  "council",
  "commission",
  "committee",
  "agency",
  "ministry",
  "bank",
  "company",
  "union",
  "party",
  "court",
  "assembly",
  "federation",
  "association",
  "united",
  "national",
  "international",
  "new",
  "central",
  "real",
  "state",
  "general",
  "royal",
  "first",
]);

/** Whether a key names an institution of a kind that many places have ("foreign ministry", "supreme court"). */
export function isGenericInstitution(key: string): boolean {
  return generic.has(key) || /^(?:[a-z]+ ){1,3}(?:ministry|department)$/u.test(key);
}

const nationalBodies = new Set(
  "army|navy|air force|parliament|senate|congress|supreme court|high court|constitutional court|central bank|national assembly|house of representatives|electoral commission|election commission|stock exchange|coast guard|national guard|national party|labor|labor party|liberal party|conservative party|democratic party|republican party|socialist party|communist party|green party".split(
    "|",
  ),
);

/** Whether a key names a body of which a country has one and many countries have one: a parliament, a ministry, a Labour Party. */
export function isNationalBody(key: string): boolean {
  return nationalBodies.has(key) || /^(?:[a-z]+ ){1,3}ministry$/u.test(key);
}

/** Parties by what their members are called, in the form of the party's name. */
const parties: ReadonlyMap<string, string> = new Map([
  ["tories", "conservative party"],
  ["tory party", "conservative party"],
  ["conservatives", "conservative party"],
  ["labor", "labor party"],
  ["socialists", "socialist party"],
  ["communists", "communist party"],
  ["liberals", "liberal party"],
  ["greens", "green party"],
  ["lib dems", "liberal democrats"],
  ["gop", "republican party"],
  ["republicans", "republican party"],
  ["democrats", "democratic party"],
]);

/** Acronyms that news text uses without ever spelling them out. */
const unions: ReadonlyMap<string, string> = new Map([
  ["un", "united nations"],
  ["uno", "united nations"],
  ["eu", "european union"],
]);

/** Whether a name is one of a union of states, which recognisers take for a place as often as for an organisation. */
export function isUnionOfStates(surface: string): boolean {
  const key = nameKey(surface);
  return unions.has(key) || [...unions.values()].includes(key) || key === "nato";
}

/** The country that the first words name or are the adjective of, and how many words that takes; null if none. */
function leadingCountry(words: readonly string[]): { readonly id: string; readonly length: number } | null {
  for (let length = Math.min(3, words.length - 1); length > 0; length--) {
    const head = words.slice(0, length).join(" ").replace(/'s$/u, "");
    const country = countryOfDemonym(head) ?? countryNamed(head);
    if (country !== null) return { id: country.id, length };
  }
  return null;
}

function ministryInOneOrder(words: readonly string[]): readonly string[] {
  const [head, of, ...rest] = words;
  if ((head === "ministry" || head === "department") && of === "of" && rest.length > 0) {
    const field = rest.filter((word) => word !== "the");
    return ministryInOneOrder([...field, head]);
  }
  const at = words.indexOf("affairs");
  if (at > 0 && words[at - 1] === "foreign" && words[at + 1] === "ministry") return words.filter((_, index) => index !== at);
  return words;
}

/**
 * The key under which an organisation's forms meet: no company suffix, `UN` spelt out, "Ministry of X" as "X
 * ministry", and a leading country or nationality as `{ISO}`: `Russian Foreign Ministry` and
 * `Russia's Ministry of Foreign Affairs` both give `{RU} foreign ministry`.
 */
export function organizationKey(surface: string): string {
  let words = [...keyWords(nameKey(surface))];
  while (words.length > 1 && (companySuffix.has(words.at(-1) ?? "") || clubSuffix.has(words.at(-1) ?? ""))) words.pop();
  const whole = unions.get(words[0] ?? "");
  if (whole !== undefined) words = [...whole.split(" "), ...words.slice(1)];
  const fixed = parties.get(words.join(" ")) ?? words.join(" ");
  words = fixed.split(" ");
  if (fixed === "european union" || fixed.startsWith("european union ")) return fixed;
  if (fixed === "fed" || fixed === "federal reserve") return "{US} federal reserve";
  // "Ford Motors" and "Ford Motor Company" are one.
  if (words.length > 1 && words.at(-1) === "motors") words = [...words.slice(0, -1), "motor"];
  const country = leadingCountry(words);
  const rest = ministryInOneOrder(country === null ? words : words.slice(country.length));
  if (country !== null) return `{${country.id}} ${rest.filter((word, index) => index > 0 || word !== "the").join(" ")}`;
  // "foreign ministry of russia"
  const of = rest.lastIndexOf("of");
  if (of > 0 && of < rest.length - 1) {
    const owner = countryNamed(rest.slice(of + 1).join(" "));
    const institution = rest.slice(0, of).join(" ");
    if (owner !== null && institution !== "bank" && institution !== "university" && isGenericInstitution(institution))
      return `{${owner.id}} ${institution}`;
  }
  return rest.join(" ");
}

/** The institution's name without its country, and the country's id; the id is null where the key has none. */
export function splitCountry(key: string): { readonly countryId: string | null; readonly rest: string } {
  const match = /^\{([^}]+)\} (.*)$/u.exec(key);
  return match === null ? { countryId: null, rest: key } : { countryId: match[1] ?? null, rest: match[2] ?? "" };
}

/** Words that, added to an organisation's name, make the name of another one: a unit, a daughter, a branch. */
const unitWords = new Set(
  "security council commission committee assembly court parliament commercial airplanes corps university bank capital financial finance ventures foundation institute ministry department division office agency board mission force forces police north south east west america europe asia africa pacific international energy media news studios labs research health motors credit insurance".split(
    " ",
  ),
);

/** Whether the words that a longer name adds make it a different organisation ("Ford Australia", "UN Security Council"). */
export function namesUnit(added: readonly string[]): boolean {
  return added.some((word) => unitWords.has(word) || word === "and" || word.startsWith("{") || countryNamed(word) !== null);
}

/** Whether a surface is written like an acronym: 2 to 7 letters, all capitals but at most one (`IAEA`, `U.N.`, `EurIC`, `BoE`). */
export function isAcronym(surface: string): boolean {
  const letters = surface.replace(/\./gu, "");
  if (!/^\p{Lu}[\p{L}&-]{1,6}$/u.test(letters)) return false;
  const lower = letters.replace(/[^\p{Ll}]/gu, "").length;
  return lower <= (letters.length > 3 || /^\p{Lu}\p{Ll}\p{Lu}$/u.test(letters) ? 1 : 0);
}

/** Whether `acronym` (any case, no dots) can be made of the initials of `name`'s words, small words in or out. */
export function fitsInitials(acronym: string, name: string): boolean {
  const letters = acronym.toLowerCase().replace(/[^\p{L}]/gu, "");
  const words = nameKey(name).split(" ");
  if (words.length < 2) return false;
  const all = words.map((word) => word[0] ?? "").join("");
  const big = words
    .filter((word) => !smallWords.has(word))
    .map((word) => word[0] ?? "")
    .join("");
  return letters === big || letters === all || (big.length > letters.length && letters.length > 3 && big.startsWith(letters));
}

/**
 * Whether all letters of `acronym` but the last are `name`'s initials, one word a letter: "FSB" of "Federal Security Service", an
 * acronym in another language.
 */
export function nearlyFitsInitials(acronym: string, name: string): boolean {
  const words = nameKey(name)
    .split(" ")
    .filter((word) => !smallWords.has(word));
  const initials = words.map((word) => word[0] ?? "").join("");
  return acronym.length > 2 && initials.length === acronym.length && initials.slice(0, -1) === acronym.slice(0, -1).toLowerCase();
}
