import { englishForms } from "./englishForms";
import { regularBase } from "./englishRules";

let formed: ReadonlyMap<string, string> | null = null;

/** By word, how its bases are made: read when the first word is asked for. */
function howFormed(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  let how = "";
  for (const piece of englishForms.trim().split(/\s+/u)) {
    const colon = piece.indexOf(":");
    if (colon >= 0) how = piece.slice(0, colon);
    found.set(piece.slice(colon + 1), how);
  }
  return found;
}

function made(word: string, how: string): string {
  if (how === "=") return word;
  return how.startsWith("-") ? word.slice(0, -Number(how.charAt(1))) + how.slice(2) : how;
}

/**
 * The words that `word` (folded English) is a form of, itself where it is none: "stated" is of "state", "leaves" of "leaf" and
 * "leave", "building" of "build" and of itself. Derived words are words of their own: "government" is no form of "govern".
 */
export function englishBases(word: string): readonly string[] {
  formed ??= howFormed();
  const how = formed.get(word);
  // "killings" are killing, and of "kill" as it is.
  if (how === undefined && word.endsWith("ings")) return [...new Set([word.slice(0, -1), ...englishBases(word.slice(0, -1))])];
  if (how === undefined) return [regularBase(word) ?? word];
  return how.includes(",") ? how.split(",").map((one) => made(word, one)) : [made(word, how)];
}

/** Whether two folded English words are forms of one word. */
export function areForms(a: string, b: string): boolean {
  if (a === b) return true;
  const bases = englishBases(b);
  return englishBases(a).some((base) => bases.includes(base));
}

let byBase: ReadonlyMap<string, readonly string[]> | null = null;

/** By base, the forms that no rule makes. */
function irregularForms(): ReadonlyMap<string, readonly string[]> {
  formed ??= howFormed();
  const found = new Map<string, string[]>();
  for (const word of formed.keys()) {
    for (const base of englishBases(word)) {
      const forms = found.get(base);
      if (forms === undefined) found.set(base, [word]);
      else forms.push(word);
    }
  }
  return found;
}

/** All forms that a base can have, by rule or not, itself first; some of them nobody writes. */
export function englishFormsOf(base: string): readonly string[] {
  byBase ??= irregularForms();
  const stems = new Set([base, base.replace(/e$/u, ""), base.replace(/ie$/u, "y")]);
  const last = base.at(-1) ?? "";
  if (/[bdfgklmnprtvz]$/u.test(base)) stems.add(base + last);
  const candidates = new Set([
    base,
    ...(byBase.get(base) ?? []),
    `${base}s`,
    `${base}es`,
    `${base.replace(/y$/u, "i")}es`,
    `${base.replace(/y$/u, "i")}ed`,
  ]);
  for (const stem of stems) candidates.add(`${stem}ed`).add(`${stem}ing`).add(`${stem}ings`);
  return [...candidates].filter((form) => englishBases(form).includes(base));
}
