import { keyWords, nameKey } from "../names/nameKey";
import { familyFirst, personName, type PersonName, sameGivenName } from "../names/personName";
import type { Candidate } from "./candidate";

interface Named {
  readonly one: Candidate;
  readonly name: PersonName;
}

/** The key of a person's name: given name, middle names, family name, suffix; particles and honorifics left out. */
export function personKey(name: PersonName): string {
  return [name.given, name.middle, name.family, name.suffix].filter((part) => part !== "").join(" ");
}

/** Whether the shorter of two full names is the end of the other ("al-Assad" of "Bashar al-Assad"). */
function isTail(short: PersonName, long: PersonName): boolean {
  return short.words.length < long.words.length && short.words.every((word, index) => word === long.words[long.words.length - short.words.length + index]);
}

/** Two full names of one article that are one person's: the same family name and given names that can be one. */
function sameFullName(a: PersonName, b: PersonName): boolean {
  if (a.family !== b.family || a.suffix !== b.suffix) return false;
  if (!sameGivenName(a.given, b.given)) return false;
  return a.middle === "" || b.middle === "" || a.middle.startsWith(b.middle.charAt(0));
}

/** How well one word fits a full name: 0 the family name, 1 a name that is written family first, 2 the given name, 3 another part. */
function fit(word: string, name: PersonName): number | null {
  if (name.family === word) return 0;
  const first = name.words[0];
  if (first === word) return familyFirst(name) ? 1 : 2;
  return name.words.includes(word) ? 3 : null;
}

/**
 * Links the persons of one article by giving them the key of the fullest form. A last name alone goes to the
 * bearer named last before it (the convention of news text), else to the first named after it; what fits no full
 * name of the article stays `bare`.
 */
export function linkPersons(candidates: readonly Candidate[]): void {
  const full: Named[] = [];
  const single: Named[] = [];
  for (const one of candidates) {
    const name = personName(one.key);
    if (name === null) {
      one.bare = true;
      continue;
    }
    one.key = personKey(name);
    one.own = `PER:${one.key}`;
    (name.words.length > 1 ? full : single).push({ one, name });
  }
  const representative = new Map<string, Named>();
  for (const named of full) {
    const key = named.one.key;
    if (representative.has(key)) continue;
    const longer = [...representative.values()].find((other) => isTail(named.name, other.name) || isTail(other.name, named.name) || sameFullName(named.name, other.name));
    if (longer === undefined) representative.set(key, named);
    else representative.set(key, longer.name.words.join(" ").length >= named.name.words.join(" ").length ? longer : named);
  }
  // A representative may itself have met a fuller form later: follow the chain once it is complete.
  const resolve = (key: string): Named | undefined => {
    let named = representative.get(key);
    for (let steps = 0; named !== undefined && steps < 8; steps++) {
      const next = representative.get(personKey(named.name));
      if (next === undefined || next === named) break;
      named = next;
    }
    return named;
  };
  for (const named of full) {
    const target = resolve(named.one.key);
    if (target === undefined) continue;
    const key = personKey(target.name);
    if (key !== named.one.key) named.one.because = `“${named.one.clean}” and “${target.one.clean}” in one article`;
    named.one.key = key;
  }
  for (const { one, name } of single) {
    const word = keyWords(nameKey(one.clean)).length === 1 ? name.family : (name.words.at(-1) ?? name.family);
    let best: Named | null = null;
    let bestCost = Number.POSITIVE_INFINITY;
    for (const other of full) {
      const rank = fit(word, other.name);
      if (rank === null) continue;
      const distance = other.one.start <= one.start ? one.start - other.one.start : other.one.start - one.start + 1e6;
      const cost = rank * 1e9 + distance;
      if (cost < bestCost) {
        best = other;
        bestCost = cost;
      }
    }
    if (best === null) {
      one.bare = true;
    } else {
      one.key = best.one.key;
      one.because = `“${one.clean}” stands near “${best.one.clean}”`;
    }
  }
}
