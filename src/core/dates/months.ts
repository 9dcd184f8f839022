import { monthNames, persianMonthNames, weekdayNames } from "./calendarNames";

/** What CLDR does not give: usual abbreviations and spellings. */
const others = [
  "jan feb mar/mrch apr may jun jul aug sep/sept oct nov dec",
  "jän/jänner feb/feber mrz/maerz apr mai jun jul aug sep okt nov/nov dez",
  "janv fév/fevr/fevrier mars avr mai juin juil/juill août/aout sept oct nov déc/decembre",
  "jan fev mar abr mai jun jul ago set/setiembre out nov dez",
  "янв фев мар апр май июн июл авг сен/сент окт ноя/нояб дек",
  "січ лют бер кві тра чер лип сер вер жов лис гру",
  "januari pebruari maret april mei juni juli agustus september oktober nopember desember",
  "ינו' פבר' מרס אפר' מאי יונ' יול' אוג' ספט' אוק' נוב' דצמ'",
];

/** Languages that write the day as an ordinal with a full stop: "15. listopada" is Croatian, "15 listopada" Polish. */
const ordinalLanguages = new Set(["hr", "cs", "sk", "sl", "sr-Latn", "bs", "de", "da", "nb", "fi", "et", "is", "lv"]);

const months = new Map<string, number>();
const behindOrdinals = new Map<string, number>();
const english = new Set<string>();

function addMonths(line: string, into: readonly Map<string, number>[]): void {
  for (const [index, spellings] of line.split(" ").entries()) {
    for (const spelling of spellings.split("/")) {
      const name = spelling.replace(/_/g, " ");
      for (const map of into) if (name !== "" && !map.has(name)) map.set(name, index + 1);
    }
  }
}

for (const [language, names] of monthNames) addMonths(names, ordinalLanguages.has(language) ? [months, behindOrdinals] : [months]);
for (const line of others) addMonths(line, [months]);
for (const spelling of [...(monthNames[0]?.[1] ?? "").split(/[ /]/), "sept"]) english.add(spelling);
const persianMonths = new Map<string, number>();
addMonths(persianMonthNames, [persianMonths]);

const days = new Map<string, number>();
for (const [, names] of weekdayNames) {
  names.split(" ").forEach((spellings, index) => {
    for (const name of spellings.split("/")) if (name !== "" && !days.has(name)) days.set(name, index);
  });
}
days
  .set("thurs", 4)
  .set("wednes", 3)
  .set("tues", 2)
  .set("weds", 3)
  .set("thur", 4)
  .set("segunda", 1)
  .set("terça", 2)
  .set("quarta", 3)
  .set("quinta", 4)
  .set("sexta", 5);

/** How most languages would write it, so that no name that is one in Hebrew only with a particle is missed. */
function bare(word: string): string {
  return word.toLowerCase().replace(/^ב(?=\p{Script=Hebrew}{3})/u, "");
}

/**
 * The month (1–12) that `word` names, in full or abbreviated, in any case and any of some fifty languages; 0 if none.
 * `ordinal` where the day before it has a full stop, as some languages write it.
 */
export function monthNamed(word: string, ordinal = false): number {
  const name = bare(word);
  return (ordinal ? behindOrdinals.get(name) : undefined) ?? months.get(name) ?? 0;
}

/** Whether `word` is how English names a month, in full or abbreviated. */
export function isEnglishMonth(word: string): boolean {
  return english.has(word.toLowerCase());
}

/** The month of the Solar Hijri calendar, of Iran, that `word` names; 0 if none. */
export function persianMonthNamed(word: string): number {
  return persianMonths.get(word) ?? 0;
}

/** The day of the week (Sunday 0) that `word` names; -1 if none. */
export function weekdayNamed(word: string): number {
  return days.get(word.toLowerCase()) ?? -1;
}
