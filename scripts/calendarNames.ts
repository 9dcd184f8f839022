/**
 * Writes src/core/dates/calendarNames.ts: what months and weekdays are called in the languages of news, by the Unicode
 * CLDR data that Node's Intl carries. Run it when a language is added: tsx scripts/calendarNames.ts
 */
import { writeFileSync } from "node:fs";

const languages = (
  "en fr de es pt it nl sv da nb fi pl cs sk hr sl sr sr-Latn bs mk bg ru uk be ro hu el tr az sq lt lv et is ca eu gl ga id ms vi " +
  "ka hy kk uz he ar-EG ar-LB ar-DZ ar-MA fa ur hi mr bn ta te ml gu kn pa th sw"
).split(" ");

/** All that a language writes for a month: beside a day and alone, in full and abbreviated. */
function namesOf(language: string, calendar: string): string[] {
  const formats: Intl.DateTimeFormatOptions[] = (["long", "short"] as const).flatMap((month) => [
    { month, day: "numeric", year: "numeric" },
    { month },
  ]);
  const byMonth: Set<string>[] = Array.from({ length: 12 }, () => new Set());
  for (const options of formats) {
    const format = new Intl.DateTimeFormat(`${language}-u-nu-latn`, { ...options, calendar, timeZone: "UTC" });
    const number = new Intl.DateTimeFormat("en-u-nu-latn", { month: "numeric", calendar, timeZone: "UTC" });
    for (let day = 10; day < 365; day += 10) {
      const date = new Date(Date.UTC(2021, 0, day));
      const month = Number(/\d+/.exec(number.format(date))?.[0]);
      const name =
        format
          .formatToParts(date)
          .find(({ type }) => type === "month")
          ?.value.toLowerCase()
          .replace(/\.$/, "") ?? "";
      const tidy = name.trim().replace(/^(?:de |d'|d’)/, "");
      if (isName(tidy)) byMonth[month - 1]?.add(tidy.replace(/ /g, "_"));
    }
  }
  return byMonth.map((names) => [...names].join("/"));
}

/** One word or two; of Latin letters not fewer than three. */
function isName(name: string): boolean {
  return /^[\p{L}\p{M}\u200c]{2,}(?: [\p{L}\p{M}]{2,})?$/u.test(name) && !/^[a-z]{1,2}$/.test(name);
}

function weekdaysOf(language: string): string {
  const days = Array.from({ length: 7 }, (_, day) => {
    const date = new Date(Date.UTC(2021, 7, 1 + day));
    const names = (["long", "short"] as const).map((weekday) =>
      new Intl.DateTimeFormat(language, { weekday, timeZone: "UTC" }).format(date).toLowerCase().replace(/\.$/, ""),
    );
    return [...new Set(names)]
      .filter((name) => isName(name) && !name.includes(" ") && (name.length > 2 || !/^\p{Script=Latin}/u.test(name)))
      .join("/");
  });
  return days.join(" ");
}

const lines = [
  ...languages.map((language) => `  [${JSON.stringify(language)}, ${JSON.stringify(namesOf(language, "gregory").join(" "))}],`),
];
const weekdays = languages
  .map((language) => [language, weekdaysOf(language)] as const)
  .filter(([, names]) => names.trim() !== "")
  .map(([language, names]) => `  [${JSON.stringify(language)}, ${JSON.stringify(names)}],`);
writeFileSync(
  "src/core/dates/calendarNames.ts",
  `// Written by scripts/calendarNames.ts from Unicode CLDR ${process.versions["cldr"] ?? ""}.

/** Language and its names of the months, January first; spellings of one month with "/" between, spaces in them as "_". */
export const monthNames: readonly (readonly [language: string, names: string])[] = [
${lines.join("\n")}
];

/** The months of the Solar Hijri calendar, of Iran. */
export const persianMonthNames = ${JSON.stringify(namesOf("fa", "persian").join(" "))};

/** Language and its names of the weekdays, Sunday first. */
export const weekdayNames: readonly (readonly [language: string, names: string])[] = [
${weekdays.join("\n")}
];
`,
);
