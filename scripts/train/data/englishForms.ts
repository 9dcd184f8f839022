/**
 * Writes src/core/text/englishForms.ts: which English words the rules of englishRules.ts get wrong, and to which word they belong.
 * From the word lists of SCOWL as the packages dictionary-en and dictionary-en-au have them (their licence: see the notices), whose
 * flags say which forms a word has, and from scripts/train/data/irregular.ts. Run: npm run data:english-forms
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { regularBase } from "../../../src/core/text/englishRules";
import { irregular, own } from "./irregular";

const require = createRequire(import.meta.url);
const bases = new Map<string, string>();
for (const name of ["dictionary-en", "dictionary-en-au"]) {
  const lines = readFileSync(join(dirname(require.resolve(name)), "index.dic"), "utf8")
    .split("\n")
    .slice(1);
  for (const line of lines) {
    const [word = "", flags = ""] = line.split("/");
    if (/^[a-z]{2,}$/u.test(word)) bases.set(word, (bases.get(word) ?? "") + flags);
  }
}

/** The words that a word is a form of. */
const lemmas = new Map<string, Set<string>>();
const link = (form: string, base: string): void => {
  const found = lemmas.get(form);
  if (found === undefined) lemmas.set(form, new Set([base]));
  else found.add(base);
};
const irregularPasts = new Set(
  irregular
    .filter(([base = "", past = ""]) => past !== "" && !past.startsWith(base.slice(0, 3)) && !/(?:s|ing)$/u.test(past))
    .map(([base = ""]) => base),
);
function isIrregular(base: string): boolean {
  return (
    irregularPasts.has(base) ||
    irregular.some(([known, past = "", other = ""]) => known === base && /(?:[aou]ng|[aou]nk)$/u.test(other || past))
  );
}
const consonantY = /[^aeiou]y$/u;
for (const [base, flags] of bases) {
  const y = consonantY.test(base) ? base.slice(0, -1) : null;
  if (flags.includes("S")) link(y !== null ? `${y}ies` : /[sxzh]$/u.test(base) ? `${base}es` : `${base}s`, base);
  // A flag may stand at the wrong one of two words whose forms meet: "hoped" is of "hope", "bathed" of "bathe", "sung" of "sing".
  const doubles = /^[^aeiouy]*(?:[aeiouy]|qu[aeiou])[bdfgklmnprtvz]$/u.test(base) || bases.has(`${base}e`) || /[yoe]e$/u.test(base);
  if (flags.includes("D") && (!doubles || base.endsWith("e")) && !isIrregular(base))
    link(base.endsWith("e") ? `${base}d` : y !== null ? `${y}ied` : `${base}ed`, base);
  if (bases.has(`${base}e`) && !isIrregular(base)) {
    if (flags.includes("D")) link(`${base}ed`, `${base}e`);
    if (flags.includes("G")) link(`${base}ing`, `${base}e`);
  }
  if (flags.includes("G") && !doubles) link(base.endsWith("e") ? `${base.slice(0, -1)}ing` : `${base}ing`, base);
  // -er alone makes somebody of a verb; with -est it compares.
  if (flags.includes("T") && flags.includes("R")) {
    for (const ending of ["er", "est"])
      link(base.endsWith("e") ? base + ending.slice(1) : y !== null ? `${y}i${ending}` : base + ending, base);
  }
}
for (const [base = "", ...forms] of irregular) for (const form of forms) link(form, base);
/** Forms that no flag can make stand as words of their own: "planned", "bigger", "births", "agreeing", "picnicked". */
for (const [word, flags] of bases) {
  if (/[DG]/u.test(flags) || (flags.includes("S") && !word.endsWith("ing"))) continue;
  const single = /(.*l)l(?:ed|ing)$/u.exec(word)?.[1] ?? "";
  if (bases.has(single)) link(word, single);
  if (lemmas.has(word)) continue;
  const base = madeOf(word).find((one) => one.length > 1 && bases.has(one));
  if (base !== undefined) link(word, base);
}

function madeOf(word: string): readonly string[] {
  const cut = (count: number): string => word.slice(0, -count);
  const single = (stem: string): readonly string[] =>
    /([bdfgklmnprtvz])\1$/u.test(stem) ? [stem.slice(0, -1)] : stem.endsWith("ck") ? [stem.slice(0, -1)] : [];
  if (word.endsWith("s") && !/(?:ss|us|is|ics)$/u.test(word))
    return [cut(1), ...(word.endsWith("es") ? [cut(2)] : []), ...(word.endsWith("ies") ? [`${cut(3)}y`] : [])];
  if (word.endsWith("ed")) return [cut(1), cut(2), ...single(cut(2))];
  if (word.endsWith("ing")) return [cut(3), `${cut(3)}e`, ...single(cut(3))];
  const compared = /^(.*([bdglmnprt]))\2(?:er|est)$/u.exec(word)?.[1] ?? "";
  return bases.has(`${compared}${compared.slice(-1)}est`) ? [compared] : [];
}
for (const word of own) lemmas.set(word, new Set([regularOwn(word)]));

/** A plural of what stands by itself belongs to its singular. */
function regularOwn(word: string): string {
  return own.includes(word.replace(/s$/u, "")) && word.endsWith("s") ? word.slice(0, -1) : word;
}

const standing = new Set(irregular.map(([base = ""]) => base));

const wrong = new Map<string, string>();
const words = new Set([...bases.keys(), ...lemmas.keys()]);
/** Who has which base by the rules. */
const byRule = new Map<string, string[]>();
for (const word of words) {
  const base = regularBase(word) ?? word;
  byRule.set(base, [...(byRule.get(base) ?? []), word]);
}
for (const word of words) {
  const found = new Set(lemmas.get(word) ?? [word]);
  // "building" is a building, and a form of build as well; "number" is no comparative.
  if (bases.has(word) && lemmas.has(word) && !own.includes(word)) {
    if (/(?:er|est)$/u.test(word)) {
      if (/[SDG]/u.test(bases.get(word) ?? "")) found.clear();
      found.add(word);
    } else if (word.endsWith("ing") && /[SM]/u.test(bases.get(word) ?? "")) found.add(word);
  }
  if (standing.has(word) && !own.includes(word)) found.add(word);
  if (
    /^(?:found|ground|wound|bore|left|felt|fell|rose|bound|thought|saw|lit|shed|spoke|drove|stole|lead|dove|wove|born|lost|lent|led|fed|men|bit|worn|better|best|worse|worst|further)$/u.test(
      word,
    )
  )
    found.add(word);
  const rule = regularBase(word) ?? word;
  const right = [...found].sort().join(",");
  if (right === rule) continue;
  // A base that no other word has joins nobody: the rule may stay as wrong as it is.
  const isAlone = !own.includes(word) && (byRule.get(rule) ?? []).length === 1 && !words.has(rule) && right === word;
  if (!isAlone) wrong.set(word, right);
}

/** How a base is told: "-2" cuts two letters, "-1y" one and adds y, "=" is the word itself, "a,b" several. */
function toldOf(word: string, base: string): string {
  if (base === word) return "=";
  if (base.includes(","))
    return base
      .split(",")
      .map((one) => toldOf(word, one))
      .join(",");
  let same = 0;
  while (same < word.length && word[same] === base[same]) same++;
  return word.length - same < 10 ? `-${word.length - same}${base.slice(same)}` : base;
}
const groups = new Map<string, string[]>();
for (const [word, base] of [...wrong].sort()) {
  const told = toldOf(word, base);
  groups.set(told, [...(groups.get(told) ?? []), word]);
}
let lines: string[] = [];
for (const [told, members] of [...groups].sort((a, b) => b[1].length - a[1].length)) {
  let line = `${told}:`;
  for (const member of members) {
    if (line.length + member.length > 132) {
      lines.push(line);
      line = "";
    }
    line += line === "" || line.endsWith(":") ? member : ` ${member}`;
  }
  lines.push(line);
}
lines = lines.map((line) => line.trimEnd());
const source = `/**
 * English words that are formed otherwise than by rule, as scripts/train/data/englishForms.ts wrote them. Each group begins with how its
 * words' bases are made ("-2e": two letters less, then an e; "=": the word is its own; several by commas) and a colon.
 */
export const englishForms = \`
${lines.join("\n")}
\`;
`;
writeFileSync("src/core/text/englishForms.ts", source);
console.log(`${words.size} words, ${wrong.size} of them not by rule, ${groups.size} groups, ${source.length} bytes`);
