import type { Mention } from "../mention";
import { countryNamed, countryOfDemonym } from "../names/country";
import { cleanName, keyWords, nameKey } from "../names/nameKey";
import { isAcronym, isUnionOfStates, organizationKey } from "../names/organizationName";
import { peopleOf } from "../names/peoples";
import { familyName, personName } from "../names/personName";
import { isGivenName, sexOfTitle } from "../names/sex";
import { extractRoles } from "../roles/extractRoles";
import type { Role } from "../roles/role";
import { isRoleHead, suits } from "../roles/roleWords";
import type { Candidate } from "./candidate";
import { linkEvents } from "./linkEvents";
import { linkOrganizations } from "./linkOrganizations";
import { linkPersons } from "./linkPersons";
import { type EntityType, groupId, type LocalEntity } from "./localEntity";
import { officeBefore } from "./offices";
import { isOpenKey, keyWithOffice } from "./openKeys";

/** Cities and states that have a team in more than one of the big leagues, so that "Chicago" alone tells none of them. */
const homes = new Set(
  (
    "anaheim|arizona|atlanta|baltimore|boston|brooklyn|buffalo|calgary|california|carolina|charlotte|chicago|cincinnati|cleveland|colorado|columbus|dallas|denver|detroit|edmonton|florida|golden state|green bay|" +
    "hartford|houston|indiana|indianapolis|jacksonville|kansas city|la|las vegas|los angeles|memphis|miami|milwaukee|minnesota|montreal|nashville|new england|new jersey|new orleans|new york|oakland|" +
    "oklahoma city|orlando|ottawa|philadelphia|phoenix|pittsburgh|portland|sacramento|san antonio|san diego|san francisco|san jose|seattle|st louis|tampa bay|tennessee|texas|toronto|utah|vancouver|washington|winnipeg"
  ).split("|"),
);

const sports: readonly (readonly [sport: string, words: RegExp])[] = [
  ["basketball", /\b(?:basketball|NBA|rebounds|three-pointers?|free throws?)\b/giu],
  ["baseball", /\b(?:baseball|innings?|homer(?:s|ed)?|home runs?|pitch(?:er|ed)|shortstop|American League|National League)\b/giu],
  ["ice hockey", /\b(?:hockey|NHL|goalies?|power-play|Stanley Cup)\b/giu],
  ["american football", /\b(?:American football|NFL|touchdowns?|quarterbacks?|Super Bowl)\b/giu],
  ["soccer", /\b(?:soccer|MLS|midfielders?|goalkeepers?|strikers?|own goal|Premier League)\b/giu],
  ["rugby", /\b(?:rugby|Springboks|All Blacks|Wallabies|fly-half|scrum-half|Test XV|Six Nations)\b/giu],
  ["cricket", /\b(?:cricket|wickets?|batsm[ae]n|bowlers?|ODI|Twenty20)\b/giu],
];
/** Words of a match or a tournament, whatever the sport. */
const contest =
  /(?<!\p{L})(?:match(?:es)?|friendly|goals?|scored|half[- ]time|coach|World Cup|qualifiers?|qualifying|strikers?|midfielders?|goalkeepers?|wickets?|innings|tries|tournament|semi-?finals?|quarter-?finals?|kick-?off|penalt(?:y|ies)|Six Nations|squads?)(?!\p{L})/gu;
/** So many different ones make an article one about a contest. */
const fewestContestWords = 3;
const teamBehind =
  /^\s(?:(?:beat|beats|defeat|defeats|defeated|thrash(?:ed)?|edged|trounced|crushed|hammered|drew|lost|won|qualified|scored|trailed|equalised|equalized)(?!\p{L})|(?:coach|captain|striker|strikers|goalkeeper|midfielder|defender|winger|skipper|batsman|bowler|squad|manager)(?!\p{L})|\d{1,3}(?:\s|[-–]\d|[,.;)]|$))/u;
const teamBefore =
  /(?<!\p{L})(?:beat|beats|defeat|defeats|defeated|thrash(?:ed)?|edged|trounced|crushed|hammered|against|over|to play|will play|played|v|vs|vs\.|versus|(?:win|victory|defeat|draw|loss) (?:over|by|with|to|against))\s$/u;
/** So much of an article is looked at, in UTF-16 code units. */
const reach = 20_000;

/**
 * The sport that at least three quarters of an article's words of sport speak of, between two offsets of `text`; null
 * where there is none.
 */
function sportOf(text: string, from: number, to: number): string | null {
  const part = text.slice(from, Math.min(to, from + reach));
  const counts = sports.map(([sport, words]) => ({ sport, count: [...part.matchAll(words)].length }));
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  return counts.find(({ count }) => count > 0 && count >= 0.75 * total)?.sport ?? null;
}

/**
 * The key of a team that has nothing but its city's name: another one in baseball than in basketball. Other
 * organisations keep their key.
 */
function teamKey(key: string, sport: string): string {
  return homes.has(key) ? `${key} ${sport}` : key;
}

/** Cities that have had two names, or are called with "City" and without: by their keys, the one that is theirs now. */
const cityNames: ReadonlyMap<string, string> = new Map([
  ["new york city", "new york"],
  ["rangoon", "yangon"],
  ["bombay", "mumbai"],
  ["madras", "chennai"],
  ["calcutta", "kolkata"],
  ["bangalore", "bengaluru"],
  ["peking", "beijing"],
  ["canton", "guangzhou"],
  ["saigon", "ho chi minh city"],
  ["kiev", "kyiv"],
  ["leningrad", "st petersburg"],
  ["constantinople", "istanbul"],
  ["kharkov", "kharkiv"],
  ["lvov", "lviv"],
  ["odessa", "odesa"],
  ["washington dc", "washington"],
  ["washington d c", "washington"],
  ["mexico d f", "mexico city"],
]);

/** A place's key: without the larger place behind a comma, or a country in front of it ("Mobile, Alabama", "Singapore's Changi"). */
function placeKey(clean: string): string {
  const [first = clean] = clean.split(/,\s/u);
  const country = /^(\p{Lu}[\p{L} ]*)'s\s+/u.exec(first);
  const key = nameKey(country?.[1] !== undefined && countryNamed(country[1]) !== null ? first.slice(country[0].length) : first);
  return cityNames.get(key) ?? key;
}

function candidate(mention: Mention, index: number, text: string, roles: readonly string[]): Candidate | null {
  const clean = cleanName(text.slice(mention.start, mention.end));
  const plain = nameKey(clean);
  if (plain === "") return null;
  const base = { index, start: mention.start, end: mention.end, clean, bare: false, because: null, own: "", roles, office: null };
  if (mention.type !== "PER") {
    const country = countryOfDemonym(clean) ?? (mention.type === "EVENT" ? null : countryNamed(clean));
    if (country !== null) return { ...base, type: "LOC", key: `{${country.id}}`, country: true };
    if (isUnionOfStates(clean)) return { ...base, type: "ORG", key: organizationKey(clean), country: false };
  }
  switch (mention.type) {
    case "MISC":
      return null;
    case "PER": {
      const given = plain.includes(" ") || isGivenName(plain) ? null : givenBefore(text, mention.start);
      return { ...base, type: "PER", key: given === null ? plain : `${given} ${plain}`, country: false };
    }
    case "ORG":
      return { ...base, type: "ORG", key: organizationKey(clean), country: false };
    case "LOC":
      return { ...base, type: "LOC", key: placeKey(clean), country: false };
    case "EVENT":
      return { ...base, type: "EVENT", key: plain, country: false };
  }
}

/** Whether `text` speaks of a match or a tournament between two offsets. */
function isOfContest(text: string, from: number, to: number): boolean {
  const part = text.slice(from, Math.min(to, from + reach));
  return new Set([...part.matchAll(contest)].map(([word]) => word)).size >= fewestContestWords;
}

/** In an article about a contest, a country that plays is its team: "Brazil beat Ghana 2-1", "Brazil coach Telmo Reis". */
function nameTeams(text: string, mentions: readonly Mention[], candidates: readonly Candidate[]): void {
  for (const one of candidates) {
    if (!one.country || mentions[one.index]?.type !== "LOC") continue;
    if (!teamBehind.test(text.slice(one.end, one.end + 24)) && !teamBefore.test(text.slice(Math.max(0, one.start - 24), one.start)))
      continue;
    one.type = "ORG";
    one.key = `${one.key} national team`;
    one.because = `“${one.clean}” is a side of a contest here`;
  }
}

/** Nationality words that no list knows are of the place of the article that they are made from. */
function linkPeoples(mentions: readonly Mention[], text: string, candidates: Candidate[]): void {
  const peoples = new Map<string, string>();
  for (const one of candidates) {
    if (one.type !== "LOC" || one.country || keyWords(one.key).length !== 1) continue;
    for (const people of peopleOf(one.key)) if (!peoples.has(people)) peoples.set(people, one.key);
  }
  if (peoples.size === 0) return;
  const taken = new Set(candidates.map(({ index }) => index));
  for (const [index, { start, end, type }] of mentions.entries()) {
    if (type !== "MISC" || taken.has(index)) continue;
    const clean = cleanName(text.slice(start, end));
    const key = peoples.get(nameKey(clean));
    if (key === undefined) continue;
    candidates.push({
      index,
      start,
      end,
      clean,
      type: "LOC",
      key,
      bare: false,
      country: true,
      because: `“${clean}” is made from the name of the place`,
      own: "",
      roles: [],
      office: null,
    });
  }
  candidates.sort((a, b) => a.index - b.index);
}

/** "Bishop Ealing" is the Ealing whom the article names in full, whatever it was taken for. */
function retypePersons(candidates: readonly Candidate[]): void {
  const families = new Set<string>();
  for (const one of candidates) {
    const name = one.type === "PER" ? personName(one.key) : null;
    if (name !== null && name.given !== "") families.add(familyName(name));
  }
  for (const one of candidates) {
    if (one.country || one.type === "PER" || one.type === "EVENT") continue;
    const words = keyWords(nameKey(one.clean));
    const [title = "", family = ""] = words;
    if (words.length !== 2 || !families.has(family) || !(suits(title, "PER") || sexOfTitle(title) !== null)) continue;
    one.type = "PER";
    one.key = nameKey(one.clean);
    if (isRoleHead(title)) one.office ??= title;
  }
}

/** The given name that stands right before a single word and was not taken into the name. */
function givenBefore(text: string, start: number): string | null {
  const word = /(?:^|[^\p{L}’'-])(\p{Lu}[\p{L}’'-]+)[ \u00a0]$/u.exec(text.slice(Math.max(0, start - 24), start))?.[1];
  const key = word === undefined ? "" : nameKey(word);
  return isGivenName(key) && sexOfTitle(key) === null ? key : null;
}

/** Where the same words were typed differently within the article, the more frequent type holds; the first on a tie. */
function voteTypes(candidates: readonly Candidate[]): void {
  const votes = new Map<string, Map<EntityType, number>>();
  const wordsOf = (one: Candidate): string => nameKey(one.clean);
  for (const one of candidates) {
    const key = wordsOf(one);
    const types = votes.get(key) ?? new Map<EntityType, number>();
    votes.set(key, types);
    types.set(one.type, (types.get(one.type) ?? 0) + 1);
  }
  for (const one of candidates) {
    const key = wordsOf(one);
    const types = votes.get(key);
    if (one.country || types === undefined || types.size < 2) continue;
    const [best] = [...types].sort((a, b) => b[1] - a[1]);
    if (best === undefined || best[0] === one.type) continue;
    // The city of a date line is no club.
    if (one.type === "LOC" && best[0] === "ORG" && /^\p{Lu}{4,}$/u.test(one.clean)) continue;
    // A person and a company may share one word in one article; two words or more are one thing.
    if ((one.type === "PER" || best[0] === "PER") && keyWords(key).length < 2) continue;
    one.type = best[0];
    one.key = one.type === "ORG" ? organizationKey(one.clean) : one.type === "LOC" ? placeKey(one.clean) : key;
  }
}

/** A last name that the article does not explain is told from others by the office it is given with: the first one. */
function keepOffices(persons: readonly Candidate[]): void {
  const offices = new Map<string, string>();
  for (const one of persons) if (one.bare && one.office !== null && !offices.has(one.key)) offices.set(one.key, one.office);
  for (const one of persons) {
    const office = one.bare ? offices.get(one.key) : undefined;
    if (office !== undefined) one.key = keyWithOffice(one.key, office);
  }
}

/** The word that stands for a person alone. */
function singleOf(key: string): string {
  const name = personName(key);
  return name === null ? key : familyName(name);
}

function group(candidates: readonly Candidate[]): LocalEntity[] {
  const groups = new Map<
    string,
    { one: Candidate; forms: Map<string, number>; aliases: Set<string>; mentions: number[]; because: Set<string>; bare: boolean }
  >();
  for (const one of candidates) {
    const id = groupId(one);
    let entity = groups.get(id);
    if (entity === undefined)
      groups.set(id, (entity = { one, forms: new Map(), aliases: new Set(), mentions: [], because: new Set(), bare: true }));
    entity.forms.set(one.clean, (entity.forms.get(one.clean) ?? 0) + 1);
    if (one.own !== id) entity.aliases.add(one.own);
    if (one.office !== null && !one.bare && !isOpenKey(one.key)) entity.aliases.add(`PER:${keyWithOffice(singleOf(one.key), one.office)}`);
    entity.mentions.push(one.index);
    if (!one.bare) entity.bare = false;
    if (one.because !== null) entity.because.add(one.because);
  }
  return [...groups.values()].map(({ one, forms, aliases, mentions, because, bare }) => ({
    type: one.type,
    key: one.key,
    bare,
    forms,
    aliases: [...aliases],
    mentions,
    because: [...because],
  }));
}

/**
 * Takes the mentions of one article together into entities, with what the article says and nothing else: last
 * names with full names, acronyms with what they stand for, parts of organisations' names, nationality words with
 * their country. `text` is the document, `mentions` are in order of their start, and `roles` what the text says of them. Mentions that
 * are of no entity
 * (adjectives that belong to no country) are in no group. Linear but for the names of one article among themselves.
 */
export function resolveArticle(
  text: string,
  mentions: readonly Mention[],
  roles: readonly Role[] = extractRoles(text, mentions),
): readonly LocalEntity[] {
  const phrases = new Map<number, string[]>();
  for (const { mention, phrase } of roles) phrases.set(mention, [...(phrases.get(mention) ?? []), phrase]);
  const candidates = mentions
    .map((mention, index) => candidate(mention, index, text, phrases.get(index) ?? []))
    .filter((one) => one !== null);
  linkPeoples(mentions, text, candidates);
  const from = Math.max(0, (mentions[0]?.start ?? 0) - 200);
  const to = (mentions.at(-1)?.end ?? 0) + 200;
  const isContest = isOfContest(text, from, to);
  if (isContest) nameTeams(text, mentions, candidates);
  retypePersons(candidates);
  voteTypes(candidates);
  const organizations = candidates.filter((one) => !one.country && one.type === "ORG");
  const sport = organizations.length < 2 ? null : sportOf(text, from, to);
  for (const one of candidates) one.own = groupId(one);
  if (sport !== null) for (const one of organizations) one.own = `ORG:${teamKey(one.key, sport)}`;
  const persons = candidates.filter((one) => one.type === "PER");
  for (const one of persons) one.office ??= officeBefore(text, one.start);
  linkPersons(text, persons);
  keepOffices(persons);
  linkOrganizations(
    text,
    candidates.filter((one) => !one.country && (one.type === "ORG" || (one.type === "EVENT" && isAcronym(one.clean)))),
    candidates,
    sport !== null || isContest,
  );
  if (sport !== null) for (const one of organizations) if (one.type === "ORG") one.key = teamKey(one.key, sport);
  linkEvents(candidates.filter((one) => one.type === "EVENT"));
  return group(candidates);
}
