/**
 * Writes `models/givenNames.json` from the npm package `@faker-js/faker` (MIT, see models/README.md): given names that nearly only
 * women or nearly only men bear, folded as names are compared, those in Cyrillic letters as English texts write them.
 * Run with `npm run data:given-names`.
 */
import { writeFileSync } from "node:fs";
import { allLocales } from "@faker-js/faker";
import { nameKey } from "../../../src/core/entities/names/nameKey";
import { latinLetters } from "../../../src/core/entities/recognise/cyrillic";
import { frontCoded } from "../../../src/core/util/frontCoding";

/** As lists of names are compared: the plainest spelling of each letter, those of Serbian and Macedonian too. */
const latinOf = new Map(
  Object.entries({ ...latinLetters, ё: "e", й: "y", ђ: "dj", ј: "j", љ: "lj", њ: "nj", ћ: "c", џ: "dz", ѓ: "g", ќ: "k", ѕ: "dz" }),
);

function inLatin(word: string): string {
  return Array.from(word, (letter) => latinOf.get(letter) ?? letter).join("");
}

/** In so many lists of one sex for one of the other a name counts as that sex's. */
const clear = 4;

const lists = new Map<string, { female: number; male: number }>();
for (const locale of Object.values(allLocales)) {
  const names = locale.person?.first_name;
  for (const sex of ["female", "male"] as const) {
    for (const name of names?.[sex] ?? []) {
      const key = inLatin(nameKey(name));
      if (!/^[a-z']{2,}$/.test(key)) continue;
      const known = lists.get(key) ?? { female: 0, male: 0 };
      known[sex]++;
      lists.set(key, known);
    }
  }
}
const of = (sex: "female" | "male", other: "female" | "male"): string[] =>
  [...lists]
    .filter(([, counts]) => counts[sex] >= Math.max(1, clear * counts[other]))
    .map(([name]) => name)
    .sort();
const female = of("female", "male");
const male = of("male", "female");
writeFileSync("models/givenNames.json", `${JSON.stringify({ female: frontCoded(female), male: frontCoded(male) })}\n`);
process.stdout.write(`${female.length} of women, ${male.length} of men\n`);
