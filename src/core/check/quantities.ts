import type { Span } from "../text/span";

/** A number with what it counts: "more than 100,000 people", "$3 million", "23 per cent". */
export interface Quantity extends Span {
  readonly value: number;
  /** `%`, a currency (`$`, `€`, `£`), a unit of time or length, or the noun that is counted, in its singular; "" for none. */
  readonly unit: string;
  /** What the text says of its precision: "more than" is `+`, "fewer than" and "up to" `-`, "about" `~`, none "". */
  readonly bound: "" | "+" | "-" | "~";
}

const small = new Map(
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
    .split(" ")
    .map((name, value) => [name, value] as const),
);
const tens = new Map("twenty thirty forty fifty sixty seventy eighty ninety".split(" ").map((name, at) => [name, (at + 2) * 10] as const));
const scales = new Map<string, number>([
  ["hundred", 100],
  ["thousand", 1e3],
  ["million", 1e6],
  ["m", 1e6],
  ["mn", 1e6],
  ["billion", 1e9],
  ["bn", 1e9],
  ["trillion", 1e12],
  ["dozen", 12],
  ["dozens", 12],
  ["score", 20],
]);
const numberWords = [...small.keys(), ...tens.keys(), "hundred", "thousand", "million", "billion", "trillion", "dozen"].join("|");

const pattern = new RegExp(
  `(?<bound>(?:more than|at least|over|no fewer than|upwards of|fewer than|less than|under|up to|as many as|as high as|as much as|nearly|almost|about|around|some|roughly|approximately|an estimated)\\s+)?` +
    `(?<currency>US\\$|A\\$|[$€£¥₽]|(?:USD|EUR|GBP)\\s?)?` +
    `(?<number>\\d{1,3}(?:[,\\u00a0\\u202f ]\\d{3})+(?!\\d)(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|(?<![\\p{L}-])(?:an?\\s(?=hundred|thousand|million|billion|dozen|quarter|half)|half\\sa\\s(?=million|billion|dozen))?(?:${numberWords})(?:[\\s-](?:and\\s)?(?:${numberWords})){0,6}(?![\\p{L}]))` +
    `(?:[\\s\\u00a0-]?(?<scale>thousand|million|billion|trillion|bn|mn|m|dozen)(?![\\p{L}]))?` +
    `(?<percent>\\s?%|\\s?per\\s?cent(?:age points?)?|\\spercentage\\spoints?)?`,
  "giu",
);

const between = new Set("of the other more new its his her their all a an some his further additional different separate such".split(" "));
const stopsUnit = new Set(
  "and or to in on at by for with from as than that who which was were is are have has had will would when after before while but if people's per a an the it he she they said".split(
    " ",
  ),
);

/** A word's singular as far as endings tell. */
export function singularOf(word: string): string {
  const irregular: Readonly<Record<string, string>> = {
    people: "person",
    men: "man",
    women: "woman",
    children: "child",
    lives: "life",
    wives: "wife",
    metres: "metre",
    euros: "euro",
  };
  const lower = word.toLowerCase();
  return (
    irregular[lower] ??
    (/(?:ss|us|is)$/u.test(lower)
      ? lower
      : lower
          .replace(/(?<=[^aeiou])ies$/u, "y")
          .replace(/(?<=ss|x|z|ch|sh)es$/u, "")
          .replace(/s$/u, ""))
  );
}

/** The value of number words: "two hundred and fifty", "twenty-three"; NaN for none. */
function wordsValue(written: string): number {
  let total = 0;
  let group = 0;
  for (const word of written.toLowerCase().split(/[\s-]+/u)) {
    if (word === "and" || word === "a" || word === "an") continue;
    if (word === "half") {
      group = 0.5;
      continue;
    }
    const value = small.get(word) ?? tens.get(word);
    const scale = scales.get(word);
    if (value !== undefined) group += value;
    else if (scale === 100) group = (group === 0 ? 1 : group) * 100;
    else if (scale !== undefined) {
      total += (group === 0 ? 1 : group) * scale;
      group = 0;
    } else return NaN;
  }
  return total + group;
}

/**
 * The quantities of a sentence, written in figures or words. Years, dates, clock times, ordinals, scores and parts of names
 * ("Geneva-2", "G20") are none, nor is a bare "one".
 */
export function quantitiesIn(text: string, from: number, to: number): readonly Quantity[] {
  const sentence = text.slice(from, to);
  const found: Quantity[] = [];
  for (const match of sentence.matchAll(pattern)) {
    const { bound = "", currency = "", number = "", scale = "", percent = "" } = match.groups ?? {};
    const before = sentence.charAt(match.index - 1);
    const rest = sentence.slice(match.index + match[0].length);
    const isFigure = /^\d/u.test(number);
    if (/[\p{L}\p{N}_:/-]/u.test(before) && currency === "" && bound === "") continue;
    if (isFigure && /^(?:st|nd|rd|th|[:/]\d|\p{L})/u.test(rest) && scale === "") continue;
    let value = isFigure ? Number(number.replace(/[,\u00a0\u202f ]/gu, "")) : wordsValue(number);
    if (!Number.isFinite(value)) continue;
    value *= scales.get(scale.toLowerCase()) ?? 1;
    const unit = percent !== "" ? "%" : currency !== "" ? currency.replace(/^US/u, "").trim() : unitOf(rest);
    if (unit === "" && percent === "" && currency === "") {
      if (isFigure && /^\d{4}$/u.test(number) && scale === "" && value >= 1000 && value <= 2100) continue;
      if (!isFigure && value <= 12) continue;
    }
    if (
      isFigure &&
      /^\d{4}$/u.test(number) &&
      scale === "" &&
      bound === "" &&
      currency === "" &&
      percent === "" &&
      value >= 1500 &&
      value <= 2100
    )
      continue;
    if (isMonth(unit) || isMonth(lastWord(sentence.slice(0, match.index)))) continue;
    if (!isFigure && value === 1) continue;
    const start = from + match.index;
    found.push({ start, end: start + match[0].trimEnd().length, value, unit, bound: boundOf(bound) });
  }
  return found;
}

function boundOf(words: string): Quantity["bound"] {
  const lower = words.trim().toLowerCase();
  if (lower === "") return "";
  if (/^(?:more than|at least|over|no fewer than|upwards of)$/u.test(lower)) return "+";
  if (/^(?:fewer than|less than|under|up to|as many as|as high as|as much as)$/u.test(lower)) return "-";
  return "~";
}

const months = new Set(
  "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec".split(
    " ",
  ),
);

function isMonth(word: string): boolean {
  return months.has(word.toLowerCase().replace(/\.$/u, ""));
}

function lastWord(text: string): string {
  return /([\p{L}.]{1,99})\s*$/u.exec(text.slice(-20))?.[1] ?? "";
}

/** What is counted: the first noun behind the number, adjectives passed over as far as a list of small words goes. */
function unitOf(rest: string): string {
  const words = /^(?:[\s-]+([\p{L}-]+))(?:\s+([\p{L}-]+))?(?:\s+([\p{L}-]+))?/u.exec(rest);
  const picked: string[] = [];
  const behind: readonly (string | undefined)[] = words?.slice(1) ?? [];
  for (const word of behind) {
    if (word === undefined) break;
    const lower = word.toLowerCase();
    if (between.has(lower)) continue;
    if (stopsUnit.has(lower)) break;
    picked.push(word);
    if (lower.endsWith("s") || /^(?:people|men|women|children|police)$/u.test(lower)) break;
  }
  const last = picked.findLast((word) => /s$|^(?:people|men|women|children)$/iu.test(word)) ?? picked[0] ?? "";
  return singularOf(last);
}

/** Whether two quantities say the same, each within what its bound allows. */
export function sameValue(a: Quantity, b: Quantity): boolean {
  if (a.value === b.value) return true;
  const near = Math.abs(a.value - b.value) / Math.max(Math.abs(a.value), Math.abs(b.value), 1e-9);
  return (a.bound === "~" || b.bound === "~") && near <= 0.02;
}
