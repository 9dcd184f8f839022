import { ownCopy } from "../../util/ownCopy";
import { isGivenName, sexOfGiven } from "./sex";

/**
 * How near two written names are: one and the same, two spellings of one ("Sergei", "Sergey"), or merely alike: two spellings that people
 * keep apart ("John", "Jon") or that differ in a vowel.
 */
export type Likeness = "same" | "spelling" | "alike";

/** Spellings of one name in other letters, or in other languages of one country: a paper takes one of them. */
const spellings: readonly string[] = [
  "mohammed muhammad mohamed mohammad muhammed mohamad muhamad mahomed mohamud mohd mehmed",
  "ahmed ahmad achmad ahmat",
  "muammar moammar muamar moamar muammer",
  "hussein husain hossein husayn hussain hossain husein huseyin",
  "hassan hasan hassane",
  "omar umar omer umer",
  "osama usama ousama",
  "yusuf yousef youssef yousuf yusef yousaf yussuf josef",
  "ibrahim ebrahim ibrahem brahim",
  "khalid khaled halid",
  "walid waleed oualid",
  "rashid rasheed rashed rachid raschid",
  "karim kareem",
  "mahmoud mahmud mahmood mehmood",
  "mustafa mostafa mustapha moustafa mustaffa",
  "jamal gamal djamal jamaal",
  "abdullah abdallah abdulla abdalla",
  "abdul abdel abd abdal",
  "said saeed sayeed saied",
  "sayed syed sayyid seyed sayyed saiyid",
  "tariq tarek tareq tarik",
  "nasser naser nasir nasr",
  "qasim qassem kassem kasim qasem ghasem",
  "sulaiman suleiman soleiman sulayman suleyman",
  "salah saleh salih",
  "ali aly",
  "amr amro",
  "ayman aymen aiman",
  "faisal faysal feisal",
  "jaber jabir gaber",
  "hamid hameed",
  "majid majed majeed",
  "zaki zakie",
  "zain zayn zein",
  "hisham hesham hicham",
  "sharif sherif cherif shareef",
  "rauf raouf",
  "fatima fatimah fatema fatma",
  "aisha aysha ayesha aicha aishah",
  "zainab zeinab zaynab zaineb",
  "maryam mariam miriam meryem",
  "khadija khadijah hadija khadidja",
  "layla leila laila leyla",
  "nur noor nour",
  "zahra zahrah zohra",
  "sergei sergey serguei sergej serhiy serhii siarhei sergiy",
  "alexei alexey aleksei aleksey alexej oleksiy",
  "andrei andrey andrej andriy andrii",
  "nikolai nikolay nikolaj mykola",
  "aleksandr alexander alexandr aleksander oleksandr alexandre",
  "dmitri dmitry dmitriy dmitrii dimitri dmytro dzmitry",
  "yuri yury yuriy yurii iurii juri jurij iouri",
  "yevgeny evgeny evgeni yevgeni evgenii yevgeniy evgeniy jewgeni",
  "mikhail michail mikhael mihail mykhailo mykhaylo",
  "vasily vasili vassily vasiliy vasyl wassili",
  "vitaly vitali vitaliy vitalii",
  "valery valeri valeriy valerii",
  "anatoly anatoli anatoliy anatolii",
  "grigory grigori grigoriy hryhoriy",
  "gennady gennadi gennadiy hennadiy",
  "arkady arkadi arkadiy",
  "georgy georgi georgiy georgii",
  "vladimir volodymyr wladimir uladzimir",
  "viktor victor",
  "pyotr petr piotr petro",
  "pavel pavlo pawel",
  "oleg oleh",
  "igor ihor",
  "ilya ilia illia",
  "fyodor fedor feodor",
  "semyon semen",
  "lev leo",
  "artyom artem",
  "maksim maxim maxym maksym",
  "yulia yuliya julia iulia yuliia julija",
  "yelena elena olena jelena",
  "natalia natalya nataliya natalija nathalie",
  "tatiana tatyana tatjana tetiana tetyana",
  "svetlana swetlana svitlana sviatlana",
  "lyudmila ludmila liudmila lyudmyla ljudmila",
  "yekaterina ekaterina kateryna jekaterina",
  "ksenia kseniya xenia xeniya",
  "anastasia anastasiya anastassia",
  "maria mariya marija",
  "sofia sofiya sophia",
  "daria darya dariya",
  "galina halyna",
  "irina iryna",
  "nadezhda nadiya",
  "oksana oxana",
  "ion ioan",
  "recep rejep",
  "isa issa",
  "musa mussa moussa mousa",
  "idris idriss",
  "yahya yehia yahia",
  "binyamin benyamin benjamin",
  "yitzhak yitzchak itzhak",
  "yaakov yaacov yakov",
  "shlomo schlomo",
  "moshe moishe",
  "chaim haim",
  "avraham avrohom",
  "tsai cai",
  "chiang jiang",
  "constantine konstantin konstantinos costas kostas",
  "giorgos yorgos yiorgos georgios george",
  "yannis yiannis giannis ioannis",
  "alexis alexios",
  "evangelos vangelis",
];
/** Other names of those called so: a paper uses the one here and the other there. */
const shortForms: readonly string[] = [
  "william bill will billy",
  "robert bob rob bobby",
  "james jim jimmy",
  "richard dick rick",
  "joseph joe",
  "michael mike",
  "anthony tony",
  "thomas tom",
  "edward ed ted",
  "charles charlie chuck",
  "alexander alex",
  "nicholas nick",
  "christopher chris",
  "benjamin ben",
  "samuel sam",
  "daniel dan",
  "david dave",
  "stephen steven steve",
  "matthew matt",
  "andrew andy",
  "timothy tim",
  "gregory greg",
  "jeffrey jeff",
  "kenneth ken",
  "ronald ron",
  "donald don",
  "patrick pat",
  "elizabeth liz beth",
  "katherine catherine kate kathy cathy",
  "margaret maggie peggy",
  "peter pete",
  "gerald gerry jerry",
  "raymond ray",
  "lawrence larry",
  "frederick fred",
  "henry harry",
  "walter walt",
  "philip phil",
  "susan sue",
  "barbara barb",
  "jennifer jenny jen",
  "rebecca becky",
  "deborah debbie deb",
  "victoria vicky",
  "jose pepe",
  "francisco paco",
  "ignacio nacho",
  "johannes hans",
  "aleksandr sasha",
];
/** Spellings of one name that people of one country choose between, and keep. */
const chosen: readonly string[] = [
  "john jon",
  "ann anne",
  "sean shawn shaun",
  "lee leigh",
  "stuart stewart",
  "graham graeme",
  "steven stephen",
  "katherine catherine kathryn katharine",
  "geoffrey jeffrey",
  "nicolas nicholas niklas",
  "teresa theresa",
  "louis lewis luis",
  "neil niall neal",
  "marc mark",
  "erik eric",
  "carl karl",
  "kurt curt",
  "clara klara",
  "sara sarah",
  "hanna hannah",
  "alan allan allen",
  "brian bryan",
  "philip phillip filip",
  "sophie sofie",
  "elisabeth elizabeth",
  "kristina christina cristina",
  "kristin christine kristine",
  "christian kristian",
  "christopher kristoffer",
  "lucas lukas",
  "marcus markus",
  "oscar oskar",
  "jacob jakob",
  "frederic frederick fredrik frederik",
  "josef joseph jozef",
  "thomas tomas",
  "tom thom",
  "toni tony tonie",
  "terri terry",
  "bobbie bobby",
  "jackie jacky",
  "vicky vicki",
  "robin robyn",
  "rafael raphael",
  "martin marten",
  "karen karin",
  "michael mikael michal",
  "mathew matthew",
  "gunther gunter",
  "walther walter",
  "rudolf rudolph",
  "klaus claus",
  "isabel isabelle isobel",
  "helen helene helena",
  "anna hanna",
  "caroline karoline carolyn",
  "monica monika",
  "veronica veronika",
  "erica erika",
  "jessica jessika",
  "lydia lidia",
  "silvia sylvia",
  "theodor theodore",
  "conrad konrad",
  "casper kaspar caspar jasper",
];
/** Family names that newspapers write in more ways than rules for sounds tell. */
const families: readonly string[] = [
  "gaddafi qaddafi kadhafi gadhafi gadafi qadhafi kadafi khadafy gathafi",
  "gorbachev gorbachov gorbachyov",
  "lukashenko lukashenka",
  "zelensky zelenskyy zelenskiy zelenskyi selenskyj",
  "khodorkovsky chodorkowski hodorkovsky",
  "brezhnev breschnew",
  "yeltsin eltsin jelzin",
  "khrushchev khruschev chruschtschow",
  "rafsanjani rafsandjani",
  "netanyahu netanjahu",
  "ceausescu ceaucescu",
  "al maktoum maktum",
  "haniyeh haniya",
  "hariri al hariri",
  "sisi sissi",
];

function numbered(lists: readonly string[]): ReadonlyMap<string, number> {
  return new Map(lists.flatMap((forms, index) => forms.split(" ").map((form) => [form, index] as const)));
}
const spellingOf = numbered(spellings);
const chosenOf = numbered(chosen);
const familyOf = numbered(families);
const shortFormOf = numbered(shortForms);
const given = [spellingOf, chosenOf, shortFormOf];

/** The numbers of the lists of names that go together which a given name is in. */
export function listsOf(name: string): readonly number[] {
  return given.flatMap((numbers, at) => {
    const number = numbers.get(name);
    return number === undefined ? [] : [number * given.length + at];
  });
}

function meet(numbers: ReadonlyMap<string, number>, a: string, b: string): boolean {
  const number = numbers.get(a);
  return number !== undefined && number === numbers.get(b);
}

/** Ways of writing one sound in names that were taken over from other letters. */
const sounds: readonly (readonly [RegExp, string])[] = [
  [/^(?:ye|ie|je)/u, "e"],
  [/^(?:yu|ju|iou|iu)/u, "iu"],
  [/(?:ou|oo)/gu, "u"],
  [/ee/gu, "i"],
  [/(?:ei|ey|ej|ai|ay|aj)/gu, "ai"],
  [/(?:iy|ij|ii|yi|yy|ie$)/gu, "i"],
  [/[yj]/gu, "i"],
  [/ue/gu, "u"],
  [/oe/gu, "o"],
  [/ae/gu, "a"],
  [/(?:kh|gh|qh)/gu, "h"],
  [/(?:q|ck|c(?=[aouklrst]|$))/gu, "k"],
  [/gu(?=[ei])/gu, "g"],
  [/ph/gu, "f"],
  [/dh/gu, "d"],
  [/th/gu, "t"],
  [/tch/gu, "ch"],
  [/(?:ts|tz|cz)/gu, "z"],
  [/w/gu, "v"],
  [/sch/gu, "sh"],
  [/x/gu, "ks"],
  [/(.)\1+/gu, "$1"],
  [/(?<=[aeiou])h(?=$|[^aeiou])/gu, ""],
];

/** A name in the spelling in which all spellings of its sounds are one; vowels stay. */
function plainSpelling(word: string): string {
  let plain = plainOf.get(word);
  if (plain === undefined) {
    plain = sounds.reduce((sound, [pattern, replacement]) => sound.replace(pattern, replacement), word);
    if (plainOf.size >= mostKept) plainOf.clear();
    plainOf.set(ownCopy(word), ownCopy(plain));
  }
  return plain;
}

/** What was found last: one name is compared with many. */
const plainOf = new Map<string, string>();
const mostKept = 10_000;

/** The same with the short vowels that other letters do not write taken together; the end, which tells women's names from men's, stays. */
function roughSpelling(plain: string): string {
  const body = plain.slice(0, -1).replace(/[ae]/gu, "a").replace(/[ou]/gu, "u");
  // "Khalid", "Khaled"; "Rashid", "Rashed".
  return body.replace(/(?<=[^aiu])i(?=[^aiu]?$)/u, "a") + plain.slice(-1);
}

/** Shorter names differ in a letter by being others. */
const shortestRough = 5;

/**
 * How near two given names are, folded as in `nameKey`; null for different ones. A letter alone is the same as a name that begins with
 * it.
 */
export function givenNameLikeness(a: string, b: string): Likeness | null {
  if (a === b) return "same";
  if (a === "" || b === "") return null;
  if (a.length === 1 || b.length === 1) return a.startsWith(b) || b.startsWith(a) ? "spelling" : null;
  const sex = sexOfGiven(a);
  const other = sexOfGiven(b);
  if (sex !== null && other !== null && sex !== other) return null;
  if (meet(chosenOf, a, b)) return "alike";
  if (meet(spellingOf, a, b) || meet(shortFormOf, a, b)) return "spelling";
  const [plainA, plainB] = [plainSpelling(a), plainSpelling(b)];
  if (plainA === plainB) return "spelling";
  if (a.length < shortestRough || b.length < shortestRough || !b.startsWith(a.charAt(0)) || roughSpelling(plainA) !== roughSpelling(plainB))
    return null;
  return isGivenName(a) && isGivenName(b) ? "alike" : "spelling";
}

/** How near two family names are, folded as in `nameKey`; null for different ones. */
export function familyNameLikeness(a: string, b: string): Likeness | null {
  if (a === b) return "same";
  if (meet(familyOf, a, b)) return "spelling";
  if (a.length < shortestRough || b.length < shortestRough) return null;
  const [plainA, plainB] = [plainSpelling(a), plainSpelling(b)];
  if (plainA === plainB || plainA.replace(/ai$/u, "i") === plainB.replace(/ai$/u, "i")) return "spelling";
  return roughSpelling(plainA) === roughSpelling(plainB) ? "alike" : null;
}

/** A rough key of how a name sounds, for finding names that may be alike: those that are have the same. Vowels inside are dropped. */
export function soundKey(word: string): string {
  const set = familyOf.get(word);
  return set === undefined ? plainSound(word) : `=${set}`;
}

/** The same where a name in a list of spellings has two: family names that are not different have at least one in common. */
export function soundKeys(word: string): readonly string[] {
  const set = familyOf.get(word);
  return set === undefined ? [plainSound(word)] : [`=${set}`, plainSound(word)];
}

function plainSound(word: string): string {
  const plain = plainSpelling(word).replace(/^(?:g|k|h)(?=[aeiou])/u, "k");
  return (
    plain.slice(0, 1) +
    plain
      .slice(1)
      .replace(/[aeiou]/gu, "")
      .replace(/(.)\1+/gu, "$1")
  );
}
