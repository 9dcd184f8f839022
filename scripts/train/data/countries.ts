/**
 * Writes `models/countries.json` from the npm package `world-countries` (ODbL 1.0, see models/README.md):
 * the English names, other spellings and demonyms by which news text calls a country.
 * Run with `npm run data:countries`.
 */
import { writeFileSync } from "node:fs";
import countries from "world-countries";

const letters = /^[\p{Script=Latin}][\p{Script=Latin} .,'’()-]*$/u;
const rows = countries
  .map((country) => {
    const name = country.name.common;
    const demonym = country.demonyms["eng"];
    const demonyms = [demonym?.m, demonym?.f].flatMap((list) => list?.split(/, | or |\//u) ?? []);
    const aliases = [country.name.official, ...country.altSpellings].filter(
      (alias) => alias.length > 4 && letters.test(alias) && alias !== name,
    );
    return {
      id: country.cca2,
      name,
      aliases: [...new Set(aliases)],
      demonyms: [...new Set(demonyms.filter((word) => letters.test(word)))],
    };
  })
  .sort((a, b) => (a.id < b.id ? -1 : 1));

writeFileSync("models/countries.json", `[\n${rows.map((row) => JSON.stringify(row)).join(",\n")}\n]\n`);
process.stdout.write(`${rows.length} countries\n`);
