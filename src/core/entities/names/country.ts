import rows from "../../../../models/countries.json";
import { nameKey } from "./nameKey";
import { moreDemonyms, moreNames } from "./moreCountries";

/** A country (or a union or a people treated like one) as news text calls it. */
export interface Country {
  /** ISO 3166-1 alpha-2, or a lower-case word of our own for what has no code. */
  readonly id: string;
  readonly name: string;
}

interface CountryNames {
  readonly byId: ReadonlyMap<string, Country>;
  readonly byName: ReadonlyMap<string, Country>;
  readonly byDemonym: ReadonlyMap<string, Country>;
}

let cached: CountryNames | null = null;

function load(): CountryNames {
  const byName = new Map<string, Country>();
  const byDemonym = new Map<string, Country>();
  const byId = new Map<string, Country>();
  const add = (map: Map<string, Country>, word: string, country: Country): void => {
    const key = nameKey(word);
    if (!map.has(key)) map.set(key, country);
  };
  // Ours come first: they settle what the data leaves open ("Congolese", "American").
  for (const [id, name, words] of moreNames) {
    const country = { id, name };
    byId.set(id, country);
    add(byName, name, country);
    for (const word of words) add(byName, word, country);
  }
  for (const row of rows) {
    const country = byId.get(row.id) ?? { id: row.id, name: row.name };
    byId.set(row.id, country);
    for (const word of [row.name, ...row.aliases]) add(byName, word, country);
  }
  for (const [id, words] of moreDemonyms) {
    const country = byId.get(id);
    if (country !== undefined) for (const word of words) add(byDemonym, word, country);
  }
  for (const row of rows) {
    const country = byId.get(row.id);
    if (country === undefined) continue;
    for (const word of row.demonyms) {
      add(byDemonym, word, country);
      add(byDemonym, `${word}s`, country);
    }
  }
  return { byId, byName, byDemonym };
}

function names(): CountryNames {
  cached ??= load();
  return cached;
}

/** The country that a name is one of the names of ("Burma", "U.S.", "Russian Federation"), else null. */
export function countryNamed(name: string): Country | null {
  return names().byName.get(nameKey(name)) ?? null;
}

/** The country whose people or adjective the word is ("Syrian", "Dutch", "Scots"), else null. */
export function countryOfDemonym(word: string): Country | null {
  return names().byDemonym.get(nameKey(word)) ?? null;
}

/** The country with an id; null if there is none. */
export function countryWithId(id: string): Country | null {
  return names().byId.get(id) ?? null;
}

/** All countries, in no particular order. */
export function countries(): Iterable<Country> {
  return names().byId.values();
}
